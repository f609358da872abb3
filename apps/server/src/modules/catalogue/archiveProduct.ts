import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import { type Refusal, refuse } from '../../kernel/result.ts';
import { shareDictionary } from './lockDictionary.ts';
import { reindexProducts } from './search/reindexProducts.ts';

export interface ArchiveInput {
  code: string;
  version: number;
  /** Takes the product off sale, or puts it back. */
  archived?: boolean;
  /** The same for single variants, by SKU. */
  variants?: { sku: string; archived: boolean }[];
}

export interface Archived {
  id: string;
  code: string;
  version: number;
  archived: boolean;
}

/**
 * Takes a product or some of its variants off sale, or puts them back. Nothing is deleted: orders, holds and reports
 * keep what they point to.
 *
 * @throws AppError not_found; already_exists when a variant put back offers what another live one offers
 */
export async function archiveProduct(ctx: Ctx, input: ArchiveInput): Promise<Archived | Refusal<'version_conflict'>> {
  return once(ctx, 'catalogue.archive_product', async (tx) => {
    await shareDictionary(tx);
    const { rows } = await sql<{ id: string; version: number; archived_at: Date | null }>`
      select id, version, archived_at from catalogue.product where code = ${input.code} for update`.execute(tx.db);
    const product = rows[0];
    if (!product) throw new AppError('not_found', { detail: `There is no product ${input.code}.` });
    if (product.version !== input.version) {
      return refuse('version_conflict', {
        detail: `Product ${input.code} was saved by someone else meanwhile. Nothing was changed; read it again and repeat your change.`,
        version: product.version,
      });
    }
    const now = tx.clock.now();
    const archived = input.archived ?? product.archived_at !== null;
    const version = product.version + 1;
    await sql`update catalogue.product set version = ${version}, updated_at = ${now},
      archived_at = case when ${archived} then coalesce(archived_at, ${now}) end where id = ${product.id}`.execute(
      tx.db,
    );
    await archiveVariants(tx, product.id, input.variants ?? []);
    const { rows: variants } = await sql<{ id: string }>`
      select id from catalogue.variant where product_id = ${product.id} order by position, id`.execute(tx.db);
    await reindexProducts(tx, [product.id]);
    await emit(tx, {
      type: archived ? 'catalogue.product.archived' : 'catalogue.product.saved',
      aggregate: 'product',
      aggregateId: product.id,
      aggregateVersion: version,
      data: { productId: product.id, variantIds: variants.map((variant) => variant.id) },
    });
    await audit(tx, {
      act: 'catalogue.archive_product',
      target: 'product',
      targetId: product.id,
      before: { archived: product.archived_at !== null },
      after: { archived, variants: input.variants ?? [] },
    });
    return { id: product.id, code: input.code, version, archived };
  });
}

async function archiveVariants(
  tx: Ctx,
  productId: string,
  changes: readonly { sku: string; archived: boolean }[],
): Promise<void> {
  if (changes.length === 0) return;
  const now = tx.clock.now();
  try {
    const { rows } = await sql<{ sku: string }>`
      update catalogue.variant v set updated_at = ${now}, archived_at = case when c.archived then coalesce(v.archived_at, ${now}) end
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c(sku text, archived boolean)
      where v.sku = c.sku and v.product_id = ${productId}
      returning v.sku`.execute(tx.db);
    const done = new Set(rows.map((row) => row.sku));
    const unknown = changes.find((change) => !done.has(change.sku));
    if (unknown)
      throw new AppError('not_found', {
        detail: `SKU ${unknown.sku} is no variant of this product. Nothing was changed.`,
      });
  } catch (error) {
    if ((error as { code?: unknown }).code !== '23P01') throw error;
    throw new AppError(
      'already_exists',
      { detail: 'Another live variant offers the same choice of options. Nothing was changed.' },
      { cause: error },
    );
  }
}
