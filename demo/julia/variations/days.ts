import type { Json } from '../browser.ts';
import { addDays, inKrakow, weekdayOf } from '../calendar.ts';
import type { Scene } from '../cast.ts';

const dateInKrakow = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw' }).format(instant);

/** As people say it: "Monday 7 December, 20:00". */
export const inWords = (instant: string | Date): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Warsaw',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));

export const isExactly = (instant: string, date: string, time: string): boolean =>
  new Date(instant).getTime() === inKrakow(date, time).getTime();

/** The store in Kraków with its hours and the dates that differ from them. */
export async function krakowStore(scene: Scene): Promise<Json> {
  const admin = await scene.colleague('admin', scene.b);
  const { items } = await admin.get('/api/staff/locations');
  return items.find((location: Json) => location.id === scene.krakow);
}

/** Travels to a time of the first day after today on which Kraków opens on a weekday as usual, and says which. */
export async function nextMorning(scene: Scene, time = '11:00'): Promise<string> {
  const store = await krakowStore(scene);
  const today = dateInKrakow(scene.now());
  const usual = (date: string) => weekdayOf(date) !== 0 && !store.exceptions.some((one: Json) => one.date === date);
  for (let ahead = 1; ; ahead += 1) {
    const date = addDays(today, ahead);
    if (!usual(date)) continue;
    await scene.travelTo(inKrakow(date, time));
    return date;
  }
}

/** The first date after today that fits. */
export function firstDate(scene: Scene, fits: (date: string) => boolean): string {
  const today = dateInKrakow(scene.now());
  for (let ahead = 1; ahead < 400; ahead += 1) {
    const date = addDays(today, ahead);
    if (fits(date)) return date;
  }
  throw new Error('no such day within a year');
}
