import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testConfig, testServer } from '../../../test/testServer.ts';
import type { Ctx } from '../../kernel/context.ts';
import { statements } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { composeModules } from '../../modules.ts';
import { instantAt, locationsModule } from '../locations/index.ts';
import { type AppAs, appAs, staffActor } from '../settings/appAs.fixture.ts';
import { saveLimits, saveMarket, settingsModule } from '../settings/index.ts';
import {
  addTaxRate,
  archivePromotion,
  endPromotion,
  getPromotion,
  getTaxRates,
  grantManualDiscount,
  importPrices,
  importPromotion,
  type PriceImport,
  priceHistory,
  pricingModule,
  promotionByCode,
  quotePrices,
  savePromotion,
  setPrices,
  setTaxClasses,
} from './index.ts';
import { promotionClock } from './tellPromotions.ts';

let server: TestServer;
let second: TestServer;
let app: AppAs;
let ctx: Ctx;
const pln = (amount: number) => ({ amount, currency: 'PLN' });
const text = (name: string) => ({ en: name, pl: name, ru: name });
const warsaw = (date: string, time = '12:00') => instantAt('Europe/Warsaw', date, time);
const admin = staffActor('admin');
const day = 86_400_000;

beforeAll(async () => {
  const wired = new Set(composeModules(testConfig()).modules.map((module) => module.name));
  const extra = [settingsModule, locationsModule, pricingModule].filter((module) => !wired.has(module.name));
  server = await testServer({ extra });
  second = await testServer({ extra, sharing: server });
  app = await appAs(server.base, [pricingModule]);
  ctx = server.ctx();
  server.clock.travelTo(warsaw('2026-11-20'));
  second.clock.travelTo(warsaw('2026-11-20'));
});
afterAll(async () => {
  await app?.close();
  await second?.stop();
  await server?.stop();
});

const set = (variantId: string, amount: number, on: TestServer = server) =>
  setPrices(on.ctx(), { market: 'PL', prices: [{ variantId, gross: pln(amount) }], reason: 'a test' });
const quote = async (variantId: string) => (await quotePrices(ctx, 'PL', [variantId])).get(variantId);
/** A variant that cost `amount` for 60 days. */
async function offered(amount = 25_000): Promise<string> {
  const variantId = newId();
  await importPrices(ctx, [
    { variantId, market: 'PL', gross: pln(amount), validFrom: new Date(ctx.clock.now().getTime() - 60 * day) },
  ]);
  return variantId;
}
const promote = (
  variantIds: string[] | 'all',
  basisPoints: number,
  more: Partial<Parameters<typeof savePromotion>[1]> = {},
) => savePromotion(ctx, { market: 'PL', name: text(`${basisPoints / 100} %`), basisPoints, variantIds, ...more });
async function statementsOf(act: () => Promise<unknown>): Promise<number> {
  const before = statements.sent;
  await act();
  return statements.sent - before;
}
async function historyOf(variantId: string) {
  const { rows } = await sql<{ gross: number; from: string; to: string | null }>`
    select gross, valid_from::text as from, valid_to::text as to from pricing.price where variant_id = ${variantId} order by valid_from`.execute(
    ctx.db,
  );
  return rows;
}

