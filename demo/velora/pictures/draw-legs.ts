import type { Shape } from '../types.ts';
import { type Pen, p, type Tone } from './pen.ts';

type LegKind = NonNullable<Shape['legs']>;

/** Centimetres of air under a piece that stands on such legs. */
export function legHeightCm(kind: LegKind | undefined): number {
  if (kind === 'plinth') return 4;
  if (kind === 'block') return 7;
  if (kind === 'sled') return 14;
  return 15;
}

/** Legs between `left` and `right`, from `top` down to `ground`; `s` is pixels per centimetre. */
export function drawLegs(
  pen: Pen,
  kind: LegKind | undefined,
  left: number,
  right: number,
  top: number,
  ground: number,
  s: number,
): void {
  const h = ground - top;
  // Narrow pieces have their legs nearer the corners.
  const span = (right - left) / s;
  const [outer, inner] = [Math.min(8, span * 0.1) * s, Math.min(17, span * 0.24) * s];
  const leg = (x: number, lean: number, wide: number, thin: number, tone: Tone): void =>
    pen.path(p`M${x - wide / 2} ${top}h${wide}L${x + lean + thin / 2} ${ground}h${-thin}z`, tone);
  if (kind === 'plinth') {
    pen.rect(left + 4 * s, top, right - left - 8 * s, h, 2, 'legs-3');
    return;
  }
  if (kind === 'block') {
    for (const x of [left + 5 * s, right - 5 * s]) pen.rect(x - 3.5 * s, top, 7 * s, h, 1.5, 'legs');
    return;
  }
  if (kind === 'sled') {
    pen.line(
      p`M${left + 8 * s} ${top}V${ground - 2}H${left + 28 * s}M${right - 8 * s} ${top}V${ground - 2}H${right - 28 * s}`,
      'legs',
      1.8 * s,
    );
    return;
  }
  if (kind === 'metal' || kind === 'hairpin') {
    for (const [x, lean] of [
      [left + inner, 2 * s],
      [right - inner, -2 * s],
    ] as const)
      leg(x, lean, 2 * s, 1.6 * s, 'legs-2');
    for (const [x, lean] of [
      [left + outer, -2.5 * s],
      [right - outer, 2.5 * s],
    ] as const)
      leg(x, lean, 2.4 * s, 1.8 * s, 'legs');
    return;
  }
  for (const [x, lean] of [
    [left + inner, 2 * s],
    [right - inner, -2 * s],
  ] as const)
    leg(x, lean, 4 * s, 2 * s, 'legs-2');
  for (const [x, lean] of [
    [left + outer, -3 * s],
    [right - outer, 3 * s],
  ] as const)
    leg(x, lean, 5 * s, 2.2 * s, 'legs');
}
