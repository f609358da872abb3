import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { type Refusal, refuse } from '../../kernel/result.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { faultsOfProduct, type ReadyPicture, readyPictures, throwFaults } from './checkProduct.ts';
import { shareDictionary } from './lockDictionary.ts';
import { makeSlugs } from './makeSlug.ts';
import { type PictureSet, savePictures } from './savePictures.ts';
import { saveSlugs } from './saveSlugs.ts';
import { reindexProducts } from './search/reindexProducts.ts';
import type { ProductInput, SavedProduct } from './types.ts';
import { upsertVariants } from './upsertVariants.ts';

interface KnownProduct {
  id: string;
  code: string;
  slug: LocalizedText;
  archived_at: Date | null;
  version: number;
}

interface Draft {
  input: ProductInput;
  id: string;
  known: KnownProduct | undefined;
  categoryId: string;
  slug: LocalizedText;
  pictures: readonly ReadyPicture[] | undefined;
  variantPictures: ReadonlyMap<string, readonly ReadyPicture[]>;
}

/** What can be checked without the database, pictures among it: done before the transaction takes any lock. */
export interface CheckedProduct {
  input: ProductInput;
  pictures: readonly ReadyPicture[] | undefined;
  variantPictures: ReadonlyMap<string, readonly ReadyPicture[]>;
}

/** @throws AppError invalid_request with every fault and its JSON pointer */
export function checkProduct(input: ProductInput): CheckedProduct {
  const what = `Product ${input.code.slice(0, 100)}`;
  throwFaults(what, faultsOfProduct(input));
  return {
    input,
    pictures: input.pictures && readyPictures(what, '/pictures', input.pictures),
    variantPictures: new Map(
      input.variants.flatMap((variant, index) =>
        variant.pictures ? [[variant.sku, readyPictures(what, `/variants/${index}/pictures`, variant.pictures)]] : [],
      ),
    ),
  };
}

/**
 * Saves whole products by their codes, with variants, pictures, addresses, search documents and events: a constant
 * number of statements for any number of products. Must run in a transaction; refuses before anything is written
 * when a version is not the expected one.
 */
export async function writeProducts(
  tx: Ctx,
  products: readonly CheckedProduct[],
): Promise<SavedProduct[] | Refusal<'version_conflict'>> {
  await shareDictionary(tx);
  const drafts = await prepare(tx, products);
  const stale = drafts.find(
    ({ input, known }) => input.version !== undefined && input.version !== (known?.version ?? 0),
  );
  if (stale) return conflict(stale.input.code, stale.known?.version ?? 0);
  const versions = await upsertProducts(tx, drafts);
  const overtaken = drafts.find((draft) => !versions.has(draft.id));
  if (overtaken) return conflict(overtaken.input.code, undefined);
  await saveSlugs(
    tx,
    'product',
    drafts.map(({ id, input, slug }) => ({ id, code: input.code, slug })),
  );
  const variantIds = await upsertVariants(tx, drafts);
  await savePictures(tx, pictureSets(drafts, variantIds), 'replace');
  const indexed = await reindexProducts(
    tx,
    drafts.map((draft) => draft.id),
  );
  const saved = drafts.map((draft) => ({
    id: draft.id,
    code: draft.input.code,
    version: versions.get(draft.id) ?? 1,
    created: !draft.known,
    variants: draft.input.variants.map(({ sku }) => ({ id: variantIds.get(sku) ?? '', sku })),
  }));
  await emit(
    tx,
    ...drafts.map((draft) => ({
      type: draft.input.archived ? ('catalogue.product.archived' as const) : ('catalogue.product.saved' as const),
      aggregate: 'product',
      aggregateId: draft.id,
      aggregateVersion: versions.get(draft.id) ?? 1,
      data: { productId: draft.id, variantIds: indexed.get(draft.id) ?? [] },
    })),
  );
  return saved;
}

function conflict(code: string, version: number | undefined): Refusal<'version_conflict'> {
  return refuse('version_conflict', {
    detail: `Product ${code} was saved by someone else meanwhile. Nothing was changed; read it again and repeat your change.`,
    ...(version === undefined ? {} : { version }),
  });
}

