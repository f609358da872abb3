import { drawLegs, legHeightCm } from './draw-legs.ts';
import { type Pen, p, pillow, roundedRect } from './pen.ts';
import type { Scene } from './scene.ts';

const armWidthCm = { round: 18, square: 15, slim: 8, slope: 13, pillow: 24, none: 3 } as const;
const armRiseCm = { round: 19, square: 20, slim: 17, slope: 22, pillow: 16, none: 0 } as const;

/** A sofa, sofa bed or plain armchair, seen from the front and a little from above. */
export function drawSofa(pen: Pen, scene: Scene): void {
  const { x, y, w, ground, s, shape, measures } = scene;
  const arm = shape.arm ?? 'square';
  const single = w / s < 110;
  const armW = armWidthCm[arm] * s * (single ? 0.85 : 1);
  const legTop = ground - legHeightCm(shape.legs) * s;
  const seatTop = ground - (measures.seatHeightCm ?? 44) * s;
  const armTop = shape.back === 'tufted' && arm === 'round' ? y + 4 * s : seatTop - armRiseCm[arm] * s;
  const [left, right] = [x + armW, x + w - armW];
  const seats = shape.cushions ?? 2;

  drawLegs(pen, shape.legs, x, x + w, legTop - 2, ground, s);
  drawBack(pen, scene, left, right, seatTop);
  drawSeat(pen, scene, left, right, seatTop, legTop, seats);
  if (arm === 'none') {
    if (shape.front === 'open') drawOpenFrame(pen, scene, seatTop, legTop);
    return;
  }
  for (const side of [0, 1] as const) drawArm(pen, scene, arm, side === 0 ? x : right, armW, armTop, legTop, side);
}

function drawBack(pen: Pen, scene: Scene, left: number, right: number, seatTop: number): void {
  const { y, s, shape } = scene;
  const width = right - left;
  const soft = shape.arm === 'pillow';
  const depth = seatTop - y;
  const body = roundedRect(
    left - 5 * s,
    y + (shape.back === 'loose' ? 5 * s : 0),
    width + 10 * s,
    depth + 8 * s,
    (soft ? 26 : 8) * s,
  );
  pen.soft(body, shape.back === 'loose' ? 'main-2' : 'main-1');
  if (shape.back === 'channel') {
    const count = Math.max(5, Math.round(width / (13 * s)));
    const step = (width + 6 * s) / count;
    for (let i = 0; i < count; i += 1)
      pen.softRect(left - 3 * s + i * step, y, step, depth + 6 * s, step / 2.2, 'main');
    return;
  }
  if (shape.back === 'tufted') {
    const columns = Math.max(4, Math.round(width / (17 * s)));
    const step = width / columns;
    const [upper, lower] = [y + depth * 0.28, y + depth * 0.62];
    let folds = '';
    let buttons = '';
    const button = (bx: number, by: number): string => p`M${bx} ${by}h${0.1}`;
    for (let i = 0; i <= columns; i += 1) {
      const cx = left + i * step;
      const mid = cx + step / 2;
      if (i < columns) {
        folds += p`M${cx} ${upper}L${mid} ${lower}L${cx + step} ${upper}M${mid} ${lower}V${seatTop}`;
        buttons += button(mid, lower);
      }
      if (i > 0 && i < columns) {
        folds += p`M${cx} ${y + 2 * s}V${upper}`;
        buttons += button(cx, upper);
      }
    }
    pen.line(folds, 'main-3', 1.5);
    pen.line(buttons, 'main-4', 2.8 * s);
    return;
  }
  if (shape.back === 'loose') {
    const count = shape.cushions ?? 2;
    const step = width / count;
    for (let i = 0; i < count; i += 1)
      pen.soft(pillow(left + i * step + 1.5, y + 1 * s, step - 3, depth + 3 * s, 7 * s, 2.4 * s), 'main');
    return;
  }
  const count = soft ? 1 : (shape.cushions ?? 2);
  for (let i = 1; i < count; i += 1) {
    const sx = left + (width / count) * i;
    pen.line(p`M${sx} ${y + 3 * s}V${seatTop}`, 'main-3', 1.6);
  }
  if (!soft) pen.line(p`M${left} ${y + 4 * s}H${right}`, 'main+1', 1.4);
}

function drawSeat(
  pen: Pen,
  scene: Scene,
  left: number,
  right: number,
  seatTop: number,
  legTop: number,
  seats: number,
): void {
  const { s, shape } = scene;
  const width = right - left;
  const cushion = Math.min(15 * s, (legTop - seatTop) * 0.62);
  const soft = shape.arm === 'pillow';
  const open = shape.front === 'open';
  if (!open)
    pen.softRect(
      left - 3 * s,
      seatTop + cushion * 0.7,
      width + 6 * s,
      legTop - seatTop - cushion * 0.7,
      soft ? 10 * s : 2 * s,
      'main-2',
    );
  const step = width / seats;
  for (let i = 0; i < seats; i += 1) {
    const cx = left + i * step;
    // The top of the seat, lit from above, then its front edge.
    pen.path(roundedRect(cx + 1, seatTop - 7 * s, step - 2, 14 * s, 4 * s), 'main+2');
    pen.soft(pillow(cx + 0.8, seatTop, step - 1.6, cushion, 4.5 * s, 1.1 * s), 'main+1');
    pen.line(p`M${cx + 4 * s} ${seatTop + 1.8 * s}H${cx + step - 4 * s}`, 'main+3', 1.2);
  }
  pen.veil(p`M${left} ${seatTop - 7.5 * s}h${width}v${3.2 * s}h${-width}z`, -0.1);
}

