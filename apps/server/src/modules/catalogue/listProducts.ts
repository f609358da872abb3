import { type RawBuilder, sql } from 'kysely';
import type { Ctx, Language } from '../../kernel/context.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { pictureUrl } from './checkPicture.ts';
import { completenessOf, type Gap, gaps, gapsOfProduct } from './completeness.ts';
import { containsText } from './containsText.ts';
import type { PictureContentType } from './types.ts';

export const productSorts = ['code', 'title', '-updated', 'completeness'] as const;
export type ProductSort = (typeof productSorts)[number];

export interface ProductFilter {
  /** Part of a code, SKU, GTIN or title, in any language. */
  text?: string;
  categoryId?: string;
  /** true: only archived ones; false: only those on sale; absent: all. */
  archived?: boolean;
  /** Only products with this gap; `any`: with some. */
  missing?: Gap | 'any';
  /** By code unless said. */
  sort?: ProductSort;
  /** In which titles are sorted; Polish unless said. */
  language?: Language;
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
  variantIds: string[];
  pictureUrl: string | null;
  archived: boolean;
  missing: Gap[];
  /** Whole percent. */
  completeness: number;
  updatedAt: string;
}

interface Row extends Omit<ProductSummary, 'pictureUrl' | 'updatedAt' | 'completeness' | 'variantCount'> {
  picture: { id: string; contentType: PictureContentType } | null;
  updatedAt: Date;
  sortKey: string;
  matches: number;
}

const collations = { en: sql`collate "en-x-icu"`, pl: sql`collate "pl-x-icu"`, ru: sql`collate "ru-x-icu"` };

/** What a list is sorted by, as text that compares as the list does; code makes it unique. */
function sortOf(sort: ProductSort, language: Language): { key: RawBuilder<unknown>; direction: 'asc' | 'desc' } {
  switch (sort) {
    case 'code':
      return { key: sql`p.code`, direction: 'asc' };
    case 'title':
      return { key: sql`lower(p.title->>${sql.lit(language)}) ${collations[language]}`, direction: 'asc' };
    case '-updated':
      return {
        key: sql`to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`,
        direction: 'desc',
      };
    case 'completeness':
      return { key: sql`lpad((${gaps.length} - cardinality(${gapsOfProduct}))::text, 3, '0')`, direction: 'asc' };
  }
}

/** The catalogue as staff see it; a page is one statement. `total` counts all that match, on the first page only. */
export async function listProducts(
  ctx: Pick<Ctx, 'db'>,
  filter: ProductFilter = {},
): Promise<{ items: ProductSummary[]; nextCursor: string | null; total: number | null }> {
  const limit = filter.limit ?? 50;
  const after = decodeCursor(filter.cursor, ['text', 'text']);
  const { key, direction } = sortOf(filter.sort ?? 'code', filter.language ?? 'pl');
  const past = direction === 'asc' ? sql`>` : sql`<`;
  const condition = matching(filter);
  const { rows } = await sql<Row>`
    select p.id, p.code, p.version, p.title, p.slug, p.category_id as "categoryId", p.brand, p.archived_at is not null as archived,
      p.updated_at as "updatedAt", ${gapsOfProduct} as missing, ${key} as "sortKey", count(*) over () as matches,
      (select coalesce(jsonb_agg(v.id order by v.position, v.id), '[]') from catalogue.variant v
        where v.product_id = p.id and v.archived_at is null) as "variantIds",
      (select jsonb_build_object('id', m.id, 'contentType', m.content_type) from catalogue.media m
        where m.product_id = p.id and m.kind = 'picture' and m.archived_at is null
        order by m.variant_id is not null, m.position, m.id limit 1) as picture
    from catalogue.product p
    where ${condition} and ${after === undefined ? sql`true` : sql`(${key}, p.code) ${past} (${after[0]}, ${after[1]})`}
    order by ${key} ${sql.raw(direction)}, p.code ${sql.raw(direction)}
    limit ${limit + 1}`.execute(ctx.db);
  const page = toPage(rows, limit, (row) => [row.sortKey, row.code]);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map(({ picture, updatedAt, sortKey: _, matches: __, ...row }) => ({
      ...row,
      variantCount: row.variantIds.length,
      pictureUrl: picture && pictureUrl(picture.id, picture.contentType),
      completeness: completenessOf(row.missing),
      updatedAt: updatedAt.toISOString(),
    })),
    total: filter.cursor === undefined ? (rows[0]?.matches ?? 0) : null,
  };
}

function matching(filter: ProductFilter): RawBuilder<unknown> {
  const { missing } = filter;
  return sql`${filter.categoryId === undefined ? sql`true` : inCategory(filter.categoryId)}
    and ${filter.archived === undefined ? sql`true` : sql`(p.archived_at is not null) = ${filter.archived}`}
    and ${filter.text === undefined ? sql`true` : containsText(filter.text)}
    and ${
      missing === undefined
        ? sql`true`
        : missing === 'any'
          ? sql`cardinality(${gapsOfProduct}) > 0`
          : sql`${missing} = any(${gapsOfProduct})`
    }`;
}

/** In the category or below it. */
export const inCategory = (categoryId: string): RawBuilder<unknown> => sql`p.category_id in (
  with recursive below as (
    select c.id from catalogue.category c where c.id = ${categoryId}
    union select c.id from below b join catalogue.category c on c.parent_id = b.id)
  select id from below)`;
