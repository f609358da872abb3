import { encodeCursor } from '../../../kernel/page.ts';
import type { Assortment, ListedDocument } from './assortment.ts';
import { withoutNul } from './filterGroups.ts';
import type { QueryPlan } from './planQuery.ts';
import type { WordAnswer } from './recallWords.ts';
import { afterKey, type CountedValue, type Hit, pageLimit, type SearchRow } from './runSearch.ts';
import { rangedMeasures, type SearchFilters, type SearchInput } from './searchInput.ts';

/**
 * One search over what is remembered: the answer of `runSearch`, which asks the database the same. Pure. Words were
 * answered by PostgreSQL; here their answers are put together, filtered, counted and ranked, which takes a tenth of a
 * millisecond where planning a statement takes a whole one. A test holds the two against each other.
 *
 * @throws AppError invalid_cursor
 */
export function searchAssortment(
  assortment: Assortment,
  input: SearchInput & { sort?: 'relevance' | 'newest' },
  words: readonly WordAnswer[],
  code?: QueryPlan,
): SearchRow {
  const categoryId = input.categorySlug === undefined ? undefined : categoryAt(assortment, input);
  const branch = categoryId === undefined ? undefined : branchOf(assortment, categoryId);
  const filters = filtersOf(assortment, input.filters ?? {});
  const exact = exactly(assortment, code);
  const source = exact.length > 0 ? scored(exact, words) : answeringAll(assortment, words);
  for (const one of source) judge(one, filters);
  const matched = branch ? source.filter((one) => isWithin(assortment, one, branch)) : source;
  const ranked = rank(matched);
  const page = pageOf(assortment, ranked, input);
  const wanted = input.facets === true;
  return {
    ...page,
    total: ranked.length,
    exact: exact.length > 0,
    categoryId: categoryId ?? null,
    values: wanted ? countValues(assortment, matched, filters.length === 0) : [],
    categories: wanted ? countCategories(assortment, ranked) : {},
    tree: wanted ? [...assortment.tree] : [],
    ranges: wanted ? rangesOf(matched) : {},
    masks: words.length > 0 && ranked.length === 0 ? countMasks(words) : null,
    relaxations: ranked.length > 0 ? [] : relaxationsOf(matched, branch && source),
  };
}

/** A document that answers to the query. */
interface Matched {
  document: ListedDocument;
  score: number;
  titleHits: number;
  /** Names of the filters it does not pass. */
  fails: readonly string[];
}

/** The reader's own address first, a present one before a former one; as the database chooses. */
function categoryAt({ addresses }: Assortment, { categorySlug, language }: SearchInput): string | undefined {
  const rank = (one: { language: string; current: boolean }) =>
    `${one.language === language ? 0 : 1}${one.current ? 0 : 1}${one.language}`;
  const [best] = [...(addresses.get((categorySlug ?? '').replaceAll('\u0000', '')) ?? [])].sort((a, b) =>
    rank(a) < rank(b) ? -1 : 1,
  );
  return best?.id;
}

function branchOf({ parents }: Assortment, root: string): Set<string> {
  const branch = new Set([root]);
  for (let before = 0; before < branch.size; ) {
    before = branch.size;
    for (const [id, parent] of parents) if (parent !== null && branch.has(parent)) branch.add(id);
  }
  return branch;
}

interface Filter {
  name: string;
  /** Its name alone in a list. */
  itself: readonly string[];
  passes(document: ListedDocument): boolean;
}

function filtersOf({ facetPlaces }: Assortment, filters: SearchFilters): Filter[] {
  const made: Filter[] = [];
  for (const [code, values] of Object.entries({ ...filters.attributes, ...filters.options })) {
    if (values.length === 0) continue;
    const places = new Set(values.flatMap((value) => facetPlaces.get(withoutNul(`${code}=${value}`)) ?? []));
    made.push({
      name: withoutNul(code),
      itself: [withoutNul(code)],
      passes: ({ facets }) => facets.some((facet) => places.has(facet)),
    });
  }
  for (const name of rangedMeasures) {
    const { min, max } = filters.measures?.[name] ?? {};
    if (min === undefined && max === undefined) continue;
    made.push({
      name,
      itself: [name],
      passes({ measures: { [name]: figure } }) {
        return figure !== null && (min === undefined || figure >= min) && (max === undefined || figure <= max);
      },
    });
  }
  return made;
}

