import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { staffActor } from '../settings/appAs.fixture.ts';
import { importPrices } from './index.ts';
import { makeVariants, type PricingScene, pln, pricingScene, statementsOf, text, warsaw } from './pricing.fixture.ts';

let scene: PricingScene;
let ctx: PricingScene['ctx'];

beforeAll(async () => {
  scene = await pricingScene();
  ({ ctx } = scene);
});
afterAll(() => scene?.stop());

const admin = staffActor('admin');

describe('over HTTP', () => {
  const machine = (...scopes: ('prices:write' | 'stock:write')[]) =>
    ({ kind: 'machine', keyId: newId(), scopes }) as const;

  test('an admin or a key with the scope sets prices; nobody else does', async () => {
    const variantId = (await makeVariants(ctx, 1))[0] ?? '';
    const body = { market: 'PL', reason: 'spring list', prices: [{ variantId, gross: pln(12_345) }] };
    for (const [who, status] of [
      [undefined, 401],
      [staffActor('manager'), 403],
      [machine('stock:write'), 403],
      [machine('prices:write'), 200],
      [admin, 200],
    ] as const) {
      expect((await scene.app.call('PUT', '/api/staff/prices', who, body)).status, JSON.stringify(who)).toBe(status);
    }
    for (const wrong of [
      { ...body, reason: '' },
      { ...body, prices: [] },
      { ...body, prices: [{ variantId, gross: { amount: '1', currency: 'PLN' } }] },
      { ...body, extra: 1 },
    ]) {
      expect((await scene.app.call('PUT', '/api/staff/prices', admin, wrong)).status).toBe(400);
    }
    const seen = await scene.app.call('GET', `/api/shop/prices?variantIds=${variantId}&variantIds=${newId()}`);
    expect(seen).toMatchObject({
      status: 200,
      body: { items: [{ variantId, unit: pln(12_345), list: pln(12_345), reduction: null, taxRateBp: 2300 }] },
    });
    expect(seen.body.items).toHaveLength(1);
    expect(
      (
        await scene.app.call(
          'GET',
          `/api/shop/prices?${Array.from({ length: 51 }, () => `variantIds=${newId()}`).join('&')}`,
        )
      ).status,
    ).toBe(400);
  });

  test('a price or a promotion for a variant that does not exist is refused by its id, and nothing is written', async () => {
    const [variantId = ''] = await makeVariants(ctx, 1);
    const unknown = [newId(), newId()];
    const prices = [variantId, ...unknown].map((id) => ({ variantId: id, gross: pln(5_000) }));
    const priced = await scene.app.call('PUT', '/api/staff/prices', admin, { market: 'PL', reason: 'a list', prices });
    expect(priced).toMatchObject({
      status: 404,
      body: { code: 'not_found', unknown, detail: expect.stringContaining(unknown.join(', ')) },
    });
    const promoted = await scene.app.call('POST', '/api/staff/promotions', admin, {
      market: 'PL',
      name: text('Nobody’s'),
      basisPoints: 1000,
      variantIds: [variantId, ...unknown],
    });
    expect(promoted).toMatchObject({ status: 404, body: { code: 'not_found', unknown } });
    for (const id of [variantId, ...unknown]) expect(await scene.historyOf(id)).toEqual([]);
    const { items } = (await scene.app.call('GET', '/api/staff/promotions?limit=100', admin)).body;
    expect(items.some((item: { name: { en: string } }) => item.name.en === 'Nobody’s')).toBe(false);
  });

  test('Office sees the history, the 30-day low on a date, and the badge a price would get before saving it', async () => {
    const variantId = newId();
    await importPrices(ctx, [
      { variantId, market: 'PL', gross: pln(30_000), validFrom: warsaw('2026-06-01') },
      { variantId, market: 'PL', gross: pln(24_900), validFrom: warsaw('2026-11-03') },
      { variantId, market: 'PL', gross: pln(30_000), validFrom: warsaw('2026-11-04') },
    ]);
    const look = (query: string) =>
      scene.app.call('GET', `/api/staff/prices/${variantId}?${query}`, staffActor('agent'));
    const { body } = await look('on=2026-11-20&proposed=25000');
    expect(body.history.map((row: { gross: { amount: number } }) => row.gross.amount)).toEqual([
      30_000, 24_900, 30_000,
    ]);
    expect(body.reduction).toEqual({
      date: '2026-11-20',
      lowest30: { amount: pln(24_900), on: '2026-11-03', window: { from: '2026-10-21', to: '2026-11-19' } },
      badge: { shown: false, percentOff: null, why: 'not_below_prior' },
    });
    expect((await look('on=2026-12-21&proposed=25000')).body.reduction).toMatchObject({
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
    const never = await scene.app.call('GET', `/api/staff/prices/${newId()}?proposed=1`, admin);
    expect(never.body).toMatchObject({
      quote: null,
      history: [],
      applied: [],
      reduction: { lowest30: null, badge: { shown: false, why: 'no_prior_price' } },
    });
  });

  test('a promotion from making to archiving', async () => {
    const variantId = (await makeVariants(ctx, 1))[0] ?? '';
    await importPrices(ctx, [{ variantId, market: 'PL', gross: pln(25_000), validFrom: scene.inDays(-60) }]);
    const made = await scene.app.call('POST', '/api/staff/promotions', admin, {
      market: 'PL',
      name: text('Autumn'),
      basisPoints: 1000,
      variantIds: [variantId],
    });
    expect(made).toMatchObject({
      status: 201,
      body: { state: 'active', variantIds: [variantId], endsAt: null, code: null },
    });
    const shown = await scene.app.call('GET', `/api/shop/prices?variantIds=${variantId}`);
    expect(shown.body.items[0]).toMatchObject({
      unit: pln(22_500),
      reduction: { name: { en: 'Autumn' }, lowest30: pln(25_000), percentOff: 10 },
    });
    const listed = await scene.app.call('GET', '/api/staff/promotions?state=active&limit=100', staffActor('associate'));
    expect(listed.body.items.find((item: { id: string }) => item.id === made.body.id)).toMatchObject({
      variantCount: 1,
    });
    const ended = await scene.app.call('PATCH', `/api/staff/promotions/${made.body.id}`, admin, {
      version: made.body.version,
      endsAt: 'now',
    });
    expect(ended.body).toMatchObject({ state: 'ended' });
    const archived = await scene.app.call('POST', `/api/staff/promotions/${made.body.id}/archive`, admin, {
      version: ended.body.version,
    });
    expect(archived.body).toMatchObject({ state: 'archived' });
    expect(
      (await scene.app.call('GET', '/api/staff/promotions?state=archived', admin)).body.items.length,
    ).toBeGreaterThan(0);
    expect(
      (await scene.app.call('PATCH', `/api/staff/promotions/${newId()}`, admin, { version: 1, endsAt: 'now' })).status,
    ).toBe(404);
    expect((await scene.app.call('POST', '/api/staff/promotions', staffActor('manager'), {})).status).toBe(403);
    const bad = { market: 'PL', name: text('x'), basisPoints: 10_000, variantIds: 'all' };
    expect((await scene.app.call('POST', '/api/staff/promotions', admin, bad)).status).toBe(400);
  });

  test('a list of promotions is paged without losing or doubling one, at one statement a page', async () => {
    for (let n = 1; n <= 8; n += 1)
      await scene.promote([newId()], n * 100, { startsAt: scene.inDays(Math.ceil(n / 2)) });
    const total = (await scene.app.call('GET', '/api/staff/promotions?limit=100', admin)).body.items.map(
      (item: { id: string }) => item.id,
    );
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await scene.app.call('GET', `/api/staff/promotions?limit=3${cursor}`, admin);
      seen.push(...body.items.map((item: { id: string }) => item.id));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(seen).toEqual(total);
    expect(total.length).toBeGreaterThan(5);
    expect(await statementsOf(() => scene.app.call('GET', '/api/staff/promotions?limit=50', admin))).toBe(1);
  });
});
