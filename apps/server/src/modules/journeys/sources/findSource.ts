import type { Ctx } from '../../../kernel/context.ts';
import { tables } from '../tables.ts';
import { type Source, toSource } from './source.ts';

/** How long a source switched off may still send: the price of no statement a request. */
const rememberedMs = 5_000;

export type FindSource = (ctx: Ctx, writeKeys: readonly string[]) => Promise<Source | undefined>;

/**
 * The source of the first known of these write keys. What is found is remembered for five seconds; what is not is asked
 * anew each time, so that a new source works at once.
 */
export function createFindSource(): FindSource {
  const remembered = new Map<string, { source: Source; until: number }>();
  return async (ctx, writeKeys) => {
    const now = ctx.clock.now().getTime();
    for (const key of writeKeys) {
      const known = remembered.get(key);
      if (known && known.until > now && known.until <= now + rememberedMs) return known.source;
    }
    if (writeKeys.length === 0) return undefined;
    const rows = await tables(ctx)
      .selectFrom('journeys.source')
      .selectAll()
      .where((eb) => eb.or([eb('write_key', 'in', [...writeKeys]), eb('old_write_key', 'in', [...writeKeys])]))
      .where('disabled_at', 'is', null)
      .execute();
    for (const key of writeKeys) {
      const row = rows.find((found) => found.write_key === key || found.old_write_key === key);
      if (!row) continue;
      const source = toSource(row);
      remembered.set(key, { source, until: now + rememberedMs });
      return source;
    }
    return undefined;
  };
}
