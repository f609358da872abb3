import { addDays } from './calendar.ts';
import { todayHours } from './hours.ts';
import type { Location } from './types.ts';

/** A store as a shopper sees it at an instant: hours of today, the next opening, how far. Pure. */
export function showStore(location: Location, now: Date, distanceKm: number | undefined) {
  const today = todayHours(location, now);
  const until = addDays(today.date, 30);
  return {
    id: location.id,
    code: location.code,
    name: location.name,
    address: location.address,
    point: location.point,
    zone: location.zone,
    phone: location.phone,
    capabilities: location.capabilities,
    hours: location.hours,
    exceptions: location.exceptions.filter(({ date }) => date >= today.date && date <= until),
    today: { ...today, closesAt: today.closesAt?.toISOString() ?? null, opensAt: today.opensAt?.toISOString() ?? null },
    distanceKm: distanceKm === undefined ? null : Math.round(distanceKm * 10) / 10,
  };
}
