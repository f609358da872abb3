import { openStage } from '../demo/julia/servers.ts';
import { buildProgram } from './lib/build.ts';
import { closedLoop, createClient, type Measured, median, round } from './lib/load.ts';
import { newQueries, type SeenProduct } from './lib/newQueries.ts';
import { bareHttp, barePostgres } from './lib/references.ts';
import { atLeast, atMost, finish, progress } from './lib/report.ts';

const queries = [
  'zielona sofa welur',
  'green velvet sofa',
  'зелёную софу',
  'lampa',
  'stolik kawowy',
  'armchair',
  'gren velvt sofa',
  'dywan',
];
const rounds = 5;

/**
 * Product data and search of the demo shop over HTTP, warm: alone (latency) and with 16 clients (throughput). Searches
 * are eight that come again and again, and, as `newSearch`, such as were never made before.
 */
export async function run(): Promise<number> {
  progress('starting the demo retailer …');
  const stage = await openStage(await buildProgram());
  try {
    const server = await stage.start({ THROUGHLINE_DEMO: 'on' });
    const client = createClient(server.url, 16);
    const get = async (path: string) => {
      const answer = await client.send({ path });
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
      return answer.text;
    };
    const first = JSON.parse(await get('/api/shop/search?limit=50')) as { items: { slug: string }[] };
    const slugs = first.items.map((item) => item.slug);
    const product = (n: number) => get(`/api/shop/products/${slugs[n % slugs.length]}`).then(() => true);
    const search = (n: number) =>
      get(`/api/shop/search?query=${encodeURIComponent(queries[n % queries.length] ?? '')}`).then(() => true);
    const list = () => get('/api/shop/search?limit=24').then(() => true);
    const unasked = newQueries(await everyProduct(server.url));
    const newSearch = () => get(unasked()).then(() => true);
    for (let n = 0; n < 200; n += 1) await Promise.all([product(n), search(n), list()]);

    const series: Record<
      | 'product'
      | 'search'
      | 'newSearch'
      | 'products16'
      | 'list16'
      | 'search16'
      | 'newSearch16'
      | 'http1'
      | 'http16'
      | 'sql1'
      | 'sql16',
      Measured[]
    > = {
      product: [],
      search: [],
      newSearch: [],
      products16: [],
      list16: [],
      search16: [],
      newSearch16: [],
      http1: [],
      http16: [],
      sql1: [],
      sql16: [],
    };
    for (let n = 1; n <= rounds; n += 1) {
      progress(`round ${n} of ${rounds}`);
      series.sql1.push(await barePostgres(stage.engines.databaseUrl, 1, 1));
      series.http1.push(await bareHttp(1, 1, 8_000));
      series.product.push(await closedLoop(1, 2, product));
      series.search.push(await closedLoop(1, 2, search));
      series.newSearch.push(await closedLoop(1, 1, newSearch));
      series.sql16.push(await barePostgres(stage.engines.databaseUrl, 16, 1));
      series.http16.push(await bareHttp(16, 1, 8_000));
      series.products16.push(await closedLoop(16, 3, product));
      series.list16.push(await closedLoop(16, 3, list));
      series.search16.push(await closedLoop(16, 3, search));
      series.newSearch16.push(await closedLoop(16, 3, newSearch));
    }
    client.close();
    const p50 = (name: keyof typeof series) => round(median(series[name].map((one) => one.p50Ms)));
    const p99 = (name: keyof typeof series) => round(median(series[name].map((one) => one.p99Ms)));
    const rate = (name: keyof typeof series) => round(median(series[name].map((one) => one.perSecond)), 0);
    const failures = Object.values(series)
      .flat()
      .reduce((sum, one) => sum + one.failures, 0);
    return finish({
      bench: 'shop',
      figures: {
        productP50Ms: p50('product'),
        productP99Ms: p99('product'),
        searchP50Ms: p50('search'),
        searchP99Ms: p99('search'),
        newSearchP50Ms: p50('newSearch'),
        products16PerSecond: rate('products16'),
        list16PerSecond: rate('list16'),
        search16PerSecond: rate('search16'),
        search16P99Ms: p99('search16'),
        newSearch16PerSecond: rate('newSearch16'),
        newSearch16P99Ms: p99('newSearch16'),
      },
      references: {
        bareSqlP50Ms: p50('sql1'),
        bareHttpP50Ms: p50('http1'),
        bareSql16PerSecond: rate('sql16'),
        bareHttp16PerSecond: rate('http16'),
      },
      ratios: {
        bareHttp16ToList16: round(rate('http16') / rate('list16')),
        bareHttp16ToSearch16: round(rate('http16') / rate('search16')),
        bareSql16ToSearch16: round(rate('sql16') / rate('search16')),
      },
      aims: {
        productP50Ms: atMost(8, p50('product')),
        searchP50Ms: atMost(20, p50('search')),
        list16PerSecond: atLeast(1_000, rate('list16')),
        search16PerSecond: atLeast(1_000, rate('search16')),
        newSearch16PerSecond: atLeast(1_000, rate('newSearch16')),
      },
      checks: { failures },
    });
  } finally {
    await stage.close();
  }
}

/** What the shop lists, in its three languages. */
async function everyProduct(url: string): Promise<SeenProduct[]> {
  const seen: SeenProduct[] = [];
  for (const language of ['pl', 'en', 'ru']) {
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const answer = await fetch(`${url}/api/shop/search?limit=100&facets=false${after}`, {
        headers: { 'accept-language': language },
      });
      const page = (await answer.json()) as { items: SeenProduct[]; nextCursor: string | null };
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
  }
  return seen;
}
