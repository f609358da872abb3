import { type Pen, p } from './pen.ts';
import type { Scene } from './scene.ts';

/** Dining and coffee tables: what carries the top first, the top last. */
export function drawTable(pen: Pen, scene: Scene): void {
  const { x, y, w, ground, s, shape, measures } = scene;
  if (shape.top === 'nest') {
    drawNest(pen, scene);
    return;
  }
  const low = measures.heightCm < 60;
  const thick = (low ? 3 : shape.legs === 'trestle' ? 4.5 : 3.2) * s;
  drawSupport(pen, scene, y + thick, low);
  if (shape.rows === 2) pen.board(x + 9 * s, y + (ground - y) * 0.55, w - 18 * s, 2.4 * s, 1, 'main-1');
  if (shape.top === 'round' || shape.top === 'oval') {
    const ry = Math.min(w * 0.11, 13 * s);
    pen.ellipse(scene.cx, y + thick, w / 2, ry, 'main-2');
    pen.ellipse(scene.cx, y, w / 2, ry, 'main+1');
    if (shape.top === 'oval' && !pen.inked) veins(pen, scene, ry);
    else
      pen.line(
        p`M${scene.cx - w * 0.36} ${y - ry * 0.2}q${w * 0.3} ${-ry * 0.25} ${w * 0.66} ${-ry * 0.1}M${scene.cx - w * 0.28} ${y + ry * 0.32}q${w * 0.3} ${-ry * 0.2} ${w * 0.55} ${-ry * 0.05}`,
        'main',
        1.2,
      );
    return;
  }
  const back = (low ? 7 : 9) * s;
  pen.path(p`M${x + back * 0.8} ${y - back}H${x + w - back * 0.8}L${x + w} ${y}H${x}z`, 'main+1');
  pen.line(
    p`M${x + back} ${y - back * 0.66}H${x + w - back * 1.6}M${x + back * 1.2} ${y - back * 0.3}H${x + w - back}`,
    'main',
    1.1,
  );
  pen.board(x, y, w, thick, 1.5, 'main');
}

function veins(pen: Pen, scene: Scene, ry: number): void {
  const { cx, w, y } = scene;
  pen.line(
    p`M${cx - w * 0.4} ${y - ry * 0.1}q${w * 0.1} ${ry * 0.4} ${w * 0.22} ${ry * 0.1}t${w * 0.25} ${ry * 0.3}M${cx - w * 0.1} ${y - ry * 0.7}q${w * 0.08} ${ry * 0.5} ${w * 0.2} ${ry * 0.4}t${w * 0.22} ${ry * 0.2}`,
    'main-1',
    1.3,
  );
}

