import { type Pen, p, roundedRect } from './pen.ts';
import type { Scene } from './scene.ts';

function sheen(pen: Pen, d: string): void {
  pen.veil(d, 0.28);
}

export function drawVase(pen: Pen, scene: Scene): void {
  const { x, y, w, h, cx, ground, shape } = scene;
  const branch = (bx: number, lean: number, high: number): void => {
    pen.line(p`M${bx} ${y + 8}q${lean * 0.3} ${-high * 0.5} ${lean} ${-high}`, 'leaf-2', 2.4);
    for (let i = 1; i <= 5; i += 1) {
      const t = i / 5.5;
      const [lx, ly] = [bx + lean * (0.3 * t + 0.7 * t * t), y + 8 - high * t];
      for (const side of [-1, 1])
        pen.path(
          p`M${lx} ${ly}q${side * 16} ${-14} ${side * 24} ${-6}q${-side * 8} ${13} ${-side * 24} 6z`,
          side === 1 ? 'leaf' : 'leaf-1',
        );
    }
  };
  if (!pen.inked) {
    branch(cx - w * 0.03, -w * 0.35, 118);
    branch(cx + w * 0.02, w * 0.28, 140);
    if (shape.silhouette !== 'amphora') branch(cx, w * 0.02, 96);
  }
  if (shape.silhouette === 'tube') {
    pen.softRect(x, y, w, h, 8, 'main');
    let d = '';
    for (let i = 1; i < 8; i += 1) d += p`M${x + (i * w) / 8} ${y + 6}V${ground - 8}`;
    pen.line(d, 'main-1', 1.6);
    pen.ellipse(cx, y + 3, w / 2, w * 0.07, 'main+2');
    return;
  }
  const body =
    shape.silhouette === 'belly'
      ? p`M${cx - w * 0.2} ${y}H${cx + w * 0.2}Q${cx + w * 0.19} ${y + h * 0.12} ${cx + w * 0.34} ${y + h * 0.2}C${cx + w * 0.58} ${y + h * 0.4} ${cx + w * 0.52} ${y + h * 0.85} ${cx + w * 0.24} ${ground}H${cx - w * 0.24}C${cx - w * 0.52} ${y + h * 0.85} ${cx - w * 0.58} ${y + h * 0.4} ${cx - w * 0.34} ${y + h * 0.2}Q${cx - w * 0.19} ${y + h * 0.12} ${cx - w * 0.2} ${y}z`
      : p`M${cx - w * 0.17} ${y}H${cx + w * 0.17}Q${cx + w * 0.08} ${y + h * 0.16} ${cx + w * 0.14} ${y + h * 0.28}C${cx + w * 0.6} ${y + h * 0.36} ${cx + w * 0.56} ${y + h * 0.7} ${cx + w * 0.2} ${ground}H${cx - w * 0.2}C${cx - w * 0.56} ${y + h * 0.7} ${cx - w * 0.6} ${y + h * 0.36} ${cx - w * 0.14} ${y + h * 0.28}Q${cx - w * 0.08} ${y + h * 0.16} ${cx - w * 0.17} ${y}z`;
  pen.soft(body, 'main');
  pen.ellipse(cx, y + 2, w * (shape.silhouette === 'belly' ? 0.2 : 0.17), w * 0.035, 'main-2');
  sheen(
    pen,
    p`M${cx - w * 0.3} ${y + h * 0.42}q${w * 0.02} ${-h * 0.1} ${w * 0.12} ${-h * 0.13}q${-w * 0.07} ${h * 0.16} ${-w * 0.06} ${h * 0.34}q${-w * 0.07} ${-h * 0.1} ${-w * 0.06} ${-h * 0.21}z`,
  );
}

export function drawMirror(pen: Pen, scene: Scene): void {
  const { x, y, w, h, cx, shape } = scene;
  const rim = Math.max(5, w * 0.022);
  if (shape.silhouette === 'round') {
    pen.ellipse(cx, y + h / 2, w / 2, h / 2, 'main');
    pen.ellipse(cx, y + h / 2, w / 2 - rim, h / 2 - rim, 'glass');
  } else {
    const r = shape.silhouette === 'arch' ? w / 2 : 2;
    const frame = shape.silhouette === 'arch' ? rim : rim * 2.2;
    const arch = (inset: number): string =>
      shape.silhouette === 'arch'
        ? p`M${x + inset} ${y + h - inset}V${y + r}a${r - inset} ${r - inset} 0 0 1 ${w - 2 * inset} 0V${y + h - inset}z`
        : roundedRect(x + inset, y + inset, w - 2 * inset, h - 2 * inset, 2);
    pen.path(arch(0), 'main');
    pen.path(arch(frame), 'glass');
    if (shape.silhouette === 'rect')
      pen.line(
        p`M${x} ${y}l${frame} ${frame}M${x + w} ${y}l${-frame} ${frame}M${x} ${y + h}l${frame} ${-frame}M${x + w} ${y + h}l${-frame} ${-frame}`,
        'main-2',
        1,
      );
  }
  // Light that glances off the glass.
  const k = Math.min(w, h);
  pen.veil(
    p`M${cx - k * 0.24} ${y + h / 2 + k * 0.16}L${cx + k * 0.1} ${y + h / 2 - k * 0.3}h${k * 0.12}L${cx - k * 0.12} ${y + h / 2 + k * 0.16}z`,
    0.4,
  );
  pen.veil(
    p`M${cx - k * 0.02} ${y + h / 2 + k * 0.16}L${cx + k * 0.28} ${y + h / 2 - k * 0.25}h${k * 0.04}L${cx + k * 0.03} ${y + h / 2 + k * 0.16}z`,
    0.4,
  );
}

