import { test } from 'vitest';
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { importPrices, importPromotion, quotePrices } from './index.ts';
import { readPricing } from './readPricing.ts';
import { pln, pricingScene, text } from './pricing.fixture.ts';
test('speed', async () => {
  const s = await pricingScene();
  const ids = Array.from({ length: 10_000 }, newId);
  await importPrices(s.ctx, ids.flatMap((variantId) => [90, 40, 10].map((d) => ({ variantId, market: 'PL', gross: pln(10_000 + d), validFrom: s.inDays(-d) }))));
  for (let i = 0; i < 60; i += 1) await importPromotion(s.ctx, { market: 'PL', name: text('x'), basisPoints: 1000 + i, variantIds: ids.slice(i * 100, i * 100 + 300), startsAt: s.inDays(-5 - i), endsAt: i % 3 ? s.inDays(-1) : null });
  await sql`analyze`.execute(s.ctx.db);
  for (const [name, from] of [['reduced', 0], ['plain', 9_000]] as const) for (const [what, act] of [['quote', quotePrices], ['sql', readPricing]] as const) {
    const times: number[] = [];
    for (let i = 0; i < 400; i += 1) { const t = performance.now(); await act(s.ctx, 'PL', ids.slice(from + i, from + i + 24)); times.push(performance.now() - t); }
    times.sort((a, b) => a - b);
    console.log('RES', name, what, 'p50 ms', times[200]?.toFixed(2));
  }
  const { rows } = await sql<{ 'QUERY PLAN': string }>`select 1`.execute(s.ctx.db); void rows;
  await s.stop();
}, 120_000);
