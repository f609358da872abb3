import { type Pen, p, pillow, roundedRect } from './pen.ts';
import type { Scene } from './scene.ts';

/** A rug from above, its fringes at the short ends. */
export function drawRug(pen: Pen, scene: Scene): void {
  const { x, y, w, h, cx, shape, s } = scene;
  if (shape.motif !== 'border' && shape.motif !== 'arch') {
    let fringe = '';
    for (let fy = y + 4; fy < y + h - 2; fy += 7) fringe += p`M${x + 2} ${fy}h-10M${x + w - 2} ${fy}h10`;
    pen.line(fringe, 'linen-1', 1.8);
  }
  pen.softRect(x, y, w, h, shape.motif === 'arch' ? 10 : 3, 'main');
  const cy = y + h / 2;
  switch (shape.motif) {
    case 'border':
      pen.line(roundedRect(x + h * 0.06, y + h * 0.06, w - h * 0.12, h * 0.88, 2), 'main-2', h * 0.045);
      pen.line(roundedRect(x + h * 0.12, y + h * 0.12, w - h * 0.24, h * 0.76, 2), 'main-1', 2);
      break;
    case 'diamond': {
      const rows = 3;
      const high = h / rows;
      const columns = Math.max(3, Math.round(w / high));
      const step = w / columns;
      for (let r = 0; r < rows; r += 1)
        for (let c = 0; c < columns; c += 1) {
          const [mx, my] = [x + (c + 0.5) * step, y + (r + 0.5) * high];
          diamond(pen, mx, my, step * 0.46, high * 0.46, 'linen');
          diamond(pen, mx, my, step * 0.33, high * 0.33, 'main-2');
          diamond(pen, mx, my, step * 0.17, high * 0.17, 'linen');
        }
      break;
    }
    case 'arch':
      for (const [ox, oy, r] of [
        [-0.24, 0.1, 0.34],
        [0.06, -0.14, 0.24],
        [0.3, 0.2, 0.28],
      ] as const)
        for (const k of [1, 0.72, 0.44]) {
          const rr = h * r * k;
          const [ax, ay] = [cx + w * ox, cy + h * oy];
          pen.line(
            p`M${ax - rr} ${ay + rr * 0.9}V${ay}a${rr} ${rr} 0 0 1 ${rr * 2} 0v${rr * 0.9}`,
            k === 0.72 ? 'main-2' : 'main-1',
            h * 0.022,
          );
        }
      break;
    case 'rib': {
      let d = '';
      for (let ry = y + 5; ry < y + h - 2; ry += 8) d += p`M${x + 2} ${ry}h${w - 4}`;
      pen.line(d, 'main-2', 2);
      break;
    }
    case 'grid': {
      let d = '';
      const columns = Math.max(4, Math.round((w / h) * 4));
      for (let i = 1; i < columns; i += 1) d += p`M${x + (i * w) / columns - 2} ${y + 6}q5 ${h / 2} 1 ${h - 12}`;
      for (let i = 1; i < 4; i += 1) d += p`M${x + 6} ${y + (i * h) / 4 + 2}q${w / 2} -6 ${w - 12} 0`;
      pen.line(d, 'metal-4', 3.2);
      break;
    }
    case 'stripe': {
      const step = w / 25;
      for (let i = 0; i < 25; i += 1)
        if (i % 2 === 1 || i % 5 === 0)
          pen.rect(x + i * step, y, step * (i % 5 === 0 ? 0.35 : 1), h, 0, i % 4 === 1 ? 'linen' : 'main-2');
      break;
    }
    default:
  }
  pen.line(roundedRect(x + 1.5, y + 1.5, w - 3, h - 3, 3), 'main-2', Math.max(1.5, 0.8 * s));
}

function diamond(pen: Pen, cx: number, cy: number, rx: number, ry: number, tone: 'linen' | 'main-2'): void {
  pen.path(p`M${cx} ${cy - ry}L${cx + rx} ${cy}L${cx} ${cy + ry}L${cx - rx} ${cy}z`, tone);
}

