import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { pictureUrl } from './checkPicture.ts';
import type { PictureContentType } from './types.ts';

export interface ProductFilter {
  /** Part of a code, SKU, GTIN or title, in any language. */
  text?: string;
  categoryId?: string;
  /** true: only archived ones; false: only those on sale; absent: all. */
  archived?: boolean;
  cursor?: string;
  limit?: number;
}

export interface ProductSummary {
  id: string;
  code: string;
  version: number;
  title: LocalizedText;
  slug: LocalizedText;
  categoryId: string;
  brand: string | null;
  variantCount: number;
  pictureUrl: string | null;
  archived: boolean;
  updatedAt: string;
}

interface Row extends Omit<ProductSummary, 'pictureUrl' | 'updatedAt'> {
  picture: { id: string; contentType: PictureContentType } | null;
  updatedAt: Date;
}

/** The catalogue as staff see it, by code; a page is one statement. */
export async function listProducts(
  ctx: Pick<Ctx, 'db'>,
  filter: ProductFilter = {},
): Promise<{ items: ProductSummary[]; nextCursor: string | null }> {
  const limit = filter.limit ?? 50;
  const after = decodeCursor(filter.cursor, ['text'])?.[0];
  const pattern = filter.text ? `%${filter.text.replaceAll('\u0000', '').replace(/[\\%_]/g, '\\$&')}%` : undefined;
  const { rows } = await sql<Row>`
    select p.id, p.code, p.version, p.title, p.slug, p.category_id as "categoryId", p.brand, p.archived_at is not null as archived,
      p.updated_at as "updatedAt",
      (select count(*)::int from catalogue.variant v where v.product_id = p.id and v.archived_at is null) as "variantCount",
      (select jsonb_build_object('id', m.id, 'contentType', m.content_type) from catalogue.media m
        where m.product_id = p.id and m.kind = 'picture' and m.archived_at is null
        order by m.variant_id is not null, m.position, m.id limit 1) as picture
    from catalogue.product p
    where ${after === undefined ? sql`true` : sql`p.code > ${String(after)}`}
      and ${filter.categoryId === undefined ? sql`true` : sql`p.category_id = ${filter.categoryId}`}
      and ${filter.archived === undefined ? sql`true` : sql`(p.archived_at is not null) = ${filter.archived}`}
      and ${
        pattern === undefined
          ? sql`true`
          : sql`(p.code ilike ${pattern} or p.title->>'en' ilike ${pattern} or p.title->>'pl' ilike ${pattern} or p.title->>'ru' ilike ${pattern}
              or exists (select 1 from catalogue.variant v where v.product_id = p.id and (v.sku ilike ${pattern} or v.gtin like ${pattern})))`
      }
    order by p.code
    limit ${limit + 1}`.execute(ctx.db);
  const page = toPage(rows, limit, (row) => [row.code]);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map(({ picture, updatedAt, ...row }) => ({
      ...row,
      pictureUrl: picture && pictureUrl(picture.id, picture.contentType),
      updatedAt: updatedAt.toISOString(),
    })),
  };
}
