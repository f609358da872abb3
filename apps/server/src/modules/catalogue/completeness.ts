import { type RawBuilder, sql } from 'kysely';

/**
 * What a product needs before it can be sold well in every channel, in the order it is worth filling in. GPSR asks for the
 * maker; feeds ask for a GTIN; a shopper who cannot touch the thing asks for pictures, words and measures.
 */
export const gaps = [
  'description_en',
  'description_pl',
  'description_ru',
  'picture',
  'picture_text',
  'maker',
  'gtin',
  'measures',
] as const;
export type Gap = (typeof gaps)[number];

/** The gaps of product `p` as text[], empty for a complete one. */
export const gapsOfProduct: RawBuilder<Gap[]> = sql<Gap[]>`array_remove(array[
  case when btrim(coalesce(p.description->>'en', '')) = '' then 'description_en' end,
  case when btrim(coalesce(p.description->>'pl', '')) = '' then 'description_pl' end,
  case when btrim(coalesce(p.description->>'ru', '')) = '' then 'description_ru' end,
  case when not exists (select 1 from catalogue.media m where m.product_id = p.id and m.kind = 'picture' and m.archived_at is null)
    then 'picture' end,
  case when exists (select 1 from catalogue.media m where m.product_id = p.id and m.archived_at is null
      and (btrim(m.alt->>'en') = '' or btrim(m.alt->>'pl') = '' or btrim(m.alt->>'ru') = '')) then 'picture_text' end,
  case when p.maker is null then 'maker' end,
  case when exists (select 1 from catalogue.variant v where v.product_id = p.id and v.archived_at is null and v.gtin is null)
    then 'gtin' end,
  case when p.measures = '{}'::jsonb then 'measures' end]::text[], null)`;

/** Whole percent of the checks that a product passes. */
export const completenessOf = (missing: readonly Gap[]): number =>
  Math.floor((100 * (gaps.length - missing.length)) / gaps.length);
