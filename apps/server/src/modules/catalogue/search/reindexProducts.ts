import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { LocalizedText } from '../../../kernel/schemas.ts';
import { listAttributes } from '../listAttributes.ts';
import type { AttributeDefinition } from '../types.ts';
import {
  createTextAnalysis,
  type DescribedProduct,
  describeForSearch,
  type IndexedProduct,
  type SearchDocument,
} from './describeForSearch.ts';
import { plainTsvectorText, tsvectorText } from './tsvectorText.ts';

interface SourceRow extends Omit<IndexedProduct, 'categoryNames'> {
  categoryId: string;
  position: number;
  categoryNames: LocalizedText[] | null;
}

/**
 * Writes what search knows of these products anew, in the caller's transaction. Archived products and variants leave
 * the index. The caller holds the product rows' locks. Eight statements for any number of products.
 *
 * @returns the live variants by product id
 */
export async function reindexProducts(tx: Ctx, productIds: readonly string[]): Promise<Map<string, string[]>> {
  if (productIds.length === 0) return new Map();
  const definitions = new Map(
    (await listAttributes(tx)).map((definition): [string, AttributeDefinition] => [definition.code, definition]),
  );
  const sources = await readSources(tx, productIds);
  const analysis = createTextAnalysis();
  const described = sources.map((source) => ({
    source,
    ...describeForSearch({ ...source, categoryNames: source.categoryNames ?? [] }, definitions, analysis),
  }));
  await writeDocuments(tx, productIds, described);
  await writeLabels(tx, described);
  await writeWords(tx, productIds, described);
  return new Map(sources.map((source) => [source.id, source.variants.map((variant) => variant.id)]));
}

async function readSources(tx: Ctx, productIds: readonly string[]): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    with recursive above as (
      select c.id as leaf, c.id, c.parent_id, c.name, 0 as depth from catalogue.category c
      where c.id in (select category_id from catalogue.product where id = any(${productIds}::uuid[]))
      union all
      select a.leaf, c.id, c.parent_id, c.name, a.depth + 1 from above a join catalogue.category c on c.id = a.parent_id
    ), path as (select leaf, jsonb_agg(name order by depth) as names from above group by leaf)
    select p.id, p.code, p.title, p.description, p.brand, p.attributes, p.measures, p.options, p.category_id as "categoryId",
      p.position, path.names as "categoryNames", coalesce(v.variants, '[]') as variants
    from catalogue.product p
    left join path on path.leaf = p.category_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'gtin', v.gtin, 'options', v.options,
        'attributes', v.attributes, 'measures', v.measures) order by v.position, v.id) as variants
      from catalogue.variant v where v.product_id = p.id and v.archived_at is null
    ) v on true
    where p.id = any(${productIds}::uuid[]) and p.archived_at is null
    order by p.id`.execute(tx.db);
  return rows;
}

interface Described extends DescribedProduct {
  source: SourceRow;
}

async function writeDocuments(tx: Ctx, productIds: readonly string[], described: readonly Described[]): Promise<void> {
  const rows = described.flatMap(({ source, documents }) =>
    documents.map((document: SearchDocument, position) => ({
      variant_id: document.variantId,
      product_id: source.id,
      category_id: source.categoryId,
      terms: plainTsvectorText(new Set([...document.named.keys(), ...document.described])),
      named: tsvectorText(document.named),
      facets: document.facets,
      width_cm: document.measures.widthCm ?? null,
      depth_cm: document.measures.depthCm ?? null,
      height_cm: document.measures.heightCm ?? null,
      product_position: source.position,
      variant_position: position,
    })),
  );
  await sql`delete from catalogue.search_document where product_id = any(${productIds}::uuid[])
    and not (variant_id = any(${rows.map((row) => row.variant_id)}::uuid[]))`.execute(tx.db);
  if (rows.length === 0) return;
  await sql`
    insert into catalogue.search_document (variant_id, product_id, category_id, terms, named, facets, width_cm, depth_cm, height_cm,
      product_position, variant_position)
    select variant_id, product_id, category_id, terms::tsvector, named::tsvector, facets, width_cm, depth_cm, height_cm,
      product_position, variant_position
    from json_to_recordset(${JSON.stringify(rows)}::json) as d(variant_id uuid, product_id uuid, category_id uuid, terms text, named text,
      facets text[], width_cm float8, depth_cm float8, height_cm float8, product_position int, variant_position int)
    on conflict (variant_id) do update set product_id = excluded.product_id, category_id = excluded.category_id, terms = excluded.terms,
      named = excluded.named, facets = excluded.facets, width_cm = excluded.width_cm, depth_cm = excluded.depth_cm,
      height_cm = excluded.height_cm, product_position = excluded.product_position, variant_position = excluded.variant_position`.execute(
    tx.db,
  );
}

/** Only names that changed are written, so that two savers of green sofas do not wait for one row called green. */
async function writeLabels(tx: Ctx, described: readonly Described[]): Promise<void> {
  const labels = [
    ...new Map(
      described.flatMap(({ labels }) => labels.map((label) => [`${label.code}=${label.value}`, label])),
    ).values(),
  ];
  if (labels.length === 0) return;
  await sql`
    insert into catalogue.search_facet (code, value, label, hex, unit, position)
    select l.code, l.value, l.label, l.hex, l.unit, l.position
    from jsonb_to_recordset(${JSON.stringify(labels)}::jsonb) as l(code text, value text, label jsonb, hex text, unit text, position int)
    where not exists (select 1 from catalogue.search_facet f where f.code = l.code and f.value = l.value and f.label = l.label
      and f.hex is not distinct from l.hex and f.unit is not distinct from l.unit and f.position = l.position)
    order by l.code, l.value
    on conflict (code, value) do update set label = excluded.label, hex = excluded.hex, unit = excluded.unit, position = excluded.position`.execute(
    tx.db,
  );
}

async function writeWords(tx: Ctx, productIds: readonly string[], described: readonly Described[]): Promise<void> {
  const uses = described.flatMap(({ source, words }) => words.map((word) => ({ ...word, product_id: source.id })));
  const text = JSON.stringify(uses);
  // New words in one order, so that two savers who bring the same ones cannot deadlock.
  await sql`
    insert into catalogue.search_word (language, word, shown)
    select distinct on (w.word, w.language) w.language, w.word, w.shown
    from jsonb_to_recordset(${text}::jsonb) as w(language text, word text, shown text)
    where not exists (select 1 from catalogue.search_word s where s.word = w.word collate "C" and s.language = w.language)
    order by w.word, w.language
    on conflict do nothing`.execute(tx.db);
  await sql`delete from catalogue.search_word_use where product_id = any(${productIds}::uuid[])`.execute(tx.db);
  await sql`
    insert into catalogue.search_word_use (product_id, language, word)
    select product_id, language, word from jsonb_to_recordset(${text}::jsonb) as w(product_id uuid, language text, word text)
    on conflict do nothing`.execute(tx.db);
}
