import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import { actorKey, type Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { once } from '../../../kernel/idempotency.ts';
import { emit } from '../../../kernel/outbox.ts';
import { homeSubjectOf, subjectsOf } from '../customersOf.ts';
import { raiseVersions } from '../lockCustomers.ts';
import { refreshFacts } from './refreshFacts.ts';

/** One spelling of a tag, or undefined for what is none. */
export function normaliseTag(text: string): string | undefined {
  const tag = text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  return tag.length >= 1 && tag.length <= 40 ? tag : undefined;
}

/**
 * Puts tags on a customer and takes others off. Each is a row of its own, so two people at it at once take nothing from
 * each other. Throws not_found.
 */
export async function changeTags(
  ctx: Ctx,
  input: { customerId: string; add: readonly string[]; remove: readonly string[] },
): Promise<string[]> {
  const [add, remove] = [input.add, input.remove].map((tags) => tags.flatMap((tag) => normaliseTag(tag) ?? []));
  return once(ctx, 'customers.tag', async (tx) => {
    const home = await homeSubjectOf(tx, input.customerId);
    const subjects = await subjectsOf(tx, input.customerId);
    await sql`insert into customers.tag (subject_id, tag, at, actor)
      select ${home}::uuid, t, ${tx.clock.now()}::timestamptz, ${actorKey(tx.actor)} from unnest(${add ?? []}::text[]) as t
      on conflict do nothing`.execute(tx.db);
    await sql`delete from customers.tag where subject_id = any (${subjects}::uuid[]) and tag = any (${remove ?? []}::text[])`.execute(
      tx.db,
    );
    const { rows } = await sql<{ tag: string; customer_id: string }>`
      select distinct t.tag, s.customer_id from customers.subject s left join customers.tag t on t.subject_id = s.id
      where s.id = any (${subjects}::uuid[]) order by t.tag`.execute(tx.db);
    if (rows.filter((row) => row.tag).length > 50)
      throw new AppError('invalid_request', { detail: 'A customer has fifty tags at most; nothing was changed.' });
    await refreshFacts(
      tx,
      rows.map((row) => row.customer_id),
    );
    const versions = await raiseVersions(
      tx,
      rows.map((row) => row.customer_id),
    );
    for (const [customerId, version] of versions)
      await emit(tx, {
        type: 'customers.tags.changed',
        aggregate: 'customer',
        aggregateId: customerId,
        aggregateVersion: version,
        data: { customerId },
      });
    await audit(tx, {
      act: 'customers.tags.changed',
      target: 'customer',
      targetId: input.customerId,
      after: { added: add, removed: remove },
    });
    return rows.flatMap((row) => row.tag ?? []);
  });
}

/** The tags in use and how many customers have each; the most used ones. */
export async function tagsInUse(ctx: Ctx): Promise<{ tag: string; customers: number }[]> {
  const { rows } = await sql<{ tag: string; customers: number }>`
    select t.tag, count(distinct s.customer_id)::int as customers
    from customers.tag t join customers.subject s on s.id = t.subject_id
    group by t.tag order by 2 desc, 1 limit 200`.execute(ctx.db);
  return rows;
}
