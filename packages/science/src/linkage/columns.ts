import { blockingRules } from './blockingRules.ts';
import { hashPair, hashText } from './hashText.ts';
import { fullGivenName } from './nicknames.ts';
import type { Part } from './part.ts';
import type { PersonRecord, RecordAddress } from './record.ts';
import { romanise } from './romanise.ts';
import { familySoundForm, soundForm } from './soundForm.ts';

/**
 * Records as columns of numbers, in memory that threads share: comparing two reads a few array cells and makes no object.
 * Of contacts and addresses there are `width` places a record; 0 means none. Texts are hashes of 53 bits, but for names
 * and mailboxes, whose letters are in `pool`.
 */
export interface Columns {
  count: number;
  width: number;
  /** Ids into `names`; 0 is none. */
  given: Int32Array;
  family: Int32Array;
  /** yyyymmdd */
  birth: Int32Array;
  phone: Float64Array;
  email: Float64Array;
  domain: Float64Array;
  mailbox: Float64Array;
  mailboxStart: Int32Array;
  mailboxLength: Uint8Array;
  postcode: Float64Array;
  street: Float64Array;
  house: Float64Array;
  town: Float64Array;
  names: {
    start: Int32Array;
    length: Uint8Array;
    givenSound: Float64Array;
    familySound: Float64Array;
    full: Float64Array;
    /** Which share of all given names, and of all family names, sound like this one. */
    givenShare: Float64Array;
    familyShare: Float64Array;
  };
  pool: Uint16Array;
  /** For each rule `width` keys a record; 0 is none. */
  keys: Float64Array[];
}

type NumberArray = Float64Array | Int32Array | Uint8Array | Uint16Array;
type ArrayMaker<A> = { new (buffer: SharedArrayBuffer): A; BYTES_PER_ELEMENT: number };

/** A typed array that grows, in shared memory. */
class Growing<A extends NumberArray> {
  array: A;
  readonly #Make: ArrayMaker<A>;
  constructor(Make: ArrayMaker<A>, capacity: number) {
    this.#Make = Make;
    this.array = new Make(new SharedArrayBuffer(Math.max(16, capacity) * Make.BYTES_PER_ELEMENT));
  }
  set(at: number, value: number): void {
    if (at >= this.array.length) {
      const wider = new this.#Make(
        new SharedArrayBuffer(Math.max(at + 1, this.array.length * 2) * this.#Make.BYTES_PER_ELEMENT),
      );
      wider.set(this.array as never);
      this.array = wider;
    }
    this.array[at] = value;
  }
}

export interface EncodeOptions {
  /** How many records are expected. */
  capacity?: number;
  /** Contacts and addresses kept of each record; 1 unless said. */
  width?: number;
}

