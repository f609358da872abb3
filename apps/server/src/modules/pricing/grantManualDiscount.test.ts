import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { staffActor } from '../settings/appAs.fixture.ts';
import { saveLimits } from '../settings/index.ts';
import { grantManualDiscount } from './index.ts';
import { type PricingScene, pln, pricingScene } from './pricing.fixture.ts';

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
