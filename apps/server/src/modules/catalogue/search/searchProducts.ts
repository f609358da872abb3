import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { detectNonProduct, type NonProductMatch } from '../text/index.ts';
import { chooseWords } from './chooseWords.ts';
import { type Facet, facetsOf } from './facets.ts';
import { mendQuery } from './mendQuery.ts';
import { longestQuery, planQuery, type QueryPlan } from './planQuery.ts';
import { type Hit, runSearch, type SearchRow } from './runSearch.ts';
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

/**
 * Finds products by words in any of the three languages mixed, an SKU, a GTIN or a measure; or lists them where there
 * is no query. Each word must be answered; where that finds nothing the rarest word is dropped and named. At most
 * three statements, one for a query of known words.
 *
 * @throws AppError not_found for an unknown category; invalid_cursor
 */
export async function searchProducts(ctx: Pick<Ctx, 'db'>, input: SearchInput): Promise<SearchAnswer> {
  if (input.sort === 'given' && !input.filters?.variantIds)
    throw new AppError('invalid_request', { detail: 'The order "given" needs variantIds.' });
  const query = input.query?.slice(0, longestQuery).trim() ?? '';
  if (query === '') return answer(input, await search(ctx, input, []), {});
  const intent = detectNonProduct(query);
  const plan = planQuery(query);
  const correctedQuery = intent?.exclusive ? undefined : await mendQuery(ctx, query, plan);
  const asked =
    correctedQuery === undefined ? plan : { ...planQuery(correctedQuery), skuKey: plan.skuKey, gtin14: plan.gtin14 };
  const found = await search(ctx, input, asked.words, asked);
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
    ctx,
    input,
    asked.words.filter((_, place) => kept.includes(place)),
  );
  return answer(input, rest, { ...said, droppedWords });
}

async function search(
  ctx: Pick<Ctx, 'db'>,
  input: SearchInput,
  words: QueryPlan['words'],
  code?: QueryPlan,
): Promise<SearchRow> {
  const row = await runSearch(ctx, input, words, code);
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
