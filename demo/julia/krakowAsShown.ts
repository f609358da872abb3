import { hoursOn, locationOf } from '../velora/locations.ts';
import type { Json } from './browser.ts';

const place = locationOf('KRAKOW');
const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const spans = (hours: { opens: string; closes: string } | null | undefined) =>
  hours ? [[hours.opens, hours.closes]] : [];

/** The store in Kraków with its calendar as the API shows it, before any server runs. */
export const krakowAsShown: Json = {
  name: place.name.pl,
  hours: Object.fromEntries(names.map((name, index) => [name, spans(place.weeklyHours[(index + 1) as 1])])),
  exceptions: place.exceptions.map(({ date, hours }) => ({ date, open: spans(hours) })),
};

/** When Kraków's door is open on a date; null: closed. */
export const krakowOpen = (date: string) => hoursOn(place, date);