export function drawBook(pen: Pen, scene: Scene): void {
  const { x, y, w, h, cx, shape } = scene;
  pen.rect(x + 12, y + 9, w, h, 2, 'linen-2');
  for (const i of [3, 6, 9]) pen.rect(x + i, y + i * 0.75, w, h, 2, 'linen');
  pen.softRect(x, y, w, h, 3, 'main');
  pen.line(p`M${x + 16} ${y}V${y + h}`, 'main-2', 2);
  const [fx, fy, fw, fh] = [x + w * 0.2, y + h * 0.16, w * 0.66, h * 0.5];
  pen.rect(fx, fy, fw, fh, 1, 'linen');
  if (shape.silhouette === 'chair') {
    const s = fw / 70;
    const mx = fx + fw / 2;
    pen.line(
      p`M${mx - 14 * s} ${fy + 10 * s}V${fy + fh - 8 * s}M${mx + 14 * s} ${fy + fh * 0.55}V${fy + fh - 8 * s}`,
      'accent',
      3,
    );
    pen.rect(mx - 16 * s, fy + fh * 0.5, 33 * s, 6 * s, 2, 'accent');
    pen.rect(mx - 16 * s, fy + 8 * s, 6 * s, fh * 0.34, 3, 'accent-2');
  } else {
    pen.rect(fx, fy + fh * 0.7, fw, fh * 0.3, 0, 'accent');
    pen.rect(fx + fw * 0.12, fy + fh * 0.5, fw * 0.5, fh * 0.24, 6, 'leaf');
    pen.rect(fx + fw * 0.08, fy + fh * 0.58, fw * 0.58, fh * 0.18, 5, 'leaf-1');
    pen.line(p`M${fx + fw * 0.82} ${fy + fh * 0.84}V${fy + fh * 0.3}`, 'metal-3', 2.5);
    pen.path(p`M${fx + fw * 0.72} ${fy + fh * 0.32}h${fw * 0.2}l${-fw * 0.05} ${-fh * 0.16}h${-fw * 0.1}z`, 'accent');
    pen.rect(fx + fw * 0.2, fy + fh * 0.12, fw * 0.24, fh * 0.24, 0, 'glass');
  }
  pen.rect(cx - w * 0.13, y + h * 0.76, w * 0.3, h * 0.018, 0, 'linen');
  pen.rect(cx - w * 0.08, y + h * 0.81, w * 0.2, h * 0.012, 0, 'linen');
}

export function drawCandleHolder(pen: Pen, scene: Scene): void {
  const { cx, y, w, h, ground } = scene;
  const candle = h * 0.62;
  if (!pen.inked) {
    pen.glow(cx, y - candle - 18, 110);
    pen.softRect(cx - w * 0.1, y - candle, w * 0.2, candle + h * 0.1, 3, 'linen');
    pen.line(p`M${cx} ${y - candle}v-9`, 'metal-4', 2);
    pen.path(p`M${cx} ${y - candle - 38}q11 17 0 29q-11 -12 0 -29z`, 'glass+1');
  }
  // A turned profile: cup, neck, ring, stem, foot; the right side, then the left side mirrored.
  const half = (sign: 1 | -1): readonly (readonly [number, number])[] =>
    (
      [
        [0.17, 0],
        [0.19, 0.14],
        [0.08, 0.22],
        [0.15, 0.3],
        [0.08, 0.38],
        [0.07, 0.72],
        [0.16, 0.82],
        [0.46, 0.93],
      ] as const
    ).map(([dx, dy]) => [cx + sign * dx * w, y + dy * h]);
  const curve = (points: readonly (readonly [number, number])[]): string =>
    points.slice(1).reduce((d, [px, py], i) => {
      const [qx, qy] = points[i] ?? [px, py];
      return d + p`C${qx} ${(qy + py) / 2} ${px} ${(qy + py) / 2} ${px} ${py}`;
    }, '');
  const right = half(1);
  const left = [...half(-1)].reverse();
  const [topX, topY] = right[0] ?? [cx, y];
  const [footX, footY] = left[0] ?? [cx, ground];
  pen.soft(`${p`M${topX} ${topY}`}${curve(right)}${p`L${footX} ${footY}`}${curve(left)}z`, 'main');
  pen.rect(cx - w / 2, y + h * 0.92, w, h * 0.08, 4, 'main-1');
  pen.rect(cx - w * 0.2, y - h * 0.01, w * 0.4, h * 0.05, 3, 'main+1');
  pen.veil(p`M${cx - w * 0.05} ${y + h * 0.4}h${w * 0.03}v${h * 0.3}h${-w * 0.03}z`, 0.35);
}

