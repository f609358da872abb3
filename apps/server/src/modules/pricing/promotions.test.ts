import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../../../test/testServer.ts';
import { newId } from '../../kernel/ids.ts';
import { staffActor } from '../settings/appAs.fixture.ts';
import {
  archivePromotion,
  endPromotion,
  getPromotion,
  importPrices,
  importPromotion,
  priceHistory,
  promotionByCode,
  quotePrices,
  savePromotion,
} from './index.ts';
import { judgeReduction } from './judgeReduction.ts';
import { day, type PricingScene, pln, pricingScene, text } from './pricing.fixture.ts';
import { promotionClock } from './tellPromotions.ts';

let scene: PricingScene;
let server: PricingScene['server'];
let second: PricingScene['second'];
let ctx: PricingScene['ctx'];

beforeAll(async () => {
  scene = await pricingScene();
  ({ server, second, ctx } = scene);
});
afterAll(() => scene?.stop());

const admin = staffActor('admin');

describe('promotions', () => {
  test('a quote read with a part of the past is what the whole past says, for any histories and promotions', async () => {
    const now = ctx.clock.now().getTime();
    const ago = (days: number) => new Date(now - Math.round(days * day));
    const days = (max: number) => fc.double({ min: 0.01, max, noNaN: true });
    const row = fc.record({
      days: fc.integer({ min: 1, max: 90 * 48 }).map((n) => n / 48),
      gross: fc.integer({ min: 100, max: 130 }),
    });
    const history = fc.uniqueArray(row, { minLength: 1, maxLength: 6, selector: ({ days }) => days });
    const seed = Math.floor(Math.random() * 2 ** 31);
    const histories = fc.sample(history, { numRuns: 60, seed });
    const ids = histories.map(() => newId());
    // One reduction is certain, so that a draw without any cannot pass for agreement about reductions.
    const reducedForSure = await scene.offered(12_000);
    await scene.promote([reducedForSure], 1000);
    await importPrices(
      ctx,
      histories.flatMap((history, index) =>
        history.map((row) => ({
          variantId: ids[index] ?? '',
          market: 'PL',
          gross: pln(row.gross),
          validFrom: ago(row.days),
        })),
      ),
    );
    const promotions = fc.sample(
      fc.record({
        from: days(80),
        length: fc.option(days(40)),
        basisPoints: fc.constantFrom(100, 500, 1000, 2000, 3000),
        variants: fc.subarray(ids, { minLength: 1 }),
        coded: fc.boolean(),
      }),
      { numRuns: 14, seed },
    );
    const made = [];
    for (const [index, { from, length, basisPoints, variants, coded }] of promotions.entries()) {
      const endsAt = length === null ? null : new Date(ago(from).getTime() + Math.ceil(length * day));
      const code = coded ? `SAMPLE-${index}` : null;
      made.push(
        await importPromotion(ctx, {
          market: 'PL',
          name: text('x'),
          basisPoints,
          variantIds: variants,
          code,
          startsAt: ago(from),
          endsAt,
        }),
      );
    }
    const quotes = await quotePrices(ctx, 'PL', [reducedForSure, ...ids]);
    expect(quotes.get(reducedForSure)?.reduction).not.toBeNull();
    for (const variantId of [reducedForSure, ...ids]) {
      const { rows, promotions: all } = await priceHistory(ctx, variantId, 'PL');
      const judged = judgeReduction(rows, all, 'Europe/Warsaw', ctx.clock.now());
      const quoted = quotes.get(variantId);
      const said = {
        unit: quoted?.unit.amount,
        low: quoted?.reduction?.lowest30.amount,
        percentOff: quoted?.reduction?.percentOff,
      };
      expect(said, `drawn with seed ${seed}`).toEqual({
        unit: judged?.unit,
        low: judged?.percentOff === undefined ? undefined : judged.prior?.lowest,
        percentOff: judged?.percentOff,
      });
    }
    for (const { id } of made) await archivePromotion(ctx, { promotionId: id });
  });

  test('a reduction shows the 30-day low and the percentage from it, from its first moment to its last', async () => {
    const variantId = await scene.offered(25_000);
    const { id } = await scene.promote([variantId], 2000, { endsAt: new Date(ctx.clock.now().getTime() + 60 * day) });
    const expected = { promotionId: id, name: text('20 %'), lowest30: pln(25_000), percentOff: 20 };
    expect(await scene.quote(variantId)).toMatchObject({ list: pln(25_000), unit: pln(20_000), reduction: expected });
    for (const days of [1, 29, 31, 59]) {
      const later = scene.later(days);
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
    await scene.promote([variantId], 2367);
    expect(await scene.quote(variantId)).toMatchObject({ list: pln(169), unit: pln(129), reduction: null });
  });

  test('an earlier promotion of the last 30 days is what the next one is measured by', async () => {
    const variantId = await scene.offered(10_000);
    const now = ctx.clock.now().getTime();
    await importPromotion(ctx, {
      market: 'PL',
      name: text('before'),
      basisPoints: 1000,
      variantIds: [variantId],
      startsAt: new Date(now - 20 * day),
      endsAt: new Date(now - 10 * day),
    });
    await scene.promote([variantId], 2500);
    expect(await scene.quote(variantId)).toMatchObject({
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
    const [variantId, other] = [await scene.offered(10_000), await scene.offered(10_000)];
    await scene.promote([variantId], 1000);
    const best = await scene.promote([variantId], 3000);
    expect(await scene.quote(variantId)).toMatchObject({ unit: pln(7_000), reduction: { promotionId: best.id } });
    expect(await scene.quote(other)).toMatchObject({ unit: pln(10_000), reduction: null });
    await endPromotion(ctx, { promotionId: best.id, endsAt: 'now' });
    // Back under the smaller one: the days at 70.00 were just now, not before the day, so its window is what it was.
    expect(await scene.quote(variantId)).toMatchObject({
      unit: pln(9_000),
      reduction: { lowest30: pln(10_000), percentOff: 10 },
    });
  });

  test('a promotion on everything reaches what gets its price later', async () => {
    const { id } = await scene.promote('all', 500);
    const variantId = newId();
    await scene.set(variantId, 10_000);
    // First offered under the promotion: there is no prior price to announce it by.
    expect(await scene.quote(variantId)).toMatchObject({ unit: pln(9_500), reduction: null });
    await archivePromotion(ctx, { promotionId: id });
    expect(await scene.quote(variantId)).toMatchObject({ unit: pln(10_000) });
  });

  test('a code is found as typed while it is in force, for the variants asked about, and lowers no shown price', async () => {
    const [a, b] = [await scene.offered(), await scene.offered()];
    const later = new Date(ctx.clock.now().getTime() + day);
    const { id } = await scene.promote([a, b], 1500, { code: 'welcome-15', endsAt: later });
    expect(await promotionByCode(ctx, ' Welcome-15 ', { market: 'PL', variantIds: [a, newId()] })).toEqual({
      ok: true,
      value: { id, name: text('15 %'), basisPoints: 1500, variantIds: [a], code: 'WELCOME-15' },
    });
    expect((await scene.quote(a))?.unit).toEqual(pln(25_000));
    for (const bad of [
      promotionByCode(ctx, 'WELCOME'),
      promotionByCode(ctx, 'WELCOME-15', { market: 'DE' }),
      promotionByCode({ ...ctx, clock: { now: () => later } }, 'WELCOME-15'),
    ]) {
      expect(await bad).toMatchObject({ ok: false, reason: 'promotion_code_invalid' });
    }
    await expect(scene.promote('all', 1000, { code: 'Welcome-15' })).rejects.toMatchObject({ code: 'already_exists' });
    await archivePromotion(ctx, { promotionId: id });
    const again = await scene.promote('all', 1000, { code: 'WELCOME-15' });
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
    const variantId = await scene.offered();
    const now = ctx.clock.now().getTime();
    const { id, version } = await scene.promote([variantId], 2000, { endsAt: new Date(now + 5 * day) });
    const moved = await endPromotion(ctx, { promotionId: id, endsAt: null, version });
    expect((await getPromotion(ctx, id)).endsAt).toBeNull();
    await expect(endPromotion(ctx, { promotionId: id, endsAt: null, version })).rejects.toMatchObject({
      code: 'version_conflict',
    });
    await expect(endPromotion(ctx, { promotionId: id, endsAt: new Date(now - day) })).rejects.toMatchObject({
      code: 'invalid_request',
    });
    await endPromotion(ctx, { promotionId: id, endsAt: 'now', version: moved.version });
    expect((await scene.quote(variantId))?.unit).toEqual(pln(25_000));
    await expect(endPromotion(ctx, { promotionId: id, endsAt: null })).rejects.toMatchObject({
      code: 'illegal_transition',
    });
    await archivePromotion(ctx, { promotionId: id });
    expect(await getPromotion(ctx, id)).toMatchObject({ state: 'archived' });
    // Archived is not forgotten: its prices were asked.
    expect((await priceHistory(ctx, variantId, 'PL')).applied.map(({ unit }) => unit)).toContain(20_000);
  });

  test('one that is ended before it begins never begins', async () => {
    const variantId = await scene.offered();
    const { id } = await scene.promote([variantId], 2000, { startsAt: new Date(ctx.clock.now().getTime() + day) });
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
    const { id } = await scene.promote([newId()], 2000, {
      startsAt: new Date(now + day),
      endsAt: new Date(now + 2 * day),
    });
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
