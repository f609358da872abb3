import { makeSlug } from './make-slug.ts';
import { seededRandom } from './seeded-random.ts';
import type { Language, LocationCode, Shopper } from './types.ts';

interface Town {
  readonly city: string;
  readonly postcodes: readonly string[];
  readonly store: LocationCode;
  readonly weight: number;
}

const towns: readonly Town[] = [
  { city: 'Warszawa', postcodes: ['00-682', '01-355', '02-653', '03-984', '04-126'], store: 'WAW-CENTRUM', weight: 26 },
  { city: 'Pruszków', postcodes: ['05-800'], store: 'WAW-WOLA', weight: 4 },
  { city: 'Legionowo', postcodes: ['05-120'], store: 'WAW-WOLA', weight: 3 },
  { city: 'Kraków', postcodes: ['30-063', '31-121', '30-384', '31-526'], store: 'KRAKOW', weight: 20 },
  { city: 'Wieliczka', postcodes: ['32-020'], store: 'KRAKOW', weight: 4 },
  { city: 'Tarnów', postcodes: ['33-100'], store: 'KRAKOW', weight: 4 },
  { city: 'Gdańsk', postcodes: ['80-288', '80-462', '80-812'], store: 'GDANSK', weight: 11 },
  { city: 'Gdynia', postcodes: ['81-391'], store: 'GDANSK', weight: 6 },
  { city: 'Wrocław', postcodes: ['50-425', '53-332', '51-152'], store: 'WROCLAW', weight: 15 },
  { city: 'Opole', postcodes: ['45-062'], store: 'WROCLAW', weight: 3 },
  { city: 'Poznań', postcodes: ['60-761', '61-249', '60-179'], store: 'POZNAN', weight: 13 },
  { city: 'Gniezno', postcodes: ['62-200'], store: 'POZNAN', weight: 3 },
  { city: 'Katowice', postcodes: ['40-750', '40-013'], store: 'KATOWICE', weight: 9 },
  { city: 'Gliwice', postcodes: ['44-100'], store: 'KATOWICE', weight: 6 },
  { city: 'Lublin', postcodes: ['20-080', '20-706'], store: 'LUBLIN', weight: 8 },
  { city: 'Zamość', postcodes: ['22-400'], store: 'LUBLIN', weight: 2 },
  { city: 'Łódź', postcodes: ['90-355', '92-412'], store: 'WAW-WOLA', weight: 8 },
  { city: 'Białystok', postcodes: ['15-426'], store: 'WAW-CENTRUM', weight: 4 },
  { city: 'Rzeszów', postcodes: ['35-064'], store: 'KRAKOW', weight: 4 },
  { city: 'Szczecin', postcodes: ['70-404'], store: 'POZNAN', weight: 4 },
];

const streets = [
  'ul. Lipowa',
  'ul. Polna',
  'ul. Słoneczna',
  'ul. Kwiatowa',
  'ul. Brzozowa',
  'ul. Ogrodowa',
  'ul. Szkolna',
  'ul. Leśna',
  'ul. Mickiewicza',
  'ul. Słowackiego',
  'ul. Kościuszki',
  'ul. Sienkiewicza',
  'ul. Konopnickiej',
  'ul. Reymonta',
  'ul. Długa',
  'ul. Krótka',
  'ul. Zielona',
  'ul. Wiśniowa',
  'os. Przyjaźni',
  'ul. Parkowa',
];

const women = [
  'Anna',
  'Katarzyna',
  'Agnieszka',
  'Małgorzata',
  'Ewa',
  'Barbara',
  'Alicja',
  'Hanna',
  'Zofia',
  'Maja',
  'Lena',
  'Wiktoria',
  'Martyna',
  'Paulina',
  'Dorota',
  'Iwona',
  'Justyna',
  'Marta',
  'Kinga',
  'Emilia',
  'Gabriela',
  'Kaja',
  'Liliana',
  'Róża',
];
const men = [
  'Piotr',
  'Adam',
  'Jan',
  'Jakub',
  'Łukasz',
  'Marcin',
  'Wojciech',
  'Szymon',
  'Bartosz',
  'Maciej',
  'Sebastian',
  'Damian',
  'Przemysław',
  'Tadeusz',
  'Leon',
  'Igor',
  'Norbert',
  'Witold',
  'Borys',
  'Oskar',
];

