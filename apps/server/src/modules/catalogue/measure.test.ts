import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { products } from '../../../../../demo/velora/products.ts';
import { categories as demoCategories } from '../../../../../demo/velora/categories.ts';
import { attributeDefinitions } from '../../../../../demo/velora/attributes.ts';
import { useCatalogue } from './catalogue.fixture.ts';
import { getVariants, importProducts, type ProductInput, saveAttributes, saveCategories, searchProducts, suggest, listCategories, getProduct, saveProduct } from './index.ts';
import { checkProduct } from './writeProducts.ts';
import { writeFileSync } from 'node:fs';

const { server } = useCatalogue();
const svg = (name: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600"><title>${name}</title>${'<path d="M0 0L100 100C20 20 40 40 60 60" fill="#123456"/>'.repeat(60)}</svg>`;
const alt = { en: 'a', pl: 'a', ru: 'a' };
const inputs: ProductInput[] = products.map((p) => ({
  code: p.code, title: { ...p.title }, description: { ...p.description }, slug: { ...p.slug }, categoryCode: p.category, brand: 'Velora',
  attributes: { ...p.attributes } as never, measures: { ...p.measures, largestBox: { ...p.measures.largestBox } } as never,
  options: p.options.map((o) => ({ code: o.axis, label: { ...o.label }, values: o.values.map((v) => ({ code: v.code, label: { ...v.label }, ...(v.hex ? { hex: v.hex } : {}) })) })),
  taxClass: p.taxClass, care: { ...p.care }, warnings: p.warnings.map((w) => ({ ...w })),
  pictures: [{ kind: 'dimensions' as const, contentType: 'image/svg+xml' as const, content: svg(p.code), alt }],
  variants: p.variants.map((v) => ({ sku: v.sku, gtin: v.gtin, options: { ...v.options } as Record<string, string>, measures: { ...v.measures, largestBox: { ...v.measures.largestBox } } as never,
    pictures: [{ kind: 'picture' as const, contentType: 'image/svg+xml' as const, content: svg(v.sku), alt }] })),
}));
const p50 = (xs: number[]) => xs.toSorted((a, b) => a - b)[Math.floor(xs.length / 2)]!;
const p95 = (xs: number[]) => xs.toSorted((a, b) => a - b)[Math.floor(xs.length * 0.95)]!;
const out: string[] = [];
const say = (...x: unknown[]) => { out.push(x.join(' ')); writeFileSync('/tmp/measure.txt', out.join('\n')); };

async function time(label: string, act: () => Promise<unknown>, rounds = 60) {
  for (let i = 0; i < 5; i += 1) await act();
  const xs: number[] = [];
  for (let i = 0; i < rounds; i += 1) { const t = performance.now(); await act(); xs.push(performance.now() - t); }
  say(label.padEnd(60), 'p50', p50(xs).toFixed(1), 'p95', p95(xs).toFixed(1));
}
const queries = ['zielona sofa welur', 'sofa z zielonego aksamitu', 'zielone sofy', 'green velvet sofa', 'gren velvt sofa', 'зеленый бархатный диван', 'зелёную софу', 'sofa', '90x200', 'LUND-SOFA-GREEN-VELVET', 'zielona sofa qwertyuiop', ''];
async function measure(tag: string) {
  say('---', tag);
  for (const query of queries) await time(`search "${query}" ${tag}`, () => searchProducts(server().ctx(), { query, language: 'pl', limit: 24 }));
  for (const query of ['zielona sofa welur', 'sofa', '']) await time(`search+facets "${query}" ${tag}`, () => searchProducts(server().ctx(), { query, language: 'pl', limit: 24, facets: true }), 30);
  await time(`category+filter+facets ${tag}`, () => searchProducts(server().ctx(), { language: 'pl', categorySlug: 'sofy', filters: { options: { colour: ['green'] } }, facets: true }), 30);
  await time(`suggest "zielona so" ${tag}`, () => suggest(server().ctx(), { query: 'zielona so', language: 'pl' }));
  await time(`suggest "s" ${tag}`, () => suggest(server().ctx(), { query: 's', language: 'pl' }));
  await time(`categories ${tag}`, () => listCategories(server().ctx()));
  await time(`product ${tag}`, () => getProduct(server().ctx(), 'sofa-lund'));
}
test('measure', async () => {
  await saveCategories(server().ctx(), demoCategories.map((c) => ({ code: c.code, parentCode: c.parent, name: { ...c.name }, slug: { ...c.slug } })));
  await saveAttributes(server().ctx(), attributeDefinitions.map((a) => ({ code: a.code, label: { ...a.label }, kind: a.kind, ...(a.unit ? { unit: a.unit } : {}), ...(a.values ? { values: Object.fromEntries(Object.entries(a.values).map(([k, v]) => [k, { ...v }])) } : {}) })));
  let t = performance.now();
  for (const i of inputs) checkProduct(i);
  const cpu0 = process.cpuUsage().user/1000; say('check only', (performance.now() - t).toFixed(0), 'ms', inputs.length, 'products', inputs.reduce((n, i) => n + i.variants.length, 0), 'variants');
  t = performance.now();
  await importProducts(server().ctx(), inputs);
  say('import', (performance.now() - t).toFixed(0), 'ms, own cpu', (process.cpuUsage().user/1000 - cpu0).toFixed(0));
  t = performance.now();
  await importProducts(server().ctx(), inputs);
  say('import again', (performance.now() - t).toFixed(0), 'ms');
  t = performance.now();
  await saveProduct(server().ctx(), inputs[0]!);
  say('save one', (performance.now() - t).toFixed(0), 'ms');
  for (const query of queries) {
    const a = await searchProducts(server().ctx(), { query, language: 'pl', limit: 4 });
    const cards = await getVariants(server().ctx(), a.hits.map((h) => h.variantId));
    say(query.padEnd(30), a.total, a.correctedQuery ?? '', a.droppedWords.join(), '=>', a.hits.map((h) => `${cards.get(h.variantId)?.sku}(${h.score})`).join(' '));
  }
  await sql`analyze`.execute(server().base.db);
  await measure('600');
  if (process.env['BIG']) {
    const factor = Number(process.env['BIG']);
    t = performance.now();
    for (let n = 1; n < factor; n += 1) {
      await importProducts(server().ctx(), inputs.map((i) => ({ ...i, code: `${i.code}-${n}`, title: { en: `${i.title.en} x${n}`, pl: `${i.title.pl} x${n}`, ru: `${i.title.ru} x${n}` }, slug: { en: `${i.slug!.en}-${n}`, pl: `${i.slug!.pl}-${n}`, ru: `${i.slug!.ru}-${n}` }, pictures: [], variants: i.variants.map(({ pictures: _p, gtin: _g, ...v }) => ({ ...v, sku: `${v.sku}-${n}` })) })));
      if (n % 20 === 0) say('import so far', n, ((performance.now() - t) / 1000).toFixed(0), 's');
    }
    await sql`vacuum analyze`.execute(server().base.db);
    const { rows } = await sql<{ n: number }>`select count(*) as n from catalogue.search_document`.execute(server().base.db);
    await measure(String(rows[0]!.n));
    const { runSearch } = await import('./search/runSearch.ts');
    const { planQuery } = await import('./search/planQuery.ts');
    const { CompiledQuery } = await import('kysely');
    const pool = server().database.pool;
    for (const [q, facets] of [['zielona sofa welur', false], ['sofa', false], ['sofa', true], ['', false]] as const) {
      let captured: { sql: string; parameters: readonly unknown[] } | undefined;
      const real = server().base.db;
      const spy = new Proxy(real, { get: (t, k) => k === 'getExecutor' ? () => { const ex = (t as never as { getExecutor(): { executeQuery(c: typeof CompiledQuery): unknown } }).getExecutor(); return new Proxy(ex, { get: (e, m) => m === 'executeQuery' ? (c: never) => { captured = c; return e.executeQuery(c); } : (Reflect.get(e, m) as { bind?(x: unknown): unknown })?.bind?.(e) ?? Reflect.get(e, m) }); } : Reflect.get(t, k) });
      const p = planQuery(q);
      await runSearch({ db: spy as never }, { query: q, language: 'pl', limit: 24, facets }, p.words, p);
      const r = await pool.query('explain (analyze, buffers, costs off, timing on) ' + captured!.sql, captured!.parameters as unknown[]);
      say('=== EXPLAIN', q, facets); say(r.rows.map((x: Record<string, string>) => x['QUERY PLAN']).join('\n'));
    }
    for (const table of ['search_document', 'search_word', 'search_word_use', 'search_facet', 'variant', 'product']) {
      const r = await pool.query(`select pg_size_pretty(pg_table_size('catalogue.${table}')) t, pg_size_pretty(pg_indexes_size('catalogue.${table}')) i`); say(table, JSON.stringify(r.rows[0]));
    }
  }
  expect(1).toBe(1);
}, 900_000);
