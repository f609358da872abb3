import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { Change, Memory, Shelf } from '../../../kernel/memory.ts';
import type { LocalizedText } from '../../../kernel/schemas.ts';
import type { CategoryNode } from './runSearch.ts';
import type { RangedMeasure } from './searchInput.ts';

/** A variant on sale as far as searching it by anything but words goes. */
export interface ListedDocument {
  /** Its own place in `documents`. */
  readonly place: number;
  readonly variantId: string;
  /** Place of its product in `products`. */
  readonly product: number;
  /** Places in `facets`. */
  readonly facets: readonly number[];
  readonly measures: Readonly<Record<RangedMeasure, number | null>>;
  readonly position: number;
}

export interface ListedProduct {
  readonly id: string;
  readonly categoryId: string;
  readonly position: number;
}

/** A value that can be filtered by, as shoppers read it. */
export interface ListedFacet {
  readonly code: string;
  readonly value: string;
  readonly label: LocalizedText | null;
  readonly hex: string | null;
  readonly unit: string | null;
  /** Of the filter it is a value of. */
  readonly name: LocalizedText | null;
  readonly position: number | null;
}

/**
 * All goods on sale without their words: what search needs to filter, count and rank what words have found. Documents
 * of one product stand together.
 */
export interface Assortment {
  /** No two of a process have the same: what holds places says by it whose places they are. */
  readonly serial: number;
  readonly documents: readonly ListedDocument[];
  readonly products: readonly ListedProduct[];
  readonly facets: readonly ListedFacet[];
  /** Places by `code=value`. */
  readonly facetPlaces: ReadonlyMap<string, number>;
  /** Places by variant id. */
  readonly places: ReadonlyMap<string, number>;
  /** Places by `sku` as people type it and by `gtin` of 14 digits. */
  readonly byCode: ReadonlyMap<string, readonly number[]>;
  /** In use, in their order. */
  readonly tree: readonly CategoryNode[];
  readonly parents: ReadonlyMap<string, string | null>;
  /** Categories by an address they have or had: language, whether it is the present one, id. */
  readonly addresses: ReadonlyMap<string, readonly { language: string; current: boolean; id: string }[]>;
}

/** With more goods than this the database searches: a process has better uses for its memory. */
const mostDocuments = 60_000;
const documentsAPage = 5_000;
/** A reading that takes longer (some 10,000 variants) is followed by a rest, in which the database searches. */
const soonMs = 100;
const restTimes = 5;

export const everyCatalogueChange = ({ type }: Change) =>
  type.startsWith('catalogue.') ? ('all' as const) : undefined;

interface Remembered {
  assortment: Assortment | undefined;
  /** When to try again where there is none, on the process's clock. */
  restsUntil: number;
}

const assortments: Shelf<Remembered> = {
  name: 'catalogue.assortment',
  follows: ['catalogue'],
  forgottenBy: everyCatalogueChange,
  most: 1,
  mostMs: 60_000,
  holds: ({ assortment, restsUntil }) => assortment !== undefined || performance.now() < restsUntil,
};

const rests = new WeakMap<Memory, number>();

/**
 * What is on sale, for searching; undefined where it is too much for the memory of a process, or was read so lately and
 * for so long that reading it again at every change (an import) would leave no time for anything else.
 */
export async function recallAssortment(ctx: Pick<Ctx, 'db' | 'clock' | 'memory'>): Promise<Assortment | undefined> {
  const { memory } = ctx;
  const remembered = await memory.recallOne(ctx, assortments, 'all', async () => {
    const restsUntil = rests.get(memory) ?? 0;
    const begun = performance.now();
    if (begun < restsUntil) return { assortment: undefined, restsUntil };
    const assortment = await readAssortment(ctx);
    const took = performance.now() - begun;
    const next = performance.now() + (took > soonMs ? took * restTimes : 0);
    rests.set(memory, next);
    return { assortment, restsUntil: assortment ? next : Number.POSITIVE_INFINITY };
  });
  return remembered.assortment;
}

interface DocumentRow {
  variant_id: string;
  product_id: string;
  category_id: string;
  product_position: number;
  variant_position: number;
  facets: string[];
  width_cm: number | null;
  depth_cm: number | null;
  height_cm: number | null;
  sku_compact: string;
  gtin14: string | null;
}

interface Dictionary {
  labels: {
    code: string;
    value: string;
    label: LocalizedText;
    hex: string | null;
    unit: string | null;
    position: number;
  }[];
  categories: (CategoryNode & { archived: boolean })[];
  addresses: { slug: string; language: string; current: boolean; id: string }[];
}

