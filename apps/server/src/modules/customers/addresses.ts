import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { customersOf, subjectsOf } from './customersOf.ts';
import { raiseVersions } from './lockCustomers.ts';

/** pii, all of it. */
export interface AddressFields {
  name: string;
  line1: string;
  line2: string | null;
  postcode: string;
  city: string;
  /** ISO 3166-1 alpha-2 */
  country: string;
  note: string | null;
}

export interface KeptAddress extends AddressFields {
  id: string;
  isDefault: boolean;
}

/** More than anybody moves house; and no store for somebody else's list. */
const mostKept = 20;

interface Row extends AddressFields {
  id: string;
  is_default: boolean;
}

/**
 * The addresses of these identities of one person, the default one first. Each stays with the identity that kept it, so
 * that people who were thought one and are not get their own back. One statement.
 */
export async function addressesOf(ctx: Ctx, subjectIds: readonly string[]): Promise<KeptAddress[]> {
  if (subjectIds.length === 0) return [];
  const { rows } = await sql<Row>`
    select id, name, line1, line2, postcode, city, country, note, is_default from customers.address
    where subject_id = any (${[...subjectIds]}::uuid[]) order by is_default desc, changed_at desc, id`.execute(ctx.db);
  // Of two identities each brought a default one: the one that was chosen last counts.
  return rows.map(({ is_default, ...fields }, index) => ({ ...fields, isDefault: is_default && index === 0 }));
}

/** Of a customer, for staff. One statement more than `addressesOf`. */
export async function addressesOfCustomer(ctx: Ctx, customerId: string): Promise<KeptAddress[]> {
  const subjectIds = await subjectsOf(ctx, customerId);
  if (subjectIds.length === 0) throw new AppError('not_found', { detail: 'There is no such customer.' });
  return addressesOf(ctx, subjectIds);
}

interface Owner {
  /** The identity that signed in. */
  subjectId: string;
  /** Everything known to be the same person. */
  subjectIds: readonly string[];
}

/** Keeps a new address; the first one, or one that is said to be, becomes the default. Refuses more than twenty. */
export async function addAddress(
  ctx: Ctx,
  owner: Owner,
  input: AddressFields & { isDefault: boolean },
): Promise<Result<{ id: string }, 'limit_exceeded'>> {
  return once(ctx, 'customers.add_address', async (tx) => {
    const change = await begin(tx, owner);
    const kept = await addressesOf(tx, owner.subjectIds);
    if (kept.length >= mostKept)
      return refuse('limit_exceeded', {
        detail: `${mostKept} addresses are kept; delete one first. Nothing was changed.`,
      });
    const isDefault = input.isDefault || kept.length === 0;
    if (isDefault) await clearDefault(tx, owner);
    const id = tx.newId();
    await sql`
      insert into customers.address (id, subject_id, name, line1, line2, postcode, city, country, note, is_default, changed_at)
      values (${id}, ${owner.subjectId}, ${input.name}, ${input.line1}, ${input.line2}, ${input.postcode}, ${input.city},
        ${input.country}, ${input.note}, ${isDefault}, ${tx.clock.now()})`.execute(tx.db);
    await change.tell('customers.address.added', id);
    return ok({ id });
  });
}

/** Changes what is said, or makes it the default. @throws AppError not_found, also for another person's */
export async function changeAddress(
  ctx: Ctx,
  owner: Owner,
  id: string,
  input: Partial<AddressFields> & { isDefault?: true },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const change = await begin(tx, owner);
    const before = (await addressesOf(tx, owner.subjectIds)).find((one) => one.id === id) ?? missing();
    if (input.isDefault) await clearDefault(tx, owner);
    const after = { ...before, ...input };
    await sql`
      update customers.address set name = ${after.name}, line1 = ${after.line1}, line2 = ${after.line2},
        postcode = ${after.postcode}, city = ${after.city}, country = ${after.country}, note = ${after.note},
        is_default = ${after.isDefault}, changed_at = ${tx.clock.now()} where id = ${id}`.execute(tx.db);
    await change.tell('customers.address.changed', id);
  });
}

/**
 * Forgets an address for good. Orders keep the copy they were sent by. If it was the default, the one changed last takes
 * its place. @throws AppError not_found, also for another person's
 */
export async function removeAddress(ctx: Ctx, owner: Owner, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const change = await begin(tx, owner);
    const kept = await addressesOf(tx, owner.subjectIds);
    const gone = kept.find((one) => one.id === id) ?? missing();
    await sql`delete from customers.address where id = ${id}`.execute(tx.db);
    const next = kept.find((one) => one.id !== id);
    if (gone.isDefault && next)
      await sql`update customers.address set is_default = true where id = ${next.id}`.execute(tx.db);
    await change.tell('customers.address.removed', id);
  });
}

/** Holds the person's row until the transaction ends: two tabs make neither two defaults nor twenty-one addresses. */
async function begin(tx: Ctx, owner: Owner) {
  const customerId = (await customersOf(tx, [owner.subjectId])).get(owner.subjectId) ?? missing();
  const version = (await raiseVersions(tx, [customerId])).get(customerId) ?? 1;
  return {
    tell: (type: `customers.address.${'added' | 'changed' | 'removed'}`, addressId: string) =>
      emit(tx, {
        type,
        subjectId: owner.subjectId,
        aggregate: 'customer',
        aggregateId: customerId,
        aggregateVersion: version,
        data: { customerId, addressId },
      }),
  };
}

const clearDefault = (tx: Ctx, owner: Owner) =>
  sql`update customers.address set is_default = false
    where is_default and subject_id = any (${[...owner.subjectIds]}::uuid[])`.execute(tx.db);

function missing(): never {
  throw new AppError('not_found', { detail: 'There is no such address among yours.' });
}
