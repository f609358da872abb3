import { hashText } from '../linkage/hashText.ts';
import type { PersonRecord } from '../linkage/record.ts';
import { familyStems, givenNames, slavicFamilies, streets, towns } from './peopleNames.ts';
import { makeRandom, type Random } from './random.ts';

export interface GeneratedRecord extends PersonRecord {
  /** The true person. */
  person: number;
  household: number;
}

export interface GeneratorOptions {
  records: number;
  seed?: number;
  /** Of records that give their date of birth; 0.45 unless said. */
  birthDates?: number;
}

interface Person {
  id: number;
  isWoman: boolean;
  givenName: string;
  familyName: string;
  /** The given name whatever the script. */
  name: string;
  birth: string;
  email: string;
  phone: string;
  household: Household;
  /** Short form, or the name in the other script: how this person writes it at times. */
  otherGiven: string | undefined;
  otherFamily: string | undefined;
}

interface Household {
  id: number;
  line: string;
  postcode: string;
  city: string;
  phone: string;
  email: string;
}

interface World {
  person: number;
  household: number;
  /** No provider gives a mailbox away twice. Hashes, to be small. */
  mailboxes: Set<number>;
}

/**
 * People of a European retailer with the truth beside them. They live in households that share surname, address, at times
 * telephone and e-mail; there are twins, and sons named after their fathers. About one person in five is in the list twice or
 * more, and of those pairs at least 15 % differ in two fields or more: slips of the finger, short forms, names in another
 * script or the wrong way round, a new surname, address, telephone or e-mail. The same seed gives the same people.
 */
export function* generatePeople({
  records,
  seed = 7,
  birthDates = 0.45,
}: GeneratorOptions): Generator<GeneratedRecord> {
  const random = makeRandom(seed);
  const state: World = { person: 0, household: 0, mailboxes: new Set() };
  for (let made = 0; made < records; ) {
    for (const person of makeHousehold(random, state)) {
      const copies = random.chance(0.8) ? 1 : random.chance(0.85) ? 2 : 3;
      for (let n = 0; n < copies && made < records; n += 1) {
        made += 1;
        yield writeDown(random, person, { isFirst: n === 0, birthDates });
      }
    }
  }
}

function makeHousehold(random: Random, state: World): Person[] {
  state.household += 1;
  const [city, postPrefix] = random.zipf(towns);
  const household: Household = {
    id: state.household,
    line: `${random.chance(0.6) ? 'ul. ' : ''}${random.pick(streets)} ${random.below(140) + 1}${random.chance(0.4) ? `/${random.below(60) + 1}` : ''}`,
    postcode: `${postPrefix}-${String(random.below(1_000)).padStart(3, '0')}`,
    city,
    phone: mobile(random),
    email: '',
  };
  const isEastern = random.chance(0.08);
  const family = isEastern ? random.pick(slavicFamilies) : undefined;
  const stem = family ? undefined : random.zipf(familyStems);
  const ending = stem
    ? random.zipf(['ski', 'ak', 'ewicz', 'czyk', 'ek', 'owski', 'a', 'icki', 'ka', 'ko', 'il', 'as'])
    : '';
  const size = random.zipf([1, 2, 3, 4, 5]);
  const sharesPhone = size > 1 && random.chance(0.3);
  const sharesEmail = size > 1 && random.chance(0.06);
  const people: Person[] = [];
  for (let n = 0; n < size; n += 1) {
    const previous = people.at(-1);
    const isTwin = n >= 2 && previous !== undefined && random.chance(0.05);
    const person = makePerson(random, { household, isEastern, family, stem, ending, id: state.person, n });
    while (state.mailboxes.has(hashText(person.email)))
      person.email = person.email.replace('@', `${random.below(10)}@`);
    state.mailboxes.add(hashText(person.email));
    state.person += 1;
    if (isTwin && previous) person.birth = previous.birth;
    const father = people.find((other) => !other.isWoman);
    if (n >= 2 && !person.isWoman && father && random.chance(0.01)) {
      person.givenName = father.givenName;
      person.name = father.name;
    }
    // But for them, two of one household have two names.
    else if (people.some((other) => other.name === person.name)) continue;
    if (sharesPhone && random.chance(0.7)) person.phone = household.phone;
    if (sharesEmail && random.chance(0.7)) person.email = household.email ||= person.email;
    people.push(person);
  }
  return people;
}

