import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { assortment, categories, useCatalogue } from '../catalogue.fixture.ts';
import { importProducts, rebuildSearch, saveCategories, searchProducts } from '../index.ts';
import { followAnalysis } from './rebuildSearch.ts';

const { server } = useCatalogue();
beforeAll(async () => {
  await saveCategories(server().ctx(), categories);
  await importProducts(server().ctx(), assortment);
});

const tables = ['search_document', 'search_facet', 'search_word', 'search_word_use'] as const;
/** The index as it is, in an order of its own. */
async function dump(): Promise<string[]> {
  const all = await Promise.all(
    tables.map((table) =>
      sql<{
        row: string;
      }>`select to_jsonb(t)::text as row from ${sql.table(`catalogue.${table}`)} t order by 1`.execute(
        server().base.db,
      ),
    ),
  );
  return all.flatMap(({ rows }) => rows.map(({ row }) => row));
}

test('the index can be thrown away and comes back as it was', async () => {
  const before = await dump();
  for (const table of tables) await sql`delete from ${sql.table(`catalogue.${table}`)}`.execute(server().base.db);
  expect(await rebuildSearch(server().ctx())).toEqual({ products: assortment.length });
  expect(await dump()).toEqual(before);
});

test('an index made with another text analysis is made anew, once', async () => {
  await sql`update catalogue.search_analysis set version = 'older'`.execute(server().base.db);
  await sql`delete from catalogue.search_document`.execute(server().base.db);
  await followAnalysis.handle(server().ctx(), {});
  const find = async () => (await searchProducts(server().ctx(), { query: 'zielona sofa', language: 'pl' })).total;
  expect(await find()).toBeGreaterThan(0);
  await sql`delete from catalogue.search_document`.execute(server().base.db);
  await followAnalysis.handle(server().ctx(), {});
  expect(await find()).toBe(0);
});
