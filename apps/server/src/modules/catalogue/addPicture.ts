import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import { pictureUrl } from './checkPicture.ts';
import { readyPictures } from './checkProduct.ts';
import { savePictures } from './savePictures.ts';
import type { Picture, PictureInput } from './types.ts';

/**
 * Adds one picture to a product, or to one of its variants; the same bytes twice are one picture.
 *
 * @throws AppError invalid_request for a picture that cannot be shown safely; not_found
 */
export async function addPicture(ctx: Ctx, code: string, input: PictureInput & { sku?: string }): Promise<Picture> {
  const ready = readyPictures('The picture', '', [input]);
  return once(ctx, 'catalogue.add_picture', async (tx) => {
    const { rows } = await sql<{ id: string; version: number; variant_id: string | null }>`
      update catalogue.product p set version = version + 1, updated_at = ${tx.clock.now()}
      where code = ${code}
      returning id, version, (select v.id from catalogue.variant v where v.product_id = p.id and v.sku = ${input.sku ?? null}) as variant_id`.execute(
      tx.db,
    );
    const product = rows[0];
    if (!product) throw new AppError('not_found', { detail: `There is no product ${code}.` });
    if (input.sku && !product.variant_id)
      throw new AppError('not_found', { detail: `SKU ${input.sku} is no variant of this product.` });
    await savePictures(tx, [{ productId: product.id, variantId: product.variant_id, pictures: ready }], 'add');
    const saved = await sql<{ id: string }>`
      select id from catalogue.media where product_id = ${product.id} and variant_id is not distinct from ${product.variant_id}::uuid
        and kind = ${input.kind} and sha256 = ${ready[0]?.sha256 ?? ''}`.execute(tx.db);
    const id = saved.rows[0]?.id;
    if (!id) throw new Error('a picture was saved and is not there');
    await emit(tx, {
      type: 'catalogue.product.saved',
      aggregate: 'product',
      aggregateId: product.id,
      aggregateVersion: product.version,
      data: { productId: product.id, variantIds: product.variant_id ? [product.variant_id] : [] },
    });
    await audit(tx, {
      act: 'catalogue.add_picture',
      target: 'product',
      targetId: product.id,
      after: { picture: id, kind: input.kind },
    });
    return {
      id,
      kind: input.kind,
      url: pictureUrl(id, input.contentType),
      contentType: input.contentType,
      width: ready[0]?.width ?? null,
      height: ready[0]?.height ?? null,
      alt: input.alt,
      variantId: product.variant_id,
    };
  });
}
