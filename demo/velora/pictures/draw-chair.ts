import { cane } from './draw-armchair.ts';
import { type Pen, p, pillow } from './pen.ts';
import type { Scene } from './scene.ts';

/** Dining chairs, bar stools and office chairs, from the front. */
export function drawChair(pen: Pen, scene: Scene): void {
  const { x, w, ground, s, shape, measures } = scene;
  const seatTop = ground - (measures.seatHeightCm ?? 45) * s;
  const swivel = shape.legs === 'swivel';
  if (swivel) drawSwivelBase(pen, scene, seatTop);
  else drawChairLegs(pen, scene, seatTop);
  const upholstered = pen.inked ? shape.back !== 'bars' : !isWooden(scene);
  drawBackrest(pen, scene, seatTop);
  const inset = 3 * s;
  pen.path(
    p`M${x + inset + 3 * s} ${seatTop - 6 * s}H${x + w - inset - 3 * s}Q${x + w - inset} ${seatTop - 4 * s} ${x + w - inset} ${seatTop + 2 * s}H${x + inset}Q${x + inset} ${seatTop - 4 * s} ${x + inset + 3 * s} ${seatTop - 6 * s}z`,
    'main+2',
  );
  if (shape.back === 'cane' && !pen.inked) {
    pen.path(
      p`M${x + inset + 6 * s} ${seatTop - 4.5 * s}H${x + w - inset - 6 * s}L${x + w - inset - 4 * s} ${seatTop}H${x + inset + 4 * s}z`,
      'accent',
    );
    cane(pen, x + inset + 5 * s, seatTop - 4.5 * s, x + w - inset - 5 * s, seatTop, 2.6 * s);
  }
  const thick = (upholstered ? 6 : 3) * s;
  if (upholstered) pen.soft(pillow(x + inset, seatTop, w - 2 * inset, thick, 2.6 * s, 0.4 * s), 'main');
  else pen.board(x + inset, seatTop, w - 2 * inset, thick, 1.5 * s, 'main');
  if (shape.arm && shape.arm !== 'none') {
    for (const side of [0, 1] as const) {
      const ax = side === 0 ? x - 1 * s : x + w - 4 * s;
      if (swivel) {
        pen.rect(ax + s, seatTop - 19 * s, 2.4 * s, 22 * s, 1, 'legs');
        pen.rect(ax - s, seatTop - 21 * s, 7 * s, 3.4 * s, 1.7 * s, 'legs+1');
      } else pen.softRect(ax - s, seatTop - 20 * s, 7 * s, 23 * s, 3.2 * s, 'main-1');
    }
  }
}

function isWooden(scene: Scene): boolean {
  const { back } = scene.shape;
  return back === 'bars' || back === 'slats' || back === 'cane' || back === 'open';
}

function drawChairLegs(pen: Pen, scene: Scene, seatTop: number): void {
  const { x, w, ground, s, shape } = scene;
  const steel = shape.legs === 'metal';
  const [wide, thin] = steel ? [2.2 * s, 1.8 * s] : [4 * s, 2.2 * s];
  const tall = ground - seatTop > 55 * s;
  for (const [px, lean] of [
    [x + 10 * s, 1 * s],
    [x + w - 10 * s, -1 * s],
  ] as const)
    pen.path(p`M${px - wide / 2} ${seatTop}h${wide}L${px + lean + thin / 2} ${ground - 4 * s}h${-thin}z`, 'legs-2');
  for (const [px, lean] of [
    [x + 6 * s, -3 * s],
    [x + w - 6 * s, 3 * s],
  ] as const)
    pen.path(p`M${px - wide / 2} ${seatTop}h${wide}L${px + lean + thin / 2} ${ground}h${-thin}z`, 'legs');
  if (tall) {
    pen.rect(x + 4.5 * s, ground - 22 * s, w - 9 * s, steel ? 2 * s : 3 * s, 1, 'legs');
  } else if (!steel && scene.shape.back === 'bars')
    pen.rect(x + 6 * s, ground - 18 * s, w - 12 * s, 2 * s, 1, 'legs-2');
}

function drawSwivelBase(pen: Pen, scene: Scene, seatTop: number): void {
  const { cx, w, ground, s } = scene;
  pen.rect(cx - 2.6 * s, seatTop + 4 * s, 5.2 * s, ground - seatTop - 12 * s, 1, 'legs');
  pen.rect(cx - 10 * s, seatTop + 4 * s, 20 * s, 4 * s, 2, 'legs-1');
  for (const reach of [-0.5, -0.22, 0.22, 0.5]) {
    const tx = cx + w * reach;
    const ty = ground - (Math.abs(reach) < 0.3 ? 1 : 5) * s;
    pen.path(p`M${cx - 2.4 * s} ${ground - 13 * s}h${4.8 * s}L${tx + 1.4 * s} ${ty - 4 * s}h${-2.8 * s}z`, 'legs');
    pen.ellipse(tx, ty - 1.4 * s, 2.8 * s, 2.8 * s, 'legs-2');
  }
}

