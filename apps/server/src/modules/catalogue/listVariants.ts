import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';
import { containsText } from './containsText.ts';
import { getVariants } from './getVariants.ts';
import { inCategory } from './listProducts.ts';
import type { VariantCard } from './types.ts';

export interface VariantFilter {
  /** Part of a code, SKU, GTIN or title, in any language. */
  text?: string | undefined;
  categoryId?: string | undefined;
  productId?: string | undefined;
  /** Only these. */
  ids?: readonly string[] | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Variants on sale, those of a product together, by product code and their order in it. Two statements a page. */
export async function listVariants(
  ctx: Pick<Ctx, 'db'>,
  filter: VariantFilter,
): Promise<{ items: VariantCard[]; nextCursor: string | null; total: number | null }> {
  const after = decodeCursor(filter.cursor, ['text', 'integer', 'id']);
  const from = sql`catalogue.variant v join catalogue.product p on p.id = v.product_id
    where v.archived_at is null and p.archived_at is null
      and ${filter.ids === undefined ? sql`true` : sql`v.id = any(${[...filter.ids]}::uuid[])`}
      and ${filter.productId === undefined ? sql`true` : sql`p.id = ${filter.productId}`}
      and ${filter.categoryId === undefined ? sql`true` : inCategory(filter.categoryId)}
      and ${filter.text === undefined ? sql`true` : containsText(filter.text)}`;
  const { rows } = await sql<{ id: string; code: string; position: number; matches: number }>`
    select v.id, p.code, v.position, count(*) over () as matches from ${from}
      and ${after === undefined ? sql`true` : sql`(p.code, v.position, v.id) > (${after[0]}, ${after[1]}::int, ${after[2]}::uuid)`}
    order by p.code, v.position, v.id limit ${filter.limit + 1}`.execute(ctx.db);
  const page = toPage(rows, filter.limit, (row) => [row.code, row.position, row.id]);
  const cards = await getVariants(
    ctx,
    page.items.map((row) => row.id),
  );
  const total = filter.cursor === undefined ? (rows[0]?.matches ?? 0) : null;
  return { items: page.items.flatMap((row) => cards.get(row.id) ?? []), nextCursor: page.nextCursor, total };
}
