import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { ReadyPicture } from './checkProduct.ts';

/** The pictures of one product or one variant, in order: together they replace what was shown before. */
export interface PictureSet {
  productId: string;
  variantId: string | null;
  pictures: readonly ReadyPicture[];
}

interface Known {
  id: string;
  product_id: string;
  variant_id: string | null;
  kind: string;
  sha256: string;
}

const keyOf = (productId: string, variantId: string | null, kind: string, sha256: string) =>
  `${productId}/${variantId ?? ''}/${kind}/${sha256}`;

/**
 * Keeps picture sets: bytes already known keep their row (and address), new ones get a row, what is no longer named is
 * taken off the product but still served. Three statements for any number.
 */
export async function savePictures(tx: Ctx, sets: readonly PictureSet[], mode: 'replace' | 'add' = 'replace'): Promise<void> {
  if (sets.length === 0) return;
  const products = [...new Set(sets.map((set) => set.productId))];
  const { rows: known } = await sql<Known>`
    select id, product_id, variant_id, kind, sha256 from catalogue.media where product_id = any(${products}::uuid[])`.execute(tx.db);
  const ids = new Map(known.map((row) => [keyOf(row.product_id, row.variant_id, row.kind, row.sha256), row.id]));
  const now = tx.clock.now().toISOString();
  const wanted = new Map<string, { id: string; isNew: boolean; position: number; alt: unknown; row: Record<string, unknown> }>();
  for (const { productId, variantId, pictures } of sets) {
    pictures.forEach((picture, index) => {
      const key = keyOf(productId, variantId, picture.input.kind, picture.sha256);
      const before = ids.get(key);
      const id = before ?? tx.newId();
      const row = {
        id,
        product_id: productId,
        variant_id: variantId,
        kind: picture.input.kind,
        content_type: picture.input.contentType,
        content: before ? '' : picture.bytes.toString('base64'),
        sha256: picture.sha256,
        width: picture.width,
        height: picture.height,
        alt: picture.input.alt,
        position: mode === 'add' ? 1000 + known.length + index : index,
      };
      if (!wanted.has(key)) wanted.set(key, { id, isNew: !before, position: row.position, alt: row.alt, row });
    });
  }
  const rows = [...wanted.values()];
  const fresh = rows.filter((row) => row.isNew).map((row) => row.row);
  if (fresh.length > 0) {
    await sql`
      insert into catalogue.media (id, product_id, variant_id, kind, content_type, content, sha256, width, height, alt, position, created_at)
      select id, product_id, variant_id, kind, content_type, decode(content, 'base64'), sha256, width, height, alt, position, ${now}::timestamptz
      from json_to_recordset(${JSON.stringify(fresh)}::json) as m(id uuid, product_id uuid, variant_id uuid, kind text,
        content_type text, content text, sha256 text, width int, height int, alt jsonb, position int)`.execute(tx.db);
  }
  if (known.length === 0) return;
  const kept = rows.filter((row) => !row.isNew).map(({ id, position, alt }) => ({ id, position, alt }));
  const owners = sets.map((set) => ({ product_id: set.productId, variant_id: set.variantId }));
  await sql`
    with kept as (select * from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as k(id uuid, position int, alt jsonb)),
      owner as (select * from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb) as o(product_id uuid, variant_id uuid))
    update catalogue.media m set
      position = coalesce(k.position, m.position),
      alt = coalesce(k.alt, m.alt),
      archived_at = case when k.id is null then ${now}::timestamptz end
    from catalogue.media f left join kept k on k.id = f.id
    where m.id = f.id and f.product_id = any(${products}::uuid[]) and not (f.id = any(${fresh.map((row) => row['id'] as string)}::uuid[]))
      and (k.id is not null or (${mode === 'replace'} and f.archived_at is null
        and exists (select 1 from owner o where o.product_id = f.product_id and o.variant_id is not distinct from f.variant_id)))`.execute(
    tx.db,
  );
}