export function drawPlantPot(pen: Pen, scene: Scene): void {
  const { cx, y, w, h, ground } = scene;
  if (!pen.inked) {
    for (const [lean, high, wide] of [
      [-0.62, 0.85, 26],
      [0.58, 0.95, 26],
      [-0.3, 1.25, 30],
      [0.26, 1.3, 30],
      [0.02, 1.5, 32],
      [-0.85, 0.45, 22],
      [0.84, 0.5, 22],
    ] as const) {
      const [tx, ty] = [cx + w * lean, y - h * high];
      pen.path(
        p`M${cx + w * lean * 0.12} ${y + 6}Q${cx + w * lean * 0.4 - wide} ${(y + ty) / 2} ${tx} ${ty}Q${cx + w * lean * 0.7 + wide} ${(y + ty) / 2} ${cx + w * lean * 0.12} ${y + 6}z`,
        lean < 0 ? 'leaf-1' : lean > 0.1 ? 'leaf' : 'leaf+1',
      );
      pen.line(p`M${cx + w * lean * 0.12} ${y}Q${cx + w * lean * 0.5} ${(y + ty) / 2} ${tx} ${ty + 8}`, 'leaf-2', 1.3);
    }
  }
  pen.soft(p`M${cx - w / 2} ${y}H${cx + w / 2}L${cx + w * 0.38} ${ground}H${cx - w * 0.38}z`, 'main');
  pen.softRect(cx - w * 0.53, y - 3, w * 1.06, h * 0.17, 5, 'main+1');
  sheen(pen, p`M${cx - w * 0.36} ${y + h * 0.26}l${w * 0.06} 0l${w * 0.03} ${h * 0.5}l${-w * 0.05} 0z`);
}

export function drawClock(pen: Pen, scene: Scene): void {
  const { cx, y, w, h } = scene;
  const [cy, r] = [y + h / 2, w / 2];
  pen.ellipse(cx, cy, r, r, 'main-2');
  pen.ellipse(cx, cy, r - 6, r - 6, 'main');
  for (let i = 0; i < 12; i += 1) {
    const a = (i * Math.PI) / 6;
    const inner = r * (i % 3 === 0 ? 0.74 : 0.8);
    pen.line(
      p`M${cx + Math.sin(a) * inner} ${cy - Math.cos(a) * inner}L${cx + Math.sin(a) * r * 0.88} ${cy - Math.cos(a) * r * 0.88}`,
      'accent',
      i % 3 === 0 ? 5 : 3,
    );
  }
  // Ten past ten, as in every shop window.
  pen.line(p`M${cx} ${cy}L${cx - r * 0.42} ${cy - r * 0.26}`, 'accent', 7);
  pen.line(p`M${cx} ${cy}L${cx + r * 0.6} ${cy - r * 0.36}`, 'accent', 5);
  pen.ellipse(cx, cy, 7, 7, 'metal');
}

export function drawTray(pen: Pen, scene: Scene): void {
  const { cx, w, ground, h } = scene;
  const ry = w * 0.2;
  const cy = ground - ry - h * 0.2;
  pen.ellipse(cx, cy + h * 0.5, w / 2, ry, 'main-2');
  pen.ellipse(cx, cy, w / 2, ry, 'main');
  pen.ellipse(cx, cy + 5, w / 2 - 12, ry - 7, 'main+1');
  if (pen.inked) return;
  for (let i = 0; i < 4; i += 1)
    pen.line(
      p`M${cx - w * (0.38 - i * 0.02)} ${cy - ry * 0.3 + i * ry * 0.28}q${w * 0.36} -6 ${w * (0.76 - i * 0.04)} 0`,
      'main',
      1.2,
    );
  pen.softRect(cx - 40, cy - 48, 62, 58, 10, 'linen');
  pen.ellipse(cx - 9, cy - 47, 31, 7, 'accent-2');
  pen.line(p`M${cx + 22} ${cy - 36}q24 2 18 20q-6 12 -18 10`, 'linen-1', 6);
}
