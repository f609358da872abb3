import { it, beforeAll, afterAll } from 'vitest';
import type { TestServer } from '../../test/testServer.ts';
import { viewServer } from './viewServer.fixture.ts';
import { asSystem } from '../kernel/context.ts';
import { statements } from '../kernel/database.ts';
import { saveDictionary } from '../../../../demo/load/steps/saveDictionary.ts';
import { savePlaces } from '../../../../demo/load/steps/savePlaces.ts';
import { saveGoods } from '../../../../demo/load/steps/saveGoods.ts';
import { savePrices, savePromotions } from '../../../../demo/load/steps/savePrices.ts';
import { saveStaff } from '../../../../demo/load/steps/saveStaff.ts';
import { receiveStock, setStockLimits } from '../../../../demo/load/steps/loadStock.ts';
import { startOfHistory } from '../../../../demo/velora/index.ts';
import { searchPage } from './searchPage.ts';
import { searchProducts, getProducts } from '../modules/catalogue/index.ts';
import { waysToGet } from '../modules/sourcing/index.ts';
import { quotePrices } from '../modules/pricing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await viewServer();
  const ctx: any = { ...asSystem(server.base, 'demo', 'demo'), requestId: 'x', language: 'pl' };
  const today: any = { date: '2026-11-21', zone: 'Europe/Warsaw' };
  const opened = new Date(new Date(startOfHistory(today)).getTime() - 24 * 3600e3);
  const done = new Set<string>();
  const log: any = { before: done, isDone: (n: string) => done.has(n), markDone: async (_: any, n: string) => void done.add(n) };
  const loading: any = { ctx, today, opened, publicUrl: 'http://localhost', track: undefined, log, tell: () => undefined };
  for (const step of [savePlaces, saveDictionary, saveGoods, savePrices, savePromotions, saveStaff, receiveStock, setStockLimits]) {
    const t = performance.now();
    await step(loading);
    console.log(step.name, Math.round(performance.now() - t));
  }
}, 300_000);
afterAll(() => server?.stop());
async function p50(name: string, act: () => Promise<any>, n = 60) {
  for (let i = 0; i < 20; i++) await act();
  const times: number[] = [];
  const before = statements.sent;
  for (let i = 0; i < n; i++) { const t = performance.now(); await act(); times.push(performance.now() - t); }
  times.sort((a, b) => a - b);
  console.log(name.padEnd(50), 'p50', times[n >> 1]!.toFixed(1), 'p95', times[Math.floor(n * 0.95)]!.toFixed(1), 'min', times[0]!.toFixed(1), 'stmts', ((statements.sent - before) / n).toFixed(1));
}
it('perf', async () => {
  const ctx = server.ctx({ language: 'en' });
  const http = (url: string) => async () => { const a = await server.app.inject({ method: 'GET', url, headers: { 'accept-language': 'en' } }); if (a.statusCode !== 200) throw new Error(a.body); return a; };
  const first = JSON.parse((await http('/api/shop/search?query=green%20velvet%20sofa&near=Krak%C3%B3w')()).body);
  console.log(first.total, first.items.length, first.items[0]?.sku, first.items[0]?.nearest);

  const { sql } = await import('kysely');
  const found = await searchProducts(ctx, { query: 'sofa', language: 'en', limit: 24, facets: true });
  const ids = found.hits.map((h) => h.variantId);
  const { getVariants } = await import('../modules/catalogue/index.ts');
  const pids = found.hits.map((h) => h.productId);
  await p50('getVariants 24', () => getVariants(ctx, ids));
  await p50('getProducts 24', () => getProducts(ctx, pids));
  const { listLocations, todayHours, pickupReadyAt } = await import('../modules/locations/index.ts');
  const locs = await listLocations(ctx);
  console.log('locations', locs.length);
  await p50('listLocations', () => listLocations(ctx));
  await p50('todayHours all x24', async () => { for (let i=0;i<24;i++) for (const l of locs) todayHours(l, ctx.clock.now()); });
  await p50('readyAt all x24', async () => { for (let i=0;i<24;i++) for (const l of locs) pickupReadyAt(l, ctx.clock.now()); });
  const { availability } = await import('../modules/stock/index.ts');
  await p50('availability 24', () => availability(ctx, { variantIds: ids }));

  await p50('waysToGet 24', () => waysToGet(ctx, { variantIds: ids, market: 'PL', near: { lat: 50, lon: 20 } }));
  const { getRetailer, listDeliveryZones } = await import('../modules/settings/index.ts');
  await p50('getRetailer', () => getRetailer(ctx));
  await p50('listDeliveryZones', () => listDeliveryZones(ctx, 'PL'));
  await p50('select 1', () => sql`select 1`.execute(ctx.db));
  await p50('searchPage sofa nofacets', () => searchPage(ctx, { query: 'sofa', facets: false }));
  await p50('http search sofa no facets', http('/api/shop/search?query=sofa&facets=false'));
  await p50('http search sofa', http('/api/shop/search?query=sofa'));
  await p50('health', http('/health/live'));
  const sizes = await http('/api/shop/search?query=sofa')(); console.log(sizes.body.length);
}, 200_000);