function drawSupport(pen: Pen, scene: Scene, top: number, low: boolean): void {
  const { x, w, ground, cx, s, shape } = scene;
  const leg = (px: number, lean: number, wide: number, thin: number, tone: 'legs' | 'legs-2', foot = ground): void =>
    pen.path(p`M${px - wide / 2} ${top}h${wide}L${px + lean + thin / 2} ${foot}h${-thin}z`, tone);
  const backFoot = ground - (low ? 4 : 6) * s;
  switch (shape.legs) {
    case 'pedestal': {
      if (shape.top === 'oval') {
        pen.path(
          p`M${cx - w * 0.17} ${top}C${cx - w * 0.06} ${top + (ground - top) * 0.35} ${cx - w * 0.09} ${top + (ground - top) * 0.65} ${cx - w * 0.22} ${ground}H${cx + w * 0.22}C${cx + w * 0.09} ${top + (ground - top) * 0.65} ${cx + w * 0.06} ${top + (ground - top) * 0.35} ${cx + w * 0.17} ${top}z`,
          'legs-1',
        );
        pen.veil(
          p`M${cx + w * 0.05} ${top}h${w * 0.12}C${cx + w * 0.06} ${top + (ground - top) * 0.35} ${cx + w * 0.09} ${top + (ground - top) * 0.65} ${cx + w * 0.22} ${ground}h${-w * 0.12}z`,
          -0.07,
        );
        return;
      }
      const column = Math.min(w * 0.09, 7 * s);
      pen.path(
        p`M${cx - column} ${top}C${cx - column * 0.6} ${top + 18 * s} ${cx - column * 0.7} ${ground - 14 * s} ${cx - w * 0.24} ${ground - 3 * s}H${cx + w * 0.24}C${cx + column * 0.7} ${ground - 14 * s} ${cx + column * 0.6} ${top + 18 * s} ${cx + column} ${top}z`,
        'legs',
      );
      pen.rect(cx - w * 0.24, ground - 3.4 * s, w * 0.48, 3.4 * s, 1.6 * s, 'legs-2');
      return;
    }
    case 'trestle':
      for (const tx of [x + w * 0.2, x + w * 0.8]) {
        leg(tx + 2 * s, 5 * s, 5 * s, 4 * s, 'legs-2', backFoot);
        leg(tx - 6 * s, -10 * s, 6 * s, 4.5 * s, 'legs');
        leg(tx + 6 * s, 10 * s, 6 * s, 4.5 * s, 'legs');
        pen.rect(tx - 12 * s, top + (ground - top) * 0.58, 24 * s, 4 * s, 1, 'legs-2');
        pen.rect(tx - 13 * s, top, 26 * s, 4 * s, 1, 'legs');
      }
      return;
    case 'metal':
      for (const [px, lean] of [
        [x + 14 * s, 1 * s],
        [x + w - 14 * s, -1 * s],
      ] as const)
        leg(px, lean, 2.4 * s, 2 * s, 'legs-2', backFoot);
      for (const [px, lean] of [
        [x + 5 * s, -1 * s],
        [x + w - 5 * s, 1 * s],
      ] as const)
        leg(px, lean, 3 * s, 2.4 * s, 'legs');
      return;
    case 'block': {
      const wide = low ? w * 0.17 : 8 * s;
      const inset = low ? w * 0.2 : 6 * s;
      if (low) pen.rect(cx - wide / 2, top, wide, backFoot - top - 2 * s, wide * 0.2, 'legs-2');
      else {
        pen.rect(x + 2 * s, top, w - 4 * s, 8 * s, 1, 'legs-2');
        for (const px of [x + 18 * s, x + w - 18 * s]) pen.rect(px - 3 * s, top, 6 * s, backFoot - top, 1, 'legs-2');
      }
      for (const px of [x + inset, x + w - inset])
        pen.rect(px - wide / 2, top, wide, ground - top, low ? wide * 0.22 : 2, 'legs');
      return;
    }
    default:
      pen.rect(x + 8 * s, top, w - 16 * s, (low ? 4 : 7) * s, 1, 'legs-2');
      for (const [px, lean] of [
        [x + 20 * s, 1 * s],
        [x + w - 20 * s, -1 * s],
      ] as const)
        leg(px, lean, 4.5 * s, 2.4 * s, 'legs-2', backFoot);
      for (const [px, lean] of [
        [x + 9 * s, -3 * s],
        [x + w - 9 * s, 3 * s],
      ] as const)
        leg(px, lean, 6 * s, 3 * s, 'legs');
  }
}

/** Two round tables, the small one half under the large. */
function drawNest(pen: Pen, scene: Scene): void {
  const { x, y, w, ground, s } = scene;
  const one = (cx: number, top: number, r: number, foot: number): void => {
    for (const [at, lean] of [
      [-0.62, -2 * s],
      [0.62, 2 * s],
      [0.06, 0],
    ] as const)
      pen.path(
        p`M${cx + r * at - 1.2 * s} ${top}h${2.4 * s}L${cx + r * at + lean + s} ${at === 0.06 ? foot - 4 * s : foot}h${-2 * s}z`,
        at === 0.06 ? 'legs-2' : 'legs',
      );
    pen.ellipse(cx, top + 2.6 * s, r, r * 0.2, 'main-2');
    pen.ellipse(cx, top, r, r * 0.2, 'main+1');
    pen.line(p`M${cx - r * 0.7} ${top - r * 0.03}q${r * 0.6} ${-r * 0.08} ${r * 1.3} 0`, 'main', 1.1);
  };
  one(x + w * 0.6, y + 7 * s, w * 0.36, ground - 3 * s);
  one(x + w * 0.24, y + 17 * s, w * 0.26, ground + 2 * s);
}
