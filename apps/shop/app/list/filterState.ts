/**
 * What a list is narrowed by, as its address holds it: nothing else does, so Back, a reload and a link sent to a friend
 * show the same list. Names begin with what they are (`f.colour=green`, `min.widthCm=100`), so that parameters of
 * others (`utm_source`) are never taken for a filter. A plain GET form without scripts writes the same address.
 */
export interface ListState {
  /** Words, for the search. */
  query: string;
  /** Facet code → chosen values. */
  values: Record<string, string[]>;
  /** Measure (`widthCm`) or `price` → bounds in whole units. */
  ranges: Record<string, { min?: number; max?: number }>;
  /** Code of the store that must have it now. */
  availableAt: string | undefined;
  reduced: boolean;
  sort: Sort;
  /** Products shown, from the first one or from the cursor. */
  show: number;
  cursor: string | undefined;
}

export const sorts = ['relevance', 'newest', 'price_asc', 'price_desc'] as const;
export type Sort = (typeof sorts)[number];

export const pageSize = 24;
const mostShown = 96;
const mostFacets = 20;
const mostValues = 30;

const codePattern = /^[A-Za-z][\w-]{0,59}$/;

/** Reads an address; what makes no sense is left out, never an error. Pure. */
export function readListState(search: URLSearchParams): ListState {
  const values: ListState['values'] = {};
  const ranges: ListState['ranges'] = {};
  for (const [name, value] of search) {
    const [kind, code = ''] = split(name);
    if (!codePattern.test(code)) continue;
    if (kind === 'f' && value && value.length <= 80) {
      const known = values[code];
      if (known === undefined && Object.keys(values).length >= mostFacets) continue;
      if (!known?.includes(value) && (known?.length ?? 0) < mostValues) values[code] = [...(known ?? []), value];
    }
    if ((kind === 'min' || kind === 'max') && /^\d{1,6}$/.test(value)) {
      ranges[code] = { ...ranges[code], [kind]: Number(value) };
    }
  }
  const at = search.get('at') ?? '';
  const show = Number(search.get('show') ?? pageSize);
  return {
    query: (search.get('q') ?? '').trim().slice(0, 300),
    values,
    ranges,
    availableAt: /^[A-Z0-9-]{1,24}$/.test(at) ? at : undefined,
    reduced: search.get('reduced') === '1',
    sort: sorts.find((sort) => sort === search.get('sort')) ?? 'relevance',
    show: Number.isInteger(show) && show >= pageSize ? Math.min(show, mostShown) : pageSize,
    cursor: search.get('cursor')?.slice(0, 400) || undefined,
  };
}

function split(name: string): [string, string | undefined] {
  const at = name.indexOf('.');
  return at < 0 ? [name, undefined] : [name.slice(0, at), name.slice(at + 1)];
}

/** The address's query, in one order, without what is usual. Reads back as the same state. Pure. */
export function writeListState(state: ListState): URLSearchParams {
  const search = new URLSearchParams();
  if (state.query) search.set('q', state.query);
  for (const code of Object.keys(state.values).sort())
    for (const value of state.values[code] ?? []) search.append(`f.${code}`, value);
  for (const code of Object.keys(state.ranges).sort()) {
    const { min, max } = state.ranges[code] ?? {};
    if (min !== undefined) search.set(`min.${code}`, String(min));
    if (max !== undefined) search.set(`max.${code}`, String(max));
  }
  if (state.availableAt) search.set('at', state.availableAt);
  if (state.reduced) search.set('reduced', '1');
  if (state.sort !== 'relevance') search.set('sort', state.sort);
  if (state.show !== pageSize) search.set('show', String(state.show));
  if (state.cursor) search.set('cursor', state.cursor);
  return search;
}

/** Another choice begins at the first page again. */
const anew = (state: ListState): ListState => ({ ...state, show: pageSize, cursor: undefined });

export function toggleValue(state: ListState, code: string, value: string): ListState {
  const known = state.values[code] ?? [];
  const next = known.includes(value) ? known.filter((one) => one !== value) : [...known, value];
  const { [code]: _, ...others } = state.values;
  return anew({ ...state, values: next.length > 0 ? { ...others, [code]: next } : others });
}

export function removeRange(state: ListState, code: string): ListState {
  const { [code]: _, ...ranges } = state.ranges;
  return anew({ ...state, ranges });
}

/** Without what the API calls by this name, as it stands in `relaxations`. */
export function removeFilter(state: ListState, filter: string): ListState {
  const { [filter]: _, ...values } = state.values;
  return anew(removeRange({ ...state, values }, filter));
}

export const withAvailableAt = (state: ListState, code: string | undefined): ListState =>
  anew({ ...state, availableAt: code });

export const withReduced = (state: ListState, reduced: boolean): ListState => anew({ ...state, reduced });

/** The words and the order stay. */
export const withoutFilters = (state: ListState): ListState =>
  anew({ ...state, values: {}, ranges: {}, availableAt: undefined, reduced: false });

export function countFilters(state: ListState): number {
  return (
    Object.values(state.values).reduce((sum, values) => sum + values.length, 0) +
    Object.keys(state.ranges).length +
    Number(state.availableAt !== undefined) +
    Number(state.reduced)
  );
}

/** More of the same list: longer while that is one page's work, then the next part. undefined: this is all. */
export function withMore(state: ListState, nextCursor: string | null): ListState | undefined {
  if (nextCursor === null) return undefined;
  if (state.show + pageSize <= mostShown) return { ...state, show: state.show + pageSize };
  return { ...state, show: pageSize, cursor: nextCursor };
}

export interface SearchQuery {
  query?: string;
  category?: string;
  near?: string;
  availableAt?: string;
  reduced?: boolean;
  price?: string;
  filter?: string[];
  range?: string[];
  sort?: Sort;
  limit: number;
  cursor?: string;
}

/** The state as the API asks for it. Pure. */
export function toSearchQuery(
  state: ListState,
  where: { category?: string | undefined; near?: string | undefined },
): SearchQuery {
  const bounds = ({ min, max }: { min?: number; max?: number }) => `${min ?? ''}-${max ?? ''}`;
  const { price, ...measures } = state.ranges;
  const filter = Object.entries(state.values).flatMap(([code, values]) => values.map((value) => `${code}:${value}`));
  // The API knows three measures; more in an address are nobody's.
  const range = Object.entries(measures)
    .map(([code, range]) => `${code}:${bounds(range)}`)
    .slice(0, 6);
  return {
    limit: state.show,
    ...(state.query ? { query: state.query } : {}),
    ...(where.category ? { category: where.category } : {}),
    ...(where.near ? { near: where.near } : {}),
    ...(state.availableAt ? { availableAt: state.availableAt } : {}),
    ...(state.reduced ? { reduced: true } : {}),
    ...(price ? { price: bounds(price) } : {}),
    ...(filter.length > 0 ? { filter: filter.slice(0, 60) } : {}),
    ...(range.length > 0 ? { range } : {}),
    ...(state.sort !== 'relevance' ? { sort: state.sort } : {}),
    ...(state.cursor ? { cursor: state.cursor } : {}),
  };
}
