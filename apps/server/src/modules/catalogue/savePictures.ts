import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { ReadyPicture } from './checkProduct.ts';

/** The pictures of one product or one variant, in their order. */
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

interface Wanted {
  id: string;
  set: PictureSet;
  picture: ReadyPicture;
  isNew: boolean;
  position: number;
}

const keyOf = (productId: string, variantId: string | null, kind: string, sha256: string) =>
  `${productId}/${variantId ?? ''}/${kind}/${sha256}`;

/**
 * Keeps picture sets: bytes already known keep their row and address, new ones get a row. With `replace` a set is all
 * that its product or variant shows from now on (the rest is taken off, still served); with `add` it comes after what
 * is there. Four statements at most for any number.
 */
export async function savePictures(tx: Ctx, sets: readonly PictureSet[], mode: 'replace' | 'add'): Promise<void> {
  if (sets.length === 0) return;
  const productIds = [...new Set(sets.map((set) => set.productId))];
  const { rows: known } = await sql<Known>`
    select id, product_id, variant_id, kind, sha256 from catalogue.media
    where product_id = any(${productIds}::uuid[])`.execute(tx.db);
  const wanted = plan(tx, sets, known, mode === 'add' ? known.length : 0);
  await insertNew(tx, wanted);
  if (known.length === 0) return;
  if (mode === 'replace') await takeOff(tx, sets, wanted);
  await showKnown(tx, wanted);
}

function plan(tx: Ctx, sets: readonly PictureSet[], known: readonly Known[], firstPosition: number): Wanted[] {
  const ids = new Map(known.map((row) => [keyOf(row.product_id, row.variant_id, row.kind, row.sha256), row.id]));
  const wanted = new Map<string, Wanted>();
  for (const set of sets) {
    set.pictures.forEach((picture, index) => {
      const key = keyOf(set.productId, set.variantId, picture.input.kind, picture.sha256);
      const before = ids.get(key);
      // The same bytes twice are one picture.
      if (wanted.has(key)) return;
      wanted.set(key, { id: before ?? tx.newId(), set, picture, isNew: !before, position: firstPosition + index });
    });
  }
  return [...wanted.values()];
}

async function insertNew(tx: Ctx, wanted: readonly Wanted[]): Promise<void> {
  const rows = wanted
    .filter(({ isNew }) => isNew)
    .map(({ id, set, picture, position }) => ({
      id,
      product_id: set.productId,
      variant_id: set.variantId,
      kind: picture.input.kind,
      content_type: picture.input.contentType,
      content: picture.bytes.toString('base64'),
      sha256: picture.sha256,
      width: picture.width,
      height: picture.height,
      alt: picture.input.alt,
      position,
    }));
  if (rows.length === 0) return;
  await sql`
    insert into catalogue.media (id, product_id, variant_id, kind, content_type, content, sha256, width, height, alt, position, created_at)
    select id, product_id, variant_id, kind, content_type, decode(content, 'base64'), sha256, width, height, alt, position, ${tx.clock.now()}
    from json_to_recordset(${JSON.stringify(rows)}::json) as m(id uuid, product_id uuid, variant_id uuid, kind text,
      content_type text, content text, sha256 text, width int, height int, alt jsonb, position int)`.execute(tx.db);
}

async function takeOff(tx: Ctx, sets: readonly PictureSet[], wanted: readonly Wanted[]): Promise<void> {
  const owners = sets.map((set) => ({ product_id: set.productId, variant_id: set.variantId }));
  await sql`
    update catalogue.media m set archived_at = ${tx.clock.now()}
    from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb) as o(product_id uuid, variant_id uuid)
    where m.product_id = o.product_id and m.variant_id is not distinct from o.variant_id and m.archived_at is null
      and not (m.id = any(${wanted.map(({ id }) => id)}::uuid[]))`.execute(tx.db);
}

async function showKnown(tx: Ctx, wanted: readonly Wanted[]): Promise<void> {
  const rows = wanted
    .filter(({ isNew }) => !isNew)
    .map(({ id, picture, position }) => ({ id, position, alt: picture.input.alt }));
  if (rows.length === 0) return;
  await sql`
    update catalogue.media m set archived_at = null, position = w.position, alt = w.alt
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(id uuid, position int, alt jsonb)
    where m.id = w.id and (m.archived_at is not null or m.position <> w.position or m.alt <> w.alt)`.execute(tx.db);
}
