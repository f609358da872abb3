import type { Ctx } from '../../../kernel/context.ts';
import { tables } from '../tables.ts';
import { type Source, toSource } from './source.ts';

/** The web shop is the source of this name; sessions of the shop are known under it too (customers). */
const shopSource = 'web';

/** The source the shop's own pages send as; undefined where there is none or it was switched off. One statement. */
export async function findShopSource(ctx: Ctx): Promise<Source | undefined> {
  const row = await tables(ctx)
    .selectFrom('journeys.source')
    .selectAll()
    .where('name', '=', shopSource)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row && toSource(row);
}
