import type { Json } from './browser.ts';

const dayMs = 86_400_000;

/** The instant of a wall-clock time in Kraków on a date. */
export function inKrakow(date: string, time: string): Date {
  const wall = new Date(`${date}T${time}:00Z`);
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Warsaw',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(wall);
  const offsetMs = new Date(`${shown.replace(' ', 'T')}:00Z`).getTime() - wall.getTime();
  return new Date(wall.getTime() - offsetMs);
}

export const addDays = (date: string, days: number): string =>
  new Date(new Date(`${date}T12:00:00Z`).getTime() + days * dayMs).toISOString().slice(0, 10);

/** 0 = Sunday */
export const weekdayOf = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay();

/** "Tuesday" */
export const dayName = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' }).format(new Date(`${date}T12:00:00Z`));

/** The spans on a store's door on a date; [] = closed. */
export function doorOn(store: Json, date: string): [string, string][] {
  const exception = store.exceptions.find((one: Json) => one.date === date);
  return exception
    ? exception.open
    : store.hours[['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][weekdayOf(date)] ?? ''];
}

/** Whether a customer can walk in at that time of that date. */
const isOpenAt = (store: Json, date: string, time: string): boolean =>
  doorOn(store, date).some(([opens, closes]) => opens <= time && time < closes);

/**
 * When the story happens: she looks on a Tuesday and comes on the Saturday, if the store's calendar lets her. In a week
 * of holidays she looks on the next working day on which the store is open, and comes on the next day on which it is.
 */
export function daysOfStory(store: Json, from: string): { looks: string; comes: string } {
  const first = (date: string, fits: (date: string) => boolean): string => {
    for (let ahead = 0; ahead < 60; ahead += 1) if (fits(addDays(date, ahead))) return addDays(date, ahead);
    throw new Error(`${store.name} does not open within two months`);
  };
  const isWorkday = (date: string) => weekdayOf(date) >= 1 && weekdayOf(date) <= 5;
  const tuesday = first(from, (date) => weekdayOf(date) === 2);
  const looks = first(
    tuesday,
    (date) => isWorkday(date) && isOpenAt(store, date, '13:40') && isOpenAt(store, date, '17:30'),
  );
  const saturday = first(addDays(looks, 1), (date) => weekdayOf(date) === 6);
  return { looks, comes: first(saturday, (date) => isOpenAt(store, date, '15:30')) };
}
