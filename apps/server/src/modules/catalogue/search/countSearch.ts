import { type RawBuilder, sql } from 'kysely';
import { and, type FilterGroup, measureColumns } from './filterGroups.ts';
import type { PlannedWord } from './planQuery.ts';
import { rangedMeasures, type SearchInput } from './searchInput.ts';

/** Parts of the search statement that count; they read its tables `matched`, `ranked`, `given` and `branch`. */
type Sql = RawBuilder<unknown>;

/**
 * Counts per value, each as if its own filter were not set (values of one filter are alternatives). A value that the
 * other filters leave nothing of stays, with 0.
 */
export function countValues(groups: readonly FilterGroup[]): Sql {
  const passes = groups.length === 0 ? sql`true` : sql`m.fails = '{}' or m.fails <@ array[split_part(f.facet, '=', 1)]`;
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('code', n.code, 'value', n.value, 'count', n.products, 'label', l.label, 'hex', l.hex,
      'name', h.label, 'unit', l.unit, 'position', h.position)), '[]')
    from (
      select split_part(p.facet, '=', 1) as code, substr(p.facet, position('=' in p.facet) + 1) as value, count(*) filter (where p.passes) as products
      from (select m.product_id, f.facet, bool_or(${passes}) as passes from matched m cross join lateral unnest(m.facets) as f(facet) group by 1, 2) p
      group by p.facet
    ) n
    left join catalogue.search_facet l on l.code = n.code and l.value = n.value
    left join catalogue.search_facet h on h.code = n.code and h.value = '')`;
}

export function measureRanges(): Sql {
  const ranges = rangedMeasures.map(
    (code) => sql`${sql.lit(code)}, jsonb_build_array(min(${measureColumns[code]}), max(${measureColumns[code]}))`,
  );
  return sql`(select jsonb_build_object(${sql.join(ranges)}) from matched)`;
}

/**
 * Documents by the set of words they answer to, over the whole assortment: a filter is no reason to drop a word. Each
 * word by the index; CASE keeps PostgreSQL from counting when something was found.
 */
export function countMasks(words: readonly PlannedWord[]): Sql {
  const answering = words.map(
    (word, place) =>
      sql`select d.variant_id, ${sql.lit(1 << place)}::int as bit from catalogue.search_document d where d.terms @@ ${word.any}::tsquery`,
  );
  return sql`case when not exists (select 1 from ranked) then (select coalesce(jsonb_object_agg(mask, n), '{}') from (
    select mask, count(*) as n from (select variant_id, bit_or(bit) as mask from (${sql.join(answering, sql` union all `)}) w group by 1) v group by 1) m) end`;
}

/** For an empty list: what each filter alone takes away. */
export function relaxations(
  input: SearchInput,
  groups: readonly FilterGroup[],
  source: Sql,
  given: readonly string[] | undefined,
): Sql {
  const others = and(groups.map((group) => group.passes));
  const without = (filter: string, condition: Sql) => sql`jsonb_build_object('filter', ${filter}::text, 'total',
    (select count(distinct d.product_id) from (${source}) d where ${others} and ${condition}))`;
  const inGiven = given ? sql`d.variant_id in (select variant_id from given)` : sql`true`;
  const inCategory = input.categorySlug === undefined ? sql`true` : sql`d.category_id in (select id from branch)`;
  const outside = [
    ...(input.categorySlug === undefined ? [] : [without('category', inGiven)]),
    ...(given ? [without('variantIds', inCategory)] : []),
  ];
  if (groups.length === 0 && outside.length === 0) return sql`'[]'::jsonb`;
  return sql`case when exists (select 1 from ranked) then '[]'::jsonb else
    (select coalesce(jsonb_agg(jsonb_build_object('filter', fail, 'total', n) order by n desc, fail), '[]') from (
      select fails[1] as fail, count(distinct product_id) as n from matched where cardinality(fails) = 1 group by 1) f)
    || ${outside.length > 0 ? sql`(select coalesce(jsonb_agg(o), '[]') from unnest(array[${sql.join(outside)}]) o where (o->>'total')::int > 0)` : sql`'[]'::jsonb`} end`;
}
