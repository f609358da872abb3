import { weekdayOf } from './calendar.ts';
import { polishHolidays, storeExceptions } from './polish-holidays.ts';
import type { Capability, IsoDate, LocalizedText, Location, LocationCode, OpeningSpan, Weekday } from './types.ts';

const ZONE = 'Europe/Warsaw';
const YEARS = [2025, 2026, 2027, 2028] as const;

/** Furniture on a shop floor is collected; only a store with a loading bay sends it. */
const store: readonly Capability[] = ['pickup', 'reserve', 'display', 'returns'];
const storeWithBay: readonly Capability[] = [...store, 'ship_from_store'];

function hours(opens: string, closes: string, days: readonly Weekday[]): Partial<Record<Weekday, OpeningSpan>> {
  return Object.fromEntries(days.map((day) => [day, { opens, closes }]));
}

const monToSat: readonly Weekday[] = [1, 2, 3, 4, 5, 6];
const exceptions = storeExceptions(YEARS);

interface StoreRow {
  readonly code: LocationCode;
  readonly name: LocalizedText;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly lat: number;
  readonly lon: number;
  readonly phone: string;
  readonly opens?: string;
  readonly closes?: string;
  readonly saturdayCloses?: string;
  readonly capabilities?: readonly Capability[];
  readonly desk: LocalizedText;
}

const rows: readonly StoreRow[] = [
  {
    code: 'WAW-CENTRUM',
    name: { en: 'Warszawa Centrum', pl: 'Warszawa Centrum', ru: 'Варшава, Центр' },
    street: 'ul. Marszałkowska 126',
    postcode: '00-008',
    city: 'Warszawa',
    lat: 52.2342,
    lon: 21.0103,
    phone: '+48600000901',
    closes: '21:00',
    saturdayCloses: '20:00',
    desk: {
      en: 'Ground floor, desk on the right behind the lamps.',
      pl: 'Parter, punkt odbioru po prawej, za lampami.',
      ru: 'Первый этаж, стойка справа, за светильниками.',
    },
  },
  {
    code: 'WAW-WOLA',
    name: { en: 'Warszawa Wola', pl: 'Warszawa Wola', ru: 'Варшава, Воля' },
    street: 'ul. Wolska 88',
    postcode: '01-141',
    city: 'Warszawa',
    lat: 52.2331,
    lon: 20.9617,
    phone: '+48600000902',
    capabilities: storeWithBay,
    desk: {
      en: 'Loading bay at the back, entrance from ul. Młynarska.',
      pl: 'Rampa z tyłu budynku, wjazd od ul. Młynarskiej.',
      ru: 'Рампа позади здания, въезд с ул. Млынарской.',
    },
  },
  {
    code: 'KRAKOW',
    name: { en: 'Kraków', pl: 'Kraków', ru: 'Краков' },
    street: 'ul. Starowiślna 40',
    postcode: '31-032',
    city: 'Kraków',
    lat: 50.0546,
    lon: 19.9458,
    phone: '+48600000903',
    desk: {
      en: 'Courtyard, green door, ring the bell.',
      pl: 'Dziedziniec, zielone drzwi, prosimy zadzwonić.',
      ru: 'Во дворе зелёная дверь, позвоните в звонок.',
    },
  },
  {
    code: 'GDANSK',
    name: { en: 'Gdańsk', pl: 'Gdańsk', ru: 'Гданьск' },
    street: 'al. Grunwaldzka 82',
    postcode: '80-244',
    city: 'Gdańsk',
    lat: 54.3819,
    lon: 18.6043,
    phone: '+48600000904',
    desk: { en: 'Lower floor, beside the lift.', pl: 'Poziom −1, obok windy.', ru: 'Нижний этаж, рядом с лифтом.' },
  },
  {
    code: 'WROCLAW',
    name: { en: 'Wrocław', pl: 'Wrocław', ru: 'Вроцлав' },
    street: 'ul. Świdnicka 53',
    postcode: '50-030',
    city: 'Wrocław',
    lat: 51.1039,
    lon: 17.0309,
    phone: '+48600000905',
    desk: {
      en: 'Ground floor, at the back on the left.',
      pl: 'Parter, w głębi po lewej.',
      ru: 'Первый этаж, в глубине слева.',
    },
  },
  {
    code: 'POZNAN',
    name: { en: 'Poznań', pl: 'Poznań', ru: 'Познань' },
    street: 'ul. Święty Marcin 24',
    postcode: '61-805',
    city: 'Poznań',
    lat: 52.4071,
    lon: 16.9226,
    phone: '+48600000906',
    desk: {
      en: 'First floor, beside the curtains.',
      pl: 'Pierwsze piętro, obok zasłon.',
      ru: 'Второй этаж, рядом со шторами.',
    },
  },
  {
    code: 'KATOWICE',
    name: { en: 'Katowice', pl: 'Katowice', ru: 'Катовице' },
    street: 'ul. Chorzowska 50',
    postcode: '40-121',
    city: 'Katowice',
    lat: 50.2649,
    lon: 19.0062,
    phone: '+48600000907',
    saturdayCloses: '19:00',
    desk: { en: 'Car park level, entrance B.', pl: 'Poziom parkingu, wejście B.', ru: 'Уровень парковки, вход B.' },
  },
  {
    code: 'LUBLIN',
    name: { en: 'Lublin', pl: 'Lublin', ru: 'Люблин' },
    street: 'ul. Krakowskie Przedmieście 40',
    postcode: '20-002',
    city: 'Lublin',
    lat: 51.248,
    lon: 22.5591,
    phone: '+48600000908',
    closes: '19:00',
    saturdayCloses: '17:00',
    // The smallest store has nobody to pack parcels.
    capabilities: ['pickup', 'reserve', 'display', 'returns'],
    desk: { en: 'At the till.', pl: 'Przy kasie.', ru: 'У кассы.' },
  },
];