/** Takes records one by one; `finish` gives the columns. */
export function createEncoder({ capacity = 1_024, width = 1 }: EncodeOptions = {}) {
  const wide = capacity * width;
  const given = new Growing(Int32Array, capacity);
  const family = new Growing(Int32Array, capacity);
  const birth = new Growing(Int32Array, capacity);
  const [phone, email, domain, mailbox, postcode, street, house, town] = [0, 1, 2, 3, 4, 5, 6, 7].map(
    (): F => new Growing(Float64Array, wide),
  ) as unknown as [F, F, F, F, F, F, F, F];
  const mailboxStart = new Growing(Int32Array, wide);
  const mailboxLength = new Growing(Uint8Array, wide);
  const pool = new Growing(Uint16Array, capacity * 12);
  const nameStart = new Growing(Int32Array, 4_096);
  const nameLength = new Growing(Uint8Array, 4_096);
  const givenSound = new Growing(Float64Array, 4_096);
  const familySound = new Growing(Float64Array, 4_096);
  const full = new Growing(Float64Array, 4_096);
  const nameIds = new Map<string, number>();
  const romanised = new Map<string, string>();
  const places = new Map<string, number>();
  const givenCounts = new Map<number, number>();
  const familyCounts = new Map<number, number>();
  let count = 0;
  let nameCount = 1;
  let poolUsed = 0;

  const intoPool = (text: string): number => {
    const start = poolUsed;
    for (let i = 0; i < text.length; i += 1) pool.set(poolUsed + i, text.charCodeAt(i));
    poolUsed += text.length;
    return start;
  };

  const latin = (text: string): string => {
    const known = romanised.get(text);
    if (known !== undefined) return known;
    const made = romanise(text);
    romanised.set(text, made);
    return made;
  };

  const nameId = (text: string): number => {
    const name = text.slice(0, 60);
    if (name === '') return 0;
    const known = nameIds.get(name);
    if (known !== undefined) return known;
    const id = nameCount;
    nameCount += 1;
    nameIds.set(name, id);
    nameStart.set(id, intoPool(name));
    nameLength.set(id, name.length);
    givenSound.set(id, hashText(soundForm(fullGivenName(name))));
    familySound.set(id, hashText(familySoundForm(name)));
    full.set(id, hashText(fullGivenName(name)));
    return id;
  };

  const placeHash = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    const plain = romanise(text);
    const made = plain === '' ? 0 : hashText(plain);
    places.set(text, made);
    return made;
  };

  function addAddress(at: number, address: RecordAddress | undefined): void {
    const { name, number } = address ? splitStreet(latinLine(address.line)) : { name: '', number: '' };
    street.set(at, name === '' ? 0 : hashText(name));
    house.set(at, number === '' ? 0 : hashText(number));
    postcode.set(at, address ? placeHash(address.postcode) : 0);
    town.set(at, address ? placeHash(address.city) : 0);
  }

  function addContacts(record: PersonRecord, base: number): void {
    for (let n = 0; n < width; n += 1) {
      const at = base + n;
      const digits = record.phones?.[n]?.replace(/\D/g, '') ?? '';
      phone.set(at, digits === '' ? 0 : Number(digits.slice(-15)));
      const mail = record.emails?.[n] ?? '';
      const split = mail.lastIndexOf('@');
      const box = split < 1 ? '' : mail.slice(0, split).replace(/\+.*$/, '').slice(0, 60);
      email.set(at, split < 1 ? 0 : hashText(mail));
      mailbox.set(at, box === '' ? 0 : hashText(box));
      domain.set(at, split < 1 ? 0 : hashText(mail.slice(split + 1)));
      mailboxStart.set(at, box === '' ? 0 : intoPool(box));
      mailboxLength.set(at, box.length);
      addAddress(at, record.addresses?.[n]);
    }
  }

  return {
    add(record: PersonRecord): number {
      const at = count;
      count += 1;
      const first = nameId(firstWord(latin(record.givenName ?? '')));
      const last = nameId(latin(record.familyName ?? ''));
      given.set(at, first);
      family.set(at, last);
      birth.set(at, record.birthDate ? Number(record.birthDate.replaceAll('-', '')) || 0 : 0);
      if (first) increase(givenCounts, givenSound.array[first] ?? 0);
      if (last) increase(familyCounts, familySound.array[last] ?? 0);
      addContacts(record, at * width);
      return at;
    },

    /** `population`: how many of all customers have a name that sounds so, where these records are only some of them. */
    finish(population?: NamePopulation): Columns {
      const givenShare = new Growing(Float64Array, nameCount);
      const familyShare = new Growing(Float64Array, nameCount);
      const [withGiven, withFamily] = population
        ? [population.all, population.all]
        : [total(givenCounts), total(familyCounts)];
      for (let id = 1; id < nameCount; id += 1) {
        const [g, f] = [givenSound.array[id] ?? 0, familySound.array[id] ?? 0];
        givenShare.set(id, ((population ? population.given.get(g) : givenCounts.get(g)) ?? 0) / withGiven);
        familyShare.set(id, ((population ? population.family.get(f) : familyCounts.get(f)) ?? 0) / withFamily);
      }
      const columns: Columns = {
        count,
        width,
        given: given.array,
        family: family.array,
        birth: birth.array,
        phone: phone.array,
        email: email.array,
        domain: domain.array,
        mailbox: mailbox.array,
        mailboxStart: mailboxStart.array,
        mailboxLength: mailboxLength.array,
        postcode: postcode.array,
        street: street.array,
        house: house.array,
        town: town.array,
        names: {
          start: nameStart.array,
          length: nameLength.array,
          givenSound: givenSound.array,
          familySound: familySound.array,
          full: full.array,
          givenShare: givenShare.array,
          familyShare: familyShare.array,
        },
        pool: pool.array,
        keys: blockingRules.map(() => new Float64Array(new SharedArrayBuffer(Math.max(1, count * width) * 8))),
      };
      turnSwappedNames(columns);
      steady(columns.names.givenShare, withGiven, 0.016);
      steady(columns.names.familyShare, withFamily, 0.003);
      return columns;
    },
  };
}

