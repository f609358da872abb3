import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../../../test/testServer.ts';
import { newId } from '../../kernel/ids.ts';
import type { DomainEvent } from '../../kernel/outbox.ts';
import { saveMarket } from '../settings/index.ts';
import {
  addTaxRate,
  archivePromotion,
  followTaxClasses,
  getTaxRates,
  importPrices,
  type PriceImport,
  quotePrices,
  setPrices,
  setTaxClasses,
} from './index.ts';
import { day, type PricingScene, pln, pricingScene, statementsOf, warsaw } from './pricing.fixture.ts';

let scene: PricingScene;
let server: PricingScene['server'];
let second: PricingScene['second'];
let ctx: PricingScene['ctx'];

beforeAll(async () => {
  scene = await pricingScene();
  ({ server, second, ctx } = scene);
});
afterAll(() => scene?.stop());

describe('prices', () => {
  test('a price that was never set is no price, and the quote of one that was carries its tax', async () => {
    const variantId = newId();
    expect(await scene.quote(variantId)).toBeUndefined();
    expect(await scene.set(variantId, 499_900)).toEqual({
      changed: [{ variantId, from: null, to: pln(499_900) }],
      unchanged: 0,
    });
    expect(await scene.quote(variantId)).toMatchObject({
      variantId,
      market: 'PL',
      list: pln(499_900),
      unit: pln(499_900),
      reduction: null,
      taxClass: 'standard',
      taxRateBp: 2300,
    });
  });

  test('setting the price it has already leaves no trace', async () => {
    const variantId = newId();
    await scene.set(variantId, 100);
    expect(await scene.set(variantId, 100)).toEqual({ changed: [], unchanged: 1 });
    expect(await scene.historyOf(variantId)).toHaveLength(1);
  });

  test('a variant’s tax class decides its rate', async () => {
    const [book, bread] = [newId(), newId()];
    await setPrices(ctx, {
      market: 'PL',
      reason: 'new',
      prices: [
        { variantId: book, gross: pln(4_000), taxClass: 'books' },
        { variantId: bread, gross: pln(500) },
      ],
    });
    await setTaxClasses(ctx, [{ variantId: bread, taxClass: 'reduced' }]);
    expect([(await scene.quote(book))?.taxRateBp, (await scene.quote(bread))?.taxRateBp]).toEqual([500, 800]);
    const wrong = setPrices(ctx, {
      market: 'PL',
      reason: 'new',
      prices: [{ variantId: bread, gross: pln(600), taxClass: 'luxury' }],
    });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_request' });
    await expect(setTaxClasses(ctx, [{ variantId: bread, taxClass: 'luxury' }])).rejects.toMatchObject({
      code: 'invalid_request',
    });
    expect((await scene.quote(bread))?.unit).toEqual(pln(500));
  });

  test('a variant saved in the catalogue gets its tax class; one that no rate is known for stays at the standard rate', async () => {
    const [book, odd] = [newId(), newId()];
    await scene.set(book, 4_000);
    await scene.set(odd, 4_000);
    const follower = followTaxClasses(
      async (_ctx, ids) => new Map(ids.map((id) => [id, { taxClass: id === book ? 'books' : 'bokos' }])),
    );
    const saved = { type: 'catalogue.product.saved', data: { productId: newId(), variantIds: [book, odd] } };
    for (let time = 0; time < 2; time += 1) await follower.handle(ctx, [saved as unknown as DomainEvent], 'token');
    expect([(await scene.quote(book))?.taxClass, (await scene.quote(odd))?.taxClass]).toEqual(['books', 'standard']);
  });

  test('a new tax rate holds from its midnight on, and prices stay gross', async () => {
    const variantId = newId();
    await setPrices(ctx, { market: 'PL', reason: 'new', prices: [{ variantId, gross: pln(1_000), taxClass: 'zero' }] });
    await addTaxRate(ctx, { market: 'PL', taxClass: 'zero', rateBp: 400, validFrom: warsaw('2026-11-21', '00:00') });
    expect(await scene.quote(variantId)).toMatchObject({ taxRateBp: 0, unit: pln(1_000) });
    const tomorrow = { ...ctx, clock: { now: () => warsaw('2026-11-21', '00:00') } };
    expect((await quotePrices(tomorrow, 'PL', [variantId])).get(variantId)).toMatchObject({
      taxRateBp: 400,
      unit: pln(1_000),
    });
    expect((await getTaxRates(tomorrow, 'PL')).get('zero')).toBe(400);
    const again = addTaxRate(ctx, {
      market: 'PL',
      taxClass: 'zero',
      rateBp: 500,
      validFrom: warsaw('2026-11-21', '00:00'),
    });
    await expect(again).rejects.toMatchObject({ code: 'already_exists' });
  });

  test('another currency, nothing, a broken number, a variant twice, an unknown market: nothing is changed', async () => {
    const variantId = newId();
    const one = (gross: { amount: number; currency: string }, market = 'PL', times = 1) =>
      setPrices(ctx, { market, reason: 'x', prices: Array.from({ length: times }, () => ({ variantId, gross })) });
    await expect(one({ amount: 100, currency: 'EUR' })).rejects.toMatchObject({ code: 'mixed_currencies' });
    for (const amount of [0, -1, 1.5, 1e13])
      await expect(one(pln(amount))).rejects.toMatchObject({ code: 'invalid_amount' });
    await expect(one(pln(100), 'PL', 2)).rejects.toMatchObject({ code: 'invalid_request' });
    await expect(one(pln(100), 'FR')).rejects.toMatchObject({ code: 'not_found' });
    await saveMarket(ctx, { code: 'DE', country: 'DE', currency: 'EUR', languages: ['en'], active: false });
    // A market without a tax table sells nothing yet.
    await expect(one({ amount: 100, currency: 'EUR' }, 'DE')).rejects.toMatchObject({ code: 'invalid_request' });
    expect(await scene.historyOf(variantId)).toEqual([]);
  });

  test('two servers that set one price at once leave one current price and a history without gaps', async () => {
    const variantId = newId();
    const attempts = Array.from({ length: 40 }, (_, index) =>
      scene.set(variantId, 10_000 + index, index % 2 ? server : second),
    );
    const outcomes = await Promise.all(attempts);
    const rows = await scene.historyOf(variantId);
    expect(rows.filter((row) => row.to === null)).toHaveLength(1);
    expect(rows).toHaveLength(outcomes.filter(({ changed }) => changed.length > 0).length);
    expect(rows.length).toBe(40);
    for (const [index, row] of rows.entries()) if (index > 0) expect(row.from).toBe(rows[index - 1]?.to);
    // What each was told it replaced is what stood before it: the changes form one chain.
    const chain = new Map(
      outcomes.flatMap(({ changed }) => changed.map((change) => [change.from?.amount ?? null, change.to.amount])),
    );
    expect(chain.size).toBe(40);
    let at: number | null | undefined = null;
    for (let step = 0; step < 40; step += 1) at = chain.get(at ?? null);
    expect(at).toBe(rows.at(-1)?.gross);
    const { rows: events } = await sql<{ version: number; from: { amount: number } | null; to: { amount: number } }>`
      select aggregate_version as version, data->'from' as from, data->'to' as to from kernel.outbox
      where type = 'pricing.price.changed' and aggregate_id = ${`${variantId}:PL`} order by aggregate_version`.execute(
      ctx.db,
    );
    expect(events.map((event) => event.version)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    for (const [index, event] of events.entries()) expect(event.from?.amount).toBe(events[index - 1]?.to.amount);
  });

  test('batches over the same variants in opposite order, on two servers, all succeed', async () => {
    const ids = Array.from({ length: 30 }, newId);
    const batch = (on: TestServer, order: string[], amount: number) =>
      setPrices(on.ctx(), {
        market: 'PL',
        reason: 'race',
        prices: order.map((variantId) => ({ variantId, gross: pln(amount) })),
      });
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        batch(index % 2 ? server : second, index % 3 ? ids : [...ids].reverse(), 1_000 + index),
      ),
    );
    const quotes = await quotePrices(ctx, 'PL', ids);
    // All or nothing: every variant has the price of the one batch that came last.
    expect(new Set([...quotes.values()].map(({ unit }) => unit.amount)).size).toBe(1);
    expect(quotes.size).toBe(30);
  });

  test('the same Idempotency-Key sets prices once', async () => {
    const variantId = newId();
    const keyed = { ...ctx, idempotency: { key: `key-${variantId}`, fingerprint: 'f' } };
    const input = { market: 'PL', prices: [{ variantId, gross: pln(700) }], reason: 'once' };
    const first = await setPrices(keyed, input);
    await scene.set(variantId, 800);
    expect(await setPrices(keyed, input)).toEqual(first);
    expect((await scene.quote(variantId))?.unit).toEqual(pln(800));
  });

  test('the database itself keeps history: no deleting, no rewriting, no gap, no second current price', async () => {
    const variantId = newId();
    await scene.set(variantId, 100);
    const refused = (statement: ReturnType<typeof sql>) => expect(statement.execute(ctx.db)).rejects.toThrow();
    await refused(sql`delete from pricing.price where variant_id = ${variantId}`);
    await refused(sql`update pricing.price set gross = 1 where variant_id = ${variantId}`);
    await refused(sql`update pricing.price set valid_to = valid_from where variant_id = ${variantId}`);
    const insert = (from: Date, previous: Date | null, to: Date | null = null) =>
      sql`insert into pricing.price (id, variant_id, market, gross, currency, valid_from, valid_to, previous_to, reason, actor)
        values (${newId()}, ${variantId}, 'PL', 1, 'PLN', ${from}, ${to}, ${previous}, 'x', 'x')`;
    const later = new Date(ctx.clock.now().getTime() + day);
    await refused(insert(later, null));
    await refused(insert(later, later));
    await refused(insert(later, null, new Date(later.getTime() + 1)));
    expect(await scene.historyOf(variantId)).toHaveLength(1);
  });

  test('quotes of fifty cost one statement, reductions and all; setting five hundred costs as many as setting one', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => scene.offered()));
    const { id } = await scene.promote(ids.slice(0, 5), 2000);
    expect(await statementsOf(() => quotePrices(ctx, 'PL', [...ids, ...Array.from({ length: 40 }, newId)]))).toBe(1);
    expect(await statementsOf(() => quotePrices(ctx, 'PL', []))).toBe(0);
    await archivePromotion(ctx, { promotionId: id });
    const many = (n: number) => () =>
      setPrices(ctx, {
        market: 'PL',
        reason: 'x',
        prices: Array.from({ length: n }, () => ({ variantId: newId(), gross: pln(100), taxClass: 'books' })),
      });
    const forOne = await statementsOf(many(1));
    expect(await statementsOf(many(500))).toBe(forOne);
    expect(forOne).toBeLessThan(13);
  });
});

