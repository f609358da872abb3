/** The day after a `2026-11-26`. */
export function nextDay(day: string): string {
  return shiftDay(day, 1);
}

export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Minutes that `zone` is ahead of UTC at an instant. */
function offsetMinutes(instant: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  return Math.round((local - Math.floor(instant.getTime() / 60_000) * 60_000) / 60_000);
}

/** A wall-clock time (`2026-11-26T16:00`) of a zone as an instant, RFC 3339. */
export function instantOf(local: string, zone: string): string {
  const asUtc = Date.parse(`${local}Z`);
  // Twice, because the offset may differ on the other side of a clock change.
  const first = asUtc - offsetMinutes(new Date(asUtc), zone) * 60_000;
  return new Date(asUtc - offsetMinutes(new Date(first), zone) * 60_000).toISOString();
}

/** When a calendar day begins in a zone. */
export const dayStart = (day: string, zone: string): string => instantOf(`${day}T00:00`, zone);

/** The calendar day of an instant in a zone. */
export function dayIn(zone: string, instant: Date): string {
  return new Date(instant.getTime() + offsetMinutes(instant, zone) * 60_000).toISOString().slice(0, 10);
}