async function prepare(tx: Ctx, products: readonly CheckedProduct[]): Promise<Draft[]> {
  const codes = products.map(({ input }) => input.code);
  const again = codes.find((code, index) => codes.indexOf(code) !== index);
  if (again) throw new AppError('invalid_request', { detail: `Product ${again} is there twice. Nothing was saved.` });
  const categories = await sql<{ id: string; code: string }>`
    select id, code from catalogue.category where code = any(${products.map(({ input }) => input.categoryCode)}::text[])`.execute(
    tx.db,
  );
  const categoryIds = new Map(categories.rows.map((row) => [row.code, row.id]));
  // In the order of codes, so that two imports of the same products cannot deadlock.
  const known = await sql<KnownProduct>`
    select id, code, slug, archived_at, version from catalogue.product where code = any(${codes}::text[]) order by code for update`.execute(
    tx.db,
  );
  const byCode = new Map(known.rows.map((row) => [row.code, row]));
  return products.map(({ input, pictures, variantPictures }) => {
    const categoryId = categoryIds.get(input.categoryCode);
    if (!categoryId) {
      throwFaults(`Product ${input.code}`, [
        { path: '/categoryCode', message: `${input.categoryCode} is no category` },
      ]);
    }
    const before = byCode.get(input.code);
    return {
      input,
      id: before?.id ?? tx.newId(),
      known: before,
      categoryId: categoryId ?? '',
      slug: input.slug ?? before?.slug ?? makeSlugs(input.title, input.code),
      pictures,
      variantPictures,
    };
  });
}

/** The versions written, by id; a product that someone else created or saved in between is missing. */
async function upsertProducts(tx: Ctx, drafts: readonly Draft[]): Promise<Map<string, number>> {
  const now = tx.clock.now();
  const archivedAt = ({ input, known }: Draft) => {
    if (input.archived === undefined) return known?.archived_at ?? null;
    return input.archived ? (known?.archived_at ?? now) : null;
  };
  const rows = drafts.map((draft) => ({
    id: draft.id,
    code: draft.input.code,
    title: draft.input.title,
    description: draft.input.description,
    slug: draft.slug,
    category_id: draft.categoryId,
    brand: draft.input.brand ?? null,
    maker: draft.input.maker ?? null,
    attributes: draft.input.attributes ?? {},
    measures: draft.input.measures ?? {},
    options: draft.input.options ?? [],
    tax_class: draft.input.taxClass,
    care: draft.input.care ?? null,
    warnings: draft.input.warnings ?? [],
    position: draft.input.position ?? 1000,
    archived_at: archivedAt(draft),
    version: (draft.known?.version ?? 0) + 1,
  }));
  const { rows: written } = await sql<{ id: string; version: number }>`
    insert into catalogue.product (id, code, title, description, slug, category_id, brand, maker, attributes, measures, options,
      tax_class, care, warnings, position, archived_at, version, created_at, updated_at)
    select p.id, p.code, p.title, p.description, p.slug, p.category_id, p.brand, p.maker, p.attributes, p.measures, p.options,
      p.tax_class, p.care, p.warnings, p.position, p.archived_at, p.version, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(id uuid, code text, title jsonb, description jsonb, slug jsonb,
      category_id uuid, brand text, maker jsonb, attributes jsonb, measures jsonb, options jsonb, tax_class text, care jsonb,
      warnings jsonb, position int, archived_at timestamptz, version bigint)
    order by p.code
    on conflict (code) do update set title = excluded.title, description = excluded.description, slug = excluded.slug,
      category_id = excluded.category_id, brand = excluded.brand, maker = excluded.maker, attributes = excluded.attributes,
      measures = excluded.measures, options = excluded.options, tax_class = excluded.tax_class, care = excluded.care,
      warnings = excluded.warnings, position = excluded.position, archived_at = excluded.archived_at,
      version = excluded.version, updated_at = excluded.updated_at
      where product.version = excluded.version - 1
    returning id, version`.execute(tx.db);
  return new Map(written.map((row) => [row.id, row.version]));
}

function pictureSets(drafts: readonly Draft[], variantIds: ReadonlyMap<string, string>): PictureSet[] {
  return drafts.flatMap((draft) => [
    ...(draft.pictures ? [{ productId: draft.id, variantId: null, pictures: draft.pictures }] : []),
    ...[...draft.variantPictures].map(([sku, pictures]) => ({
      productId: draft.id,
      variantId: variantIds.get(sku) ?? null,
      pictures,
    })),
  ]);
}
