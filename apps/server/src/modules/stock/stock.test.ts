import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import {
  availability,
  changeOnHand,
  commitReservations,
  consumeReservations,
  extendReservation,
  getReservations,
  type ReserveRequest,
  reconcileStock,
  releaseReservations,
  reserve,
  setLevelLimits,
  sweepExpired,
} from './index.ts';

const minutes = (count: number) => count * 60_000;

let server: TestServer;
let second: TestServer;

beforeAll(async () => {
  server = await testServer();
  second = await testServer({ sharing: server });
});
afterAll(async () => {
  await second.stop();
  await server.stop();
});

async function stocked(ctx: Ctx, units: number): Promise<{ variantId: string; locationId: string }> {
  const level = { variantId: newId(), locationId: newId() };
  const changed = await changeOnHand(ctx, [{ ...level, kind: 'receive', delta: units, reason: 'delivery' }]);
  expect(changed.ok).toBe(true);
  return level;
}

function request(
  ctx: Ctx,
  lines: { variantId: string; locationId: string; quantity?: number; allowDisplay?: boolean }[],
  more: Partial<ReserveRequest> = {},
): ReserveRequest {
  return {
    id: newId(),
    owner: { kind: 'cart_line', id: newId() },
    subjectId: newId(),
    purpose: 'checkout',
    expiresAt: new Date(ctx.clock.now().getTime() + minutes(15)),
    lines: lines.map((line) => ({ quantity: 1, allowDisplay: true, ...line })),
    context: {},
    ...more,
  };
}

async function free(ctx: Ctx, level: { variantId: string }): Promise<number> {
  return (await availability(ctx, { variantIds: [level.variantId] })).reduce((sum, row) => sum + row.available, 0);
}

