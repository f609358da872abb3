import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';

export interface ProductAddress {
  slugs: LocalizedText;
  /** RFC 3339 */
  updatedAt: string;
}

/** Where every product on sale stands, by code. One statement a page. @throws AppError invalid_cursor */
export async function productAddresses(
  ctx: Pick<Ctx, 'db'>,
  page: { cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: ProductAddress[]; nextCursor: string | null }> {
  const limit = page.limit ?? 1_000;
  const after = decodeCursor(page.cursor, ['text']);
  const { rows } = await sql<{ code: string; slug: LocalizedText; updated_at: Date }>`
    select p.code, p.slug, p.updated_at from catalogue.product p
    where p.archived_at is null and (${after ? String(after[0]) : null}::text is null or p.code > ${after ? String(after[0]) : null}::text)
    order by p.code limit ${limit + 1}`.execute(ctx.db);
  const { items, nextCursor } = toPage(rows, limit, (row) => [row.code]);
  return { items: items.map((row) => ({ slugs: row.slug, updatedAt: row.updated_at.toISOString() })), nextCursor };
}
