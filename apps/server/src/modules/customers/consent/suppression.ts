import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { decodeCursor, toPage } from '../../../kernel/page.ts';
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

export interface Suppression {
  id: string;
  kind: Address['kind'];
  reason: SuppressionReason;
  at: string;
}

/** Whom nobody writes to unasked, newest first. Addresses are keyed hashes: one can be looked up, none can be read. */
export async function listSuppressions(
  ctx: Ctx,
  query: { address?: Address | undefined; cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(query.cursor, ['instant', 'id']);
  const { rows } = await sql<Omit<Suppression, 'at'> & { at: Date }>`
    select id, kind, reason, at from customers.suppression where lifted_at is null
      ${query.address ? sql`and kind = ${query.address.kind} and value_hash = ${hashOf(ctx, query.address)}` : sql``}
      and (${after?.[0] ?? null}::timestamptz is null or (at, id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by at desc, id desc limit ${query.limit + 1}`.execute(ctx.db);
  const items = rows.map((row): Suppression => ({ ...row, at: row.at.toISOString() }));
  return toPage(items, query.limit, (item) => [item.at, item.id]);
}

/** Ends one by its id; false where it is over already or never was. A complaint is ended by nobody. */
export async function endSuppression(tx: Ctx, id: string): Promise<boolean> {
  const { rows } = await sql`update customers.suppression set lifted_at = ${tx.clock.now()}
    where id = ${id} and lifted_at is null and reason <> 'complained' returning id`.execute(tx.db);
  return rows.length > 0;
}

/** Why this address is not written to unasked; undefined when nothing stands against it. */
export async function suppressionOf(ctx: Ctx, address: Address): Promise<SuppressionReason | undefined> {
  const { rows } = await sql<{ reason: SuppressionReason }>`
    select reason from customers.suppression
    where kind = ${address.kind} and value_hash = ${hashOf(ctx, address)} and lifted_at is null
    order by at limit 1`.execute(ctx.db);
  return rows[0]?.reason;
}

/** Which of these, by their place in the list, are not written to, for this reason or any. One statement for any number. */
export async function suppressedAmong(
  ctx: Ctx,
  addresses: readonly Address[],
  reason?: SuppressionReason,
): Promise<Set<number>> {
  if (addresses.length === 0) return new Set();
  const hashes = addresses.map((address) => hashOf(ctx, address).toString('hex'));
  const { rows } = await sql<{ hash: string }>`
    select distinct encode(value_hash, 'hex') as hash from customers.suppression
    where lifted_at is null ${reason ? sql`and reason = ${reason}` : sql``}
      and value_hash in (select decode(h, 'hex') from unnest(${hashes}::text[]) as h)`.execute(ctx.db);
  const found = new Set(rows.map((row) => row.hash));
  return new Set(hashes.flatMap((hash, at) => (found.has(hash) ? [at] : [])));
}
