import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { writeAtEnd } from '../../kernel/outbox.ts';
import { isPlaceholder } from './normaliseIdentifier.ts';

/** An anonymous person as a source knows one. Without an epoch the newest is meant. */
export interface AnonymousKey {
  /** 'web', 'mobile_app', 'staff', 'marketplace:<name>' … */
  source: string;
  anonymousId: string;
  epoch?: number | undefined;
}

export interface OpenedSubject {
  subjectId: string;
  customerId: string;
  epoch: number;
}

/** Whether a source may use this as the id of an anonymous person. */
export function isAnonymousId(text: string): boolean {
  return text.length >= 8 && text.length <= 100 && !isPlaceholder(text);
}

const keyText = (key: AnonymousKey) => JSON.stringify([key.source, key.anonymousId, key.epoch ?? null]);

/**
 * Finds the subjects of anonymous people, and creates those that are new, each with a customer of its own. The answer
 * stands in the order of the question. At most three statements for any number; one when all are known. Many servers
 * that meet the same new person at once make one subject.
 *
 * Throws invalid_request for an id that names nobody ("null", "0", "[object Object]").
 */
export async function openSubjects(ctx: Ctx, keys: readonly AnonymousKey[]): Promise<OpenedSubject[]> {
  for (const key of keys) {
    if (!isAnonymousId(key.anonymousId)) {
      throw new AppError('invalid_request', {
        detail: 'An anonymous id has 8 to 100 characters and is no placeholder.',
      });
    }
  }
  const unique = new Map(keys.map((key) => [keyText(key), key]));
  const found = await findSubjects(ctx, [...unique.values()]);
  const missing = [...unique].filter(([text]) => !found.has(text)).map(([, key]) => key);
  if (missing.length > 0) {
    await insertSubjects(ctx, missing);
    // Read again, not returned by the insert: what another server inserted meanwhile is in no RETURNING of ours.
    for (const [text, subject] of await findSubjects(ctx, missing)) found.set(text, subject);
  }
  return keys.map((key) => {
    const subject = found.get(keyText(key));
    if (!subject) throw new Error('a subject that was just inserted is not there');
    return subject;
  });
}

/** One person of `openSubjects`. */
export async function openSubject(ctx: Ctx, key: AnonymousKey): Promise<OpenedSubject> {
  const [subject] = await openSubjects(ctx, [key]);
  if (!subject) throw new Error('openSubjects answered nothing');
  return subject;
}

async function findSubjects(ctx: Ctx, keys: readonly AnonymousKey[]): Promise<Map<string, OpenedSubject>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ n: number; id: string; customer_id: string; epoch: number }>`
    select k.n, s.id, s.customer_id, s.epoch
    from jsonb_to_recordset(${JSON.stringify(keys.map((key, n) => ({ ...key, n })))}::jsonb)
      as k(n int, source text, "anonymousId" text, epoch int)
    cross join lateral (
      select id, customer_id, epoch from customers.subject
      where source = k.source and anonymous_id = k."anonymousId" and (k.epoch is null or epoch = k.epoch)
      order by epoch desc limit 1) s`.execute(ctx.db);
  return new Map(
    rows.map((row) => {
      const key = keys[row.n];
      if (!key) throw new Error('an answer to no question');
      return [keyText(key), { subjectId: row.id, customerId: row.customer_id, epoch: row.epoch }];
    }),
  );
}

async function insertSubjects(ctx: Ctx, keys: readonly AnonymousKey[]): Promise<void> {
  const now = ctx.clock.now();
  // In one order everywhere, so that two batches with the same new people wait for each other instead of deadlocking.
  const rows = keys
    .map((key) => ({ ...key, epoch: key.epoch ?? 1, id: ctx.newId(), customer_id: ctx.newId() }))
    .sort((a, b) => (keyText(a) < keyText(b) ? -1 : 1));
  await sql`
    with made as (
      insert into customers.subject (id, kind, source, anonymous_id, epoch, home_customer_id, customer_id, created_at)
      select r.id, 'anonymous', r.source, r."anonymousId", r.epoch, r.customer_id, r.customer_id, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, customer_id uuid, source text, "anonymousId" text, epoch int)
      on conflict (source, anonymous_id, epoch) do nothing
      returning customer_id)
    insert into customers.customer (id, language, created_at)
    select customer_id, ${ctx.language}, ${now} from made`.execute(ctx.db);
}

/** Begins the next epoch of an anonymous id, for a session: a new subject that knows nothing of those before. */
export async function openNextEpoch(tx: Ctx, source: string, anonymousId: string): Promise<OpenedSubject> {
  for (let round = 0; round < 10; round += 1) {
    const newest = (await findSubjects(tx, [{ source, anonymousId }])).get(keyText({ source, anonymousId }));
    const opened = await insertEpoch(tx, { source, anonymousId, epoch: (newest?.epoch ?? 0) + 1 });
    if (opened) return opened;
  }
  throw new AppError('version_conflict', { detail: 'Too many sessions of one browser begin at once; try again.' });
}

/** The first epoch of an anonymous id that was made just now, so that nobody else can be opening it: written at the end. */
export async function openFirstEpoch(tx: Ctx, source: string, anonymousId: string): Promise<OpenedSubject> {
  const now = tx.clock.now();
  const [subjectId, customerId] = [tx.newId(), tx.newId()];
  await writeAtEnd(
    tx,
    (name) => sql`${name('subject')} as (
      insert into customers.subject (id, kind, source, anonymous_id, epoch, home_customer_id, customer_id, session_since, created_at)
      values (${subjectId}, 'anonymous', ${source}, ${anonymousId}, 1, ${customerId}, ${customerId}, ${now}, ${now})
    ), ${name('customer')} as (
      insert into customers.customer (id, language, created_at) values (${customerId}, ${tx.language}, ${now})
    )`,
  );
  return { subjectId, customerId, epoch: 1 };
}

/** Opens exactly this epoch for a session; undefined when somebody else has opened it already. */
export async function insertEpoch(tx: Ctx, key: Required<AnonymousKey>): Promise<OpenedSubject | undefined> {
  const now = tx.clock.now();
  const [id, customerId] = [tx.newId(), tx.newId()];
  const { rows } = await sql<{ id: string }>`
    with made as (
      insert into customers.subject (id, kind, source, anonymous_id, epoch, home_customer_id, customer_id, session_since, created_at)
      values (${id}, 'anonymous', ${key.source}, ${key.anonymousId}, ${key.epoch ?? 1}, ${customerId}, ${customerId}, ${now}, ${now})
      on conflict (source, anonymous_id, epoch) do nothing
      returning id),
    cust as (
      insert into customers.customer (id, language, created_at)
      select ${customerId}::uuid, ${tx.language}, ${now}::timestamptz from made)
    select id from made`.execute(tx.db);
  return rows.length === 0 ? undefined : { subjectId: id, customerId, epoch: key.epoch ?? 1 };
}