describe('prices', () => {
  test('a price that was never set is no price, and the quote of one that was carries its tax', async () => {
    const variantId = newId();
    expect(await quote(variantId)).toBeUndefined();
    expect(await set(variantId, 499_900)).toEqual({
      changed: [{ variantId, from: null, to: pln(499_900) }],
      unchanged: 0,
    });
    expect(await quote(variantId)).toMatchObject({
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
    await set(variantId, 100);
    expect(await set(variantId, 100)).toEqual({ changed: [], unchanged: 1 });
    expect(await historyOf(variantId)).toHaveLength(1);
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
    expect([(await quote(book))?.taxRateBp, (await quote(bread))?.taxRateBp]).toEqual([500, 800]);
    const wrong = setPrices(ctx, {
      market: 'PL',
      reason: 'new',
      prices: [{ variantId: bread, gross: pln(600), taxClass: 'luxury' }],
    });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_request' });
    await expect(setTaxClasses(ctx, [{ variantId: bread, taxClass: 'luxury' }])).rejects.toMatchObject({
      code: 'invalid_request',
    });
    expect((await quote(bread))?.unit).toEqual(pln(500));
  });

  test('a new tax rate holds from its midnight on, and prices stay gross', async () => {
    const variantId = newId();
    await setPrices(ctx, { market: 'PL', reason: 'new', prices: [{ variantId, gross: pln(1_000), taxClass: 'zero' }] });
    await addTaxRate(ctx, { market: 'PL', taxClass: 'zero', rateBp: 400, validFrom: warsaw('2026-11-21', '00:00') });
    expect(await quote(variantId)).toMatchObject({ taxRateBp: 0, unit: pln(1_000) });
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
    expect(await historyOf(variantId)).toEqual([]);
  });

  test('two servers that set one price at once leave one current price and a history without gaps', async () => {
    const variantId = newId();
    const attempts = Array.from({ length: 40 }, (_, index) =>
      set(variantId, 10_000 + index, index % 2 ? server : second),
    );
    const outcomes = await Promise.all(attempts);
    const rows = await historyOf(variantId);
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
    await set(variantId, 800);
    expect(await setPrices(keyed, input)).toEqual(first);
    expect((await quote(variantId))?.unit).toEqual(pln(800));
  });

  test('the database itself keeps history: no deleting, no rewriting, no gap, no second current price', async () => {
    const variantId = newId();
    await set(variantId, 100);
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
    expect(await historyOf(variantId)).toHaveLength(1);
  });

  test('quotes of fifty cost one statement, reductions and all; setting five hundred costs as many as setting one', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => offered()));
    const { id } = await promote(ids.slice(0, 5), 2000);
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
    expect((await historyOf(first?.variantId ?? '')).map((row) => row.gross)).toEqual([20_000, 18_000, 19_000]);
    expect(await quote(first?.variantId ?? '')).toMatchObject({
      unit: pln(19_000),
      validFrom: new Date('2026-11-01T00:00:00Z'),
    });
    // And on it goes from there.
    await set(first?.variantId ?? '', 17_000);
    expect(await historyOf(first?.variantId ?? '')).toHaveLength(4);
  });

  test('an import and an edit at once on two servers leave one history', async () => {
    for (let round = 0; round < 8; round += 1) {
      const variantId = newId();
      await Promise.all([
        set(variantId, 500, server),
        importPrices(second.ctx(), [
          { variantId, market: 'PL', gross: pln(300), validFrom: '2026-09-01T00:00:00Z' },
          { variantId, market: 'PL', gross: pln(400), validFrom: '2026-10-01T00:00:00Z' },
        ]),
      ]);
      const rows = await historyOf(variantId);
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
    expect(await historyOf(variantId)).toEqual([]);
  });
});