function exactly({ byCode, documents }: Assortment, code: QueryPlan | undefined): ListedDocument[] {
  const places = new Set([...(byCode.get(`sku ${code?.skuKey}`) ?? []), ...(byCode.get(`gtin ${code?.gtin14}`) ?? [])]);
  return [...places].flatMap((place) => documents[place] ?? []);
}

function answeringAll({ documents }: Assortment, answers: readonly WordAnswer[]): Matched[] {
  if (answers.length === 0) return documents.map((document) => ({ document, score: 0, titleHits: 0, fails: none }));
  const hits = new Uint8Array(documents.length);
  const sums = new Int32Array(documents.length);
  const titles = new Uint8Array(documents.length);
  for (const { places, values } of answers) {
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index] ?? 0;
      const value = values[index] ?? 0;
      hits[place] = (hits[place] ?? 0) + 1;
      sums[place] = (sums[place] ?? 0) + (value >> 1);
      titles[place] = (titles[place] ?? 0) + (value & 1);
    }
  }
  const found: Matched[] = [];
  for (let place = 0; place < documents.length; place += 1) {
    const document = documents[place];
    if (document && hits[place] === answers.length)
      found.push({ document, score: sums[place] ?? 0, titleHits: titles[place] ?? 0, fails: none });
  }
  return found;
}

/** What a code names is found whatever the words are worth to it: one, where it does not answer to a word. */
function scored(documents: readonly ListedDocument[], answers: readonly WordAnswer[]): Matched[] {
  return documents.map((document) => {
    const values = answers.map(({ places, values }) => values[places.indexOf(document.place)] ?? 2);
    return {
      document,
      score: values.reduce((sum, value) => sum + (value >> 1), 0),
      titleHits: values.reduce((sum, value) => sum + (value & 1), 0),
      fails: none,
    };
  });
}

const isWithin = ({ products }: Assortment, { document }: Matched, branch: ReadonlySet<string>) =>
  branch.has(products[document.product]?.categoryId ?? '');

const none: readonly string[] = [];

function judge(one: Matched, filters: readonly Filter[]): void {
  for (const filter of filters) {
    if (!filter.passes(one.document)) one.fails = one.fails.length === 0 ? filter.itself : [...one.fails, filter.name];
  }
}

/** Each product once, with the variant that answers best. */
function rank(matched: readonly Matched[]): Matched[] {
  const best = new Map<number, Matched>();
  for (const one of matched) {
    if (one.fails.length > 0) continue;
    const before = best.get(one.document.product);
    if (!before || isBetter(one, before)) best.set(one.document.product, one);
  }
  return [...best.values()];
}

function isBetter(a: Matched, b: Matched): boolean {
  if (a.score !== b.score) return a.score > b.score;
  if (a.titleHits !== b.titleHits) return a.titleHits > b.titleHits;
  if (a.document.position !== b.document.position) return a.document.position < b.document.position;
  return a.document.variantId < b.document.variantId;
}

type Key = [...number[], string];

