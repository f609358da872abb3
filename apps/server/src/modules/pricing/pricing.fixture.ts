import { sql } from 'kysely';
import { type TestServer, testConfig, testServer } from '../../../test/testServer.ts';
import type { Ctx } from '../../kernel/context.ts';
import { statements } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { composeModules } from '../../modules.ts';
import { saveCategory, saveProduct } from '../catalogue/index.ts';
import { instantAt, locationsModule } from '../locations/index.ts';
import { type AppAs, appAs } from '../settings/appAs.fixture.ts';
import { settingsModule } from '../settings/index.ts';
import { importPrices, pricingModule, quotePrices, savePromotion, setPrices } from './index.ts';

export const day = 86_400_000;
export const pln = (amount: number) => ({ amount, currency: 'PLN' });
export const text = (name: string) => ({ en: name, pl: name, ru: name });
export const warsaw = (date: string, time = '12:00') => instantAt('Europe/Warsaw', date, time);

export type PricingScene = Awaited<ReturnType<typeof pricingScene>>;

/** Two servers on one database, at noon of 20 November 2026 in Warsaw. */
export async function pricingScene() {
  const wired = new Set(composeModules(testConfig()).modules.map((module) => module.name));
  const extra = [settingsModule, locationsModule, pricingModule].filter((module) => !wired.has(module.name));
  const server: TestServer = await testServer({ extra });
  const second: TestServer = await testServer({ extra, sharing: server });
  server.clock.travelTo(warsaw('2026-11-20'));
  second.clock.travelTo(warsaw('2026-11-20'));
  const app: AppAs = await appAs(server.base, [pricingModule]);
  const ctx: Ctx = server.ctx();
  const inDays = (days: number) => new Date(ctx.clock.now().getTime() + days * day);

  return {
    server,
    second,
    app,
    ctx,
    inDays,
    /** The same context so many days on. */
    later: (days: number): Ctx => ({ ...ctx, clock: { now: () => inDays(days) } }),
    set: (variantId: string, amount: number, on: TestServer = server) =>
      setPrices(on.ctx(), { market: 'PL', prices: [{ variantId, gross: pln(amount) }], reason: 'a test' }),
    quote: async (variantId: string, at: Ctx = ctx) => (await quotePrices(at, 'PL', [variantId])).get(variantId),
    /** A variant that cost `amount` for 60 days. */
    async offered(amount = 25_000): Promise<string> {
      const variantId = newId();
      await importPrices(ctx, [{ variantId, market: 'PL', gross: pln(amount), validFrom: inDays(-60) }]);
      return variantId;
    },
    promote: (
      variantIds: string[] | 'all',
      basisPoints: number,
      more: Partial<Parameters<typeof savePromotion>[1]> = {},
    ) => savePromotion(ctx, { market: 'PL', name: text(`${basisPoints / 100} %`), basisPoints, variantIds, ...more }),
    async historyOf(variantId: string) {
      const { rows } = await sql<{ gross: number; from: string; to: string | null }>`
        select gross, valid_from::text as from, valid_to::text as to from pricing.price
        where variant_id = ${variantId} order by valid_from`.execute(ctx.db);
      return rows;
    },
    async stop() {
      await app.close();
      await second.stop();
      await server.stop();
    },
  };
}

/** Variants of a product of their own, without prices. */
export async function makeVariants(ctx: Ctx, count: number): Promise<string[]> {
  const code = `goods-${newId()}`;
  const values = Array.from({ length: count }, (_, n) => ({ code: `c${n}`, label: text(`c${n}`) }));
  await saveCategory(ctx, { code, name: text(code), position: 0 });
  const saved = await saveProduct(ctx, {
    code,
    title: text(code),
    description: text('Goods'),
    categoryCode: code,
    taxClass: 'standard',
    options: [{ code: 'colour', label: text('Colour'), values }],
    variants: values.map((value) => ({ sku: `${code}-${value.code}`, options: { colour: value.code } })),
  });
  if (!('variants' in saved)) throw new Error('not saved');
  return saved.variants.map((variant) => variant.id);
}

export async function statementsOf(act: () => Promise<unknown>): Promise<number> {
  const before = statements.sent;
  await act();
  return statements.sent - before;
}
