import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { customersConfigOf, keyedHash } from '../keyedHash.ts';
import { normaliseIdentifier } from '../normaliseIdentifier.ts';

export type SuppressionReason = 'unsubscribed' | 'bounced' | 'complained' | 'erased';
export interface Address {
  kind: 'email' | 'phone';
  value: string;
}

const hashOf = (ctx: Ctx, address: Address): Buffer =>
  keyedHash(
    customersConfigOf(ctx),
    'suppression',
    address.kind,
    normaliseIdentifier(address.kind, address.value) ?? address.value.toLowerCase(),
  );

/** Nobody writes there unasked from now on. Repeats change nothing. */
export async function suppress(tx: Ctx, address: Address, reason: SuppressionReason): Promise<void> {
  await sql`insert into customers.suppression (id, kind, value_hash, reason, at)
    values (${tx.newId()}, ${address.kind}, ${hashOf(tx, address)}, ${reason}, ${tx.clock.now()})
    on conflict (kind, value_hash, reason) where lifted_at is null do nothing`.execute(tx.db);
}

/** Whoever reads the mailbox asked for messages anew: their own no, and an erasure before it, end. A complaint does not. */
export async function liftSuppression(tx: Ctx, address: Address): Promise<void> {
  await sql`update customers.suppression set lifted_at = ${tx.clock.now()}
    where kind = ${address.kind} and value_hash = ${hashOf(tx, address)} and lifted_at is null
      and reason in ('unsubscribed', 'bounced', 'erased')`.execute(tx.db);
}

/** Why this address is not written to unasked; undefined when nothing stands against it. */
export async function suppressionOf(ctx: Ctx, address: Address): Promise<SuppressionReason | undefined> {
  const { rows } = await sql<{ reason: SuppressionReason }>`
    select reason from customers.suppression
    where kind = ${address.kind} and value_hash = ${hashOf(ctx, address)} and lifted_at is null
    order by at limit 1`.execute(ctx.db);
  return rows[0]?.reason;
}

/** Which of these, by their place in the list, are not written to for this reason. One statement for any number. */
export async function suppressedAs(
  ctx: Ctx,
  addresses: readonly Address[],
  reason: SuppressionReason,
): Promise<Set<number>> {
  if (addresses.length === 0) return new Set();
  const hashes = addresses.map((address) => hashOf(ctx, address).toString('hex'));
  const { rows } = await sql<{ hash: string }>`
    select distinct encode(value_hash, 'hex') as hash from customers.suppression
    where reason = ${reason} and lifted_at is null
      and value_hash in (select decode(h, 'hex') from unnest(${hashes}::text[]) as h)`.execute(ctx.db);
  const found = new Set(rows.map((row) => row.hash));
  return new Set(hashes.flatMap((hash, at) => (found.has(hash) ? [at] : [])));
}
