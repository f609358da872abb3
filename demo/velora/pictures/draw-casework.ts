import { cane } from './draw-armchair.ts';
import { drawLegs } from './draw-legs.ts';
import { type Pen, p } from './pen.ts';
import type { Scene } from './scene.ts';

function underCm(scene: Scene): number {
  const { legs } = scene.shape;
  if (legs === 'plinth') return 5;
  if (legs === 'block') return 9;
  return Math.min(18, (scene.h / scene.s) * 0.28);
}

function grain(
  pen: Pen,
  x: number,
  y: number,
  w: number,
  h: number,
  scene: Scene,
  tone: 'main' | 'main+1' | 'main-1',
): void {
  pen.board(x, y, w, h, 2, tone);
  if (scene.shape.motif === 'rib') {
    let light = '';
    let dark = '';
    const step = Math.max(6, 2.8 * scene.s);
    for (let rx = x + step; rx < x + w - 1; rx += step) {
      dark += p`M${rx} ${y + 1}v${h - 2}`;
      light += p`M${rx - step * 0.45} ${y + 1}v${h - 2}`;
    }
    pen.line(light, 'main+1', 1.4);
    pen.line(dark, 'main-2', 1.6);
  }
  if (scene.shape.motif === 'border') {
    const b = 5 * scene.s;
    pen.line(p`M${x + b} ${y + b}h${w - 2 * b}v${h - 2 * b}h${2 * b - w}z`, 'main-2', 1.5);
    pen.line(p`M${x + b + 2} ${y + b + 2}h${w - 2 * b - 4}`, 'main+2', 1);
  }
}

function handle(pen: Pen, cx: number, cy: number, upright: boolean, scene: Scene): void {
  if (scene.shape.motif === 'rib') return;
  const s = scene.s;
  if (upright) pen.rect(cx - 0.7 * s, cy - 6 * s, 1.4 * s, 12 * s, 0.7 * s, 'metal');
  else if (scene.shape.legs === 'taper')
    pen.path(
      p`M${cx - 7 * s} ${cy}h${14 * s}q${-1.5 * s} ${2.6 * s} ${-7 * s} ${2.6 * s}t${-7 * s} ${-2.6 * s}z`,
      'main-3',
    );
  else pen.ellipse(cx, cy, 1.6 * s, 1.6 * s, 'metal');
}

/** Sideboards, TV units, chests, wardrobes, nightstands: a box with fronts, on legs or a plinth. */
export function drawCasework(pen: Pen, scene: Scene): void {
  const { x, y, w, ground, s, shape } = scene;
  const bottom = ground - underCm(scene) * s;
  const lid = Math.min(3, scene.h / s / 14) * s;
  drawLegs(pen, shape.legs, x, x + w, bottom - 2, ground, s);
  // The top, seen from a little above.
  pen.path(p`M${x + 3 * s} ${y - 2.6 * s}H${x + w - 3 * s}L${x + w} ${y + 1}H${x}z`, 'main+2');
  pen.board(x, y, w, bottom - y, 3, 'main-1');
  const [left, top, width, height] = [x + 2 * s, y + lid, w - 4 * s, bottom - y - lid - 1.6 * s];
  const columns = shape.columns ?? 2;
  const rows = shape.rows ?? 3;
  const gap = 0.8 * s;
  const cw = (width - gap * (columns - 1)) / columns;
  for (let column = 0; column < columns; column += 1) {
    const cx = left + column * (cw + gap);
    const kind = frontOf(scene, column, columns);
    if (kind === 'drawers') {
      const rh = (height - gap * (rows - 1)) / rows;
      for (let row = 0; row < rows; row += 1) {
        const ry = top + row * (rh + gap);
        if (shape.front === 'mixed' && columns === 1 && row === 0) {
          pen.rect(cx, ry, cw, rh, 2, 'main-3');
          continue;
        }
        grain(pen, cx, ry, cw, rh, scene, 'main');
        handle(pen, cx + cw / 2, shape.legs === 'taper' ? ry + 0.4 * s : ry + rh / 2, false, scene);
      }
    } else if (kind === 'open') {
      pen.rect(cx, top, cw, height, 2, 'inner');
      pen.veil(p`M${cx} ${top}h${cw}v${3 * s}h${-cw}z`, -0.18);
      pen.rect(cx, top + height * 0.5, cw, 1.8 * s, 0, 'main');
    } else {
      grain(pen, cx, top, cw, height, scene, 'main');
      if (kind === 'cane') {
        const inset = 4 * s;
        pen.rect(cx + inset, top + inset, cw - 2 * inset, height - 2 * inset, 2, 'accent');
        cane(pen, cx + inset, top + inset, cx + cw - inset, top + height - inset, 4 * s);
      }
      const rightHung = column % 2 === 0 && column < columns - 1;
      handle(
        pen,
        rightHung ? cx + cw - 3 * s : cx + 3 * s,
        top + height * (height > 120 * s ? 0.52 : 0.42),
        true,
        scene,
      );
    }
  }
}

