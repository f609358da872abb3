import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { decodeCursor, type KeyPart, toPage } from '../../../kernel/page.ts';
import type { LocalizedText } from '../../../kernel/schemas.ts';
import { countMasks, countValues, measureRanges, relaxations } from './countSearch.ts';
import { filterGroups } from './filterGroups.ts';
import type { PlannedWord, QueryPlan } from './planQuery.ts';
import type { RangedMeasure, SearchInput, SearchSort } from './searchInput.ts';

export interface Hit {
  productId: string;
  /** The variant that answers best. */
  variantId: string;
  /** Comparable within one answer only. */
  score: number;
}

export interface CountedValue {
  code: string;
  value: string;
  count: number;
  label: LocalizedText | null;
  hex: string | null;
  name: LocalizedText | null;
  unit: string | null;
  position: number | null;
}

export interface CategoryNode {
  id: string;
  code: string;
  parentId: string | null;
  name: LocalizedText;
  slug: LocalizedText;
}

export interface SearchRow {
  hits: Hit[];
  total: number;
  nextCursor: string | null;
  exact: boolean;
  categoryId: string | null;
  values: CountedValue[];
  /** Products by category, of what passes all filters. */
  categories: Record<string, number>;
  tree: CategoryNode[];
  ranges: Partial<Record<RangedMeasure, [number | null, number | null]>>;
  /** Only when nothing at all was found: documents by the set of words they answer to. */
  masks: Record<string, number> | null;
  relaxations: { filter: string; total: number }[];
}

type Sql = RawBuilder<unknown>;

/**
 * What a word is worth to a document: 10 where it names the thing or its variant, 4 among its attributes, 3 when only
 * the parts of a phrase or code are there, 1 in the description; and 6 more in the category of that name, so that a
 * "sofa cushion" stands behind the sofas.
 */
const worth = (
  word: PlannedWord,
): Sql => sql`(case when d.named @@ ${word.name}::tsquery then 10 when d.named @@ ${word.attribute}::tsquery then 4
  ${word.parts ? sql`when d.named @@ ${word.parts}::tsquery then 3` : sql``} else 1 end + case when d.named @@ ${word.category}::tsquery then 6 else 0 end)`;

const inTitle = (word: PlannedWord): Sql => sql`(d.named @@ ${word.title}::tsquery)::int`;

const sum = (terms: readonly Sql[]): Sql => (terms.length === 0 ? sql`0` : sql`(${sql.join(terms, sql` + `)})`);

const ORDER: Readonly<Record<SearchSort, Sql>> = {
  relevance: sql`-score, -title_hits, product_position, product_id`,
  newest: sql`product_id desc`,
  given: sql`place, product_id`,
};

const keyParts: Readonly<Record<SearchSort, readonly KeyPart[]>> = {
  relevance: ['integer', 'integer', 'integer', 'id'],
  newest: ['id'],
  given: ['integer', 'id'],
};

/** The sort key a page begins after. @throws AppError invalid_cursor */
export const afterKey = (sort: SearchSort, cursor: string | undefined) => decodeCursor(cursor, keyParts[sort]);

export const pageLimit = ({ limit = 24 }: SearchInput) => Math.min(Math.max(limit, 1), 500);

function afterCursor(sort: SearchSort, cursor: string | undefined): Sql {
  const key = afterKey(sort, cursor);
  if (!key) return sql`true`;
  const id = key.at(-1);
  const figures = key.slice(0, -1);
  switch (sort) {
    case 'relevance':
      return sql`(-score, -title_hits, product_position, product_id) > (${figures[0]}::bigint, ${figures[1]}::bigint, ${figures[2]}::bigint, ${id}::uuid)`;
    case 'newest':
      return sql`product_id < ${id}::uuid`;
    case 'given':
      return sql`(place, product_id) > (${figures[0]}::bigint, ${id}::uuid)`;
  }
}

interface PageRow extends Hit {
  key: (string | number)[];
}

/** The documents in question (alias `d`), before filters: by code where the query is one, else by all words. */
function candidates(words: readonly PlannedWord[], code: QueryPlan | undefined): { exact: Sql; source: Sql } {
  const all = words.map((word) => word.any).join(' & ');
  const byWords = all === '' ? sql`true` : sql`d.terms @@ ${all}::tsquery`;
  if (!code?.skuKey && !code?.gtin14) {
    return {
      exact: sql`select null::uuid as variant_id where false`,
      source: sql`select d.* from catalogue.search_document d where ${byWords}`,
    };
  }
  const matches = [
    ...(code.skuKey ? [sql`v.sku_compact = ${code.skuKey}`] : []),
    ...(code.gtin14 ? [sql`(v.gtin is not null and lpad(v.gtin, 14, '0') = ${code.gtin14})`] : []),
  ];
  return {
    exact: sql`select v.id as variant_id from catalogue.variant v join catalogue.search_document d on d.variant_id = v.id
      where ${sql.join(matches, sql` or `)}`,
    source: sql`select d.* from exact e join catalogue.search_document d on d.variant_id = e.variant_id
      union all select d.* from catalogue.search_document d where ${byWords} and not exists (select 1 from exact)`,
  };
}