function toStore(row: StoreRow): Location {
  const opens = row.opens ?? '10:00';
  const closes = row.closes ?? '20:00';
  return {
    code: row.code,
    kind: 'store',
    name: row.name,
    address: { street: row.street, postcode: row.postcode, city: row.city, country: 'PL' },
    lat: row.lat,
    lon: row.lon,
    zone: ZONE,
    phone: row.phone,
    email: `${row.code.toLowerCase()}@velora.example`,
    weeklyHours: {
      ...hours(opens, closes, monToSat),
      ...(row.saturdayCloses ? hours(opens, row.saturdayCloses, [6]) : {}),
    },
    exceptions,
    capabilities: row.capabilities ?? store,
    pickupDesk: row.desk,
  };
}

const warehouse: Location = {
  code: 'LODZ-WAREHOUSE',
  kind: 'warehouse',
  name: { en: 'Warehouse Łódź', pl: 'Magazyn Łódź', ru: 'Склад в Лодзи' },
  address: { street: 'ul. Pabianicka 245', postcode: '93-457', city: 'Łódź', country: 'PL' },
  lat: 51.7085,
  lon: 19.4235,
  zone: ZONE,
  phone: '+48600000900',
  email: 'warehouse@velora.example',
  weeklyHours: hours('07:00', '19:00', [1, 2, 3, 4, 5]),
  exceptions: YEARS.flatMap((year) =>
    polishHolidays(year).map(({ date, name }) => ({ date, hours: null, reason: name })),
  ),
  capabilities: ['ship'],
  pickupDesk: {
    en: 'No collection by customers.',
    pl: 'Magazyn nie wydaje towaru klientom.',
    ru: 'Выдачи покупателям нет.',
  },
};

export const WAREHOUSE: LocationCode = 'LODZ-WAREHOUSE';

/** The warehouse first, then the stores. */
export const locations: readonly Location[] = [warehouse, ...rows.map(toStore)];
export const stores: readonly Location[] = locations.filter((location) => location.kind === 'store');

const byCode = new Map(locations.map((location) => [location.code, location]));

export function locationOf(code: LocationCode): Location {
  const location = byCode.get(code);
  if (!location) throw new Error(`unknown location: ${code}`);
  return location;
}

/** Opening hours of that day, in the location's zone; null when closed. An exception outranks the week. */
export function hoursOn(location: Location, date: IsoDate): OpeningSpan | null {
  const exception = location.exceptions.find((candidate) => candidate.date === date);
  if (exception) return exception.hours;
  return location.weeklyHours[weekdayOf(date)] ?? null;
}