describe('stock that cannot be oversold', () => {
  it('the last sofa is held once, with 300 buyers and two servers', async () => {
    const level = await stocked(server.ctx(), 1);
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, n) => {
        const ctx = (n % 2 ? server : second).ctx();
        return reserve(ctx, request(ctx, [level]));
      }),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const refused = answers.find((answer) => !answer.ok);
    expect(refused).toMatchObject({
      reason: 'insufficient_stock',
      details: { shortfall: [{ requested: 1, available: 0 }] },
    });
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('without the lock (check first, write later) the last sofa would be sold many times over', async () => {
    // The protection replaced by a naive version: what most shops do. It must fail, or the test above proves nothing.
    const level = await stocked(server.ctx(), 1);
    const naive = async (ctx: Ctx): Promise<boolean> => {
      if ((await free(ctx, level)) < 1) return false;
      await ctx.db
        .withTables<{ 'stock.level': { variant_id: string; reserved: number } }>()
        .updateTable('stock.level')
        .set((eb) => ({ reserved: eb('reserved', '+', 1) }))
        .where('variant_id', '=', level.variantId)
        .execute();
      return true;
    };
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => naive((n % 2 ? server : second).ctx())));
    expect(answers.filter(Boolean).length).toBeGreaterThan(1);
    // Mended, so that the sums of this database stay true for the other tests.
    await server
      .ctx()
      .db.withTables<{ 'stock.level': { variant_id: string; reserved: number } }>()
      .updateTable('stock.level')
      .set({ reserved: 0 })
      .where('variant_id', '=', level.variantId)
      .execute();
  });

  it('baskets in random order over shared goods never deadlock and never hold a part', async () => {
    const levels = await Promise.all(Array.from({ length: 8 }, () => stocked(server.ctx(), 30)));
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => {
        const ctx = (n % 2 ? server : second).ctx();
        const lines = [...levels].sort(() => ((n * 7919) % 13) - 6).slice(0, 1 + (n % 6));
        return reserve(ctx, request(ctx, lines));
      }),
    );
    const held = answers.filter((answer) => answer.ok);
    expect(held.length).toBeGreaterThan(30);
    expect(await reconcileStock(server.ctx())).toEqual([]);
    for (const level of levels) expect(await free(server.ctx(), level)).toBeGreaterThanOrEqual(0);
    for (const answer of held) {
      const [reservation] = [...(await getReservations(server.ctx(), [answer.value.reservationId])).values()];
      expect(reservation?.lines).toHaveLength(answer.value.lines.length);
    }
  });

  it('two lines of one basket that share an item are judged together', async () => {
    const level = await stocked(server.ctx(), 1);
    const ctx = server.ctx();
    const answer = await reserve(ctx, request(ctx, [level, level]));
    expect(answer).toMatchObject({ ok: false, details: { shortfall: [{ requested: 2, available: 1 }] } });
  });

  it('an expired hold is free for the next at once, without a sweeper', async () => {
    const level = await stocked(server.ctx(), 1);
    const ctx = server.ctx();
    const first = await reserve(ctx, request(ctx, [level], { expiresAt: new Date(ctx.clock.now().getTime() + 1_000) }));
    expect(first.ok).toBe(true);
    expect(await free(ctx, level)).toBe(0);
    server.clock.travel(2_000);
    expect(await free(ctx, level)).toBe(1);
    const next = await reserve(ctx, request(ctx, [level]));
    expect(next.ok).toBe(true);
    expect(await reconcileStock(ctx)).toEqual([]);
  });

  it('the same key holds once, also when both calls are under way on two servers', async () => {
    const level = await stocked(server.ctx(), 10);
    const idempotency = { key: newId(), fingerprint: 'same' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => {
        const ctx = (n % 2 ? server : second).ctx({ idempotency });
        return reserve(ctx, request(ctx, [level]));
      }),
    );
    const ids = new Set(answers.map((answer) => (answer.ok ? answer.value.reservationId : 'refused')));
    expect(ids.size).toBe(1);
    expect(await free(server.ctx(), level)).toBe(9);
    const other = server.ctx({ idempotency: { ...idempotency, fingerprint: 'another body' } });
    await expect(reserve(other, request(other, [level]))).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('a person is never blocked by an old hold of their own', async () => {
    const level = await stocked(server.ctx(), 1);
    const ctx = server.ctx();
    const first = await reserve(ctx, request(ctx, [level]));
    if (!first.ok) throw new Error('not held');
    const again = await reserve(ctx, request(ctx, [level], { owner: first.value.owner }));
    expect(again.ok).toBe(true);
    expect((await getReservations(ctx, [first.value.reservationId])).get(first.value.reservationId)?.state).toBe(
      'released',
    );
    const tooMany = await reserve(ctx, request(ctx, [{ ...level, quantity: 2 }], { owner: first.value.owner }));
    expect(tooMany.ok).toBe(false);
    expect(await free(ctx, level)).toBe(0);
    expect(await reconcileStock(ctx)).toEqual([]);
  });

  it('a display piece may be held for collection but not for shipping', async () => {
    const ctx = server.ctx();
    const level = await stocked(ctx, 1);
    await setLevelLimits(ctx, [{ ...level, safety: 0, display: 1, incoming: 0, incomingAt: null }]);
    expect((await reserve(ctx, request(ctx, [{ ...level, allowDisplay: false }]))).ok).toBe(false);
    expect((await reserve(ctx, request(ctx, [{ ...level, allowDisplay: true }]))).ok).toBe(true);
  });

  it('a hold that was committed in time is not written off; one that ran out cannot be committed or collected', async () => {
    const ctx = server.ctx();
    const level = await stocked(ctx, 2);
    const soon = () => new Date(ctx.clock.now().getTime() + 1_000);
    const paid = await reserve(ctx, request(ctx, [level], { expiresAt: soon() }));
    const late = await reserve(ctx, request(ctx, [level], { expiresAt: soon() }));
    if (!paid.ok || !late.ok) throw new Error('not held');
    expect((await inTransaction(ctx, (tx) => commitReservations(tx, [paid.value.reservationId], undefined))).ok).toBe(
      true,
    );
    server.clock.travel(2_000);
    expect((await inTransaction(ctx, (tx) => commitReservations(tx, [late.value.reservationId], undefined))).ok).toBe(
      false,
    );
    expect((await inTransaction(ctx, (tx) => consumeReservations(tx, [late.value.reservationId]))).ok).toBe(false);
    expect((await inTransaction(ctx, (tx) => extendReservation(tx, late.value.reservationId, soon()))).ok).toBe(false);
    expect(await sweepExpired(ctx)).toBeGreaterThanOrEqual(1);
    expect(await free(ctx, level)).toBe(1);
    expect((await inTransaction(ctx, (tx) => consumeReservations(tx, [paid.value.reservationId]))).ok).toBe(true);
    expect(await free(ctx, level)).toBe(1);
    expect(await reconcileStock(ctx)).toEqual([]);
  });

  it('commit and write-off at the same moment: exactly one of them wins', async () => {
    const level = await stocked(server.ctx(), 20);
    for (let round = 0; round < 10; round += 1) {
      const ctx = server.ctx();
      const expiresAt = new Date(ctx.clock.now().getTime() + 1_000);
      const hold = await reserve(ctx, request(ctx, [level], { expiresAt }));
      if (!hold.ok) throw new Error('not held');
      const late = second.ctx({ clock: { now: () => new Date(expiresAt.getTime() + 1) } });
      const [committed] = await Promise.all([
        inTransaction(ctx, (tx) => commitReservations(tx, [hold.value.reservationId], undefined)),
        sweepExpired(late),
      ]);
      const state = (await getReservations(ctx, [hold.value.reservationId])).get(hold.value.reservationId)?.state;
      expect(state).toBe(committed.ok ? 'committed' : 'expired');
    }
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('a count below what is held marks the newest holds at risk and says so once', async () => {
    const ctx = server.ctx();
    const level = await stocked(ctx, 3);
    const holds = [];
    for (let n = 0; n < 3; n += 1) {
      const hold = await reserve(ctx, request(ctx, [level]));
      if (hold.ok) holds.push(hold.value.reservationId);
    }
    await changeOnHand(ctx, [{ ...level, kind: 'count', counted: 1, reason: 'two are not on the shelf' }]);
    await changeOnHand(ctx, [{ ...level, kind: 'count', counted: 1, reason: 'counted again' }]);
    const states = await getReservations(ctx, holds);
    expect(holds.map((id) => states.get(id)?.atRisk)).toEqual([false, true, true]);
    const events = await ctx.db
      .withTables<{ 'kernel.outbox': { type: string; aggregate_id: string } }>()
      .selectFrom('kernel.outbox')
      .select('aggregate_id')
      .where('type', '=', 'stock.reservation.at_risk')
      .where('aggregate_id', 'in', holds)
      .execute();
    expect(events).toHaveLength(2);
    const below = await changeOnHand(ctx, [{ ...level, kind: 'adjust', delta: -5, reason: 'typing error' }]);
    expect(below.ok).toBe(false);
    expect(await reconcileStock(ctx)).toEqual([]);
  });

  it('the ledger cannot be rewritten', async () => {
    const level = await stocked(server.ctx(), 1);
    const change = server
      .ctx()
      .db.withTables<{ 'stock.movement': { variant_id: string; reason: string } }>()
      .updateTable('stock.movement')
      .set({ reason: 'nothing happened' })
      .where('variant_id', '=', level.variantId)
      .execute();
    await expect(change).rejects.toThrow(/append-only/);
  });

  it('whatever happens, in whatever order, sums agree and nothing is promised twice', async () => {
    const act = fc.oneof(
      fc.record({
        do: fc.constant('hold' as const),
        level: fc.nat(2),
        quantity: fc.integer({ min: 1, max: 4 }),
        other: fc.nat(2),
      }),
      fc.record({ do: fc.constantFrom('release' as const, 'consume' as const, 'commit' as const), hold: fc.nat(20) }),
      fc.record({ do: fc.constant('count' as const), level: fc.nat(2), counted: fc.nat(6) }),
      fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 40 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 25 }), async (acts) => {
        const ctx = server.ctx();
        const levels = await Promise.all([4, 2, 0].map((units) => stocked(ctx, units || 1)));
        const holds: string[] = [];
        for (const step of acts) {
          if (step.do === 'hold') {
            const lines = [levels[step.level], levels[step.other]].flatMap((level) =>
              level ? [{ ...level, quantity: step.quantity }] : [],
            );
            const before = await Promise.all(levels.map((level) => free(ctx, level)));
            const answer = await reserve(
              ctx,
              request(ctx, lines, { expiresAt: new Date(ctx.clock.now().getTime() + 30_000) }),
            );
            if (answer.ok) holds.push(answer.value.reservationId);
            const demand = levels.map((level) =>
              lines.filter((line) => line.variantId === level.variantId).reduce((sum, line) => sum + line.quantity, 0),
            );
            expect(answer.ok).toBe(demand.every((quantity, n) => quantity === 0 || quantity <= (before[n] ?? 0)));
          } else if (step.do === 'wait') server.clock.travel(step.seconds * 1_000);
          else if (step.do === 'count') {
            const level = levels[step.level];
            if (level) await changeOnHand(ctx, [{ ...level, kind: 'count', counted: step.counted, reason: 'counted' }]);
          } else {
            const id = holds[step.hold % Math.max(1, holds.length)];
            if (!id) continue;
            await inTransaction(ctx, async (tx) => {
              if (step.do === 'release') await releaseReservations(tx, [id], 'changed mind');
              else if (step.do === 'commit') await commitReservations(tx, [id], undefined);
              else await consumeReservations(tx, [id]);
            }).catch((error: unknown) => {
              // Goods that a count says are not there cannot leave the house; the CHECK says so and nothing changed.
              expect(String(error)).toMatch(/level_on_hand_check/);
            });
          }
        }
        expect(await reconcileStock(ctx)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
