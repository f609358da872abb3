import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from './context.ts';

/** A person as far as the data can name them: by what somebody's data is found wherever it lies. */
export interface Person {
  customerId: string;
  /** Ids this customer had before others were linked to it. */
  customerIds: readonly string[];
  subjectIds: readonly string[];
  /** Under which their browsers and apps are known. */
  anonymousIds: readonly string[];
  /**
   * Addresses that are theirs and nobody else's (proven, or claimed by nobody else), in lower case and E.164. An address
   * they typed that is a stranger's is not among them: a stranger's data is not theirs to have or to erase.
   */
  emails: readonly string[];
  phones: readonly string[];
  /** Others may have the same: enough to clear what is kept for hours, never to say whose something is. */
  fullNames: readonly string[];
  /** Of those, the ones no other customer has: they name this person in whatever text they stand. */
  rareNames: readonly string[];
}

/** One part of what is held about somebody, for themselves to read: rows of plain JSON. */
export interface PersonalSection {
  name: string;
  rows: readonly Record<string, unknown>[];
}

/** What the law makes us keep for a time, out of sight of everybody who does not need it. */
export interface KeptRecord {
  /** `schema.table` and the id of the row that was made nameless. */
  owner: string;
  ownerId: string;
  /** What stood there. */
  data: Record<string, unknown>;
  until: Date;
  /** Named in the certificate: 'tax' … */
  reason: string;
}

export interface Erasing {
  /** Keeps a sealed copy for accounting, in the transaction of the erasure; a second one of the same row changes nothing. */
  keep(tx: Ctx, record: KeptRecord): Promise<void>;
}

/** Rows made nameless or removed, by `schema.table`. */
export type ErasedRows = Record<string, number>;

/**
 * What a module knows of people, declared by each that holds anything about them. Both bear being called again: an export
 * is a read, and an erasure that was broken off begins anew and finds less to do.
 */
export interface PersonalData {
  export?(ctx: Ctx, person: Person): Promise<PersonalSection[]>;
  /** Why it cannot be erased yet: ids of what is still under way (an order to be delivered, a parcel on its way back). */
  underWay?(ctx: Ctx, person: Person): Promise<string[]>;
  /** What an erasure ends by itself, said before it is asked for. */
  ends?(ctx: Ctx, person: Person): Promise<{ what: 'hold' | 'cart' | 'thread'; count: number }[]>;
  /** In transactions of its own; leaves rows that others count on, without the person in them. */
  erase?(ctx: Ctx, person: Person, erasing: Erasing): Promise<ErasedRows>;
}

/**
 * What the text columns of one table (text, JSON, bytes) may say of a customer, names separated by spaces. Every such column
 * of every table stands in exactly one list, so that nobody adds a place for a name without deciding what becomes of it.
 */
export interface ColumnsOfText {
  /** Emptied or removed by an erasure; an export has them. */
  erased?: string;
  /** Emptied by an erasure too; a sealed copy stays for accounting until the term of tax law ends. */
  sealed?: string;
  /** Of people who work here, who are no customers and leave with their account. */
  colleagues?: string;
  /** Ids, codes, states, keyed hashes, and words of the shop itself: they name no customer. */
  nobody?: string;
}

/** By what a text without an owner is known to be about somebody. */
export const needlesOf = (person: Person): string[] =>
  [
    ...person.emails,
    ...person.phones,
    ...person.phones.map(nationalDigits),
    ...person.anonymousIds,
    ...person.rareNames,
  ].filter((needle) => needle.length >= 8);

/** As people write it, without the country: the last nine digits. */
export const nationalDigits = (phone: string): string => phone.replace(/\D/g, '').slice(-9);

/** SQL: whether a text names the person. Not LIKE: an underscore in an address is no wildcard. */
export const mentions = (column: RawBuilder<unknown>, needles: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from unnest(${needles.flatMap(asWritten)}::text[]) as needle
    where strpos(lower(${column}), lower(needle)) > 0)`;

/** The same in bytes, which need not be text: both are compared as PostgreSQL writes bytes out. */
export const bytesMention = (column: RawBuilder<unknown>, needles: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from unnest(${needles.flatMap(asWritten)}::text[]) as needle
    where strpos(lower(encode(${column}, 'escape')), lower(encode(convert_to(needle, 'UTF8'), 'escape'))) > 0)`;

/** As people write it, and as JSON of many a sender does, which escapes what is not ASCII. Of each letter, capital or not. */
function asWritten(needle: string): string[] {
  const escaped = (text: string) => [...text].map((letter) => (letter > '~' ? escapedLetter(letter) : letter)).join('');
  const forms = [needle, needle.toLowerCase(), needle.toUpperCase()];
  return [...new Set([...forms, ...forms.map(escaped)])];
}

const escapedLetter = (letter: string) =>
  letter
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** SQL: whether a phone number, as somebody typed it, is one of the person's. */
export const isPhoneOf = (column: RawBuilder<unknown>, person: Person): RawBuilder<boolean> =>
  sql<boolean>`right(regexp_replace(coalesce(${column}, ''), '\\D', '', 'g'), 9) = any(${person.phones.map(nationalDigits)}::text[])`;

/** Rows of a query that selects one JSON object as `row`. */
export async function section(
  ctx: Ctx,
  name: string,
  query: RawBuilder<{ row: Record<string, unknown> }>,
): Promise<PersonalSection> {
  const { rows } = await query.execute(ctx.db);
  return { name, rows: rows.map(({ row }) => row) };
}

/** Runs statements that change rows and counts them by table. */
export async function countChanges(
  tx: Ctx,
  changes: readonly (readonly [table: string, statement: RawBuilder<unknown>])[],
): Promise<ErasedRows> {
  const erased: ErasedRows = {};
  for (const [table, statement] of changes) {
    const { numAffectedRows } = await statement.execute(tx.db);
    const n = Number(numAffectedRows ?? 0);
    if (n > 0) erased[table] = (erased[table] ?? 0) + n;
  }
  return erased;
}
