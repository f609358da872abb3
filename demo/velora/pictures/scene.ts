import type { Measures, Shape } from '../types.ts';

/** Where a drawing goes: the front of the product as a rectangle standing on the ground, in pixels. */
export interface Scene {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** y of the floor line; for wall and hanging things, the lower edge. */
  readonly ground: number;
  readonly cx: number;
  /** Pixels per centimetre. */
  readonly s: number;
  readonly shape: Shape;
  readonly measures: Measures;
  /** The chaise of a corner sofa; false for the left. */
  readonly mirrored: boolean;
}