type F = Growing<Float64Array>;

export function encodeRecords(records: readonly PersonRecord[], { width = 1, mostShared = 8 } = {}): Columns {
  const encoder = createEncoder({ capacity: records.length, width });
  for (const record of records) encoder.add(record);
  const columns = encoder.finish();
  dropShared(columns, mostShared);
  fillKeys(columns, { part: 0, parts: 1 });
  return columns;
}

export interface NamePopulation {
  given: ReadonlyMap<number, number>;
  family: ReadonlyMap<number, number>;
  all: number;
}

/**
 * Among thirty customers a name that two have is not a common one: to what was counted come as many people as this, of whom
 * the usual share have the name.
 */
const usualPeople = 500;

function steady(shares: Float64Array, counted: number, usual: number): void {
  for (let id = 1; id < shares.length; id += 1)
    shares[id] = ((shares[id] ?? 0) * counted + usualPeople * usual) / (counted + usualPeople);
}

/** A pair of names that fits a hundred times better the other way round was typed the wrong way round. */
const clearlySwapped = 100;

function turnSwappedNames({ count, given, family, names }: Columns): void {
  const none = 1 / Math.max(2, count);
  const share = (of: Float64Array, id: number) => Math.max(of[id] ?? 0, none);
  for (let at = 0; at < count; at += 1) {
    const [first, last] = [given[at] ?? 0, family[at] ?? 0];
    if (!first || !last) continue;
    const asWritten = share(names.givenShare, first) * share(names.familyShare, last);
    const turned = share(names.givenShare, last) * share(names.familyShare, first);
    if (turned < clearlySwapped * asWritten) continue;
    given[at] = last;
    family[at] = first;
  }
}

/** The digits of a mailbox as a number, if they are two or more; else 0. */
function digitsIn({ pool, mailboxStart, mailboxLength }: Columns, at: number): number {
  const from = mailboxStart[at] ?? 0;
  let number = 1;
  for (let i = from; i < from + (mailboxLength[at] ?? 0); i += 1) {
    const digit = (pool[i] ?? 0) - 48;
    if (digit >= 0 && digit <= 9 && number < 1e12) number = number * 10 + digit;
  }
  return number >= 100 ? number : 0;
}

