import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Subscriber } from '../../../kernel/relay.ts';
import { getVariants } from '../../catalogue/index.ts';
import { customersOf } from '../customersOf.ts';
import { combineDealings, type Dealing, dealingsIn, type HeardEvent, isMeeting, profileTypes } from './foldEvent.ts';
import { refreshFacts } from './refreshFacts.ts';

/** Keeps what lists and profiles show of a person, in the transaction that moves the cursor: each event counts once. */
export const followProfiles: Subscriber = {
  name: 'customers.profile',
  types: profileTypes,
  mode: 'transactional',
  async handle(ctx, events) {
    await keepProfiles(
      ctx,
      events.map((event) => ({ ...event, at: event.occurredAt, version: event.aggregateVersion })),
    );
  },
};

/** A constant number of statements for a batch, whatever is in it. */
export async function keepProfiles(
  tx: Ctx,
  events: readonly HeardEvent[],
  options: { figuresLater?: boolean } = {},
): Promise<void> {
  await keepDealings(tx, combineDealings(events.flatMap(dealingsIn)));
  await countMeetings(tx, events.filter(isMeeting));
  if (options.figuresLater) return;
  const subjectIds = events.flatMap((event) => [event.subjectId ?? [], event.data.movedSubjectIds ?? []].flat());
  const customers = await customersOf(tx, subjectIds.map(String).filter(isUuid));
  const named = events.flatMap(({ data }) => [data.customerId, data.fromCustomerId].map(String).filter(isUuid));
  await refreshFacts(tx, [...customers.values(), ...named]);
}

async function keepDealings(tx: Ctx, dealings: readonly Dealing[]): Promise<void> {
  if (dealings.length === 0) return;
  const variants = await getVariants(
    tx,
    dealings.flatMap((dealing) => dealing.goods.map((line) => line.variantId)),
  );
  const rows = dealings.map((dealing) => ({
    ...dealing,
    goods: dealing.goods.map((line) => {
      const card = variants.get(line.variantId);
      return {
        ...line,
        categoryId: card?.categoryId ?? null,
        options: card?.options.map(({ code, valueCode }) => [code, valueCode]) ?? [],
      };
    }),
  }));
  await sql`
    insert into customers.dealing as d (kind, id, subject_id, state, is_open, number, at, paid_at, channel, location_id, amount, currency, goods, version)
    select kind, id, "subjectId", state, "isOpen", number, at, "paidAt", channel, "locationId", amount, currency, goods, version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as q(kind text, id uuid, "subjectId" uuid, state text, "isOpen" boolean,
      number text, at timestamptz, "paidAt" timestamptz, channel text, "locationId" uuid, amount bigint, currency text, goods jsonb, version bigint)
    order by kind, id
    on conflict (kind, id) do update set
      at = least(d.at, excluded.at),
      paid_at = least(d.paid_at, excluded.paid_at),
      number = coalesce(d.number, excluded.number),
      subject_id = case when excluded.version >= d.version then coalesce(excluded.subject_id, d.subject_id) else d.subject_id end,
      state = case when excluded.version >= d.version then excluded.state else d.state end,
      is_open = case when excluded.version >= d.version then excluded.is_open else d.is_open end,
      location_id = case when excluded.version >= d.version then coalesce(excluded.location_id, d.location_id) else d.location_id end,
      amount = case when excluded.version >= d.version then coalesce(excluded.amount, d.amount) else d.amount end,
      currency = coalesce(d.currency, excluded.currency),
      goods = case when excluded.version >= d.version and excluded.goods <> '[]' then excluded.goods else d.goods end,
      version = greatest(d.version, excluded.version)`.execute(tx.db);
}

async function countMeetings(tx: Ctx, events: readonly HeardEvent[]): Promise<void> {
  const rows = events.flatMap(({ subjectId, at, channel }) =>
    subjectId ? [{ subjectId, channel, at: at.toISOString() }] : [],
  );
  if (rows.length === 0) return;
  await sql`
    insert into customers.activity as a (subject_id, month, channel, times, last_at)
    select "subjectId", date_trunc('month', at at time zone 'UTC')::date, channel, count(*), max(at)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as q("subjectId" uuid, channel text, at timestamptz)
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (subject_id, month, channel) do update
      set times = a.times + excluded.times, last_at = greatest(a.last_at, excluded.last_at)`.execute(tx.db);
}
