import { drawLegs, legHeightCm } from './draw-legs.ts';
import { drawSofa } from './draw-sofa.ts';
import { type Pen, p, pillow } from './pen.ts';
import type { Scene } from './scene.ts';

export function drawArmchair(pen: Pen, scene: Scene): void {
  const { back } = scene.shape;
  if (back === 'shell') drawShell(pen, scene);
  else if (back === 'wing') drawWing(pen, scene);
  else if (back === 'cane') drawCane(pen, scene);
  else drawSofa(pen, { ...scene, shape: { ...scene.shape, cushions: 1 } });
}

function seatCushion(pen: Pen, scene: Scene, left: number, right: number, seatTop: number, thickCm: number): void {
  const s = scene.s;
  pen.path(p`M${left + 3 * s} ${seatTop - 8 * s}H${right - 3 * s}L${right} ${seatTop + 3 * s}H${left}z`, 'main+2');
  pen.soft(pillow(left, seatTop, right - left, thickCm * s, 4.5 * s, 1 * s), 'main+1');
}

/** One curve from arm to arm round the back. */
function drawShell(pen: Pen, scene: Scene): void {
  const { x, y, w, ground, s, shape, measures } = scene;
  const seatTop = ground - (measures.seatHeightCm ?? 43) * s;
  const legTop = ground - (shape.legs === 'swivel' ? 4 : legHeightCm(shape.legs)) * s;
  if (shape.legs === 'swivel') pen.ellipse(scene.cx, ground - 2 * s, w * 0.26, 2.4 * s, 'legs-2');
  else drawLegs(pen, shape.legs, x + 5 * s, x + w - 5 * s, legTop - 4 * s, ground, s);
  const arm = seatTop - 15 * s;
  // Inside of the shell, then its outer lip.
  pen.soft(
    p`M${x + 3 * s} ${arm + 10 * s}C${x + 3 * s} ${y + 6 * s} ${x + w * 0.2} ${y} ${scene.cx} ${y}S${x + w - 3 * s} ${y + 6 * s} ${x + w - 3 * s} ${arm + 10 * s}L${x + w - 8 * s} ${seatTop + 6 * s}H${x + 8 * s}z`,
    'main-1',
  );
  for (const offset of [-0.2, 0, 0.2]) {
    pen.line(
      p`M${scene.cx + w * offset} ${y + (offset === 0 ? 3 : 4.5) * s}Q${scene.cx + w * offset * 1.1} ${seatTop - 12 * s} ${scene.cx + w * offset * 0.9} ${seatTop - 7 * s}`,
      'main-3',
      1.5,
    );
  }
  seatCushion(pen, scene, x + 10 * s, x + w - 10 * s, seatTop, 11);
  pen.softRect(x + 7 * s, seatTop + 9 * s, w - 14 * s, legTop - seatTop - 9 * s, 6 * s, 'main-1');
  for (const side of [0, 1] as const) {
    const m = (value: number): number => (side === 0 ? x + value : x + w - value);
    pen.soft(
      p`M${m(0)} ${arm + 12 * s}C${m(-1 * s)} ${arm} ${m(2 * s)} ${arm - 9 * s} ${m(6 * s)} ${arm - 13 * s}C${m(12 * s)} ${arm - 9 * s} ${m(13 * s)} ${arm + 4 * s} ${m(12 * s)} ${seatTop + 8 * s}L${m(13 * s)} ${legTop}H${m(8 * s)}C${m(2 * s)} ${legTop - 6 * s} ${m(0)} ${seatTop + 4 * s} ${m(0)} ${arm + 12 * s}z`,
      'main',
    );
  }
  pen.line(
    p`M${x + w * 0.16} ${y + 11 * s}C${x + w * 0.24} ${y + 4 * s} ${x + w * 0.34} ${y + 1.6 * s} ${scene.cx} ${y + 1.6 * s}S${x + w * 0.76} ${y + 4 * s} ${x + w * 0.84} ${y + 11 * s}`,
    'main+1',
    2.2,
  );
}

/** A high back with wings. */
function drawWing(pen: Pen, scene: Scene): void {
  const { x, y, w, ground, s, shape, measures } = scene;
  const seatTop = ground - (measures.seatHeightCm ?? 44) * s;
  const legTop = ground - legHeightCm(shape.legs) * s;
  drawLegs(pen, shape.legs, x, x + w, legTop - 2, ground, s);
  pen.soft(
    p`M${x + 8 * s} ${seatTop + 4 * s}L${x + 6 * s} ${y + 12 * s}Q${x + 7 * s} ${y} ${x + 18 * s} ${y}H${x + w - 18 * s}Q${x + w - 7 * s} ${y} ${x + w - 6 * s} ${y + 12 * s}L${x + w - 8 * s} ${seatTop + 4 * s}z`,
    'main-1',
  );
  pen.soft(pillow(x + 15 * s, y + 5 * s, w - 30 * s, seatTop - y - 8 * s, 8 * s, 1.5 * s), 'main');
  for (const row of [0.3, 0.6])
    for (const column of [0.36, 0.64]) pen.ellipse(x + w * column, y + (seatTop - y) * row, 1.1 * s, 1.1 * s, 'main-3');
  const armTop = seatTop - 17 * s;
  for (const side of [0, 1] as const) {
    const m = (value: number): number => (side === 0 ? x + value : x + w - value);
    pen.soft(
      p`M${m(6 * s)} ${y + 13 * s}Q${m(5 * s)} ${y + 3 * s} ${m(13 * s)} ${y + 3 * s}Q${m(17 * s)} ${y + 22 * s} ${m(14 * s)} ${armTop + 4 * s}L${m(3 * s)} ${armTop + 6 * s}Q${m(7 * s)} ${y + 30 * s} ${m(6 * s)} ${y + 13 * s}z`,
      'main+1',
    );
  }
  seatCushion(pen, scene, x + 13 * s, x + w - 13 * s, seatTop, 13);
  pen.softRect(x + 12 * s, seatTop + 11 * s, w - 24 * s, legTop - seatTop - 11 * s, 2 * s, 'main-2');
  for (const side of [0, 1] as const)
    pen.softRect(side === 0 ? x : x + w - 14 * s, armTop, 14 * s, legTop - armTop, 6 * s, 'main');
}

