import { AppError } from '../../kernel/errors.ts';
import { findTowns } from './findTowns.ts';
import type { Point } from './types.ts';

export interface Near {
  /** The town that was understood; null when a position was given. */
  town: { name: string; region: string } | null;
  point: Point;
}

/**
 * Where "near me" is: a position "50.06,19.94" or the name of a town.
 *
 * @throws AppError invalid_request (no such place on Earth), not_found (no such town)
 */
export async function readNear(text: string): Promise<Near> {
  const position = /^\s*(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
  if (position) {
    const point = { lat: Number(position[1]), lon: Number(position[2]) };
    if (Math.abs(point.lat) > 90 || Math.abs(point.lon) > 180) {
      throw new AppError('invalid_request', { detail: `${text} is not latitude,longitude in degrees.` });
    }
    return { town: null, point };
  }
  const [town] = await findTowns(text, 1);
  if (!town) throw new AppError('not_found', { detail: 'No town begins like that. Choose one from /api/shop/towns.' });
  return { town: { name: town.name, region: town.region }, point: town.point };
}
