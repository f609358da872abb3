import type { Ctx } from '../../kernel/context.ts';
import { distanceKm } from './distance.ts';
import { type LocationFilter, listLocations } from './readLocations.ts';
import type { Location, Point } from './types.ts';

export interface NearLocation {
  location: Location;
  distanceKm: number;
}

/** Locations by straight-line distance, nearest first, ties by code. One statement: a retailer has hundreds, not millions. */
export async function nearestLocations(ctx: Ctx, point: Point, filter: LocationFilter = {}): Promise<NearLocation[]> {
  return byDistance(await listLocations(ctx, filter), point);
}

/** The pure part of nearestLocations. */
export function byDistance(locations: readonly Location[], point: Point): NearLocation[] {
  return locations
    .map((location) => ({ location, distanceKm: distanceKm(point, location.point) }))
    .sort((a, b) => a.distanceKm - b.distanceKm || (a.location.code < b.location.code ? -1 : 1));
}
