import { type RawBuilder, sql } from 'kysely';
import { type RangedMeasure, rangedMeasures, type SearchFilters } from './searchInput.ts';

type Sql = RawBuilder<unknown>;

/** The columns of measures shoppers filter by. */
export const measureColumns: Readonly<Record<RangedMeasure, Sql>> = {
  widthCm: sql`width_cm`,
  depthCm: sql`depth_cm`,
  heightCm: sql`height_cm`,
};

/** One filter: its code, and the condition on a document (alias `d`) to pass it. */
export interface FilterGroup {
  name: string;
  passes: Sql;
}

/** PostgreSQL takes no NUL in a text; nothing indexed has one. */
export const withoutNul = (text: string) => text.replaceAll('\u0000', '\ufffd');

export function filterGroups(filters: SearchFilters): FilterGroup[] {
  const groups: FilterGroup[] = [];
  for (const [code, values] of Object.entries({ ...filters.attributes, ...filters.options })) {
    if (values.length === 0) continue;
    const facets = values.map((value) => withoutNul(`${code}=${value}`));
    groups.push({ name: withoutNul(code), passes: sql`d.facets && ${facets}::text[]` });
  }
  for (const code of rangedMeasures) {
    const { min, max } = filters.measures?.[code] ?? {};
    const figure = sql`d.${measureColumns[code]}`;
    const bounds = [
      ...(min === undefined ? [] : [sql`${figure} >= ${min}`]),
      ...(max === undefined ? [] : [sql`${figure} <= ${max}`]),
    ];
    if (bounds.length > 0) groups.push({ name: code, passes: sql`coalesce(${and(bounds)}, false)` });
  }
  return groups;
}

export const and = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