function frontOf(scene: Scene, column: number, columns: number): 'doors' | 'drawers' | 'cane' | 'open' {
  const { front } = scene.shape;
  if (front === 'drawers') return 'drawers';
  if (front === 'cane') return column === 1 ? 'drawers' : 'cane';
  if (front === 'mixed') {
    if (columns === 1) return 'drawers';
    if ((scene.shape.rows ?? 3) === 1) return column === 1 ? 'open' : 'doors';
    return column === 1 ? 'drawers' : 'doors';
  }
  if (front === 'open') return column === 1 ? 'open' : 'drawers';
  return 'doors';
}

const spines = ['#B4623F', '#54705F', '#C9B68F', '#34547F', '#E4DBC8', '#6E2737', '#8E9190', '#D9B36A'];

/** Open shelves with a few books and pots, the same ones every time. */
export function drawBookcase(pen: Pen, scene: Scene): void {
  const { x, y, w, ground, s, shape } = scene;
  const rows = shape.rows ?? 5;
  const columns = shape.columns ?? 1;
  if (shape.legs === 'cross') {
    drawLadder(pen, scene, rows);
    return;
  }
  const steel = shape.legs === 'metal';
  const bottom = steel ? ground - 6 * s : ground - (shape.legs === 'plinth' ? 5 : 9) * s;
  const board = 2.2 * s;
  if (!steel) {
    drawLegs(pen, shape.legs, x, x + w, bottom - 1, ground, s);
    pen.rect(x, y, w, bottom - y, 2, 'inner');
    pen.veil(p`M${x} ${y}h${w}v${4 * s}h${-w}z`, -0.12);
  }
  const rh = (bottom - y - board) / rows;
  const cw = (w - board) / columns;
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      fillShelf(
        pen,
        x + board + column * cw + 2 * s,
        y + (row + 1) * rh,
        cw - board - 4 * s,
        rh - board - 4 * s,
        row * 3 + column * 2 + rows,
        s,
      );
  for (let row = 0; row <= rows; row += 1) pen.board(x, y + row * rh, w, board, 0, row === 0 ? 'main+1' : 'main');
  for (let column = 0; column <= columns; column += 1) {
    const px = x + column * cw;
    if (steel) pen.rect(px, y - 6 * s, 1.8 * s, ground - y + 6 * s, 1, 'legs');
    else pen.board(px, y, board, bottom - y, 0, 'main-1');
  }
}

function drawLadder(pen: Pen, scene: Scene, rows: number): void {
  const { x, y, w, ground, s } = scene;
  for (const [top, foot] of [
    [x + 6 * s, x],
    [x + w - 6 * s, x + w],
  ] as const)
    pen.path(p`M${top - 1.6 * s} ${y}h${3.2 * s}L${foot + 1.8 * s} ${ground}h${-3.6 * s}z`, 'main-1');
  for (let row = 0; row < rows; row += 1) {
    const t = (row + 0.7) / rows;
    const sy = y + (ground - y - 14 * s) * t;
    const inset = 6 * s * (1 - t);
    fillShelf(pen, x + inset + 4 * s, sy, w - 2 * inset - 8 * s, 22 * s, row * 2 + 1, s);
    pen.board(x + inset - 2 * s, sy, w - 2 * inset + 4 * s, (1.8 + t * 2.6) * s, 1, 'main');
  }
}

