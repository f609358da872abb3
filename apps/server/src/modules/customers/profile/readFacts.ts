import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { Money } from '../../../kernel/money.ts';
import type { ProfileTables } from './profileTables.ts';

export type FactsRow = ProfileTables['customers.profile_facts'];

/** A customer's figures, as lists and profiles show them. */
export interface CustomerFacts {
  orders: number;
  value: Money | null;
  returned: Money | null;
  average: Money | null;
  /** Ten-thousandths of what was bought that came back. */
  returnRateBp: number | null;
  firstPurchaseAt: string | null;
  lastPurchaseAt: string | null;
  favouriteLocationId: string | null;
  favouriteChannel: string | null;
  favouriteCategoryId: string | null;
  openOrders: number;
  openHolds: number;
  openThreads: number;
  touchpoints: number;
  firstSeenAt: string | null;
  lastSeenAt: string | null;
  tags: string[];
  refreshedAt: string;
}

export function showFacts(row: FactsRow): CustomerFacts {
  const money = (amount: number | null): Money | null =>
    amount === null || row.currency === null ? null : { amount, currency: row.currency };
  return {
    orders: row.orders,
    value: money(row.value_minor),
    returned: money(row.returned_minor),
    average: money(row.average_minor),
    returnRateBp: row.return_rate_bp,
    firstPurchaseAt: row.first_purchase_at?.toISOString() ?? null,
    lastPurchaseAt: row.last_purchase_at?.toISOString() ?? null,
    favouriteLocationId: row.favourite_location_id,
    favouriteChannel: row.favourite_channel,
    favouriteCategoryId: row.favourite_category_id,
    openOrders: row.open_orders,
    openHolds: row.open_holds,
    openThreads: row.open_threads,
    touchpoints: row.touchpoints,
    firstSeenAt: row.first_seen_at?.toISOString() ?? null,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    tags: row.tags,
    refreshedAt: row.refreshed_at.toISOString(),
  };
}

/** One statement; undefined for who has none yet. */
export async function factsOf(ctx: Ctx, customerId: string): Promise<CustomerFacts | undefined> {
  const { rows } = await sql<FactsRow>`select * from customers.profile_facts where customer_id = ${customerId}`.execute(
    ctx.db,
  );
  return rows[0] && showFacts(rows[0]);
}

/** Meetings by month and channel over all subjects, the newest three years of them. */
export async function activityOf(
  ctx: Ctx,
  subjectIds: readonly string[],
): Promise<{ month: string; channel: string; times: number }[]> {
  const { rows } = await sql<{ month: string; channel: string; times: number }>`
    select to_char(month, 'YYYY-MM') as month, channel, sum(times)::int as times
    from customers.activity where subject_id = any (${[...subjectIds]}::uuid[])
    group by 1, 2 order by 1 desc, 2 limit 540`.execute(ctx.db);
  return rows;
}

/** What somebody mostly buys, read from the options of what they bought: inferred, never stated. */
export async function preferencesOf(
  ctx: Ctx,
  subjectIds: readonly string[],
): Promise<{ optionCode: string; valueCode: string; pieces: number; ofPieces: number; variantId: string }[]> {
  const { rows } = await sql<{
    optionCode: string;
    valueCode: string;
    pieces: number;
    ofPieces: number;
    variantId: string;
  }>`
    with counted as (
      select o.value->>0 as "optionCode", o.value->>1 as "valueCode", sum((g.value->>'quantity')::int)::int as pieces,
        min(g.value->>'variantId') as "variantId"
      from customers.dealing d
      cross join lateral jsonb_array_elements(d.goods) g
      cross join lateral jsonb_array_elements(g.value->'options') o
      where d.subject_id = any (${[...subjectIds]}::uuid[]) and d.kind = 'order' and d.state <> 'cancelled'
      group by 1, 2
    ), ranked as (
      select c.*, sum(c.pieces) over (partition by "optionCode")::int as "ofPieces",
        row_number() over (partition by "optionCode" order by pieces desc, "valueCode") as place
      from counted c
    )
    select "optionCode", "valueCode", pieces, "ofPieces", "variantId" from ranked
    -- One piece is no habit, and a fifth of them is none either.
    where place = 1 and pieces >= 2 and pieces * 3 >= "ofPieces"
    order by "ofPieces" desc, "optionCode" limit 6`.execute(ctx.db);
  return rows;
}
