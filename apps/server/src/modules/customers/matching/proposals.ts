import type { Step } from '@throughline/science';
import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';

export interface FoundPair {
  customerId: string;
  otherId: string;
  bits: number;
  bothVerified: boolean;
  steps: readonly Step[];
}

/**
 * Keeps pairs that may be one person, under their home subjects. A pair that somebody decided on is left as decided, also
 * when either of the two has since been joined with others; one that is open gets its newest score. Returns the ids of
 * those that are open now. One statement.
 */
export async function keepProposals(ctx: Ctx, pairs: readonly FoundPair[]): Promise<{ id: string; bits: number }[]> {
  if (pairs.length === 0) return [];
  const rows = pairs.map((pair) => ({
    ...pair,
    id: ctx.newId(),
    bits: round(pair.bits),
    steps: pair.steps.map(short),
  }));
  const kept = await sql<{ id: string; bits: number }>`
    insert into customers.match_proposal as p (id, low_subject, high_subject, bits, steps, both_verified, state, found_at)
    select distinct on (least(a.id, b.id), greatest(a.id, b.id))
      r.id, least(a.id, b.id), greatest(a.id, b.id), r.bits, r.steps, r."bothVerified", 'open', ${ctx.clock.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, "customerId" uuid, "otherId" uuid, bits double precision, steps jsonb, "bothVerified" boolean)
    join customers.subject a on a.home_customer_id = r."customerId"
    join customers.subject b on b.home_customer_id = r."otherId"
    where a.customer_id <> b.customer_id and not exists (${decidedBetween(sql`a.customer_id`, sql`b.customer_id`)})
    on conflict (low_subject, high_subject) do update
      set bits = excluded.bits, steps = excluded.steps, both_verified = excluded.both_verified,
        state = 'open', decided_at = null, decided_by = null, reason = null, link_id = null
      where p.state in ('open', 'withdrawn')
    returning p.id, p.bits`.execute(ctx.db);
  return kept.rows;
}

/** Decisions that any subject of the one customer is not any of the other, or that a person wants to look at later. */
export const decidedBetween = (one: ReturnType<typeof sql>, other: ReturnType<typeof sql>) => sql`
  select 1 from customers.match_proposal d
  join customers.subject l on l.id = d.low_subject
  join customers.subject h on h.id = d.high_subject
  where d.state in ('not_same', 'later')
    and ((l.customer_id = ${one} and h.customer_id = ${other}) or (l.customer_id = ${other} and h.customer_id = ${one}))`;

/** What no longer stands is taken from the queue: joined otherwise meanwhile, or no longer alike. One statement. */
export async function withdrawProposals(ctx: Ctx, customerIds: readonly string[], stillFound: readonly string[]) {
  await sql`
    update customers.match_proposal p set state = 'withdrawn'
    from customers.subject l, customers.subject h
    where l.id = p.low_subject and h.id = p.high_subject and p.state = 'open'
      and (l.customer_id = any (${[...customerIds]}::uuid[]) or h.customer_id = any (${[...customerIds]}::uuid[]))
      and (l.customer_id = h.customer_id or not p.id = any (${[...stillFound]}::uuid[]))`.execute(ctx.db);
}

/** The same after a full run: what it did not find and nobody decided on. */
export async function withdrawOthers(ctx: Ctx, stillFound: readonly string[], foundBefore: Date): Promise<void> {
  await sql`update customers.match_proposal set state = 'withdrawn'
    where state = 'open' and found_at < ${foundBefore} and not id = any (${[...stillFound]}::uuid[])`.execute(ctx.db);
}

/** Who asked to be shown a pair later is shown it again. */
export async function wakeProposals(ctx: Ctx): Promise<void> {
  await sql`update customers.match_proposal set state = 'open', later_until = null, decided_at = null, decided_by = null
    where state = 'later' and later_until <= ${ctx.clock.now()}`.execute(ctx.db);
}

const round = (bits: number) => Math.round(bits * 100) / 100;
const short = (step: Step) => ({ ...step, bits: round(step.bits) });
