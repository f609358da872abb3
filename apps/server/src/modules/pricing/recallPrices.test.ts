import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../../kernel/context.ts';
import { addTaxRate, endPromotion, quotePrices, recallPrices, setTaxClasses } from './index.ts';
import { day, type PricingScene, pricingScene, statementsOf } from './pricing.fixture.ts';

let scene: PricingScene;

beforeAll(async () => {
  scene = await pricingScene();
  scene.server.base.memory.trust(600_000);
});
afterAll(() => scene?.stop());

/** What is remembered, which must be what the database says at that instant. */
async function recalled(variantId: string, at: Ctx = scene.ctx) {
  const [known, fresh] = await Promise.all([recallPrices(at, 'PL', [variantId]), quotePrices(at, 'PL', [variantId])]);
  expect(known).toEqual(fresh);
  return known.get(variantId);
}

describe('a remembered price', () => {
  test('costs no statement', async () => {
    const sofa = await scene.offered();
    await recallPrices(scene.ctx, 'PL', [sofa]);
    expect(await statementsOf(() => recallPrices(scene.ctx, 'PL', [sofa]))).toBe(0);
  });

  test('is the new one as soon as it was set here; that something has no price is remembered and forgotten alike', async () => {
    const sofa = await scene.offered(20_000);
    expect((await recalled(sofa))?.unit.amount).toBe(20_000);
    await scene.set(sofa, 21_000);
    expect((await recalled(sofa))?.unit.amount).toBe(21_000);
    const lamp = crypto.randomUUID();
    expect(await recalled(lamp)).toBeUndefined();
    await scene.set(lamp, 9_900);
    expect((await recalled(lamp))?.unit.amount).toBe(9_900);
  });

  test('follows a promotion that begins and ends by the clock alone, though nobody says so', async () => {
    const sofa = await scene.offered(20_000);
    const promotion = await scene.promote([sofa], 1_000, { startsAt: scene.inDays(2), endsAt: scene.inDays(4) });
    const unitAt = async (days: number) => (await recalled(sofa, scene.later(days)))?.unit.amount;
    expect(await unitAt(0)).toBe(20_000);
    expect(await unitAt(1.999)).toBe(20_000);
    expect(await unitAt(2)).toBe(18_000);
    expect((await recalled(sofa, scene.later(3)))?.reduction).toMatchObject({ percentOff: 10 });
    expect(await unitAt(4)).toBe(20_000);
    // A clock that was set back (the story does it) finds what was true then.
    expect(await unitAt(3)).toBe(18_000);
    await endPromotion(scene.ctx, { promotionId: promotion.id, endsAt: 'now' });
    expect(await unitAt(3)).toBe(20_000);
  });

  test('follows tax: a rate that begins, and goods that come into another class', async () => {
    const book = await scene.offered(5_000);
    expect((await recalled(book))?.taxRateBp).toBe(2_300);
    await setTaxClasses(scene.ctx, [{ variantId: book, taxClass: 'books' }]);
    expect((await recalled(book))?.taxRateBp).toBe(500);
    const from = new Date(scene.ctx.clock.now().getTime() + 10 * day);
    await addTaxRate(scene.ctx, { market: 'PL', taxClass: 'books', rateBp: 700, validFrom: from });
    expect((await recalled(book))?.taxRateBp).toBe(500);
    expect((await recalled(book, scene.later(11)))?.taxRateBp).toBe(700);
  });
});
