import { beforeAll, expect, test } from 'vitest';
import { assortment, categories, statementsOf, useCatalogue } from '../catalogue.fixture.ts';
import { importProducts, saveCategories, suggest } from '../index.ts';

const { server } = useCatalogue();
beforeAll(async () => {
  await saveCategories(server().ctx(), categories);
  await importProducts(server().ctx(), assortment);
});
const ask = (query: string, language: 'pl' | 'en' | 'ru' = 'pl') => suggest(server().ctx(), { query, language });
const titles = async (query: string, language: 'pl' | 'en' | 'ru' = 'pl') =>
  (await ask(query, language)).products.map((product) => product.title[language]);

test("the last word is completed in the reader's language", async () => {
  expect((await ask('ziel')).queries).toEqual(['zielony']);
  expect((await ask('so')).queries[0]).toBe('sofa');
  expect((await ask('диваны п', 'ru')).queries).toContain('диваны прямые');
  expect((await ask('łó')).queries).toEqual(expect.arrayContaining(['łóżko', 'łóżka']));
  expect((await ask('lo')).queries).toEqual(expect.arrayContaining(['łóżko']));
});

test('only queries that find something are suggested', async () => {
  // There are beds (łóżka) and blue things (niebieski), but no blue beds.
  expect((await ask('łóżko nie')).queries).toEqual([]);
  expect((await ask('fotel nie')).queries).toEqual(['fotel niebieski']);
});

test("products that begin so come with their pictures' place, the best first", async () => {
  expect(await titles('lun')).toEqual(['Sofa Lund']);
  expect((await titles('zielona so'))[0]).toBe('Sofa Lund');
  expect(await titles('aksamitn')).toContain('Fotel Ava');
  expect((await ask('lund')).products[0]).toMatchObject({ slug: { pl: 'sofa-lund' }, pictureUrl: null });
});

test('categories with something in them are suggested by any of their words', async () => {
  expect((await ask('prost')).categories.map((category) => category.code)).toEqual(['straight-sofas']);
  expect((await ask('sof')).categories.map((category) => category.code)).toEqual(['sofas', 'straight-sofas']);
});

test('a typo is completed as what was meant', async () => {
  expect((await ask('podusxka')).queries).toEqual(['poduszka']);
  expect((await titles('podusxka'))[0]).toBe('Poduszka Moss');
});

test('an SKU suggests its product, a question about service its page', async () => {
  expect(await titles('LUND-SOFA-GREEN')).toEqual(['Sofa Lund']);
  expect((await ask('zwrot')).intent).toMatchObject({ intent: 'returns' });
});

test('hostile and empty input is only text', async () => {
  for (const query of ['', '   ', "'", '%', '_', '\\', '\u0000', 'sofa & |', 'a'.repeat(5000)])
    await expect(ask(query)).resolves.toHaveProperty('products');
});

test('suggestions take three statements at most', async () => {
  for (const query of ['so', 'zielona so', 'podusxka', '90x2']) {
    expect(await statementsOf(() => ask(query)), query).toBeLessThanOrEqual(3);
  }
});