/** Fills in the keys by which pairs are found, for this share of the records. */
export function fillKeys(columns: Columns, { part, parts }: Part): void {
  const { given, family, birth, phone, email, postcode, street, house, town, names, pool, width } = columns;
  const from = Math.floor((columns.count * part) / parts);
  const to = Math.floor((columns.count * (part + 1)) / parts);
  const values = new Float64Array(blockingRules.length);
  for (let record = from; record < to; record += 1) {
    const [first, last, day] = [given[record] ?? 0, family[record] ?? 0, birth[record] ?? 0];
    const head = first ? (names.full[first] ?? 0) : 0;
    const lastSound = last ? (names.familySound[last] ?? 0) : 0;
    const name = hashPair(head, lastSound);
    // Either of the two may be in the other's place, so both are taken as if they were family names.
    const firstSound = first ? (names.familySound[first] ?? 0) : 0;
    const eitherWay = hashPair(Math.min(firstSound, lastSound), Math.max(firstSound, lastSound));
    const initial = first ? (pool[names.start[first] ?? 0] ?? 0) : 0;
    for (let n = 0; n < width; n += 1) {
      const at = record * width + n;
      const post = postcode[at] ?? 0;
      const home = hashPair(hashPair(street[at] ?? 0, house[at] ?? 0), post || (town[at] ?? 0));
      const digits = phone[at] ?? 0;
      values[0] = email[at] ?? 0;
      values[1] = digits;
      values[2] = hashPair(name, digitsIn(columns, at));
      values[3] = hashPair(name, post);
      values[4] = n === 0 ? hashPair(head, day) : 0;
      values[5] = n === 0 ? hashPair(lastSound, day) : 0;
      values[6] = hashPair(eitherWay, town[at] ?? 0);
      values[7] = hashPair(initial, home);
      values[8] = hashPair(lastSound, home);
      values[9] = hashPair(day, post);
      values[10] = digits ? hashPair(name, 1 + (digits % 10_000)) : 0;
      values[11] = digits ? hashPair(name, 20_000 + (Math.floor(digits / 10_000) % 10_000)) : 0;
      for (let rule = 0; rule < values.length; rule += 1) (columns.keys[rule] as Float64Array)[at] = values[rule] ?? 0;
    }
  }
}

/**
 * A contact that more than `limit` customers have (a shop's own number, a hotel's, a made-up one) is nobody's: it finds no
 * pairs and is no evidence. Before `fillKeys`. Changes the columns; returns how many values were taken out.
 */
export function dropShared(columns: Columns, limit: number): number {
  let dropped = 0;
  for (const values of [columns.phone, columns.email]) {
    const counts = new Map<number, number>();
    const used = columns.count * columns.width;
    // Two passes over hashed buckets, so that a million unique values need no million entries.
    const buckets = new Uint16Array(2 ** 20);
    const bucketOf = (value: number) => (value ^ Math.floor(value / 1_048_576)) & 0xfffff;
    for (let at = 0; at < used; at += 1) {
      const value = values[at] ?? 0;
      if (value) buckets[bucketOf(value)] = Math.min(65_535, (buckets[bucketOf(value)] ?? 0) + 1);
    }
    for (let at = 0; at < used; at += 1) {
      const value = values[at] ?? 0;
      if (value && (buckets[bucketOf(value)] ?? 0) > limit) increase(counts, value);
    }
    for (let at = 0; at < used; at += 1) {
      const value = values[at] ?? 0;
      if (!value || (counts.get(value) ?? 0) <= limit) continue;
      dropped += 1;
      values[at] = 0;
      if (values === columns.email) columns.mailboxLength[at] = columns.mailbox[at] = 0;
    }
  }
  return dropped;
}

const increase = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);
const total = (counts: Map<number, number>) =>
  Math.max(
    1,
    [...counts.values()].reduce((sum, n) => sum + n, 0),
  );
const firstWord = (text: string) => {
  const space = text.indexOf(' ');
  return space < 0 ? text : text.slice(0, space);
};

const latinLine = (line: string): string => romanise(line);

/** `ul. Prosta 12a m. 5` → `prosta`, `12a`: what people write around a street's name, and which flat, tells nothing apart. */
export function splitStreet(romanisedLine: string): { name: string; number: string } {
  const match =
    /^(?:(?:ul|al|aleja|ulica|os|pl|plac|ulitsa|vulytsya)\s+)?(.*?)\s*(\d+\s?[a-z]?)?(?:\s(?:m|lok|kv)?\s?\d+\w?)?$/.exec(
      romanisedLine,
    );
  return { name: match?.[1] ?? romanisedLine, number: (match?.[2] ?? '').replace(' ', '') };
}