function drawArm(
  pen: Pen,
  scene: Scene,
  arm: 'round' | 'square' | 'slim' | 'slope' | 'pillow',
  x: number,
  armW: number,
  top: number,
  legTop: number,
  side: 0 | 1,
): void {
  const { s } = scene;
  const h = legTop - top;
  const inner = side === 0 ? x + armW : x;
  // The shadow an arm throws on the seat.
  pen.veil(
    p`M${inner} ${top + 6 * s}h${side === 0 ? 5 * s : -5 * s}v${h - 12 * s}h${side === 0 ? -5 * s : 5 * s}z`,
    -0.08,
  );
  if (arm === 'round') {
    pen.softRect(x, top, armW, h, armW / 2.1, 'main');
    pen.line(
      p`M${x + armW * 0.28} ${legTop - 3 * s}V${top + armW * 0.5}a${armW * 0.22} ${armW * 0.22} 0 0 1 ${armW * 0.44} 0V${legTop - 3 * s}`,
      'main-2',
      1.3,
    );
    return;
  }
  if (arm === 'pillow') {
    pen.soft(pillow(x, top, armW, h, 12 * s, 2 * s), 'main');
    return;
  }
  if (arm === 'slope') {
    const [near, far] = side === 0 ? [x, x + armW] : [x + armW, x];
    pen.soft(
      p`M${near} ${top + 6 * s}Q${near} ${top} ${(near + far) / 2} ${top}Q${far} ${top} ${far} ${top + 7 * s}V${legTop}H${near}z`,
      'main',
    );
    pen.line(p`M${(near + far) / 2} ${top + 3 * s}V${legTop - 2 * s}`, 'main-2', 1.2);
    return;
  }
  pen.softRect(x, top, armW, h, (arm === 'slim' ? 2 : 3) * s, 'main');
  pen.rect(x + 0.8 * s, top + 0.6 * s, armW - 1.6 * s, 3 * s, 1.4 * s, 'main+2');
}

/** Show-wood: two posts, a rail over each arm and one below the seat. */
function drawOpenFrame(pen: Pen, scene: Scene, seatTop: number, legTop: number): void {
  const { x, w, ground, s } = scene;
  const rail = seatTop - 18 * s;
  pen.rect(x, legTop - 5 * s, w, 4.5 * s, 2, 'legs');
  for (const side of [0, 1] as const) {
    const px = side === 0 ? x : x + w - 4.5 * s;
    pen.rect(px, rail + 2 * s, 4.5 * s, ground - rail - 2 * s, 2, 'legs');
    pen.softRect(side === 0 ? x - 2.5 * s : x + w - 9.5 * s, rail, 12 * s, 4 * s, 2 * s, 'legs+1');
  }
}

/** A corner sofa: the chaise comes towards the viewer on one side. */
export function drawCornerSofa(pen: Pen, scene: Scene): void {
  const forward = 17 * scene.s;
  const back: Scene = { ...scene, ground: scene.ground - forward, y: scene.y - forward * 0.25 };
  const s = scene.s;
  pen.shadow(scene.cx, back.ground + 1, scene.w * 0.52);
  drawSofa(pen, back);
  const arm = scene.shape.arm ?? 'square';
  const armW = armWidthCm[arm] * s;
  const width = scene.w * 0.36;
  const seatTop = back.ground - (scene.measures.seatHeightCm ?? 43) * s;
  const x = scene.mirrored ? scene.x + scene.w - width - armW * 0.35 : scene.x + armW * 0.35;
  const legTop = scene.ground - legHeightCm(scene.shape.legs) * s;
  const radius = (arm === 'pillow' ? 13 : arm === 'round' ? 7 : 4) * s;
  pen.shadow(x + width / 2, scene.ground + 1, width * 0.6);
  drawLegs(pen, scene.shape.legs, x, x + width, legTop - 2, scene.ground, s);
  const face = seatTop + forward;
  pen.path(roundedRect(x, seatTop - 6 * s, width, forward + 16 * s, radius), 'main+2');
  pen.softRect(x + 1.5 * s, face + 9 * s, width - 3 * s, legTop - face - 9 * s, radius * 0.7, 'main-2');
  pen.soft(pillow(x, face, width, 15 * s, radius, 1.2 * s), 'main+1');
  const outer = scene.mirrored ? x + width : x;
  const cushionW = width * 0.46;
  pen.soft(
    pillow(scene.mirrored ? outer - cushionW - 7 * s : outer + 7 * s, seatTop - 31 * s, cushionW, 30 * s, 6 * s, 2 * s),
    'main+2',
  );
}
