import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { assortment, categories, product, statementsOf, text, useCatalogue } from '../catalogue.fixture.ts';
import {
  importProducts,
  recallSearch,
  type SearchInput,
  saveAttributes,
  saveCategories,
  saveProduct,
  searchProducts,
} from '../index.ts';

const { server } = useCatalogue();

beforeAll(async () => {
  await saveCategories(server().ctx(), categories);
  await saveAttributes(server().ctx(), [
    { code: 'seats', kind: 'number', label: text('Seats', 'Liczba miejsc', 'Число мест') },
  ]);
  await importProducts(server().ctx(), [
    ...assortment,
    ...Array.from({ length: 30 }, (_, n) =>
      product({
        code: `ROW-${n}`,
        title: text(`Row sofa ${n % 7} ${n}th`, `Sofa Row ${n % 7} ${n}.`, `Диван Row ${n % 7} №${n}`),
        categoryCode: n % 3 === 0 ? 'corner-sofas' : 'straight-sofas',
        position: n % 5,
        attributes: { seats: (n % 4) + 1, legs: n % 2 === 0 ? 'oak' : 'steel' },
        measures: { widthCm: 120 + (n % 9) * 10, heightCm: 80 },
        choices: n % 2 === 0 ? [{ colour: 'green' }, { colour: 'blue' }] : [{ colour: 'grey' }],
      }),
    ),
  ]);
});

const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 1 });
const list = (...values: string[]) => fc.subarray(values, { maxLength: 2 });
const inputs = fc
  .record({
    words: fc.array(
      fc.constantFrom(
        'sofa',
        'zielona',
        'velvet',
        'row',
        'lund',
        'qwertyuiop',
        'gren',
        'диван',
        'łóżko',
        '3',
        'LUND-SOFA',
        '220 cm',
      ),
      { maxLength: 4 },
    ),
    language: fc.constantFrom('pl' as const, 'en' as const, 'ru' as const),
    categorySlug: some('sofy', 'sofas', 'straight-sofas', 'lozka', 'no-such'),
    options: fc.record(
      { colour: list('green', 'grey', 'pink'), fabric: list('velvet', 'linen') },
      { requiredKeys: [] },
    ),
    attributes: fc.record({ seats: list('1', '3'), legs: list('oak', 'none') }, { requiredKeys: [] }),
    widthCm: some({ min: 150 }, { max: 170 }, { min: 130, max: 190 }, { min: 900 }),
    sort: some('relevance' as const, 'newest' as const),
    limit: some(1, 3, 24, 500),
    facets: fc.boolean(),
    pages: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ words, options, attributes, widthCm, pages, ...rest }) => ({
    pages,
    input: {
      ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
      query: words.join(' '),
      filters: { options, attributes, measures: widthCm ? { widthCm } : {} },
    } as SearchInput,
  }));

const both = (input: SearchInput) =>
  Promise.allSettled([searchProducts(server().ctx(), input), recallSearch(server().ctx(), input)]);

test('whatever is asked, page by page: what is remembered answers as the database does', async () => {
  server().base.memory.trust(600_000);
  await fc.assert(
    fc.asyncProperty(inputs, async ({ input, pages }) => {
      let cursor: string | undefined;
      for (let page = 0; page < pages; page += 1) {
        const [fresh, recalled] = await both({ ...input, ...(cursor ? { cursor } : {}) });
        expect(recalled).toEqual(fresh);
        if (fresh.status === 'rejected' || fresh.value.nextCursor === null) return;
        cursor = fresh.value.nextCursor;
      }
    }),
    { numRuns: 300 },
  );
});

describe('what is remembered', () => {
  const ask = (query: string) => recallSearch(server().ctx(), { query, language: 'pl', facets: true });

  test('costs no statement, and a new combination of known words costs none either', async () => {
    server().base.memory.trust(600_000);
    await ask('zielona sofa');
    await ask('lund');
    expect(await statementsOf(() => ask('zielona sofa'))).toBe(0);
    const before = await statementsOf(async () => undefined);
    expect(await statementsOf(() => ask('lund zielona'))).toBe(before);
  });

  test('is forgotten with the first change of any goods, and not asked for in a transaction', async () => {
    server().base.memory.trust(600_000);
    expect((await ask('nowinka')).total).toBe(
      (await searchProducts(server().ctx(), { query: 'nowinka', language: 'pl' })).total,
    );
    const before = (await ask('sofa')).total;
    await saveProduct(
      server().ctx(),
      product({ code: 'NEW-SOFA', title: text('Novelty sofa', 'Sofa Nowinka', 'Диван') }),
    );
    expect((await ask('sofa')).total).toBe(before + 1);
    expect((await ask('nowinka')).hits).toHaveLength(1);
    await server()
      .base.db.transaction()
      .execute(async (db) => {
        expect(await statementsOf(() => recallSearch(server().ctx({ db }), { query: 'sofa', language: 'pl' }))).toBe(1);
      });
  });
});
