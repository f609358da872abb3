import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';

/** Deeds by which somebody saw or took what is known of a customer. */
export const lookingActs = [
  'customers.contact.viewed',
  'customers.addresses.viewed',
  'customers.exported',
  'privacy.export.fetched',
  'privacy.sealed.read',
] as const;

/** The law gives a month for an answer (GDPR 12(3)). */
export const answerDays = 30;

export interface ListedRequest {
  id: string;
  kind: 'export' | 'erasure';
  state: 'queued' | 'done';
  customerId: string;
  askedBy: string;
  askedAt: string;
  dueAt: string;
  finishedAt: string | null;
}

/** Wishes for copies and erasures of all customers: what is open first, then the newest. */
export async function listDataRequests(ctx: Ctx, query: { cursor?: string | undefined; limit: number }) {
  const after = decodeCursor(query.cursor, ['text', 'instant', 'id']);
  const { rows } = await sql<{
    id: string;
    kind: 'export' | 'erasure';
    state: 'queued' | 'done';
    customer_id: string;
    asked_by: string;
    asked_at: Date;
    finished_at: Date | null;
  }>`select id, kind, state, customer_id, asked_by, asked_at, finished_at from customers.data_request
    where ${after?.[0] ?? null}::text is null
      or (state, asked_at, id) < (${after?.[0] ?? null}::text, ${after?.[1] ?? null}::timestamptz, ${after?.[2] ?? null}::uuid)
    order by state desc, asked_at desc, id desc limit ${query.limit + 1}`.execute(ctx.db);
  const items = rows.map(
    (row): ListedRequest => ({
      id: row.id,
      kind: row.kind,
      state: row.state,
      customerId: row.customer_id,
      askedBy: row.asked_by,
      askedAt: row.asked_at.toISOString(),
      dueAt: new Date(row.asked_at.getTime() + answerDays * 86_400_000).toISOString(),
      finishedAt: row.finished_at?.toISOString() ?? null,
    }),
  );
  return toPage(items, query.limit, (item) => [item.state, item.askedAt, item.id]);
}

/** How many customers say yes and no now, per purpose and way; and how often each version of the words was answered. */
export async function consentFigures(ctx: Ctx) {
  const { rows: states } = await sql<{ purpose: string; channel: string; given: number; withdrawn: number }>`
    select purpose, channel, count(*) filter (where state = 'given')::int as given,
      count(*) filter (where state = 'withdrawn')::int as withdrawn
    from (
      -- The newest word of each customer holds; of two words of one moment the no.
      select distinct on (s.customer_id, c.purpose, c.channel) c.purpose, c.channel, c.state
      from customers.consent c join customers.subject s on s.id = c.subject_id
      order by s.customer_id, c.purpose, c.channel, c.at desc, c.state desc
    ) newest group by purpose, channel order by purpose, channel`.execute(ctx.db);
  const { rows: wordings } = await sql<{
    version: string;
    place: 'banner' | 'preferences' | 'staff';
    text: { en: string; pl: string; ru: string };
    answers: number;
    first_at: Date | null;
    last_at: Date | null;
  }>`select w.version, w.place, jsonb_build_object('en', w.text_en, 'pl', w.text_pl, 'ru', w.text_ru) as text,
      count(c.id)::int as answers, min(c.at) as first_at, max(c.at) as last_at
    from customers.consent_wording w left join customers.consent c on c.wording = w.version
    group by w.version order by w.place, w.version`.execute(ctx.db);
  return {
    states,
    wordings: wordings.map(({ first_at, last_at, ...rest }) => ({
      ...rest,
      firstAt: first_at?.toISOString() ?? null,
      lastAt: last_at?.toISOString() ?? null,
    })),
  };
}

/** What is kept for accounting of people who were erased: of what, until when; not of whom. */
export async function listSealed(ctx: Ctx, query: { cursor?: string | undefined; limit: number }) {
  const after = decodeCursor(query.cursor, ['instant', 'id']);
  const { rows } = await sql<{
    id: string;
    owner: string;
    owner_id: string;
    reason: string;
    sealed_at: Date;
    until: Date;
    number: string | null;
  }>`select c.id, c.owner, c.owner_id, c.reason, c.sealed_at, c.until, o.number
    from kernel.sealed_copy c left join orders.order o on c.owner = 'orders.order' and o.id = c.owner_id
    where c.until > ${ctx.clock.now()} and (${after?.[0] ?? null}::timestamptz is null
      or (c.sealed_at, c.id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by c.sealed_at desc, c.id desc limit ${query.limit + 1}`.execute(ctx.db);
  const { rows: counted } = await sql<{ n: number; last: Date | null }>`
    select count(*)::int as n, max(until) as last from kernel.sealed_copy where until > ${ctx.clock.now()}`.execute(
    ctx.db,
  );
  const items = rows.map((row) => ({
    id: row.id,
    what: row.owner,
    ownerId: row.owner_id,
    number: row.number,
    reason: row.reason,
    sealedAt: row.sealed_at.toISOString(),
    until: row.until.toISOString(),
  }));
  return {
    ...toPage(items, query.limit, (item) => [item.sealedAt, item.id]),
    count: counted[0]?.n ?? 0,
    lastUntil: counted[0]?.last?.toISOString() ?? null,
  };
}

export interface Look {
  id: string;
  at: string;
  /** kind:id */
  actor: string;
  role: string | null;
  act: string;
  target: string;
  targetId: string;
  reason: string | null;
}

/** Who looked at whom, newest first; of one customer or one colleague where that is asked. */
export async function listLooks(
  ctx: Ctx,
  query: { customerIds?: readonly string[]; actor?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(query.cursor, ['instant', 'id']);
  const { rows } = await sql<Omit<Look, 'at' | 'targetId'> & { at: Date; target_id: string }>`
    select id, at, actor, role, act, target, target_id, reason from kernel.audit
    where act = any(${[...lookingActs]}::text[])
      ${query.customerIds ? sql`and target = 'customer' and target_id = any(${[...query.customerIds]}::text[])` : sql``}
      ${query.actor ? sql`and actor = ${query.actor}` : sql``}
      and (${after?.[0] ?? null}::timestamptz is null or (at, id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by at desc, id desc limit ${query.limit + 1}`.execute(ctx.db);
  const items = rows.map(({ target_id, ...row }): Look => ({ ...row, at: row.at.toISOString(), targetId: target_id }));
  return toPage(items, query.limit, (item) => [item.at, item.id]);
}
