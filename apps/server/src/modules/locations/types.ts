/** WGS 84 degrees. */
export interface Point {
  lat: number;
  lon: number;
}

export const locationKinds = ['store', 'warehouse', 'dropshipper'] as const;
export type LocationKind = (typeof locationKinds)[number];

export const capabilities = ['pickup', 'reserve', 'ship', 'display', 'return', 'pay'] as const;
export type Capability = (typeof capabilities)[number];

/** Local wall-clock times 'HH:MM', from inclusive, to exclusive; '24:00' is the end of the day. */
export type OpenSpan = [from: string, to: string];

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
export type WeeklyHours = Record<Weekday, OpenSpan[]>;

/** A date on which the weekly hours do not hold: a holiday ([]), a trading Sunday, a stocktaking. */
export interface HoursException {
  /** 'YYYY-MM-DD', the location's calendar */
  date: string;
  open: OpenSpan[];
  note?: string;
}

export interface Address {
  line1: string;
  postcode: string;
  city: string;
  /** ISO 3166-1 alpha-2 */
  country: string;
}

export interface Location {
  id: string;
  /** Short and lasting, such as KRK-1: what staff say and what feeds name. */
  code: string;
  kind: LocationKind;
  name: string;
  address: Address;
  point: Point;
  /** IANA time zone */
  zone: string;
  /** The desk's number. */
  phone: string;
  hours: WeeklyHours;
  /** By date. */
  exceptions: HoursException[];
  capabilities: Capability[];
  /** Open time a pickup needs from order to ready. */
  preparationMinutes: number;
  /** Orders after this local time 'HH:MM' are prepared on the next opening day. */
  cutOff: string;
  archivedAt: Date | null;
  version: number;
}

/** As much of a location as its clock needs. */
export type Opening = Pick<Location, 'zone' | 'hours' | 'exceptions'>;

export interface Town {
  name: string;
  /** Voivodeship, lower case */
  region: string;
  point: Point;
  population: number;
}