function makePerson(
  random: Random,
  of: {
    household: Household;
    isEastern: boolean;
    family: (typeof slavicFamilies)[number] | undefined;
    stem: string | undefined;
    ending: string;
    id: number;
    n: number;
  },
): Person {
  const isWoman = random.chance(0.55);
  const names = givenNames.filter((name) => name.isWoman === isWoman && (name.cyrillic !== undefined) === of.isEastern);
  const name = random.zipf(names);
  const polish = `${of.stem}${of.ending}`;
  const latinFamily = of.family
    ? isWoman
      ? of.family.woman
      : of.family.man
    : isWoman && /[sc]ki$/.test(polish)
      ? polish.replace(/i$/, 'a')
      : polish;
  const year = of.n < 2 ? 1945 + random.below(58) : 1975 + random.below(33);
  const birth = `${year}-${two(random.below(12) + 1)}-${two(random.below(28) + 1)}`;
  const writesCyrillic = of.isEastern && random.chance(0.4);
  return {
    id: of.id,
    isWoman,
    givenName: writesCyrillic && name.cyrillic ? name.cyrillic : name.latin,
    familyName: capital(
      writesCyrillic && of.family ? (isWoman ? of.family.cyrillicWoman : of.family.cyrillic) : latinFamily,
    ),
    name: name.plain,
    birth,
    email: mailOf(random, name.plain, plain(latinFamily), year),
    phone: mobile(random),
    household: of.household,
    otherGiven: writesCyrillic ? name.latin : (name.short ?? name.other),
    otherFamily: of.family
      ? capital(writesCyrillic ? latinFamily : random.pick(of.family.spellings(isWoman)))
      : undefined,
  };
}

function writeDown(
  random: Random,
  person: Person,
  { isFirst, birthDates }: { isFirst: boolean; birthDates: number },
): GeneratedRecord {
  const home = person.household;
  const record: GeneratedRecord = {
    person: person.id,
    household: home.id,
    givenName: person.givenName,
    familyName: person.familyName,
    ...(random.chance(birthDates) ? { birthDate: person.birth } : {}),
    ...(random.chance(0.82) ? { phones: [person.phone] } : {}),
    ...(random.chance(0.85) ? { emails: [person.email] } : {}),
    ...(random.chance(0.72) ? { addresses: [{ line: home.line, postcode: home.postcode, city: home.city }] } : {}),
  };
  // Nobody is in a shop's list without a way to be reached.
  if (!record.phones && !record.emails) record.emails = [person.email];
  if (isFirst) return record;
  const changes = random.chance(0.36) ? 0 : random.chance(0.7) ? 1 : random.chance(0.8) ? 2 : 3;
  for (const change of random.shuffle(changesFor(person)).slice(0, changes)) change(random, record, person);
  return record;
}

type Change = (random: Random, record: GeneratedRecord, person: Person) => void;

function changesFor(person: Person): Change[] {
  const changes: Change[] = [
    slipInGiven,
    slipInFamily,
    newPhone,
    newEmail,
    movedHouse,
    slipInBirth,
    slipInPhone,
    slipInEmail,
  ];
  if (person.otherGiven) changes.push(otherGivenName);
  // Somebody with two scripts uses both sooner than making a slip.
  if (person.otherFamily) changes.push(otherScript, otherScript, otherScript);
  if (person.isWoman && !person.otherFamily) changes.push(newSurname);
  changes.push(swappedNames);
  return changes;
}

