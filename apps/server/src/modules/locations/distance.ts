import type { Point } from './types.ts';

/** Mean radius of the Earth, IUGG. */
const earthRadiusKm = 6371.0088;

/** Straight-line distance in kilometres by the haversine formula; within 0.5 % of the ellipsoid's. */
export function distanceKm(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const dLat = (b.lat - a.lat) * radians;
  const dLon = (b.lon - a.lon) * radians;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(dLon / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}
