import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { emit } from '../../kernel/outbox.ts';
import type { Condition, Outcome, ReturnReason } from './policy.ts';

/** pii */
export interface BlindContact {
  name?: string;
  email?: string;
  phone?: string;
}

export interface BlindLine {
  variantId: string;
  quantity: number;
  reason: ReturnReason;
  condition: Condition;
  outcome: Extract<Outcome, 'restock' | 'damaged' | 'write_off'>;
  /** Minor units a piece: the most it is worth, and what was given for it. */
  cap: number;
  unit: number;
  taxRateBp: number;
}

export interface BlindReturn {
  id: string;
  number: string;
  locationId: string;
  contact: BlindContact;
  total: Money;
  creditId: string;
  note: string | null;
  takenBy: string;
  takenAt: string;
  lines: (BlindLine & { amount: number })[];
}

export interface NewBlindReturn {
  id: string;
  locationId: string;
  contact: BlindContact;
  currency: string;
  creditId: string;
  note?: string | undefined;
  lines: readonly BlindLine[];
}

/** Goods that came back without a sale, in the caller's transaction. */
export async function recordBlindReturn(tx: Ctx, input: NewBlindReturn): Promise<BlindReturn> {
  const lines = input.lines.map((line, position) => ({
    ...line,
    id: tx.newId(),
    position,
    amount: line.unit * line.quantity,
  }));
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  await sql`
    with blind as (
      insert into returns.blind (id, location_id, contact, currency, total, credit_id, note, taken_by, taken_at)
      values (${input.id}, ${input.locationId}, ${JSON.stringify(input.contact)}::jsonb, ${input.currency}, ${total}, ${input.creditId},
        ${input.note ?? null}, ${staffIdOf(tx.actor) ?? null}, ${tx.clock.now()})
      returning id
    )
    insert into returns.blind_line (id, blind_id, position, variant_id, quantity, reason, condition, outcome, cap, unit, amount, tax_rate_bp)
    select v.id, blind.id, v.position, v."variantId", v.quantity, v.reason, v.condition, v.outcome, v.cap, v.unit, v.amount, v."taxRateBp"
    from blind, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as v(id uuid, position int, "variantId" uuid, quantity int, reason text, condition text, outcome text, cap bigint, unit bigint,
        amount bigint, "taxRateBp" int)`.execute(tx.db);
  const it = await getBlindReturn(tx, input.id);
  await emit(tx, {
    type: 'returns.blind.taken',
    aggregate: 'blind',
    aggregateId: it.id,
    aggregateVersion: 1,
    locationId: it.locationId,
    data: {
      blindReturnId: it.id,
      number: it.number,
      total: it.total.amount,
      currency: it.total.currency,
      creditId: it.creditId,
      lines: it.lines.map(({ variantId, quantity, reason, outcome }) => ({ variantId, quantity, reason, outcome })),
    },
  });
  return it;
}

interface Row {
  id: string;
  number: string;
  location_id: string;
  contact: BlindContact;
  currency: string;
  total: number;
  credit_id: string;
  note: string | null;
  taken_by: string;
  taken_at: Date;
  lines: (BlindLine & { amount: number })[];
}

const toBlindReturn = (row: Row): BlindReturn => ({
  id: row.id,
  number: row.number,
  locationId: row.location_id,
  contact: row.contact,
  total: { amount: row.total, currency: row.currency },
  creditId: row.credit_id,
  note: row.note,
  takenBy: row.taken_by,
  takenAt: row.taken_at.toISOString(),
  lines: row.lines,
});

const whole = sql`select b.*, (select jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'quantity', l.quantity, 'reason', l.reason,
    'condition', l.condition, 'outcome', l.outcome, 'cap', l.cap, 'unit', l.unit, 'amount', l.amount, 'taxRateBp', l.tax_rate_bp)
    order by l.position) from returns.blind_line l where l.blind_id = b.id) as lines from returns.blind b`;

/** @throws AppError not_found */
export async function getBlindReturn(ctx: Ctx, id: string): Promise<BlindReturn> {
  const { rows } = await sql<Row>`${whole} where b.id = ${id}`.execute(ctx.db);
  if (!rows[0]) throw new AppError('not_found', { detail: 'There is no such return.' });
  return toBlindReturn(rows[0]);
}

/** Taken within a time at places, oldest first. */
export async function blindReturnsBetween(
  ctx: Ctx,
  filter: { from: Date; to: Date; locationIds: readonly string[] | 'all'; limit: number },
): Promise<BlindReturn[]> {
  const here = filter.locationIds === 'all' ? sql`` : sql`and b.location_id = any (${[...filter.locationIds]}::uuid[])`;
  const { rows } = await sql<Row>`
    ${whole} where b.taken_at >= ${filter.from} and b.taken_at < ${filter.to} ${here} order by b.taken_at, b.id limit ${filter.limit}`.execute(
    ctx.db,
  );
  return rows.map(toBlindReturn);
}