describe('promotions', () => {
  test('a reduction shows the 30-day low and the percentage from it, from its first moment to its last', async () => {
    const variantId = await offered(25_000);
    const { id } = await promote([variantId], 2000, { endsAt: new Date(ctx.clock.now().getTime() + 60 * day) });
    const expected = { promotionId: id, name: text('20 %'), lowest30: pln(25_000), percentOff: 20 };
    expect(await quote(variantId)).toMatchObject({ list: pln(25_000), unit: pln(20_000), reduction: expected });
    for (const days of [1, 29, 31, 59]) {
      const later = { ...ctx, clock: { now: () => new Date(ctx.clock.now().getTime() + days * day) } };
      expect((await quotePrices(later, 'PL', [variantId])).get(variantId)?.reduction, `${days} days on`).toEqual(
        expected,
      );
    }
    const over = { ...ctx, clock: { now: () => new Date(ctx.clock.now().getTime() + 61 * day) } };
    expect((await quotePrices(over, 'PL', [variantId])).get(variantId)).toMatchObject({
      unit: pln(25_000),
      reduction: null,
    });
  });

  test('it was cheaper within the 30 days: the price applies, and nothing is announced (C-330/23)', async () => {
    const variantId = newId();
    const ago = (days: number) => new Date(ctx.clock.now().getTime() - days * day);
    await importPrices(ctx, [
      { variantId, market: 'PL', gross: pln(169), validFrom: ago(90) },
      { variantId, market: 'PL', gross: pln(129), validFrom: ago(20) },
      { variantId, market: 'PL', gross: pln(169), validFrom: ago(15) },
    ]);
    await promote([variantId], 2367);
    expect(await quote(variantId)).toMatchObject({ list: pln(169), unit: pln(129), reduction: null });
  });

  test('an earlier promotion of the last 30 days is what the next one is measured by', async () => {
    const variantId = await offered(10_000);
    const now = ctx.clock.now().getTime();
    await importPromotion(ctx, {
      market: 'PL',
      name: text('before'),
      basisPoints: 1000,
      variantIds: [variantId],
      startsAt: new Date(now - 20 * day),
      endsAt: new Date(now - 10 * day),
    });
    await promote([variantId], 2500);
    expect(await quote(variantId)).toMatchObject({
      unit: pln(7_500),
      reduction: { lowest30: pln(9_000), percentOff: 16 },
    });
    const asStaff = { ...ctx, actor: admin };
    const backdated = {
      market: 'PL',
      name: text('x'),
      basisPoints: 1000,
      variantIds: [variantId],
      startsAt: new Date(now - day),
    };
    await expect(importPromotion(asStaff, backdated)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(savePromotion(asStaff, backdated)).rejects.toMatchObject({ code: 'invalid_request' });
  });

  test('the best of several applies alone, in every market only its own', async () => {
    const [variantId, other] = [await offered(10_000), await offered(10_000)];
    await promote([variantId], 1000);
    const best = await promote([variantId], 3000);
    expect(await quote(variantId)).toMatchObject({ unit: pln(7_000), reduction: { promotionId: best.id } });
    expect(await quote(other)).toMatchObject({ unit: pln(10_000), reduction: null });
    await endPromotion(ctx, { promotionId: best.id, endsAt: 'now' });
    // Back under the smaller one: the days at 70.00 were just now, not before the day, so its window is what it was.
    expect(await quote(variantId)).toMatchObject({
      unit: pln(9_000),
      reduction: { lowest30: pln(10_000), percentOff: 10 },
    });
  });

  test('a promotion on everything reaches what gets its price later', async () => {
    const { id } = await promote('all', 500);
    const variantId = newId();
    await set(variantId, 10_000);
    // First offered under the promotion: there is no prior price to announce it by.
    expect(await quote(variantId)).toMatchObject({ unit: pln(9_500), reduction: null });
    await archivePromotion(ctx, { promotionId: id });
    expect(await quote(variantId)).toMatchObject({ unit: pln(10_000) });
  });

  test('a code is found as typed while it is in force, for the variants asked about, and lowers no shown price', async () => {
    const [a, b] = [await offered(), await offered()];
    const later = new Date(ctx.clock.now().getTime() + day);
    const { id } = await promote([a, b], 1500, { code: 'welcome-15', endsAt: later });
    expect(await promotionByCode(ctx, ' Welcome-15 ', { market: 'PL', variantIds: [a, newId()] })).toEqual({
      ok: true,
      value: { id, name: text('15 %'), basisPoints: 1500, variantIds: [a], code: 'WELCOME-15' },
    });
    expect((await quote(a))?.unit).toEqual(pln(25_000));
    for (const bad of [
      promotionByCode(ctx, 'WELCOME'),
      promotionByCode(ctx, 'WELCOME-15', { market: 'DE' }),
      promotionByCode({ ...ctx, clock: { now: () => later } }, 'WELCOME-15'),
    ]) {
      expect(await bad).toMatchObject({ ok: false, reason: 'promotion_code_invalid' });
    }
    await expect(promote('all', 1000, { code: 'Welcome-15' })).rejects.toMatchObject({ code: 'already_exists' });
    await archivePromotion(ctx, { promotionId: id });
    const again = await promote('all', 1000, { code: 'WELCOME-15' });
    expect(await promotionByCode(ctx, 'welcome-15')).toMatchObject({
      ok: true,
      value: { id: again.id, variantIds: 'all' },
    });
    await archivePromotion(ctx, { promotionId: again.id });
  });

  test('two servers that make one code at once make one', async () => {
    const make = (on: TestServer) =>
      savePromotion(on.ctx(), { market: 'PL', name: text('x'), basisPoints: 100, variantIds: 'all', code: 'RACE-1' });
    const outcomes = await Promise.allSettled([make(server), make(second), make(server), make(second)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'already_exists' });
  });

  test('its end may move while it runs, never into the past, and over is over', async () => {
    const variantId = await offered();
    const now = ctx.clock.now().getTime();
    const { id, version } = await promote([variantId], 2000, { endsAt: new Date(now + 5 * day) });
    const moved = await endPromotion(ctx, { promotionId: id, endsAt: null, version });
    expect((await getPromotion(ctx, id)).endsAt).toBeNull();
    await expect(endPromotion(ctx, { promotionId: id, endsAt: null, version })).rejects.toMatchObject({
      code: 'version_conflict',
    });
    await expect(endPromotion(ctx, { promotionId: id, endsAt: new Date(now - day) })).rejects.toMatchObject({
      code: 'invalid_request',
    });
    await endPromotion(ctx, { promotionId: id, endsAt: 'now', version: moved.version });
    expect((await quote(variantId))?.unit).toEqual(pln(25_000));
    await expect(endPromotion(ctx, { promotionId: id, endsAt: null })).rejects.toMatchObject({
      code: 'illegal_transition',
    });
    await archivePromotion(ctx, { promotionId: id });
    expect(await getPromotion(ctx, id)).toMatchObject({ state: 'archived' });
    // Archived is not forgotten: its prices were asked.
    expect((await priceHistory(ctx, variantId, 'PL')).applied.map(({ unit }) => unit)).toContain(20_000);
  });

  test('one that is ended before it begins never begins', async () => {
    const variantId = await offered();
    const { id } = await promote([variantId], 2000, { startsAt: new Date(ctx.clock.now().getTime() + day) });
    expect(await getPromotion(ctx, id)).toMatchObject({ state: 'scheduled', version: 1 });
    await archivePromotion(ctx, { promotionId: id });
    const later = { ...ctx, clock: { now: () => new Date(ctx.clock.now().getTime() + 2 * day) } };
    expect((await quotePrices(later, 'PL', [variantId])).get(variantId)?.unit).toEqual(pln(25_000));
    await Promise.all([server, second].map((one) => promotionClock.handle({ ...one.ctx(), clock: later.clock }, {})));
    const { rows } = await sql<{
      type: string;
    }>`select type from kernel.outbox where aggregate_id = ${id} order by aggregate_version`.execute(ctx.db);
    expect(rows.map(({ type }) => type)).toEqual(['pricing.promotion.saved', 'pricing.promotion.archived']);
  });

  test('its start and its end are each told once by two servers, in the order of versions', async () => {
    const now = ctx.clock.now().getTime();
    const { id } = await promote([newId()], 2000, { startsAt: new Date(now + day), endsAt: new Date(now + 2 * day) });
    const tick = (days: number) =>
      Promise.all(
        [server, second, server, second].map((one) =>
          promotionClock.handle({ ...one.ctx(), clock: { now: () => new Date(now + days * day) } }, {}),
        ),
      );
    const told = async () =>
      (
        await sql<{ type: string; version: number }>`select type, aggregate_version as version from kernel.outbox
        where aggregate_id = ${id} order by aggregate_version`.execute(ctx.db)
      ).rows;
    await tick(0.5);
    expect((await told()).map(({ type }) => type)).toEqual(['pricing.promotion.saved']);
    await tick(1);
    await tick(1.5);
    await tick(2);
    await tick(3);
    expect(await told()).toEqual([
      { type: 'pricing.promotion.saved', version: 1 },
      { type: 'pricing.promotion.started', version: 2 },
      { type: 'pricing.promotion.ended', version: 3 },
    ]);
    expect((await getPromotion(ctx, id)).version).toBe(3);
  });
});

describe('discounts by hand', () => {
  const line = () => ({ lineId: newId(), orderOrCartId: newId(), unit: pln(10_000) });
  const as = (role: 'agent' | 'associate' | 'manager' | 'admin') => server.ctx({ actor: staffActor(role) });

  test('within the role’s limit it is granted and can be asked about; above, it is refused with the limit', async () => {
    const input = line();
    const granted = await grantManualDiscount(as('agent'), {
      ...input,
      discount: { basisPoints: 500 },
      reason: 'scratch on the leg',
    });
    expect(granted).toMatchObject({
      ok: true,
      value: { unit: 9_500, currency: 'PLN', basisPoints: 500, reason: 'scratch on the leg' },
    });
    const refused = await grantManualDiscount(as('agent'), {
      ...input,
      discount: { newUnit: pln(9_499) },
      reason: 'scratch on the leg',
    });
    expect(refused).toMatchObject({
      ok: false,
      reason: 'discount_limit_exceeded',
      details: { limitBasisPoints: 500, askedBasisPoints: 501, lowestUnit: pln(9_500) },
    });
    expect(
      await grantManualDiscount(as('manager'), {
        ...input,
        discount: { newUnit: pln(8_500) },
        reason: 'display piece',
      }),
    ).toMatchObject({ ok: true });
    const { rows } = await sql<{ reason: string; actor: string; after: { unit: number } }>`
      select reason, actor, after from kernel.audit where act = 'pricing.grant_discount' and target_id = ${input.lineId} order by id`.execute(
      ctx.db,
    );
    expect(rows).toMatchObject([
      { reason: 'scratch on the leg', after: { unit: 9_500 } },
      { reason: 'display piece', after: { unit: 8_500 } },
    ]);
  });

  test('the limit is the one in force now, on every server', async () => {
    await saveLimits(server.ctx({ actor: admin }), { discount: { associate: 100 } });
    const grant = (basisPoints: number) =>
      grantManualDiscount(second.ctx({ actor: staffActor('associate') }), {
        ...line(),
        discount: { basisPoints },
        reason: 'a regular',
      });
    expect(await grant(100)).toMatchObject({ ok: true });
    expect(await grant(200)).toMatchObject({ ok: false, details: { limitBasisPoints: 100 } });
  });

  test('without a reason, by somebody who is not staff, or in another currency there is none', async () => {
    const input = { ...line(), discount: { basisPoints: 100 } };
    await expect(grantManualDiscount(as('agent'), { ...input, reason: '  x ' })).rejects.toMatchObject({
      code: 'invalid_request',
    });
    await expect(grantManualDiscount(ctx, { ...input, reason: 'because' })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    const euro = { ...input, discount: { newUnit: { amount: 9_900, currency: 'EUR' } }, reason: 'because' };
    await expect(grantManualDiscount(as('agent'), euro)).rejects.toMatchObject({ code: 'mixed_currencies' });
  });

  test('it is part of its caller’s act: rolled back with it, nothing is left', async () => {
    const input = line();
    const act = ctx.db.transaction().execute(async (db) => {
      await grantManualDiscount(
        { ...as('agent'), db },
        { ...input, discount: { basisPoints: 100 }, reason: 'because' },
      );
      throw new Error('the line was gone');
    });
    await expect(act).rejects.toThrow('the line was gone');
    const { rows } = await sql<{
      n: number;
    }>`select (select count(*) from pricing.manual_discount where line_id = ${input.lineId})
      + (select count(*) from kernel.audit where target_id = ${input.lineId}) as n`.execute(ctx.db);
    expect(rows[0]?.n).toBe(0);
  });
});

describe('over HTTP', () => {
  const machine = (...scopes: ('prices:write' | 'stock:write')[]) =>
    ({ kind: 'machine', keyId: newId(), scopes }) as const;

  test('an admin or a key with the scope sets prices; nobody else does', async () => {
    const variantId = newId();
    const body = { market: 'PL', reason: 'spring list', prices: [{ variantId, gross: pln(12_345) }] };
    for (const [who, status] of [
      [undefined, 401],
      [staffActor('manager'), 403],
      [machine('stock:write'), 403],
      [machine('prices:write'), 200],
      [admin, 200],
    ] as const) {
      expect((await app.call('PUT', '/api/staff/prices', who, body)).status, JSON.stringify(who)).toBe(status);
    }
    for (const wrong of [
      { ...body, reason: '' },
      { ...body, prices: [] },
      { ...body, prices: [{ variantId, gross: { amount: '1', currency: 'PLN' } }] },
      { ...body, extra: 1 },
    ]) {
      expect((await app.call('PUT', '/api/staff/prices', admin, wrong)).status).toBe(400);
    }
    const seen = await app.call('GET', `/api/shop/prices?variantIds=${variantId}&variantIds=${newId()}`);
    expect(seen).toMatchObject({
      status: 200,
      body: { items: [{ variantId, unit: pln(12_345), list: pln(12_345), reduction: null, taxRateBp: 2300 }] },
    });
    expect(seen.body.items).toHaveLength(1);
    expect(
      (await app.call('GET', `/api/shop/prices?${Array.from({ length: 51 }, () => `variantIds=${newId()}`).join('&')}`))
        .status,
    ).toBe(400);
  });

  test('Office sees the history, the 30-day low on a date, and the badge a price would get before saving it', async () => {
    const variantId = newId();
    await importPrices(ctx, [
      { variantId, market: 'PL', gross: pln(30_000), validFrom: warsaw('2026-06-01') },
      { variantId, market: 'PL', gross: pln(24_900), validFrom: warsaw('2026-11-03') },
      { variantId, market: 'PL', gross: pln(30_000), validFrom: warsaw('2026-11-04') },
    ]);
    const look = (query: string) => app.call('GET', `/api/staff/prices/${variantId}?${query}`, staffActor('agent'));
    const { body } = await look('on=2026-11-20&proposed=25000');
    expect(body.history.map((row: { gross: { amount: number } }) => row.gross.amount)).toEqual([
      30_000, 24_900, 30_000,
    ]);
    expect(body.reduction).toEqual({
      date: '2026-11-20',
      lowest30: { amount: pln(24_900), on: '2026-11-03', window: { from: '2026-10-21', to: '2026-11-19' } },
      badge: { shown: false, percentOff: null, why: 'not_below_prior' },
    });
    expect((await look('on=2026-12-20&proposed=25000')).body.reduction).toMatchObject({
      lowest30: { amount: pln(30_000) },
      badge: { shown: true, percentOff: 16, why: 'below_prior' },
    });
    expect((await look('proposed=20000')).body.reduction.badge).toEqual({
      shown: true,
      percentOff: 19,
      why: 'below_prior',
    });
    expect((await look('')).body.reduction.badge).toBeNull();
    expect((await look('on=2026-02-30')).status).toBe(400);
    const never = await app.call('GET', `/api/staff/prices/${newId()}?proposed=1`, admin);
    expect(never.body).toMatchObject({
      quote: null,
      history: [],
      applied: [],
      reduction: { lowest30: null, badge: { shown: false, why: 'no_prior_price' } },
    });
  });

  test('a promotion from making to archiving', async () => {
    const variantId = await offered();
    const made = await app.call('POST', '/api/staff/promotions', admin, {
      market: 'PL',
      name: text('Autumn'),
      basisPoints: 1000,
      variantIds: [variantId],
    });
    expect(made).toMatchObject({
      status: 201,
      body: { state: 'active', variantIds: [variantId], endsAt: null, code: null },
    });
    const shown = await app.call('GET', `/api/shop/prices?variantIds=${variantId}`);
    expect(shown.body.items[0]).toMatchObject({
      unit: pln(22_500),
      reduction: { name: { en: 'Autumn' }, lowest30: pln(25_000), percentOff: 10 },
    });
    const listed = await app.call('GET', '/api/staff/promotions?state=active&limit=100', staffActor('associate'));
    expect(listed.body.items.find((item: { id: string }) => item.id === made.body.id)).toMatchObject({
      variantCount: 1,
    });
    const ended = await app.call('PATCH', `/api/staff/promotions/${made.body.id}`, admin, {
      version: made.body.version,
      endsAt: 'now',
    });
    expect(ended.body).toMatchObject({ state: 'ended' });
    const archived = await app.call('POST', `/api/staff/promotions/${made.body.id}/archive`, admin, {
      version: ended.body.version,
    });
    expect(archived.body).toMatchObject({ state: 'archived' });
    expect((await app.call('GET', '/api/staff/promotions?state=archived', admin)).body.items.length).toBeGreaterThan(0);
    expect(
      (await app.call('PATCH', `/api/staff/promotions/${newId()}`, admin, { version: 1, endsAt: 'now' })).status,
    ).toBe(404);
    expect((await app.call('POST', '/api/staff/promotions', staffActor('manager'), {})).status).toBe(403);
    const bad = { market: 'PL', name: text('x'), basisPoints: 10_000, variantIds: 'all' };
    expect((await app.call('POST', '/api/staff/promotions', admin, bad)).status).toBe(400);
  });

  test('a list of promotions is paged without losing or doubling one, at one statement a page', async () => {
    const total = (await app.call('GET', '/api/staff/promotions?limit=100', admin)).body.items.map(
      (item: { id: string }) => item.id,
    );
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await app.call('GET', `/api/staff/promotions?limit=3${cursor}`, admin);
      seen.push(...body.items.map((item: { id: string }) => item.id));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(seen).toEqual(total);
    expect(total.length).toBeGreaterThan(5);
    expect(await statementsOf(() => app.call('GET', '/api/staff/promotions?limit=50', admin))).toBe(1);
  });
});