async function readAssortment(ctx: Pick<Ctx, 'db'>): Promise<Assortment | undefined> {
  const dictionary = await readDictionary(ctx);
  const assembly = assemblyOf(dictionary);
  let last: DocumentRow | undefined;
  // In pages, so that other requests are answered in between. A change meanwhile has the whole read again.
  for (;;) {
    const rows = await readDocuments(ctx, last);
    for (const row of rows) assembly.add(row);
    last = rows.at(-1);
    if (assembly.size() > mostDocuments) return undefined;
    if (rows.length < documentsAPage) return assembly.done();
  }
}

async function readDocuments(ctx: Pick<Ctx, 'db'>, after: DocumentRow | undefined): Promise<DocumentRow[]> {
  const { rows } = await sql<DocumentRow>`
    select d.variant_id, d.product_id, d.category_id, d.product_position, d.variant_position, array_to_json(d.facets) as facets,
      d.width_cm, d.depth_cm, d.height_cm, v.sku_compact, lpad(v.gtin, 14, '0') as gtin14
    from catalogue.search_document d join catalogue.variant v on v.id = d.variant_id
    where ${
      after
        ? sql`(d.product_id, d.variant_position, d.variant_id) > (${after.product_id}::uuid, ${after.variant_position}::int, ${after.variant_id}::uuid)`
        : sql`true`
    }
    order by d.product_id, d.variant_position, d.variant_id
    limit ${documentsAPage}`.execute(ctx.db);
  return rows;
}

async function readDictionary(ctx: Pick<Ctx, 'db'>): Promise<Dictionary> {
  const { rows } = await sql<Dictionary>`
    select
      (select coalesce(json_agg(json_build_object('code', code, 'value', value, 'label', label, 'hex', hex, 'unit', unit, 'position', position)), '[]')
        from catalogue.search_facet) as labels,
      (select coalesce(json_agg(json_build_object('id', id, 'code', code, 'parentId', parent_id, 'name', name, 'slug', slug,
          'archived', archived_at is not null) order by position, code), '[]') from catalogue.category) as categories,
      (select coalesce(json_agg(json_build_object('slug', slug, 'language', language, 'current', is_current, 'id', target_id)), '[]')
        from catalogue.slug where kind = 'category') as addresses`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error('a dictionary is one row');
  return row;
}

function assemblyOf({ labels, categories, addresses }: Dictionary) {
  const named = new Map(labels.map((label) => [`${label.code}=${label.value}`, label]));
  const documents: ListedDocument[] = [];
  const products: ListedProduct[] = [];
  const facets: ListedFacet[] = [];
  const facetPlaces = new Map<string, number>();
  const places = new Map<string, number>();
  const byCode = new Map<string, number[]>();
  const placeOf = (facet: string): number => {
    let place = facetPlaces.get(facet);
    if (place === undefined) {
      place = facets.length;
      facetPlaces.set(facet, place);
      facets.push(listFacet(facet, named));
    }
    return place;
  };
  return {
    size: () => documents.length,
    add(row: DocumentRow): void {
      if (products.at(-1)?.id !== row.product_id)
        products.push({ id: row.product_id, categoryId: row.category_id, position: row.product_position });
      const place = documents.length;
      documents.push({
        place,
        variantId: row.variant_id,
        product: products.length - 1,
        facets: row.facets.map(placeOf),
        measures: { widthCm: row.width_cm, depthCm: row.depth_cm, heightCm: row.height_cm },
        position: row.variant_position,
      });
      places.set(row.variant_id, place);
      addTo(byCode, `sku ${row.sku_compact}`, place);
      if (row.gtin14 !== null) addTo(byCode, `gtin ${row.gtin14}`, place);
    },
    done(): Assortment {
      const byAddress = new Map<string, { language: string; current: boolean; id: string }[]>();
      for (const { slug, ...address } of addresses) addTo(byAddress, slug, address);
      made += 1;
      return {
        serial: made,
        documents,
        products,
        facets,
        facetPlaces,
        places,
        byCode,
        tree: categories.filter(({ archived }) => !archived).map(({ archived: _, ...node }) => node),
        parents: new Map(categories.map(({ id, parentId }) => [id, parentId])),
        addresses: byAddress,
      };
    },
  };
}

let made = 0;

function listFacet(
  facet: string,
  named: ReadonlyMap<string, { label: LocalizedText; hex: string | null; unit: string | null; position: number }>,
): ListedFacet {
  const code = facet.slice(0, facet.indexOf('='));
  const value = facet.slice(code.length + 1);
  const own = named.get(facet);
  const filter = named.get(`${code}=`);
  return {
    code,
    value,
    label: own?.label ?? null,
    hex: own?.hex ?? null,
    unit: own?.unit ?? null,
    name: filter?.label ?? null,
    position: filter?.position ?? null,
  };
}

function addTo<V>(groups: Map<string, V[]>, key: string, value: V): void {
  const known = groups.get(key);
  if (known) known.push(value);
  else groups.set(key, [value]);
}
