import { expect, test } from 'vitest';
import {
  countFilters,
  readListState,
  removeFilter,
  toggleValue,
  toSearchQuery,
  withMore,
  withoutFilters,
  writeListState,
} from './filterState.ts';

const read = (query: string) => readListState(new URLSearchParams(query));

test('what an address says is written back as the same address', () => {
  const address =
    'q=sofa&f.colour=green&f.colour=blue&f.seats=3&max.price=4000&min.widthCm=180&max.widthCm=220&at=KRAKOW&reduced=1&sort=price_asc&show=48';
  const state = read(address);
  expect(readListState(writeListState(state))).toEqual(state);
  expect(new Set(writeListState(state))).toEqual(new Set(new URLSearchParams(address)));
});

test('parameters of others and nonsense narrow nothing', () => {
  const state = read(
    'utm_source=x&gclid=1&f.=green&f.a b=1&min.widthCm=wide&max.widthCm=-5&at=%3Cscript%3E&sort=cheap&show=7&f.__proto__=x',
  );
  expect(countFilters(state)).toBe(0);
  expect(state).toMatchObject({ sort: 'relevance', show: 24, availableAt: undefined });
  expect(String(writeListState(state))).toBe('');
});

test('a form without scripts, with its empty fields, asks for the same list', () => {
  const state = read('q=sofa&f.colour=green&min.price=&max.price=4000&min.widthCm=&max.widthCm=');
  expect(state.ranges).toEqual({ price: { max: 4000 } });
  expect(toSearchQuery(state, { category: 'sofas', near: '50.05,19.94' })).toEqual({
    query: 'sofa',
    category: 'sofas',
    near: '50.05,19.94',
    filter: ['colour:green'],
    price: '-4000',
    limit: 24,
  });
});

test('a filter goes on and off by itself, and another choice begins at the first page', () => {
  const state = read('f.colour=green&show=72&cursor=abc');
  const both = toggleValue(state, 'colour', 'blue');
  expect(both).toMatchObject({ values: { colour: ['green', 'blue'] }, show: 24, cursor: undefined });
  expect(toggleValue(toggleValue(both, 'colour', 'blue'), 'colour', 'green').values).toEqual({});
});

test('what the API names as the filter to drop is dropped, be it a value or a measure', () => {
  const state = read('f.assembly=full&min.widthCm=100&q=sofa');
  expect(removeFilter(state, 'assembly').values).toEqual({});
  expect(removeFilter(state, 'widthCm').ranges).toEqual({});
  expect(withoutFilters(state)).toMatchObject({ query: 'sofa', values: {}, ranges: {} });
});

test('more of a list is a longer page four times, then the next part', () => {
  let state = read('');
  const shown: number[] = [];
  for (;;) {
    const more = withMore(state, 'next');
    if (!more || more.cursor) {
      expect(more).toMatchObject({ cursor: 'next', show: 24 });
      break;
    }
    state = more;
    shown.push(state.show);
  }
  expect(shown).toEqual([48, 72, 96]);
  expect(withMore(state, null)).toBeUndefined();
});

test('an address cannot ask for more than the API takes', () => {
  const many = Array.from({ length: 500 }, (_, n) => `f.c${n % 40}=v${n}`).join('&');
  const query = toSearchQuery(read(`${many}&show=100000&q=${'x'.repeat(900)}`), {});
  expect(query.filter?.length).toBeLessThanOrEqual(60);
  expect(query.limit).toBeLessThanOrEqual(96);
  expect(query.query?.length).toBeLessThanOrEqual(300);
});
