import { randomBytes } from 'node:crypto';
import type { Channel, Ctx } from '../../../kernel/context.ts';
import { tables } from '../tables.ts';
import { type Source, toSource } from './source.ts';

export interface WantedSource {
  name: string;
  /** undefined = a random one for a new source; an existing one keeps its own. */
  writeKey?: string;
  /** Of a new source; web unless said. */
  channel?: Channel;
  /** Of a new source; events that say nothing of consent are kept unless said. */
  requiresConsent?: boolean;
}

export const newWriteKey = (): string => randomBytes(16).toString('base64url');

/** The source of this name, made when there is none: for the shop's own tracker and for set-up. Safe to call at every start. */
export async function ensureSource(ctx: Ctx, wanted: WantedSource): Promise<Source> {
  const row = await tables(ctx)
    .insertInto('journeys.source')
    .values({
      id: ctx.newId(),
      name: wanted.name,
      write_key: wanted.writeKey ?? newWriteKey(),
      channel: wanted.channel ?? 'web',
      allowed_origins: [],
      requires_consent: wanted.requiresConsent ?? false,
      created_at: ctx.clock.now(),
      disabled_at: null,
    })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({
        write_key: wanted.writeKey ?? eb.ref('journeys.source.write_key'),
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return toSource(row);
}
