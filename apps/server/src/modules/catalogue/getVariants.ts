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
async function readCards(ctx: Pick<Ctx, 'db'>, ids: RawBuilder<unknown>): Promise<VariantCard[]> {
  const { rows } = await sql<Row>`select * from catalogue.variant_cards(${ids})`.execute(ctx.db);
  return rows.map((row) => variantCard(row.product, row.variant, row.picture));
}

/** Variants by id; unknown ids are missing from the map. */
export async function getVariants(ctx: Pick<Ctx, 'db'>, ids: readonly string[]): Promise<Map<string, VariantCard>> {
  if (ids.length === 0) return new Map();
  const cards = await readCards(ctx, sql`${[...new Set(ids)]}::uuid[]`);
  return new Map(cards.map((card) => [card.id, card]));
}

/** Variants by SKU as it is written; unknown SKUs are missing from the map. */
export async function variantsBySku(ctx: Pick<Ctx, 'db'>, skus: readonly string[]): Promise<Map<string, VariantCard>> {
  if (skus.length === 0) return new Map();
  const cards = await readCards(
    ctx,
    sql`(select array_agg(v.id) from catalogue.variant v where v.sku = any(${[...new Set(skus)]}::text[]))`,
  );
  return new Map(cards.map((card) => [card.sku, card]));
}

export async function getVariantBySku(ctx: Pick<Ctx, 'db'>, sku: string): Promise<VariantCard | undefined> {
  return (await variantsBySku(ctx, [sku])).get(sku);
}
