import type { CartLine } from './types.ts';

/** Goods that come together: one delivery window, or one store to collect from. */
export interface Parcel {
  key: string;
  method: 'delivery' | 'store';
  locationId: string | null;
  locationName: string | null;
  city: string | null;
  /** For what is sent: the window all its lines share; null while it cannot be sent. */
  window: { earliest: string; latest: string } | null;
  lines: CartLine[];
}

/**
 * Lines by how and when they come. What is sent on other days is another parcel; what is collected in another store is
 * another trip. Order: as the first line of each was put in.
 */
export function groupLines(lines: readonly CartLine[]): Parcel[] {
  const parcels = new Map<string, Parcel>();
  for (const line of lines) {
    const sent = line.way.method === 'delivery';
    const key = sent
      ? `delivery ${line.delivery?.earliest ?? ''} ${line.delivery?.latest ?? ''}`
      : `store ${line.way.locationId}`;
    const known = parcels.get(key);
    if (known) known.lines.push(line);
    else
      parcels.set(key, {
        key,
        method: sent ? 'delivery' : 'store',
        locationId: sent ? null : line.way.locationId,
        locationName: sent ? null : line.way.locationName,
        city: sent ? null : line.way.city,
        window: sent ? line.delivery : null,
        lines: [line],
      });
  }
  return [...parcels.values()];
}

/** Why the cart comes in more than one part; undefined where it comes at once. What cannot be sent at all is no part. */
export function whySplit(all: readonly Parcel[]): 'days' | 'stores' | 'ways' | undefined {
  const parcels = all.filter((parcel) => parcel.method === 'store' || parcel.window);
  if (parcels.length < 2) return undefined;
  const methods = new Set(parcels.map((parcel) => parcel.method));
  if (methods.size > 1) return 'ways';
  return methods.has('delivery') ? 'days' : 'stores';
}
