import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { PictureContentType, VariantCard } from './types.ts';
import { type CardProduct, type CardVariant, variantCard } from './variantCard.ts';

interface Row {
  variant: CardVariant;
  product: CardProduct;
  picture: { id: string; contentType: PictureContentType } | null;
}

/** One statement for any number of variants; archived ones too, because orders and holds point to them. */
async function readCards(ctx: Pick<Ctx, 'db'>, condition: RawBuilder<unknown>): Promise<VariantCard[]> {
  const { rows } = await sql<Row>`
    select
      jsonb_build_object('id', v.id, 'sku', v.sku, 'gtin', v.gtin, 'options', v.options, 'attributes', v.attributes,
        'measures', v.measures, 'archived', v.archived_at is not null) as variant,
      jsonb_build_object('id', p.id, 'code', p.code, 'title', p.title, 'slug', p.slug, 'options', p.options, 'attributes', p.attributes,
        'measures', p.measures, 'taxClass', p.tax_class, 'categoryId', p.category_id, 'brand', p.brand, 'archived', p.archived_at is not null) as product,
      m.picture
    from catalogue.variant v
    join catalogue.product p on p.id = v.product_id
    left join lateral (
      select jsonb_build_object('id', m.id, 'contentType', m.content_type) as picture
      from catalogue.media m
      where m.product_id = v.product_id and m.kind = 'picture' and m.archived_at is null and (m.variant_id = v.id or m.variant_id is null)
      order by m.variant_id is null, m.position, m.id limit 1
    ) m on true
    where ${condition}`.execute(ctx.db);
  return rows.map((row) => variantCard(row.product, row.variant, row.picture));
}

/** Variants by id; unknown ids are missing from the map. */
export async function getVariants(ctx: Pick<Ctx, 'db'>, ids: readonly string[]): Promise<Map<string, VariantCard>> {
  if (ids.length === 0) return new Map();
  const cards = await readCards(ctx, sql`v.id = any(${[...new Set(ids)]}::uuid[])`);
  return new Map(cards.map((card) => [card.id, card]));
}

/** Variants by SKU as it is written; unknown SKUs are missing from the map. */
export async function variantsBySku(ctx: Pick<Ctx, 'db'>, skus: readonly string[]): Promise<Map<string, VariantCard>> {
  if (skus.length === 0) return new Map();
  const cards = await readCards(ctx, sql`v.sku = any(${[...new Set(skus)]}::text[])`);
  return new Map(cards.map((card) => [card.sku, card]));
}

export async function getVariantBySku(ctx: Pick<Ctx, 'db'>, sku: string): Promise<VariantCard | undefined> {
  return (await variantsBySku(ctx, [sku])).get(sku);
}