function drawBackrest(pen: Pen, scene: Scene, seatTop: number): void {
  const { x, y, w, s, cx, shape } = scene;
  const [left, right] = [x + 5 * s, x + w - 5 * s];
  switch (shape.back) {
    case 'bars': {
      const top = y;
      for (let i = 0; i < 6; i += 1) {
        const bx = left + 3 * s + (i * (right - left - 6 * s)) / 5;
        pen.rect(bx - 0.7 * s, top + 3 * s, 1.4 * s, seatTop - top - 6 * s, 0.7 * s, 'main-1');
      }
      for (const px of [left - s, right - 2 * s])
        pen.rect(px, top + 2 * s, 3 * s, seatTop - top - 2 * s, 1.4 * s, 'main');
      pen.soft(
        p`M${left - 3 * s} ${top + 6 * s}Q${cx} ${top - 3 * s} ${right + 3 * s} ${top + 6 * s}V${top + 1 * s}Q${cx} ${top - 8 * s} ${left - 3 * s} ${top + 1 * s}z`,
        'main+1',
      );
      return;
    }
    case 'slats':
      for (const px of [left - s, right - 2.5 * s]) pen.rect(px, y, 3.5 * s, seatTop - y, 1.5 * s, 'main');
      pen.board(left, y + 2 * s, right - left, 7 * s, 3, 'main+1');
      pen.board(left, y + 14 * s, right - left, 5 * s, 3, 'main');
      return;
    case 'cane':
      pen.rect(left - 2 * s, y, right - left + 4 * s, seatTop - y - 9 * s, 9 * s, 'main');
      pen.rect(left + 1.5 * s, y + 3.5 * s, right - left - 3 * s, seatTop - y - 16 * s, 6 * s, 'accent');
      cane(pen, left + 3 * s, y + 5 * s, right - 3 * s, seatTop - 14 * s, 3 * s);
      for (const px of [left, right - 3 * s]) pen.rect(px, seatTop - 11 * s, 3 * s, 11 * s, 1, 'main-1');
      return;
    case 'open':
      // Backless stools have nothing above the seat.
      if (seatTop - y < 8 * s) return;
      for (const px of [left + 6 * s, right - 8 * s]) pen.rect(px, y + 12 * s, 2 * s, seatTop - y - 12 * s, 1, 'legs');
      pen.soft(
        p`M${left - s} ${y + 8 * s}Q${cx} ${y - 5 * s} ${right + s} ${y + 8 * s}Q${right + 2 * s} ${y + 17 * s} ${right - 2 * s} ${y + 18 * s}Q${cx} ${y + 14 * s} ${left + 2 * s} ${y + 18 * s}Q${left - 2 * s} ${y + 17 * s} ${left - s} ${y + 8 * s}z`,
        'main',
      );
      return;
    case 'shell':
    case 'wing': {
      const low = shape.back === 'wing' ? 4 * s : 0;
      pen.soft(
        p`M${left - 2 * s} ${seatTop + 2 * s}C${left - 5 * s} ${y + 16 * s} ${left + 4 * s} ${y + low} ${cx} ${y + low}S${right + 5 * s} ${y + 16 * s} ${right + 2 * s} ${seatTop + 2 * s}z`,
        'main-1',
      );
      for (const at of [-0.18, 0, 0.18])
        pen.line(
          p`M${cx + w * at} ${y + low + 4 * s}Q${cx + w * at * 1.2} ${seatTop - 14 * s} ${cx + w * at} ${seatTop - 7 * s}`,
          'main-3',
          1.3,
        );
      pen.line(
        p`M${left - s} ${seatTop - 8 * s}C${left - 2 * s} ${y + 15 * s} ${left + 6 * s} ${y + low + 1.5 * s} ${cx} ${y + low + 1.5 * s}S${right + 2 * s} ${y + 15 * s} ${right + s} ${seatTop - 8 * s}`,
        'main+1',
        1.6,
      );
      return;
    }
    default: {
      const swivel = shape.legs === 'swivel';
      if (swivel) pen.rect(cx - 3 * s, seatTop - 12 * s, 6 * s, 14 * s, 1, 'legs');
      else for (const px of [left, right - 3 * s]) pen.rect(px, y + 2 * s, 3 * s, seatTop - y, 1.5 * s, 'legs');
      pen.soft(pillow(left - s, y, right - left + 2 * s, seatTop - y - (swivel ? 10 : 13) * s, 6 * s, s), 'main-1');
      pen.line(p`M${left + 3 * s} ${y + 4 * s}H${right - 3 * s}`, 'main+1', 1.4);
    }
  }
}
