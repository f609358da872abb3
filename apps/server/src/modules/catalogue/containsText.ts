import { type RawBuilder, sql } from 'kysely';

/** Product `p` has the text in its code, in a SKU or GTIN of a variant, or in a title. What people type is no pattern. */
export function containsText(text: string): RawBuilder<unknown> {
  const pattern = `%${text.replaceAll('\u0000', '').replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(p.code ilike ${pattern} or p.title->>'en' ilike ${pattern} or p.title->>'pl' ilike ${pattern} or p.title->>'ru' ilike ${pattern}
    or exists (select 1 from catalogue.variant v where v.product_id = p.id and (v.sku ilike ${pattern} or v.gtin like ${pattern})))`;
}
