import type { Ctx } from '../../kernel/context.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';
import { tables } from './tables.ts';

/** The movements of one level, newest first: why the number is what it is. */
export async function readLedger(
  ctx: Ctx,
  query: { variantId: string; locationId: string; cursor?: string | undefined; limit: number },
) {
  const before = decodeCursor(query.cursor, ['integer']);
  let select = tables(ctx)
    .selectFrom('stock.movement')
    .selectAll()
    .where('variant_id', '=', query.variantId)
    .where('location_id', '=', query.locationId)
    .orderBy('seq', 'desc')
    .limit(query.limit + 1);
  if (before) select = select.where('seq', '<', Number(before[0]));
  const rows = await select.execute();
  return toPage(rows, query.limit, (row) => [row.seq]);
}