function fillShelf(pen: Pen, x: number, floor: number, w: number, room: number, kind: number, s: number): void {
  if (pen.inked || room < 8 * s) return;
  const what = kind % 5;
  const tall = Math.min(room, 24 * s);
  if (what === 4) return;
  if (what === 2) {
    pen.path(
      p`M${x + w * 0.3} ${floor}q${-6 * s} ${-5 * s} ${-4 * s} ${-11 * s}q${s} ${-3 * s} ${3 * s} ${-5 * s}h${5 * s}q${2 * s} ${2 * s} ${3 * s} ${5 * s}q${2 * s} ${6 * s} ${-4 * s} ${11 * s}z`,
      kind % 2 === 0 ? 'linen-1' : 'accent',
    );
    return;
  }
  let cursor = x + (what === 1 ? w * 0.4 : 0);
  const end = x + w * (what === 3 ? 0.55 : 0.95);
  for (let i = 0; cursor < end - 4 * s && i < 9; i += 1) {
    const thick = (2.6 + ((kind * 7 + i * 5) % 4)) * s;
    const high = tall * (0.72 + ((kind * 3 + i * 7) % 5) * 0.06);
    pen.rect(cursor, floor - high, thick - 0.6, high, 1, bookTone(kind + i));
    cursor += thick;
  }
}

function bookTone(index: number): 'accent' | 'linen' | 'leaf' | 'linen-2' | 'glass' | 'accent-2' | 'leaf-2' | 'inner' {
  return (
    (['accent', 'linen', 'leaf', 'linen-2', 'glass', 'accent-2', 'leaf-2', 'inner'] as const)[index % spines.length] ??
    'linen'
  );
}

/** Desk: a top, a shallow drawer box, legs or two steel columns. */
export function drawDesk(pen: Pen, scene: Scene): void {
  const { x, y, w, ground, s, shape } = scene;
  if (shape.legs === 'metal') {
    for (const cx of [x + w * 0.18, x + w * 0.82]) {
      pen.rect(cx - 3 * s, y + 3 * s, 6 * s, ground - y - 6 * s, 1, 'legs');
      pen.rect(cx - 2 * s, y + 3 * s, 4 * s, (ground - y) * 0.4, 1, 'legs+1');
      pen.rect(cx - 12 * s, ground - 4 * s, 24 * s, 4 * s, 2, 'legs-1');
    }
    pen.path(p`M${x + 4 * s} ${y - 4 * s}H${x + w - 4 * s}L${x + w} ${y}H${x}z`, 'main+2');
    pen.board(x, y, w, 2.8 * s, 1, 'main');
    return;
  }
  drawLegs(pen, 'taper', x, x + w, y + 4 * s, ground, s);
  const columns = shape.columns ?? 1;
  const span = (w - 16 * s) / Math.max(2, columns);
  pen.board(x + 4 * s, y + 3 * s, w - 8 * s, 12 * s, 1, 'main-1');
  for (let i = 0; i < columns; i += 1) {
    const dx = columns === 1 ? scene.cx - span / 2 : x + 8 * s + i * span;
    pen.board(dx + s, y + 4.5 * s, span - 2 * s, 9 * s, 1, 'main');
    pen.ellipse(dx + span / 2, y + 9 * s, 1.3 * s, 1.3 * s, 'metal');
  }
  pen.path(p`M${x + 4 * s} ${y - 4 * s}H${x + w - 4 * s}L${x + w} ${y}H${x}z`, 'main+2');
  pen.board(x + 4 * s, y - 8 * s, w - 8 * s, 4.5 * s, 1, 'main+1');
  pen.board(x, y, w, 3 * s, 1, 'main');
}
