import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { decodeCursor, toPage } from '../../../kernel/page.ts';
import { getCustomers } from '../getCustomers.ts';
import { maskValue } from '../maskValue.ts';
import { type CustomerSummary, summariseCustomer } from '../summariseCustomer.ts';
import type { MergeReason } from './decideMatch.ts';
import { type CustomerRecord, loadRecords } from './loadRecords.ts';

export type MatchState = 'open' | 'later' | 'merged' | 'not_same';

export interface MatchStep {
  of: string;
  level: string;
  bits: number;
  /** What the two say, masked where it is a contact. */
  left: string[];
  right: string[];
}

export interface Match {
  id: string;
  state: MatchState;
  /** log2 of the odds that the two are one person. */
  bits: number;
  probability: number;
  bothVerified: boolean;
  foundAt: string;
  decidedAt: string | null;
  /** kind:id */
  decidedBy: string | null;
  reason: MergeReason | null;
  left: CustomerSummary;
  right: CustomerSummary;
  steps: MatchStep[];
}

interface Row {
  id: string;
  state: MatchState;
  bits: number;
  both_verified: boolean;
  found_at: Date;
  decided_at: Date | null;
  decided_by: string | null;
  reason: MergeReason | null;
  steps: { of: string; level: string; bits: number }[];
  low_home: string;
  high_home: string;
  low: string;
  high: string;
}

/** Pairs in a state, the surest first. A constant number of statements. */
export async function listMatches(
  ctx: Ctx,
  { state, cursor, limit }: { state: MatchState; cursor?: string | undefined; limit: number },
): Promise<{ items: Match[]; nextCursor: string | null }> {
  const after = decodeCursor(cursor, ['integer', 'id']);
  // Bits are kept to two decimals, so hundredths are exact.
  const below = after && Number(after[0]) / 100;
  const { rows } = await sql<Row>`
    select p.id, p.state, p.bits, p.both_verified, p.found_at, p.decided_at, p.decided_by, p.reason, p.steps,
      l.home_customer_id as low_home, h.home_customer_id as high_home, l.customer_id as low, h.customer_id as high
    from customers.match_proposal p
    join customers.subject l on l.id = p.low_subject
    join customers.subject h on h.id = p.high_subject
    where p.state = ${state} and (${state} <> 'open' or l.customer_id <> h.customer_id)
      and (${below ?? null}::double precision is null
        or (p.bits, p.id) < (${below ?? null}::double precision, ${after?.[1] ?? null}::uuid))
    order by p.bits desc, p.id desc limit ${limit + 1}`.execute(ctx.db);
  const page = toPage(rows, limit, (row) => [Math.round(row.bits * 100), row.id]);
  const ids = [...new Set(page.items.flatMap((row) => [row.low, row.high]))];
  const [customers, records] = [await getCustomers(ctx, ids), await loadRecords(ctx, ids)];
  const items = page.items.flatMap((row): Match[] => {
    const [left, right] = [customers.get(row.low), customers.get(row.high)];
    if (!left || !right) return [];
    return [
      {
        id: row.id,
        state: row.state,
        bits: row.bits,
        probability: Math.round(10_000 / (1 + 2 ** -row.bits)) / 10_000,
        bothVerified: row.both_verified,
        foundAt: row.found_at.toISOString(),
        decidedAt: row.decided_at?.toISOString() ?? null,
        decidedBy: row.decided_by,
        reason: row.reason,
        left: summariseCustomer(left),
        right: summariseCustomer(right),
        steps: row.steps.map((step) => ({
          ...step,
          left: valuesOf(records.get(row.low), step.of),
          right: valuesOf(records.get(row.high), step.of),
        })),
      },
    ];
  });
  return { items, nextCursor: page.nextCursor };
}

function valuesOf(record: CustomerRecord | undefined, field: string): string[] {
  switch (field) {
    case 'givenName':
      return [record?.givenName].filter((name) => name !== undefined);
    case 'familyName':
      return [record?.familyName].filter((name) => name !== undefined);
    case 'phone':
      return (record?.phones ?? []).map((phone) => maskValue('phone', phone));
    case 'email':
      return (record?.emails ?? []).map((email) => maskValue('email', email));
    case 'address':
      return (record?.addresses ?? []).map(({ postcode, city }) => `${postcode} ${city}`);
    default:
      return [];
  }
}

export async function countMatches(ctx: Ctx): Promise<Record<MatchState, number>> {
  const { rows } = await sql<{ state: MatchState; n: number }>`
    select p.state, count(*)::int as n from customers.match_proposal p
    join customers.subject l on l.id = p.low_subject
    join customers.subject h on h.id = p.high_subject
    where p.state <> 'withdrawn' and (p.state <> 'open' or l.customer_id <> h.customer_id)
    group by p.state`.execute(ctx.db);
  const counts: Record<MatchState, number> = { open: 0, later: 0, merged: 0, not_same: 0 };
  for (const row of rows) counts[row.state] = row.n;
  return counts;
}