export function drawCushion(pen: Pen, scene: Scene): void {
  const { x, y, w, h, cx, shape } = scene;
  const d = p`M${x + 8} ${y + 8}Q${cx} ${y - h * 0.035} ${x + w - 8} ${y + 8}Q${x + w + 4} ${y - 2} ${x + w + 2} ${y + 12}Q${x + w - w * 0.035} ${y + h / 2} ${x + w + 2} ${y + h - 12}Q${x + w + 4} ${y + h + 2} ${x + w - 8} ${y + h - 8}Q${cx} ${y + h + h * 0.03} ${x + 8} ${y + h - 8}Q${x - 4} ${y + h + 2} ${x - 2} ${y + h - 12}Q${x + w * 0.035} ${y + h / 2} ${x - 2} ${y + 12}Q${x - 4} ${y - 2} ${x + 8} ${y + 8}z`;
  pen.soft(d, 'main');
  if (shape.motif === 'stripe')
    for (const at of [0.2, 0.32, 0.62, 0.7, 0.78])
      pen.rect(x + w * at, y + 5, w * (at === 0.2 ? 0.05 : 0.03), h - 8, 0, 'linen');
  if (shape.motif === 'plain' || shape.motif === 'stripe' || shape.motif === 'speckle') pen.line(d, 'main-2', 3);
  if (shape.motif === 'plain') pen.line(d, 'main+1', 1);
  pen.line(
    p`M${x + w * 0.1} ${y + h * 0.12}q${w * 0.08} ${h * 0.05} ${w * 0.1} ${h * 0.16}M${x + w * 0.9} ${y + h * 0.12}q${-w * 0.08} ${h * 0.05} ${-w * 0.1} ${h * 0.16}M${x + w * 0.1} ${y + h * 0.9}q${w * 0.06} ${-h * 0.06} ${w * 0.14} ${-h * 0.1}M${x + w * 0.9} ${y + h * 0.9}q${-w * 0.06} ${-h * 0.06} ${-w * 0.14} ${-h * 0.1}`,
    'main-2',
    2.2,
  );
  pen.veil(
    p`M${x + w * 0.24} ${y + h * 0.2}Q${cx} ${y + h * 0.1} ${x + w * 0.76} ${y + h * 0.2}Q${cx} ${y + h * 0.3} ${x + w * 0.24} ${y + h * 0.2}z`,
    0.07,
  );
}

/** A pair on a rod, drawn back a little from the middle. */
export function drawCurtain(pen: Pen, scene: Scene): void {
  const { x, y, w, h } = scene;
  const panel = w * 0.4;
  if (!pen.inked) {
    pen.rect(x + panel * 0.8, y + 4, w - panel * 1.6, h - 10, 0, 'glass+2');
    pen.glow(x + w / 2, y + h * 0.4, w * 0.32);
    pen.line(
      p`M${x + w / 2} ${y + 6}V${y + h - 8}M${x + panel * 0.8} ${y + h * 0.45}H${x + w - panel * 0.8}`,
      'linen-1',
      5,
    );
  }
  for (const left of [x, x + w - panel]) {
    const folds = 6;
    const step = panel / folds;
    for (let i = 0; i < folds; i += 1) {
      const fx = left + i * step;
      pen.soft(
        p`M${fx} ${y}h${step + 0.8}q${step * 0.16} ${h * 0.5} ${step * 0.1} ${h}q${-step * 0.55} 6 ${-step * 1.04} 0q${step * 0.06} ${-h * 0.5} ${-step * 0.06} ${-h}z`,
        i % 2 === 0 ? 'main' : 'main-1',
      );
      pen.line(p`M${fx + step * 0.3} ${y + 8}q${step * 0.1} ${h * 0.5} ${step * 0.04} ${h - 16}`, 'main+1', 1.6);
    }
  }
  pen.rect(x - 16, y - 9, w + 32, 7, 3.5, 'metal-2');
  for (const ex of [x - 20, x + w + 20]) pen.ellipse(ex, y - 5.5, 8, 8, 'metal-2');
}