/** A light wooden frame, cane between the posts, one seat cushion. */
function drawCane(pen: Pen, scene: Scene): void {
  const { x, y, w, ground, s, measures } = scene;
  const seatTop = ground - (measures.seatHeightCm ?? 42) * s;
  const post = 4 * s;
  for (const px of [x + 9 * s, x + w - 9 * s - post]) pen.rect(px, y + 3 * s, post, ground - y - 6 * s, 2, 'legs-2');
  pen.rect(x + 8 * s, y, w - 16 * s, seatTop - y - 8 * s, 5 * s, 'legs');
  const [left, top, right, bottom] = [x + 13 * s, y + 5 * s, x + w - 13 * s, seatTop - 12 * s];
  pen.rect(left, top, right - left, bottom - top, 2 * s, 'accent');
  cane(pen, left, top, right, bottom, 3.4 * s);
  pen.rect(x + 2 * s, seatTop + 11 * s, w - 4 * s, 4.5 * s, 2, 'legs');
  seatCushion(pen, scene, x + 6 * s, x + w - 6 * s, seatTop, 12);
  for (const side of [0, 1] as const) {
    pen.rect(side === 0 ? x + s : x + w - s - post, seatTop - 17 * s, post, ground - seatTop + 17 * s, 2, 'legs');
    pen.rect(side === 0 ? x - 2 * s : x + w - 9 * s, seatTop - 20 * s, 11 * s, 4 * s, 2 * s, 'legs+1');
  }
}

/** Woven cane: two crossing sets of lines. */
export function cane(pen: Pen, left: number, top: number, right: number, bottom: number, step: number): void {
  let d = '';
  const h = bottom - top;
  for (let cx = left - h + step; cx < right; cx += step * 1.6) {
    const from = Math.max(left, cx);
    const to = Math.min(right, cx + h);
    if (to <= from) continue;
    d += p`M${from} ${top + (from - cx)}L${to} ${top + (to - cx)}`;
    d += p`M${from} ${bottom - (from - cx)}L${to} ${bottom - (to - cx)}`;
  }
  pen.line(d, 'accent-2', 1.1);
}

export function drawPouf(pen: Pen, scene: Scene): void {
  const { x, y, w, h, s, shape, ground } = scene;
  if (shape.top === 'rect') {
    pen.rect(x + 3 * s, ground - 5 * s, w - 6 * s, 5 * s, 1, 'legs-3');
    pen.softRect(x, y + 3 * s, w, h - 6 * s, 4 * s, 'main');
    pen.path(p`M${x + 3 * s} ${y - 2 * s}H${x + w - 3 * s}L${x + w - s} ${y + 5 * s}H${x + s}z`, 'main+2');
    pen.line(p`M${x + s} ${y + 5 * s}H${x + w - s}`, 'main-2', 1.4);
    return;
  }
  pen.soft(pillow(x, y + 5 * s, w, h - 5 * s, 13 * s, 2.5 * s), 'main');
  if (shape.motif === 'rib') {
    for (const t of [-0.34, -0.18, 0, 0.18, 0.34])
      pen.line(
        p`M${scene.cx + w * t * 0.7} ${y + 9 * s}Q${scene.cx + w * t * 1.35} ${y + h * 0.55} ${scene.cx + w * t} ${ground - 1.5 * s}`,
        'main-2',
        1.5,
      );
  }
  if (shape.motif === 'grid') {
    for (let row = 1; row < 6; row += 1) {
      const ry = y + 7 * s + (row * (h - 9 * s)) / 6;
      let d = p`M${x + 1.5 * s} ${ry}`;
      for (let i = 0; i < 12; i += 1) d += p`q${w / 48} ${3.2 * s} ${(w - 3 * s) / 24} 0t${(w - 3 * s) / 24} 0`;
      pen.line(d, 'main-2', 1.6);
    }
  }
  pen.ellipse(scene.cx, y + 6.5 * s, w * 0.44, 5.5 * s, 'main+2');
  if (shape.motif === 'rib') pen.ellipse(scene.cx, y + 6.5 * s, 1.6 * s, 0.8 * s, 'main-2');
}
