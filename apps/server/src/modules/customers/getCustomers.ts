import { sql } from 'kysely';
import type { Ctx, Language } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { chooseContact, chooseTrait, fullName, type KnownIdentifier, type KnownTrait } from './choosePerson.ts';

export interface CustomerSubject {
  id: string;
  kind: 'verified' | 'anonymous';
  source: string | null;
  createdAt: string;
}

/** A person as far as known. */
export interface Customer {
  /** The id now; not the one asked for when that customer was linked into another since. */
  id: string;
  version: number;
  /** Whether any identifier is verified. */
  verified: boolean;
  /** The name, else a contact, else null: screens then say "Guest" in their language. */
  displayName: string | null;
  givenName: string | null;
  familyName: string | null;
  language: Language;
  /** Verified ones first, then the newest. */
  identifiers: KnownIdentifier[];
  subjects: CustomerSubject[];
  createdAt: string;
}

export interface Contact {
  email?: { value: string; state: 'verified' | 'claimed' };
  phone?: { value: string; state: 'verified' | 'claimed' };
  language: Language;
  name?: string;
}

interface Row {
  asked: string;
  id: string;
  version: number;
  language: Language;
  created_at: Date;
  subjects: CustomerSubject[];
  identifiers: KnownIdentifier[];
  traits: KnownTrait[];
}

/** Customers by id, keyed by the id asked for; unknown ids are left out. One statement for any number. */
export async function getCustomers(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Customer>> {
  if (ids.length === 0) return new Map();
  // The subjects of each once, and what they brought by their ids: every step is a look into an index.
  const { rows } = await sql<Row>`
    select home.home_customer_id as asked, c.id, c.version, c.language, c.created_at, own.subjects,
      coalesce(known.identifiers, '[]') as identifiers, coalesce(said.traits, '[]') as traits
    from customers.subject home
    join customers.customer c on c.id = home.customer_id
    cross join lateral (
      select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'source', s.source, 'createdAt', s.created_at)
        order by s.created_at, s.id) as subjects
      from customers.subject s where s.customer_id = c.id) own
    cross join lateral (
      select json_agg(json_build_object('id', i.id, 'kind', i.kind, 'value', i.value, 'state', i.state, 'since', i.at,
        'source', i.source, 'subjectId', i.subject_id) order by i.state desc, i.at desc, i.id) as identifiers
      from customers.subject s join customers.identifier i on i.subject_id = s.id where s.customer_id = c.id) known
    cross join lateral (
      select json_agg(json_build_object('name', t.name, 'value', t.value, 'source', t.source, 'subjectId', t.subject_id,
        'verified', s.kind = 'verified', 'at', t.at)) as traits
      from customers.subject s join customers.trait t on t.subject_id = s.id where s.customer_id = c.id) said
    where home.home_customer_id = any (${[...new Set(ids)]}::uuid[])`.execute(ctx.db);
  return new Map(rows.map((row) => [row.asked, toCustomer(row)]));
}

function toCustomer(row: Row): Customer {
  const known = row.identifiers.map((one) => ({ ...one, since: toIso(one.since) }));
  const said = row.traits.map((one) => ({ ...one, at: toIso(one.at) }));
  return {
    id: row.id,
    version: row.version,
    verified: row.subjects.some((subject) => subject.kind === 'verified'),
    displayName: fullName(said) ?? chooseContact(known, 'email')?.value ?? chooseContact(known, 'phone')?.value ?? null,
    givenName: chooseTrait(said, 'given_name') ?? null,
    familyName: chooseTrait(said, 'family_name') ?? null,
    language: row.language,
    identifiers: known,
    subjects: row.subjects.map((subject) => ({ ...subject, createdAt: toIso(subject.createdAt) })),
    createdAt: row.created_at.toISOString(),
  };
}

/** PostgreSQL writes an instant into JSON with its offset. */
const toIso = (text: string) => new Date(text).toISOString();

/** Throws not_found. */
export async function getCustomer(ctx: Ctx, id: string): Promise<Customer> {
  const customer = (await getCustomers(ctx, [id])).get(id);
  if (!customer) throw new AppError('not_found', { detail: 'There is no such customer.' });
  return customer;
}

/** Throws not_found. */
export async function contactOf(ctx: Ctx, customerId: string): Promise<Contact> {
  return toContact(await getCustomer(ctx, customerId));
}

function toContact(customer: Customer): Contact {
  const email = chooseContact(customer.identifiers, 'email');
  const phone = chooseContact(customer.identifiers, 'phone');
  const name = [customer.givenName, customer.familyName].filter((part) => part !== null).join(' ');
  return {
    ...(email ? { email: { value: email.value, state: email.state } } : {}),
    ...(phone ? { phone: { value: phone.value, state: phone.state } } : {}),
    language: customer.language,
    ...(name ? { name } : {}),
  };
}
