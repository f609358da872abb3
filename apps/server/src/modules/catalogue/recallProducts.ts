import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import type { Change, Shelf } from '../../kernel/memory.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { pictureUrl } from './checkPicture.ts';
import { getProducts } from './getProducts.ts';
import type { Measures, OptionDefinition, PictureContentType, Product, VariantCard } from './types.ts';
import { chosenOptions, inWords } from './variantCard.ts';

/** What a list shows of a product: little of it, so that many are remembered. */
export interface ProductCard {
  readonly id: string;
  readonly slugs: LocalizedText;
  readonly title: LocalizedText;
  /** Those on sale, in their order. */
  readonly variants: readonly ListedVariant[];
}

export type ListedVariant = Readonly<
  Pick<VariantCard, 'id' | 'sku' | 'optionsText' | 'pictureUrl'> & {
    colour: { valueCode: string; label: LocalizedText; hex: string | null } | null;
    /** What a swatch shows of the first option that has a colour. */
    hex: string | null;
    /** null where the product does not say. */
    size: { widthCm: number; depthCm: number; heightCm: number } | null;
  }
>;

type Reading = Pick<Ctx, 'db' | 'clock' | 'memory'>;

/** A product's own events name it; names of categories and attributes are in any number of products. */
const productsOf = ({ type, aggregateId }: Change) => {
  if (type === 'catalogue.product.saved' || type === 'catalogue.product.archived') return [aggregateId];
  return type.startsWith('catalogue.') && type !== 'catalogue.search.indexed' ? ('all' as const) : undefined;
};

const cards: Shelf<ProductCard> = {
  name: 'catalogue.cards',
  follows: ['catalogue'],
  forgottenBy: productsOf,
  most: 5_000,
  mostMs: 5_000,
};

/** Descriptions, facts and pictures in three languages: some 20 KB each. */
const products: Shelf<Product> = {
  name: 'catalogue.products',
  follows: ['catalogue'],
  forgottenBy: productsOf,
  most: 500,
  mostMs: 5_000,
};

const addresses: Shelf<string> = {
  name: 'catalogue.addresses',
  follows: ['catalogue'],
  forgottenBy: ({ type }) => (type.startsWith('catalogue.product.') ? 'all' : undefined),
  most: 5_000,
  mostMs: 5_000,
};

/** Products as lists show them; they may be seconds old. Unknown ids are missing from the map. */
export function recallCards(ctx: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, ProductCard>> {
  return ctx.memory.recall(ctx, cards, ids, async (missing) => {
    const { rows } = await sql<CardRow>`
      select p.id, p.slug as slugs, p.title, p.options, p.measures,
        (select coalesce(json_agg(json_build_object('id', v.id, 'sku', v.sku, 'options', v.options, 'measures', v.measures) order by v.position, v.id), '[]')
          from catalogue.variant v where v.product_id = p.id and v.archived_at is null) as variants,
        (select coalesce(json_agg(json_build_object('id', m.id, 'contentType', m.content_type, 'variantId', m.variant_id)
            order by m.position, m.id), '[]')
          from catalogue.media m where m.product_id = p.id and m.kind = 'picture' and m.archived_at is null) as pictures
      from catalogue.product p where p.id = any(${missing}::uuid[])`.execute(ctx.db);
    return new Map(rows.map((row) => [row.id, cardOf(row)]));
  });
}

/**
 * One product by id or address, as its page shows it; it may be seconds old.
 *
 * @throws AppError not_found
 */
export async function recallProduct(ctx: Reading & Pick<Ctx, 'language'>, idOrSlug: string): Promise<Product> {
  const id = isUuid(idOrSlug) ? idOrSlug.toLowerCase() : await recallAddress(ctx, idOrSlug);
  const product = id && (await ctx.memory.recall(ctx, products, [id], (ids) => getProducts(ctx, ids))).get(id);
  if (!product) throw new AppError('not_found', { detail: 'There is no such product.' });
  return product;
}

async function recallAddress(ctx: Reading & Pick<Ctx, 'language'>, slug: string): Promise<string | undefined> {
  const key = `${ctx.language}/${slug}`;
  const found = await ctx.memory.recall(ctx, addresses, [key], async () => {
    const { rows } = await sql<{ id: string }>`
      select s.target_id as id from catalogue.slug s where s.kind = 'product' and s.slug = ${slug.replaceAll('\u0000', '')}
      order by s.language <> ${ctx.language}, not s.is_current, s.language limit 1`.execute(ctx.db);
    return new Map(rows.map((row) => [key, row.id]));
  });
  return found.get(key);
}

interface CardRow {
  id: string;
  slugs: LocalizedText;
  title: LocalizedText;
  options: OptionDefinition[];
  measures: Measures;
  variants: { id: string; sku: string; options: Record<string, string>; measures: Measures }[];
  pictures: { id: string; contentType: PictureContentType; variantId: string | null }[];
}

function cardOf({ options, measures, pictures, variants, ...product }: CardRow): ProductCard {
  const ofProduct = pictures.find(({ variantId }) => variantId === null);
  return {
    ...product,
    variants: variants.map(({ id, sku, options: chosen, measures: ofVariant }) => {
      const own = chosenOptions(options, chosen);
      const colour = own.find(({ code }) => code === 'colour');
      const picture = pictures.find(({ variantId }) => variantId === id) ?? ofProduct;
      return {
        id,
        sku,
        optionsText: inWords(own),
        pictureUrl: picture ? pictureUrl(picture.id, picture.contentType) : null,
        colour: colour ? { valueCode: colour.valueCode, label: colour.valueLabel, hex: colour.hex } : null,
        hex: own.find((option) => option.hex !== null)?.hex ?? null,
        size: sizeOf({ ...measures, ...ofVariant }),
      };
    }),
  };
}

function sizeOf({ widthCm, depthCm, heightCm }: Measures): ListedVariant['size'] {
  return typeof widthCm === 'number' && typeof depthCm === 'number' && typeof heightCm === 'number'
    ? { widthCm, depthCm, heightCm }
    : null;
}