/** A folded blanket with its fringe. */
export function drawThrow(pen: Pen, scene: Scene): void {
  const { x, y, w, h, shape } = scene;
  const layers = 3;
  const lh = h / layers;
  for (let i = layers - 1; i >= 0; i -= 1) {
    const ly = y + i * lh;
    const inset = i * 3;
    pen.soft(pillow(x - inset, ly, w + inset * 2, lh + 4, 20, 3), i === 0 ? 'main' : i === 1 ? 'main-1' : 'main-2');
    if (shape.motif === 'check') {
      for (const at of [0.12, 0.3, 0.48, 0.66, 0.84]) pen.rect(x + w * at, ly + 3, w * 0.06, lh - 2, 0, 'linen');
      pen.line(p`M${x + 6} ${ly + lh * 0.5}h${w - 12}`, 'linen', 5);
    }
    if (shape.motif === 'grid') {
      let d = '';
      for (let gx = x + 12; gx < x + w - 8; gx += 16) d += p`M${gx} ${ly + 8}v${lh - 12}`;
      pen.line(d + p`M${x + 8} ${ly + lh * 0.36}h${w - 16}M${x + 8} ${ly + lh * 0.7}h${w - 16}`, 'main-2', 1.4);
    }
    pen.line(p`M${x + 14} ${ly + lh + 1}h${w - 28}`, 'main-3', 1.6);
  }
  let fringe = '';
  for (let fx = x + 10; fx < x + w * 0.36; fx += 8) fringe += p`M${fx} ${y + lh - 2}q2 10 -1 20`;
  pen.line(fringe, 'main+1', 2.2);
}

/** A folded duvet cover with two pillows on top. */
export function drawBedLinen(pen: Pen, scene: Scene): void {
  const { x, y, w, h, ground, shape } = scene;
  const stack = h * 0.5;
  for (const [i, tone] of [
    [2, 'main-2'],
    [1, 'main-1'],
    [0, 'main'],
  ] as const)
    pen.soft(pillow(x + 4 - i * 2, ground - stack + (i * stack) / 3, w - 8 + i * 4, stack / 3 + 4, 16, 2), tone);
  for (const [px, py, k] of [
    [x + w * 0.14, y + h * 0.24, -1],
    [x + w * 0.1, y + h * 0.02, 1],
  ] as const) {
    const [pw, ph] = [w * 0.76, h * 0.27];
    pen.soft(pillow(px, py, pw, ph, 34, 7), k === 1 ? 'main+1' : 'main');
    pen.line(
      p`M${px + pw * 0.1} ${py + ph * 0.3}q${pw * 0.08} ${ph * 0.2} ${pw * 0.2} ${ph * 0.12}M${px + pw * 0.92} ${py + ph * 0.7}q${-pw * 0.08} ${-ph * 0.2} ${-pw * 0.2} ${-ph * 0.12}`,
      'main-1',
      2,
    );
    if (shape.motif === 'stripe') {
      let d = '';
      for (let i = 1; i < 14; i += 1) d += p`M${px + (i * pw) / 14} ${py + 6}v${ph - 10}`;
      pen.line(d, 'linen-2', 1.2);
    }
  }
  if (shape.motif === 'stripe') {
    let d = '';
    for (let i = 1; i < 18; i += 1) d += p`M${x + (i * w) / 18} ${ground - stack + 4}v${stack - 8}`;
    pen.line(d, 'linen-2', 1.2);
  }
  pen.line(
    p`M${x + 16} ${ground - (stack * 2) / 3}h${w - 32}M${x + 14} ${ground - stack / 3}h${w - 28}`,
    'main-3',
    1.5,
  );
}

/** One piece of cloth, spread out, with its hem. */
export function drawHemmed(pen: Pen, scene: Scene): void {
  const { x, y, w, h } = scene;
  pen.softRect(x, y, w, h, 2, 'main');
  pen.line(roundedRect(x + 8, y + 8, w - 16, h - 16, 1), 'main-2', 1);
}
