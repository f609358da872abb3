import type { Ctx, Language } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { chooseContact, chooseTrait, fullName, type KnownIdentifier, type KnownTrait } from './choosePerson.ts';
import { tables } from './tables.ts';

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

/** Customers by id, keyed by the id asked for; unknown ids are left out. Four statements for any number. */
export async function getCustomers(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Customer>> {
  if (ids.length === 0) return new Map();
  const heads = await tables(ctx)
    .selectFrom('customers.subject as home')
    .innerJoin('customers.customer as c', 'c.id', 'home.customer_id')
    .select(['home.home_customer_id as asked', 'c.id', 'c.version', 'c.language', 'c.created_at'])
    .where('home.home_customer_id', 'in', [...new Set(ids)])
    .execute();
  if (heads.length === 0) return new Map();
  const now = [...new Set(heads.map((head) => head.id))];
  const subjects = await tables(ctx)
    .selectFrom('customers.subject')
    .select(['id', 'kind', 'source', 'customer_id', 'created_at'])
    .where('customer_id', 'in', now)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const identifiers = await tables(ctx)
    .selectFrom('customers.identifier as i')
    .innerJoin('customers.subject as s', 's.id', 'i.subject_id')
    .select(['i.id', 's.customer_id', 'i.kind', 'i.value', 'i.state', 'i.at', 'i.source', 'i.subject_id'])
    .where('s.customer_id', 'in', now)
    .orderBy('i.state', 'desc')
    .orderBy('i.at', 'desc')
    .orderBy('i.id')
    .execute();
  const traits = await tables(ctx)
    .selectFrom('customers.trait as t')
    .innerJoin('customers.subject as s', 's.id', 't.subject_id')
    .select(['s.customer_id', 's.kind', 't.name', 't.value', 't.source', 't.at', 't.subject_id'])
    .where('s.customer_id', 'in', now)
    .execute();

  return new Map(
    heads.map((head) => {
      const own = <T extends { customer_id: string }>(rows: T[]) => rows.filter((row) => row.customer_id === head.id);
      const known = own(identifiers).map(
        (row): KnownIdentifier => ({
          id: row.id,
          kind: row.kind,
          value: row.value,
          state: row.state,
          since: row.at.toISOString(),
          source: row.source,
          subjectId: row.subject_id,
        }),
      );
      const said = own(traits).map(
        (row): KnownTrait => ({
          name: row.name,
          value: row.value,
          source: row.source,
          subjectId: row.subject_id,
          verified: row.kind === 'verified',
          at: row.at.toISOString(),
        }),
      );
      const customer: Customer = {
        id: head.id,
        version: head.version,
        verified: own(subjects).some((row) => row.kind === 'verified'),
        displayName:
          fullName(said) ?? chooseContact(known, 'email')?.value ?? chooseContact(known, 'phone')?.value ?? null,
        givenName: chooseTrait(said, 'given_name') ?? null,
        familyName: chooseTrait(said, 'family_name') ?? null,
        language: head.language,
        identifiers: known,
        subjects: own(subjects).map((row) => ({
          id: row.id,
          kind: row.kind,
          source: row.source,
          createdAt: row.created_at.toISOString(),
        })),
        createdAt: head.created_at.toISOString(),
      };
      return [head.asked, customer] as const;
    }),
  );
}

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
