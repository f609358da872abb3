import { drawLegs } from './draw-legs.ts';
import { type Pen, p, pillow, roundedRect } from './pen.ts';
import type { Scene } from './scene.ts';

/** A made bed from its foot end: headboard behind, pillows, duvet over the edge, frame. */
export function drawBed(pen: Pen, scene: Scene): void {
  const { x, w, ground, s, shape } = scene;
  const right = x + w;
  const frameTop = ground - 32 * s;
  const legTop = ground - (shape.legs === 'plinth' ? 6 : 16) * s;
  const mattressTop = ground - 50 * s;
  drawHeadboard(pen, scene, mattressTop);
  // Pillows lie against the headboard, the duvet runs towards the viewer and hangs over the edge.
  const pillowW = w * 0.37;
  const pillowY = mattressTop - 17 * s;
  for (const px of [x + w * 0.09, right - w * 0.09 - pillowW]) {
    pen.soft(pillow(px, pillowY, pillowW, 20 * s, 7 * s, 2 * s), 'linen');
    pen.line(
      p`M${px + pillowW * 0.2} ${pillowY + 8 * s}q${pillowW * 0.12} ${3 * s} ${pillowW * 0.25} ${2 * s}`,
      'linen-2',
      1.3,
    );
  }
  drawLegs(pen, shape.legs, x, right, legTop - 2, ground, s);
  const wooden = shape.back === 'bars' || shape.back === 'open' || shape.back === 'slats';
  if (wooden) pen.board(x, frameTop, w, legTop - frameTop, 3, 'main');
  else pen.softRect(x, frameTop, w, legTop - frameTop, 4 * s, 'main');
  if (shape.back === 'slats') pen.line(p`M${x + 3 * s} ${frameTop + 3 * s}H${right - 3 * s}`, 'main+2', 1.6);
  const duvet = p`M${x + 3 * s} ${mattressTop + 5 * s}Q${x + 5 * s} ${mattressTop - 4 * s} ${x + w * 0.18} ${mattressTop - 4 * s}H${right - w * 0.18}Q${right - 5 * s} ${mattressTop - 4 * s} ${right - 3 * s} ${mattressTop + 5 * s}L${right + 1 * s} ${frameTop + 7 * s}Q${right - w * 0.2} ${frameTop + 11 * s} ${scene.cx} ${frameTop + 8 * s}T${x - 1 * s} ${frameTop + 7 * s}z`;
  pen.soft(duvet, 'linen+1');
  pen.path(
    p`M${x + 3.5 * s} ${mattressTop + 4 * s}Q${x + 6 * s} ${mattressTop - 4 * s} ${x + w * 0.18} ${mattressTop - 4 * s}H${right - w * 0.18}Q${right - 6 * s} ${mattressTop - 4 * s} ${right - 3.5 * s} ${mattressTop + 4 * s}Q${scene.cx} ${mattressTop + 9 * s} ${x + 3.5 * s} ${mattressTop + 4 * s}z`,
    'linen+2',
  );
  pen.line(
    p`M${x + w * 0.3} ${mattressTop + 9 * s}q${-2 * s} ${8 * s} ${s} ${17 * s}M${x + w * 0.66} ${mattressTop + 9 * s}q${2 * s} ${8 * s} ${-s} ${16 * s}M${x + w * 0.47} ${mattressTop + 12 * s}q${s} ${6 * s} 0 ${13 * s}`,
    'linen-1',
    1.4,
  );
  const throwX = x + w * 0.56;
  pen.soft(
    p`M${throwX} ${mattressTop - 4 * s}h${w * 0.2}q${2 * s} ${14 * s} ${s} ${29 * s}q${-w * 0.1} ${2 * s} ${-w * 0.21} ${0.5 * s}z`,
    'accent',
  );
}

function drawHeadboard(pen: Pen, scene: Scene, mattressTop: number): void {
  const { x, y, w, ground, s, shape } = scene;
  const foot = ground - 20 * s;
  if (shape.back === 'channel') {
    const count = 11;
    const step = w / count;
    for (let i = 0; i < count; i += 1)
      pen.softRect(x + i * step, y, step, foot - y, step / 2, i % 2 === 0 ? 'main' : 'main+1');
    return;
  }
  if (shape.back === 'bars') {
    const post = 5 * s;
    for (const px of [x, x + w - post]) pen.board(px, y, post, foot - y, 3, 'main');
    const count = 17;
    for (let i = 1; i < count; i += 1)
      pen.rect(x + (i * w) / count - 0.9 * s, y + 5 * s, 1.8 * s, mattressTop - y, 1, 'main-1');
    pen.board(x, y + 2 * s, w, 6 * s, 3, 'main+1');
    return;
  }
  if (shape.back === 'slats') {
    const bar = 3 * s;
    const r = 10 * s;
    pen.line(
      p`M${x + bar} ${foot}V${y + r}a${r} ${r} 0 0 1 ${r} ${-r}H${x + w - r - bar}a${r} ${r} 0 0 1 ${r} ${r}V${foot}`,
      'main',
      bar,
    );
    for (let i = 1; i < 9; i += 1) pen.line(p`M${x + (i * w) / 9} ${y + bar}V${foot}`, 'main', 1.4 * s);
    return;
  }
  if (shape.back === 'open') {
    pen.board(x - 12 * s, y, w + 24 * s, foot - y - 4 * s, 2, 'main-1');
    pen.line(p`M${scene.cx} ${y}V${foot - 4 * s}`, 'main-3', 1.2);
    return;
  }
  pen.soft(roundedRect(x, y, w, foot - y, 6 * s), 'main');
  pen.line(roundedRect(x + 3 * s, y + 3 * s, w - 6 * s, foot - y, 4 * s), 'main-2', 1.6);
}
