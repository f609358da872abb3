import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { decodeCursor, toPage } from '../../../kernel/page.ts';
import { tables } from '../tables.ts';
import { type SmartLink, toSmartLink } from './smartLink.ts';

/** The link of a slug, archived or not: an old advertisement still deserves a page where something can be bought. */
export async function getSmartLink(ctx: Ctx, slug: string): Promise<SmartLink | undefined> {
  const row = await tables(ctx)
    .selectFrom('engagement.smart_link')
    .selectAll()
    .where('slug', '=', slug.toLowerCase())
    .executeTakeFirst();
  return row && toSmartLink(row);
}

/** Links with their clicks, newest first; one statement a page. */
export async function listSmartLinks(
  ctx: Ctx,
  page: { cursor?: string | undefined; limit: number; archived: boolean },
): Promise<{ items: (SmartLink & { clicks: number })[]; nextCursor: string | null }> {
  const after = decodeCursor(page.cursor, ['instant', 'id']);
  const rows = await tables(ctx)
    .selectFrom('engagement.smart_link as link')
    .selectAll('link')
    .select(sql<number>`(select count(*) from engagement.smart_link_click c where c.link_id = link.id)`.as('clicks'))
    .where('archived_at', page.archived ? 'is not' : 'is', null)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(link.created_at, link.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('link.created_at', 'desc')
    .orderBy('link.id', 'desc')
    .limit(page.limit + 1)
    .execute();
  const { items, nextCursor } = toPage(rows, page.limit, (row) => [row.created_at.toISOString(), row.id]);
  return { items: items.map((row) => ({ ...toSmartLink(row), clicks: row.clicks })), nextCursor };
}