const slipInGiven: Change = (random, record) => {
  record.givenName = slip(random, record.givenName ?? '');
};
const slipInFamily: Change = (random, record) => {
  record.familyName = slip(random, record.familyName ?? '');
};
const newPhone: Change = (random, record) => {
  if (record.phones) record.phones = [mobile(random)];
};
const newEmail: Change = (random, record, person) => {
  if (record.emails)
    record.emails = [
      mailOf(random, plain(person.givenName) || 'x', plain(person.familyName) || 'y', 1900 + random.below(99)),
    ];
};
const movedHouse: Change = (random, record) => {
  const [city, prefix] = random.zipf(towns);
  if (record.addresses)
    record.addresses = [
      {
        line: `${random.pick(streets)} ${random.below(140) + 1}`,
        postcode: `${prefix}-${String(random.below(1_000)).padStart(3, '0')}`,
        city,
      },
    ];
};
const slipInBirth: Change = (random, record) => {
  const [year, month, day] = (record.birthDate ?? '').split('-');
  if (!year || !month || !day) return;
  record.birthDate =
    Number(day) <= 12 && random.chance(0.6)
      ? `${year}-${day}-${month}`
      : `${year}-${month}-${two(((Number(day) + 9) % 28) + 1)}`;
};
const slipInPhone: Change = (random, record) => {
  const [phone] = record.phones ?? [];
  if (!phone) return;
  const at = 4 + random.below(8);
  record.phones = [`${phone.slice(0, at)}${(Number(phone[at]) + 1 + random.below(8)) % 10}${phone.slice(at + 1)}`];
};
const slipInEmail: Change = (random, record) => {
  const [email] = record.emails ?? [];
  if (!email) return;
  const [box, domain] = email.split('@');
  record.emails = [
    random.chance(0.3) ? `${box}@${random.pick(domains)}` : `${slip(random, box ?? '').toLowerCase()}@${domain}`,
  ];
};
const otherGivenName: Change = (_random, record, person) => {
  record.givenName = person.otherGiven ?? record.givenName;
};
const otherScript: Change = (_random, record, person) => {
  record.givenName = person.otherGiven ?? record.givenName;
  record.familyName = person.otherFamily ?? record.familyName;
};
const newSurname: Change = (random, record) => {
  record.familyName = random.chance(0.4)
    ? `${record.familyName}-${capital(random.zipf(familyStems))}ska`
    : `${capital(random.zipf(familyStems))}ska`;
};
const swappedNames: Change = (_random, record) => {
  [record.givenName, record.familyName] = [record.familyName, record.givenName];
};

/** A letter left out, doubled, another, or two swapped. */
function slip(random: Random, text: string): string {
  if (text.length < 3) return text;
  const at = 1 + random.below(text.length - 2);
  const kind = random.below(4);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + text[at] + text.slice(at);
  if (kind === 2) return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
  return text.slice(0, at) + String.fromCharCode(97 + random.below(26)) + text.slice(at + 1);
}

const domains = ['gmail.com', 'wp.pl', 'onet.pl', 'o2.pl', 'interia.pl', 'outlook.com', 'icloud.com'];

function mailOf(random: Random, given: string, family: string, year: number): string {
  const tail = random.chance(0.5) ? String(year % 100) : String(random.below(9_999));
  const box = random.pick([
    `${given}.${family}${tail}`,
    `${given[0]}${family}${tail}`,
    `${family}.${given}${tail}`,
    `${given}${random.below(99_999)}`,
  ]);
  return `${box}@${random.zipf(domains)}`;
}

const mobile = (random: Random) =>
  `+48${random.pick(['50', '51', '53', '60', '66', '69', '72', '78', '79', '88'])}${String(random.below(10_000_000)).padStart(7, '0')}`;
const two = (n: number) => String(n).padStart(2, '0');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replace(/[^a-z]/g, '');
