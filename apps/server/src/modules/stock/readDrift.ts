import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';

/** Where another system's figure was not ours. */
export interface Drift {
  seq: number;
  /** kind:id of the key that said it. */
  source: string;
  externalId: string;
  variantId: string;
  locationId: string;
  expected: number;
  said: number;
  asOf: Date;
  at: Date;
}

/** Differences, newest first. */
export async function readDrift(
  ctx: Ctx,
  query: { locationId?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: Drift[]; nextCursor: string | null }> {
  const before = decodeCursor(query.cursor, ['integer']);
  const { rows } = await sql<Drift>`
    select seq, source, external_id as "externalId", variant_id as "variantId", location_id as "locationId", expected, said,
      as_of as "asOf", at from stock.drift
    where true ${before ? sql`and seq < ${before[0]}` : sql``} ${query.locationId ? sql`and location_id = ${query.locationId}` : sql``}
    order by seq desc limit ${query.limit + 1}`.execute(ctx.db);
  return toPage(rows, query.limit, (row) => [row.seq]);
}