/** Surnames as [masculine, feminine]; the last ones do not change. */
const surnames: readonly (readonly [string, string])[] = [
  ['Nowak', 'Nowak'],
  ['Wiśniewski', 'Wiśniewska'],
  ['Wójcik', 'Wójcik'],
  ['Kamiński', 'Kamińska'],
  ['Lewandowski', 'Lewandowska'],
  ['Zieliński', 'Zielińska'],
  ['Szymański', 'Szymańska'],
  ['Dąbrowski', 'Dąbrowska'],
  ['Kozłowski', 'Kozłowska'],
  ['Jankowski', 'Jankowska'],
  ['Mazur', 'Mazur'],
  ['Krawczyk', 'Krawczyk'],
  ['Piotrowski', 'Piotrowska'],
  ['Grabowski', 'Grabowska'],
  ['Pawłowski', 'Pawłowska'],
  ['Michalski', 'Michalska'],
  ['Król', 'Król'],
  ['Wieczorek', 'Wieczorek'],
  ['Jaworski', 'Jaworska'],
  ['Malinowski', 'Malinowska'],
  ['Stępień', 'Stępień'],
  ['Dudek', 'Dudek'],
  ['Witkowski', 'Witkowska'],
  ['Rutkowski', 'Rutkowska'],
  ['Ostrowski', 'Ostrowska'],
  ['Sadowski', 'Sadowska'],
  ['Bąk', 'Bąk'],
  ['Chmielewski', 'Chmielewska'],
  ['Czarnecki', 'Czarnecka'],
  ['Szczepański', 'Szczepańska'],
  ['Głowacki', 'Głowacka'],
  ['Kalinowski', 'Kalinowska'],
  ['Borkowski', 'Borkowska'],
  ['Żak', 'Żak'],
  ['Śliwa', 'Śliwa'],
];

/** Russian-speaking shoppers write their names as their Polish documents have them. */
const russianSpeakers: readonly (readonly [string, string])[] = [
  ['Oksana', 'Kovalenko'],
  ['Dmytro', 'Shevchenko'],
  ['Svetlana', 'Ivanova'],
  ['Aliaksandr', 'Karpovich'],
  ['Olga', 'Petrova'],
  ['Viktor', 'Lysenko'],
  ['Natallia', 'Zhuk'],
  ['Sergei', 'Morozov'],
  ['Tetiana', 'Boiko'],
  ['Maksim', 'Novik'],
  ['Elena', 'Smirnova'],
  ['Andrii', 'Kravchuk'],
  ['Katsiaryna', 'Hrynko'],
  ['Yana', 'Polishchuk'],
  ['Denis', 'Volkov'],
  ['Liudmyla', 'Marchenko'],
  ['Pavel', 'Sidorenko'],
  ['Anastasia', 'Orlova'],
];

const COUNT = 152;

function drawTown(seed: string): Town {
  const random = seededRandom(seed);
  const index = random.weighted(Object.fromEntries(towns.map((town, i) => [String(i), town.weight])));
  const town = towns[Number(index)];
  if (!town) throw new Error('no town drawn');
  return town;
}

function makeShopper(index: number): Shopper {
  const random = seededRandom(`shopper:${index}`);
  const russian = index % 8 === 7 ? russianSpeakers[Math.floor(index / 8)] : undefined;
  const female = random.chance(0.58);
  const surname = random.pick(surnames);
  const [firstName, lastName] = russian ?? [random.pick(female ? women : men), female ? surname[1] : surname[0]];
  const language: Language = russian ? 'ru' : random.chance(0.06) ? 'en' : 'pl';
  const town = drawTown(`town:${index}`);
  const code = `P${String(index + 1).padStart(3, '0')}`;
  return {
    code,
    firstName,
    lastName,
    // The number keeps namesakes apart, as real addresses do.
    email: `${makeSlug(firstName)}.${makeSlug(lastName)}${index + 1}@example.com`,
    phone: `+48600000${String(201 + index)}`,
    address: {
      street: `${random.pick(streets)} ${random.between(1, 98)}${random.chance(0.6) ? `/${random.between(1, 60)}` : ''}`,
      postcode: random.pick(town.postcodes),
      city: town.city,
      country: 'PL',
    },
    language,
    marketingConsent: random.chance(0.55),
    nearestStore: town.store,
  };
}

/** Shoppers of the history. The story's own Julia is not among them. */
export const shoppers: readonly Shopper[] = Array.from({ length: COUNT }, (_, index) => makeShopper(index));

const byCode = new Map(shoppers.map((shopper) => [shopper.code, shopper]));

export function shopperOf(code: string): Shopper {
  const shopper = byCode.get(code);
  if (!shopper) throw new Error(`unknown shopper: ${code}`);
  return shopper;
}
