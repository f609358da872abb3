import { makeSlug } from './make-slug.ts';
import type { Language, LocationCode, StaffMember, StaffRole } from './types.ts';

type Row = readonly [role: StaffRole, first: string, last: string, location: LocationCode | null, languages: string];

/** Invented people. The first admin is the one to sign in with on a fresh demo. */
const rows: readonly Row[] = [
  ['admin', 'Magdalena', 'Wierzbicka', null, 'pl en'],
  ['admin', 'Krzysztof', 'Adamski', null, 'pl en'],
  ['agent', 'Ola', 'Brzozowska', null, 'pl en'],
  ['agent', 'Daria', 'Sokołowa', null, 'pl ru en'],
  ['agent', 'Michał', 'Cieślak', null, 'pl en'],
  ['agent', 'Iryna', 'Melnyk', null, 'pl ru'],
  ['manager', 'Beata', 'Górska', 'WAW-CENTRUM', 'pl en'],
  ['associate', 'Tomasz', 'Lis', 'WAW-CENTRUM', 'pl en'],
  ['associate', 'Natalia', 'Pawlak', 'WAW-CENTRUM', 'pl en ru'],
  ['associate', 'Kamil', 'Jabłoński', 'WAW-CENTRUM', 'pl'],
  ['manager', 'Rafał', 'Sikora', 'WAW-WOLA', 'pl en'],
  ['associate', 'Ewelina', 'Baran', 'WAW-WOLA', 'pl'],
  ['associate', 'Artem', 'Bondar', 'WAW-WOLA', 'pl ru'],
  ['manager', 'Joanna', 'Zając', 'KRAKOW', 'pl en'],
  ['associate', 'Marek', 'Wrona', 'KRAKOW', 'pl en'],
  ['associate', 'Zuzanna', 'Maj', 'KRAKOW', 'pl en'],
  ['manager', 'Paweł', 'Formela', 'GDANSK', 'pl en'],
  ['associate', 'Karolina', 'Stencel', 'GDANSK', 'pl'],
  ['associate', 'Hubert', 'Kreft', 'GDANSK', 'pl en'],
  ['manager', 'Aneta', 'Kurek', 'WROCLAW', 'pl en'],
  ['associate', 'Dawid', 'Urban', 'WROCLAW', 'pl'],
  ['associate', 'Olena', 'Savchuk', 'WROCLAW', 'pl ru en'],
  ['manager', 'Grzegorz', 'Ratajczak', 'POZNAN', 'pl en'],
  ['associate', 'Monika', 'Nowicka', 'POZNAN', 'pl en'],
  ['associate', 'Filip', 'Kaczor', 'POZNAN', 'pl'],
  ['manager', 'Sylwia', 'Gajda', 'KATOWICE', 'pl en'],
  ['associate', 'Mateusz', 'Piontek', 'KATOWICE', 'pl'],
  ['associate', 'Agata', 'Skiba', 'KATOWICE', 'pl en'],
  ['manager', 'Robert', 'Mazurek', 'LUBLIN', 'pl'],
  ['associate', 'Weronika', 'Duda', 'LUBLIN', 'pl en'],
  ['associate', 'Yuliia', 'Tkachenko', 'LUBLIN', 'pl ru'],
  ['associate', 'Adrian', 'Kopeć', 'LODZ-WAREHOUSE', 'pl'],
];

export const staff: readonly StaffMember[] = rows.map(([role, firstName, lastName, location, languages]) => ({
  code: makeSlug(`${firstName} ${lastName}`),
  firstName,
  lastName,
  email: `${makeSlug(firstName)}.${makeSlug(lastName)}@velora.example`,
  role,
  locations: location ? [location] : [],
  languages: languages.split(' ') as Language[],
}));

export const agents: readonly StaffMember[] = staff.filter((member) => member.role === 'agent');

/** Managers and associates of a location. */
export function staffOf(location: LocationCode): readonly StaffMember[] {
  return staff.filter((member) => member.locations.includes(location));
}
