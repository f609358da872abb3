export interface SnoozeChoice {
  id: 'laterToday' | 'tomorrow' | 'monday' | 'inWeek';
  /** RFC 3339 */
  until: string;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The instant of a clock time on the day of `day`, in the zone; exact across clock changes, for a shop opens by the clock. */
function atClock(day: Date, hour: number, zone: string): Date {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const date = parts.format(day);
  const guess = new Date(`${date}T${String(hour).padStart(2, '0')}:00:00Z`);
  const shown = (instant: Date) =>
    Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(instant));
  let shift = shown(guess) - hour;
  if (shift > 12) shift -= 24;
  if (shift < -12) shift += 24;
  return new Date(guess.getTime() - shift * hourMs);
}

/** When a conversation may come back: three hours from now, tomorrow at nine, Monday at nine, in a week. */
export function snoozeChoices(now: Date, zone: string): SnoozeChoice[] {
  const weekday = new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'short' }).format(now);
  const toMonday = 7 - ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(weekday);
  const inDays = (days: number) => atClock(new Date(now.getTime() + days * dayMs), 9, zone).toISOString();
  return [
    { id: 'laterToday', until: new Date(now.getTime() + 3 * hourMs).toISOString() },
    { id: 'tomorrow', until: inDays(1) },
    ...(toMonday > 1 ? [{ id: 'monday' as const, until: inDays(toMonday) }] : []),
    { id: 'inWeek', until: inDays(7) },
  ];
}