/** One search as one statement: the page, the total, and, where asked or needed, counts for filters and what could be given up. */
export async function runSearch(
  ctx: Pick<Ctx, 'db'>,
  input: SearchInput,
  words: readonly PlannedWord[],
  code?: QueryPlan,
): Promise<SearchRow> {
  const filters = input.filters ?? {};
  const groups = filterGroups(filters);
  const sort = input.sort ?? 'relevance';
  const limit = pageLimit(input);
  const { exact, source } = candidates(words, code);
  const given = filters.variantIds ? [...new Set(filters.variantIds)].filter(isUuid) : undefined;
  const inCategory = input.categorySlug === undefined ? sql`true` : sql`d.category_id in (select id from branch)`;
  const fails = sql`array_remove(array[${sql.join([sql`null`, ...groups.map((group) => sql`case when not (${group.passes}) then ${group.name}::text end`)])}]::text[], null)`;
  const wanted = input.facets === true;

  const { rows } = await sql<Omit<SearchRow, 'hits' | 'nextCursor'> & { page: PageRow[] | null }>`
    with recursive branch as (
      select c.id, 0 as depth from catalogue.category c
      where c.id = (select s.target_id from catalogue.slug s where s.kind = 'category' and s.slug = ${(input.categorySlug ?? '').replaceAll('\u0000', '')}
        order by s.language <> ${input.language}, not s.is_current, s.language limit 1)
      union select c.id, b.depth + 1 from branch b join catalogue.category c on c.parent_id = b.id
    ),
    exact as materialized (${exact}),
    given as materialized (select variant_id, place from unnest(${given ?? []}::uuid[]) with ordinality as g(variant_id, place)),
    matched as materialized (
      select d.variant_id, d.product_id, d.category_id, d.product_position, d.variant_position,
        ${wanted ? sql`d.facets, d.width_cm, d.depth_cm, d.height_cm,` : sql``}
        ${given ? sql`g.place` : sql`0::bigint as place`},
        ${sum(words.map(worth))} as score, ${sum(words.map(inTitle))} as title_hits, ${groups.length > 0 ? fails : sql`'{}'::text[]`} as fails
      from (${source}) d ${given ? sql`join given g on g.variant_id = d.variant_id` : sql``}
      where ${inCategory}
    ),
    ranked as (
      select distinct on (product_id) product_id, variant_id, category_id, score, title_hits, product_position, place
      from matched where fails = '{}'
      order by product_id, ${sort === 'given' ? sql`place,` : sql``} score desc, title_hits desc, variant_position, variant_id
    ),
    page as (select * from ranked where ${afterCursor(sort, input.cursor)} order by ${ORDER[sort]} limit ${limit + 1})
    select
      (select jsonb_agg(jsonb_build_object('productId', product_id, 'variantId', variant_id, 'score', score, 'key', ${
        sort === 'relevance'
          ? sql`jsonb_build_array(-score, -title_hits, product_position, product_id)`
          : sort === 'given'
            ? sql`jsonb_build_array(place, product_id)`
            : sql`jsonb_build_array(product_id)`
      }) order by ${ORDER[sort]}) from page) as page,
      (select count(*) from ranked) as total,
      exists (select 1 from exact) as exact,
      (select id from branch where depth = 0) as "categoryId",
      ${wanted ? countValues(groups) : sql`'[]'::jsonb`} as values,
      ${wanted ? sql`(select coalesce(jsonb_object_agg(category_id, n), '{}') from (select category_id, count(*) as n from ranked group by 1) c)` : sql`'{}'::jsonb`} as categories,
      ${wanted ? sql`(select coalesce(jsonb_agg(jsonb_build_object('id', id, 'code', code, 'parentId', parent_id, 'name', name, 'slug', slug) order by position, code), '[]') from catalogue.category where archived_at is null)` : sql`'[]'::jsonb`} as tree,
      ${wanted ? measureRanges() : sql`'{}'::jsonb`} as ranges,
      ${words.length > 0 ? countMasks(words) : sql`null::jsonb`} as masks,
      ${relaxations(input, groups, source, given)} as relaxations`.execute(ctx.db);
  const row = rows[0];
  if (!row) throw new Error('a search is one row');
  const page = toPage(row.page ?? [], limit, (hit) => hit.key);
  return {
    ...row,
    hits: page.items.map(({ productId, variantId, score }) => ({ productId, variantId, score })),
    nextCursor: page.nextCursor,
  };
}
