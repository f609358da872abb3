import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { providersOf } from './askProvider.ts';
import type { ProviderEvent } from './provider.ts';
import { tables } from './tables.ts';

/** Read from the inbox by this job, which the flows define: what a payment means for its order is theirs. */
export const inboxJob = 'payments.read-inbox';

/**
 * Takes what a provider tells: checked to be the provider's, kept as it came before it is answered, and read afterwards
 * by a job of the same transaction. Told twice it is kept once.
 *
 * @throws AppError not_found, webhook_not_genuine
 */
export async function receiveWebhook(
  ctx: Ctx,
  input: { provider: string; body: Uint8Array; headers: Record<string, string | undefined> },
): Promise<{ isNew: boolean }> {
  const provider = providersOf(ctx).get(input.provider);
  if (!provider?.readWebhook) throw new AppError('not_found', { detail: 'No such provider is set up here.' });
  const event = provider.readWebhook(ctx, input.body, input.headers);
  return inTransaction(ctx, async (tx) => {
    const id = tx.newId();
    const { rows } = await sql`
      insert into payments.inbox (id, provider, event_id, type, key, body, headers, received_at)
      values (${id}, ${input.provider}, ${event.id}, ${event.type}, ${event.key}, ${Buffer.from(input.body)},
        ${JSON.stringify({ 'content-type': input.headers['content-type'] ?? null })}::jsonb, ${tx.clock.now()})
      on conflict (provider, event_id) do nothing returning id`.execute(tx.db);
    if (rows.length > 0 && event.key && event.outcome) await tx.jobs.enqueue(tx, inboxJob, { id, event });
    else if (rows.length > 0) await markProcessed(tx, id);
    return { isNew: rows.length > 0 };
  });
}

/** What was read is kept, so that it can be asked later what a provider said when. */
export async function markProcessed(ctx: Ctx, id: string): Promise<void> {
  await tables(ctx).updateTable('payments.inbox').set({ processed_at: ctx.clock.now() }).where('id', '=', id).execute();
}

export interface InboxTask {
  id: string;
  event: ProviderEvent;
}
