import { audit } from '../../../kernel/audit.ts';
import type { Channel, Ctx } from '../../../kernel/context.ts';
import { once } from '../../../kernel/idempotency.ts';
import { emit } from '../../../kernel/outbox.ts';
import { type Refusal, refuse } from '../../../kernel/result.ts';
import { tables } from '../tables.ts';
import { newWriteKey } from './ensureSource.ts';
import { type Source, toSource } from './source.ts';

export interface NewSource {
  name: string;
  label?: string | undefined;
  channel: Channel;
  allowedOrigins: string[];
  requiresConsent: boolean;
}

/** Lets one more site, app or till system send events; its write key is made here. */
export async function addSource(ctx: Ctx, input: NewSource): Promise<Source | Refusal> {
  return once(ctx, 'journeys.add-source', async (tx) => {
    const row = await tables(tx)
      .insertInto('journeys.source')
      .values({
        id: tx.newId(),
        name: input.name,
        label: input.label ?? null,
        write_key: newWriteKey(),
        channel: input.channel,
        allowed_origins: input.allowedOrigins,
        requires_consent: input.requiresConsent,
        created_at: tx.clock.now(),
        disabled_at: null,
      })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (!row)
      return refuse('already_exists', { detail: `There is a source ${input.name} already. Choose another name.` });
    await emit(tx, {
      type: 'journeys.source.added',
      aggregate: 'event_source',
      aggregateId: row.id,
      aggregateVersion: 1,
      data: { sourceId: row.id, name: row.name, channel: row.channel },
    });
    await audit(tx, {
      act: 'journeys.add-source',
      target: 'event_source',
      targetId: row.id,
      after: { name: row.name, channel: row.channel, allowedOrigins: row.allowed_origins },
    });
    return toSource(row);
  });
}
