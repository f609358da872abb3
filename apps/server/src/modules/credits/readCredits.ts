import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Credit, type CreditRow, toCredit } from './credit.ts';
import { readCreditCode } from './creditCode.ts';

export async function readRow(ctx: Ctx, condition: RawBuilder<unknown>): Promise<CreditRow> {
  const { rows } = await sql<CreditRow>`select * from credits.credit where ${condition}`.execute(ctx.db);
  if (!rows[0]) throw new AppError('not_found', { detail: 'There is no such store credit.' });
  return rows[0];
}

export interface CreditEntry {
  kind: 'issue' | 'spend' | 'give_back';
  delta: number;
  balance: number;
  orderId: string | null;
  locationId: string | null;
  at: string;
}

/** A credit by the code its owner shows, with all that happened to it. @throws AppError not_found */
export async function getCreditByCode(ctx: Ctx, typed: string): Promise<{ credit: Credit; entries: CreditEntry[] }> {
  const credit = toCredit(await readRow(ctx, sql`code = ${readCreditCode(typed) ?? ''}`));
  const { rows } = await sql<{
    kind: CreditEntry['kind'];
    delta: number;
    balance: number;
    order_id: string | null;
    location_id: string | null;
    at: Date;
  }>`select kind, delta, balance, order_id, location_id, at from credits.entry where credit_id = ${credit.id} order by at, id`.execute(
    ctx.db,
  );
  const entries = rows.map(({ order_id, location_id, at, ...row }) => ({
    ...row,
    orderId: order_id,
    locationId: location_id,
    at: at.toISOString(),
  }));
  return { credit, entries };
}

/** Credits by id; one statement for any number. */
export async function getCredits(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Credit>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<CreditRow>`select * from credits.credit where id = any (${[...ids]}::uuid[])`.execute(
    ctx.db,
  );
  return new Map(rows.map((row) => [row.id, toCredit(row)]));
}

/** Whether something was given back under this key already. */
export async function wasGivenBack(ctx: Ctx, key: string): Promise<boolean> {
  const { rows } = await sql`select 1 from credits.entry where key = ${key} and kind = 'give_back'`.execute(ctx.db);
  return rows.length > 0;
}

/** Credits whose balance is not the sum of their entries; always none. */
export async function reconcileCredits(ctx: Ctx): Promise<{ creditId: string; balance: number; sum: number }[]> {
  const { rows } = await sql<{ id: string; balance: number; sum: number }>`
    select c.id, c.balance, coalesce(sum(e.delta), 0)::bigint as sum from credits.credit c
    left join credits.entry e on e.credit_id = c.id group by c.id having coalesce(sum(e.delta), 0) <> c.balance`.execute(
    ctx.db,
  );
  return rows.map(({ id, balance, sum }) => ({ creditId: id, balance, sum }));
}