function pageOf(
  { products }: Assortment,
  ranked: readonly Matched[],
  input: SearchInput & { sort?: 'relevance' | 'newest' },
): Pick<SearchRow, 'hits' | 'nextCursor'> {
  const sort = input.sort ?? 'relevance';
  const keyed = ranked.map((one) => {
    const product = products[one.document.product];
    const id = product?.id ?? '';
    // -0 would be another number to a cursor.
    const key: Key = sort === 'newest' ? [id] : [0 - one.score, 0 - one.titleHits, product?.position ?? 0, id];
    return { one, id, key };
  });
  const compare = (a: Key, b: Key) => compareKeys(a, b, sort === 'newest');
  keyed.sort((a, b) => compare(a.key, b.key));
  const after = afterKey(sort, input.cursor);
  const start = after ? keyed.findIndex(({ key }) => compare(key, after as Key) > 0) : 0;
  const limit = pageLimit(input);
  const rest = start < 0 ? [] : keyed.slice(start, start + limit + 1);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return {
    hits: shown.map(({ one, id }): Hit => ({ productId: id, variantId: one.document.variantId, score: one.score })),
    nextCursor: rest.length > limit && last ? encodeCursor(last.key) : null,
  };
}

function compareKeys(a: Key, b: Key, descending: boolean): number {
  for (let at = 0; at < a.length; at += 1) {
    const [x, y] = [a[at] ?? 0, b[at] ?? 0];
    if (x !== y) return x < y === descending ? 1 : -1;
  }
  return 0;
}

/**
 * Products per value, each as if its own filter were not set; what the other filters leave nothing of stays, with 0.
 * Documents of a product stand together, so remembering the last product counted is enough.
 */
function countValues({ facets }: Assortment, matched: readonly Matched[], unfiltered: boolean): CountedValue[] {
  const counts = new Int32Array(facets.length);
  const seen = new Uint8Array(facets.length);
  const last = new Int32Array(facets.length).fill(-1);
  for (const { document, fails } of matched) {
    for (const facet of document.facets) {
      seen[facet] = 1;
      if (last[facet] === document.product) continue;
      const passes = unfiltered || fails.length === 0 || (fails.length === 1 && fails[0] === facets[facet]?.code);
      if (!passes) continue;
      last[facet] = document.product;
      counts[facet] = (counts[facet] ?? 0) + 1;
    }
  }
  return facets.flatMap((facet, place) => (seen[place] ? { ...facet, count: counts[place] ?? 0 } : []));
}

function countCategories({ products }: Assortment, ranked: readonly Matched[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { document } of ranked) {
    const id = products[document.product]?.categoryId ?? '';
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}

function rangesOf(matched: readonly Matched[]): SearchRow['ranges'] {
  return Object.fromEntries(
    rangedMeasures.map((name) => {
      let [min, max]: [number | null, number | null] = [null, null];
      for (const { document } of matched) {
        const figure = document.measures[name];
        if (figure === null) continue;
        if (min === null || figure < min) min = figure;
        if (max === null || figure > max) max = figure;
      }
      return [name, [min, max]];
    }),
  );
}

/** Documents by the set of words they answer to, over the whole assortment: a filter is no reason to drop a word. */
function countMasks(answers: readonly WordAnswer[]): Record<string, number> {
  const masks = new Map<number, number>();
  answers.forEach(({ places }, bit) => {
    for (const place of places) masks.set(place, (masks.get(place) ?? 0) | (1 << bit));
  });
  const counts: Record<string, number> = {};
  for (const mask of masks.values()) counts[mask] = (counts[mask] ?? 0) + 1;
  return counts;
}

/** For an empty list: what each filter alone takes away. `everywhere`: what answers in any category, where one is chosen. */
function relaxationsOf(
  matched: readonly Matched[],
  everywhere: readonly Matched[] | undefined,
): SearchRow['relaxations'] {
  const byFilter = new Map<string, Set<number>>();
  for (const { document, fails } of matched) {
    const [filter] = fails;
    if (filter === undefined || fails.length > 1) continue;
    byFilter.set(filter, (byFilter.get(filter) ?? new Set()).add(document.product));
  }
  const relaxed = [...byFilter]
    .map(([filter, products]) => ({ filter, total: products.size }))
    .sort((a, b) => b.total - a.total || (a.filter < b.filter ? -1 : 1));
  const outside = new Set(
    (everywhere ?? []).filter(({ fails }) => fails.length === 0).map(({ document }) => document.product),
  );
  return outside.size > 0 ? [...relaxed, { filter: 'category', total: outside.size }] : relaxed;
}
