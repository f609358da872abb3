import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Shelf } from '../../../kernel/memory.ts';
import { detectNonProduct, type NonProductMatch } from '../text/index.ts';
import { everyCatalogueChange, recallAssortment } from './assortment.ts';
import { chooseWords } from './chooseWords.ts';
import { type Facet, facetsOf } from './facets.ts';
import { type CheckedWord, checkWords, mendQuery } from './mendQuery.ts';
import { longestQuery, planQuery, type QueryPlan } from './planQuery.ts';
import { recallWords } from './recallWords.ts';
import { type Hit, runSearch, type SearchRow } from './runSearch.ts';
import { searchAssortment } from './searchAssortment.ts';
import type { SearchInput } from './searchInput.ts';

export interface SearchAnswer {
  /** One hit a product, with the variant that fits best. */
  hits: Hit[];
  /** Products found in all. */
  total: number;
  nextCursor: string | null;
  facets: Facet[];
  /** What was searched for instead, when a typo was mended. */
  correctedQuery: string | null;
  /** Words nothing was found with: the hits answer to the others. All of them dropped: the hits are the whole assortment. */
  droppedWords: string[];
  /** The query asks for a service page; `exclusive`: and for nothing else. */
  intent: NonProductMatch | null;
  /** The query is an SKU or GTIN. */
  exact: boolean;
  /** Where filters left nothing: how many products each would give back if it alone were removed. */
  relaxations: { filter: string; total: number }[];
}

type Searching = Pick<Ctx, 'db' | 'clock' | 'memory'>;

/** Who answers the questions of a search: the database, or what is remembered of it. */
interface Source {
  run(words: QueryPlan['words'], code?: QueryPlan): Promise<SearchRow>;
  check(words: QueryPlan['toCheck']): Promise<readonly CheckedWord[]>;
}

/**
 * Finds products by words in any of the three languages mixed, an SKU, a GTIN or a measure; or lists them where there
 * is no query. Each word must be answered; where that finds nothing the rarest word is dropped and named. At most
 * three statements, one for a query of known words.
 *
 * @throws AppError not_found for an unknown category; invalid_cursor
 */
export function searchProducts(ctx: Pick<Ctx, 'db'>, input: SearchInput): Promise<SearchAnswer> {
  return searchBy(input, {
    run: (words, code) => runSearch(ctx, input, words, code),
    check: (words) => checkWords(ctx, words),
  });
}

/** Lists and facets in three languages: some 50 KB each. */
const answers: Shelf<SearchAnswer> = {
  name: 'catalogue.searches',
  follows: ['catalogue'],
  forgottenBy: everyCatalogueChange,
  most: 500,
  mostMs: 5_000,
};

const checkedWords: Shelf<CheckedWord> = {
  name: 'catalogue.checked-words',
  follows: ['catalogue'],
  forgottenBy: everyCatalogueChange,
  most: 5_000,
  mostMs: 60_000,
};

/**
 * The same for showing: goods saved on another server may be missing for seconds. What was asked before is remembered;
 * what is new is put together from the words and goods that are.
 *
 * @throws AppError not_found for an unknown category; invalid_cursor
 */
export async function recallSearch(ctx: Searching, input: SearchInput): Promise<SearchAnswer> {
  // Asked for by another module about goods that change with the stock.
  if (input.filters?.variantIds || ctx.db.isTransaction || !ctx.memory.isAwake()) return searchProducts(ctx, input);
  return ctx.memory.recallOne(ctx, answers, keyOf(input), async () => {
    const assortment = await recallAssortment(ctx);
    if (!assortment) return searchProducts(ctx, input);
    const { sort } = input;
    const known = { ...input, sort: sort === 'newest' ? sort : ('relevance' as const) };
    return searchBy(input, {
      run: async (words, code) => searchAssortment(assortment, known, await recallWords(ctx, assortment, words), code),
      check: (words) => recallChecks(ctx, words),
    });
  });
}

function keyOf({ query, language, categorySlug, filters = {}, sort, limit, cursor, facets }: SearchInput): string {
  const { options = {}, attributes = {}, measures = {} } = filters;
  return JSON.stringify([
    query?.trim(),
    language,
    categorySlug,
    [options, attributes, measures].map((one) => Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))),
    sort,
    limit,
    cursor,
    facets,
  ]);
}

async function recallChecks(ctx: Searching, words: QueryPlan['toCheck']): Promise<readonly CheckedWord[]> {
  const byKey = new Map(words.map((word) => [`${word.word} ${word.query}`, word]));
  const found = await ctx.memory.recall(ctx, checkedWords, [...byKey.keys()], async (missing) => {
    const asked = missing.flatMap((key) => byKey.get(key) ?? []);
    const checked = new Map((await checkWords(ctx, asked)).map((one) => [one.word, one]));
    return new Map(
      missing.flatMap((key): [string, CheckedWord][] => {
        const one = checked.get(byKey.get(key)?.word ?? '');
        return one ? [[key, one]] : [];
      }),
    );
  });
  return [...found.values()];
}

async function searchBy(input: SearchInput, source: Source): Promise<SearchAnswer> {
  if (input.sort === 'given' && !input.filters?.variantIds)
    throw new AppError('invalid_request', { detail: 'The order "given" needs variantIds.' });
  const query = input.query?.slice(0, longestQuery).trim() ?? '';
  if (query === '') return answer(input, await search(input, source, []), {});
  const intent = detectNonProduct(query);
  const plan = planQuery(query);
  const correctedQuery = intent?.exclusive ? undefined : await mendQuery(query, plan, source.check);
  const asked =
    correctedQuery === undefined ? plan : { ...planQuery(correctedQuery), skuKey: plan.skuKey, gtin14: plan.gtin14 };
  const found = await search(input, source, asked.words, asked);
  const said = { correctedQuery: correctedQuery ?? null, intent };
  if (asked.words.length === 0 && !found.exact) return answer(input, found, { ...said, droppedWords: [query] });
  if (found.total > 0 || found.exact || intent?.exclusive) return answer(input, found, said);

  const kept = chooseWords(
    new Map(Object.entries(found.masks ?? {}).map(([mask, count]) => [Number(mask), count])),
    asked.words.length,
  );
  // Documents answer to all words: filters emptied the list, not the query.
  if (kept.length === asked.words.length) return answer(input, found, said);
  const droppedWords = asked.words.filter((_, place) => !kept.includes(place)).map((word) => word.surface);
  const rest = await search(
    input,
    source,
    asked.words.filter((_, place) => kept.includes(place)),
  );
  return answer(input, rest, { ...said, droppedWords });
}

async function search(
  input: SearchInput,
  source: Source,
  words: QueryPlan['words'],
  code?: QueryPlan,
): Promise<SearchRow> {
  const row = await source.run(words, code);
  if (input.categorySlug !== undefined && !row.categoryId)
    throw new AppError('not_found', { detail: 'There is no such category.' });
  return row;
}

function answer(input: SearchInput, row: SearchRow, said: Partial<SearchAnswer>): SearchAnswer {
  return {
    hits: row.hits,
    total: row.total,
    nextCursor: row.nextCursor,
    facets: input.facets ? facetsOf(input, row) : [],
    correctedQuery: null,
    droppedWords: [],
    intent: null,
    exact: row.exact,
    relaxations: row.relaxations,
    ...said,
  };
}
