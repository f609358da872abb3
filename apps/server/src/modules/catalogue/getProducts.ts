import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { pictureUrl } from './checkPicture.ts';
import { describeFacts } from './describeFacts.ts';
import type {
  AttributeDefinition,
  Attributes,
  Maker,
  Measures,
  OptionDefinition,
  Picture,
  PictureContentType,
  Product,
} from './types.ts';
import { type CardVariant, variantCard } from './variantCard.ts';

export interface ProductReadOptions {
  /** Archived variants too; otherwise only those on sale (and all of an archived product). */
  withArchived?: boolean;
}

interface Row {
  id: string;
  code: string;
  version: number;
  slug: LocalizedText;
  title: LocalizedText;
  description: LocalizedText;
  care: LocalizedText | null;
  warnings: LocalizedText[];
  category_id: string;
  brand: string | null;
  maker: Maker | null;
  attributes: Attributes;
  measures: Measures;
  options: OptionDefinition[];
  tax_class: string;
  position: number;
  archived: boolean;
  created_at: Date;
  updated_at: Date;
  categories: Product['categories'];
  definitions: AttributeDefinition[];
  pictures: Omit<Picture, 'url'>[];
  variants: CardVariant[];
}

/** Everything a product page shows of the catalogue, in one statement for any number of products. */
async function readProducts(
  ctx: Pick<Ctx, 'db'>,
  condition: RawBuilder<unknown>,
  options: ProductReadOptions,
): Promise<Product[]> {
  const { rows } = await sql<Row>`
    select p.id, p.code, p.version, p.slug, p.title, p.description, p.care, p.warnings, p.category_id, p.brand, p.maker, p.attributes,
      p.measures, p.options, p.tax_class, p.position, p.archived_at is not null as archived, p.created_at, p.updated_at,
      (with recursive above as (
          select c.id, c.code, c.name, c.slug, c.parent_id, 0 as depth from catalogue.category c where c.id = p.category_id
          union all select c.id, c.code, c.name, c.slug, c.parent_id, a.depth + 1 from above a join catalogue.category c on c.id = a.parent_id
        ) select jsonb_agg(jsonb_build_object('id', id, 'code', code, 'name', name, 'slug', slug) order by depth desc) from above) as categories,
      (select coalesce(jsonb_agg(jsonb_build_object('code', a.code, 'label', a.label, 'kind', a.kind, 'unit', a.unit, 'values', a.value_labels)
          order by a.position, a.code), '[]')
        from catalogue.attribute a where p.attributes ? a.code) as definitions,
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'contentType', m.content_type, 'width', m.width,
          'height', m.height, 'alt', m.alt, 'variantId', m.variant_id) order by m.position, m.id), '[]')
        from catalogue.media m where m.product_id = p.id and m.archived_at is null) as pictures,
      (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'gtin', v.gtin, 'options', v.options, 'attributes', v.attributes,
          'measures', v.measures, 'archived', v.archived_at is not null) order by v.position, v.id), '[]')
        from catalogue.variant v where v.product_id = p.id) as variants
    from catalogue.product p
    where ${condition}`.execute(ctx.db);
  return rows.map((row) => productOf(row, options));
}

function productOf(row: Row, options: ProductReadOptions): Product {
  const pictures = row.pictures.map((picture) => ({ ...picture, url: pictureUrl(picture.id, picture.contentType) }));
  const shared = {
    id: row.id,
    code: row.code,
    title: row.title,
    attributes: row.attributes,
    measures: row.measures,
    options: row.options,
    taxClass: row.tax_class,
    categoryId: row.category_id,
    brand: row.brand,
    archived: row.archived,
  };
  const ofProduct = pictures.find((picture) => picture.variantId === null && picture.kind === 'picture');
  const cards = row.variants
    .filter((variant) => options.withArchived || !variant.archived)
    .map((variant) => {
      const own =
        pictures.find((picture) => picture.variantId === variant.id && picture.kind === 'picture') ?? ofProduct;
      return variantCard({ ...shared, slug: row.slug }, variant, own ? asShown(own) : null);
    });
  return {
    ...shared,
    version: row.version,
    slugs: row.slug,
    description: row.description,
    care: row.care,
    warnings: row.warnings,
    categories: row.categories,
    maker: row.maker,
    facts: describeFacts(row.attributes, row.definitions),
    position: row.position,
    pictures,
    variants: cards,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

const asShown = ({ id, contentType }: { id: string; contentType: PictureContentType }) => ({ id, contentType });

/**
 * One product by id, or by an address it has or once had (in any language; the reader's own first).
 *
 * @throws AppError not_found
 */
export async function getProduct(
  ctx: Pick<Ctx, 'db' | 'language'>,
  idOrSlug: string,
  options: ProductReadOptions = {},
): Promise<Product> {
  const condition = isUuid(idOrSlug)
    ? sql`p.id = ${idOrSlug}`
    : sql`p.id = (select s.target_id from catalogue.slug s where s.kind = 'product' and s.slug = ${withoutNul(idOrSlug)}
        order by s.language <> ${ctx.language}, not s.is_current, s.language limit 1)`;
  const [product] = await readProducts(ctx, condition, options);
  if (!product) throw new AppError('not_found', { detail: 'There is no such product.' });
  return product;
}

/** Products by id; unknown ids are missing from the map. */
export async function getProducts(
  ctx: Pick<Ctx, 'db'>,
  ids: readonly string[],
  options: ProductReadOptions = {},
): Promise<Map<string, Product>> {
  if (ids.length === 0) return new Map();
  const products = await readProducts(ctx, sql`p.id = any(${[...new Set(ids)]}::uuid[])`, options);
  return new Map(products.map((product) => [product.id, product]));
}

/** PostgreSQL refuses a NUL in a text; no address has one. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}
