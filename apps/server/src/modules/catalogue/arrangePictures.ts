import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import { type Refusal, refuse } from '../../kernel/result.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { reindexProducts } from './search/reindexProducts.ts';

export interface Arrangement {
  code: string;
  version: number;
  /** All pictures the product and its variants show from now on, in this order; what is not named is taken off. */
  pictures: { id: string; alt: LocalizedText }[];
}

/**
 * Orders the pictures of a product, words them, takes some off. The pictures themselves do not travel again.
 *
 * @throws AppError not_found for a product that is not there, or a picture that is not its own
 */
export async function arrangePictures(
  ctx: Ctx,
  input: Arrangement,
): Promise<{ version: number } | Refusal<'version_conflict'>> {
  return once(ctx, 'catalogue.arrange_pictures', async (tx) => {
    const { rows } = await sql<{ id: string; version: number }>`
      select id, version from catalogue.product where code = ${input.code} for update`.execute(tx.db);
    const product = rows[0];
    if (!product) throw new AppError('not_found', { detail: `There is no product ${input.code}.` });
    if (product.version !== input.version) {
      return refuse('version_conflict', {
        detail: `Product ${input.code} was saved by someone else meanwhile. Nothing was changed; read it again and repeat your change.`,
        version: product.version,
      });
    }
    const now = tx.clock.now();
    const wanted = input.pictures.map((picture, position) => ({ ...picture, position }));
    const { rows: kept } = await sql<{ id: string }>`
      update catalogue.media m set position = w.position, alt = w.alt, archived_at = null
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(id uuid, position int, alt jsonb)
      where m.id = w.id and m.product_id = ${product.id} returning m.id`.execute(tx.db);
    const unknown = wanted.find((picture) => !kept.some((row) => row.id === picture.id.toLowerCase()));
    if (unknown) {
      throw new AppError('not_found', {
        detail: `Picture ${unknown.id} is not one of this product's. Nothing was changed.`,
      });
    }
    const { rows: off } = await sql<{ id: string }>`
      update catalogue.media set archived_at = ${now}
      where product_id = ${product.id} and archived_at is null and not (id = any(${wanted.map(({ id }) => id)}::uuid[]))
      returning id`.execute(tx.db);
    const version = product.version + 1;
    await sql`update catalogue.product set version = ${version}, updated_at = ${now} where id = ${product.id}`.execute(
      tx.db,
    );
    const indexed = await reindexProducts(tx, [product.id]);
    await emit(tx, {
      type: 'catalogue.product.saved',
      aggregate: 'product',
      aggregateId: product.id,
      aggregateVersion: version,
      data: { productId: product.id, variantIds: indexed.get(product.id) ?? [] },
    });
    await audit(tx, {
      act: 'catalogue.arrange_pictures',
      target: 'product',
      targetId: product.id,
      after: { shown: wanted.map(({ id }) => id), takenOff: off.map(({ id }) => id) },
    });
    return { version };
  });
}