describe('taking over a history', () => {
  test('six hundred variants with backdated prices take a few statements, and twice is once', async () => {
    const rows: PriceImport[] = Array.from({ length: 600 }, () => newId()).flatMap((variantId, index) => [
      {
        variantId,
        market: 'PL',
        gross: pln(20_000 + index),
        validFrom: '2026-08-01T00:00:00Z',
        taxClass: index % 10 ? 'standard' : 'books',
      },
      { variantId, market: 'PL', gross: pln(18_000 + index), validFrom: '2026-10-01T00:00:00Z' },
      { variantId, market: 'PL', gross: pln(19_000 + index), validFrom: '2026-11-01T00:00:00Z' },
    ]);
    let outcome: unknown;
    expect(await statementsOf(async () => (outcome = await importPrices(ctx, rows)))).toBeLessThan(10);
    expect(outcome).toEqual({ imported: 600, skipped: 0 });
    expect(await importPrices(ctx, rows)).toEqual({ imported: 0, skipped: 600 });
    const [first] = rows;
    expect((await scene.historyOf(first?.variantId ?? '')).map((row) => row.gross)).toEqual([20_000, 18_000, 19_000]);
    expect(await scene.quote(first?.variantId ?? '')).toMatchObject({
      unit: pln(19_000),
      validFrom: new Date('2026-11-01T00:00:00Z'),
    });
    // And on it goes from there.
    await scene.set(first?.variantId ?? '', 17_000);
    expect(await scene.historyOf(first?.variantId ?? '')).toHaveLength(4);
  });

  test('an import and an edit at once on two servers leave one history', async () => {
    for (let round = 0; round < 8; round += 1) {
      const variantId = newId();
      await Promise.all([
        scene.set(variantId, 500, server),
        importPrices(second.ctx(), [
          { variantId, market: 'PL', gross: pln(300), validFrom: '2026-09-01T00:00:00Z' },
          { variantId, market: 'PL', gross: pln(400), validFrom: '2026-10-01T00:00:00Z' },
        ]),
      ]);
      const rows = await scene.historyOf(variantId);
      expect(rows.map((row) => row.gross).join()).toMatch(/^(500|300,400,500)$/);
    }
  });

  test('a price in the future or two at one instant are refused whole', async () => {
    const variantId = newId();
    const row = (validFrom: Date | string) => ({ variantId, market: 'PL', gross: pln(100), validFrom });
    await expect(importPrices(ctx, [row(new Date(ctx.clock.now().getTime() + day))])).rejects.toMatchObject({
      code: 'invalid_request',
    });
    await expect(importPrices(ctx, [row('2026-01-01T00:00:00Z'), row('2026-01-01T00:00:00Z')])).rejects.toMatchObject({
      code: 'invalid_request',
    });
    await expect(importPrices(ctx, [row('soon')])).rejects.toMatchObject({ code: 'invalid_request' });
    expect(await scene.historyOf(variantId)).toEqual([]);
  });
});
