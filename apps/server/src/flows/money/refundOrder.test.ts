import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { inTransaction } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/result.ts';
import { type Claimed, findUnresolved, paymentsOf, recordStorePayment } from '../../modules/payments/index.ts';
import { claimRefunds, performRefunds } from './refundOrder.ts';
import { shareRefund } from './shareRefund.ts';

let one: TestServer;
let two: TestServer;

beforeAll(async () => {
  one = await testServer();
  two = await testServer({ sharing: one });
});
afterAll(async () => {
  await two?.stop();
  await one?.stop();
});

const pln = (amount: number) => ({ amount, currency: 'PLN' });

/** An order paid at the counter in these parts, the first first. */
async function paidOrder(parts: readonly number[]): Promise<string> {
  const orderId = newId();
  const total = parts.reduce((sum, part) => sum + part, 0);
  for (const part of parts) {
    const paid = await recordStorePayment(one.ctx(), {
      orderId,
      orderTotal: pln(total),
      amount: pln(part),
      method: 'cash',
      locationId: newId(),
      key: newId(),
    });
    if (!paid.ok) throw new Error(paid.reason);
    one.clock.travel(1000);
  }
  return orderId;
}

const claim = (server: TestServer, orderId: string, amount: number, key: string = newId()) =>
  inTransaction(server.ctx(), (tx) => claimRefunds(tx, { orderId, amount: pln(amount), key, reason: 'a test' }));

async function refundedOf(orderId: string): Promise<number[]> {
  return ((await paymentsOf(one.ctx(), [orderId])).get(orderId) ?? []).map((payment) => payment.refunded.amount);
}

test('what is given back goes to the last payment first, and to the earlier ones only with the rest', async () => {
  const orderId = await paidOrder([3000, 7000]);
  const first = await claim(one, orderId, 5000);
  if (!first.ok) throw new Error(first.reason);
  expect((await performRefunds(one.ctx(), first.value)).map(({ movement }) => movement.state)).toEqual(['done']);
  expect(await refundedOf(orderId)).toEqual([0, 5000]);
  const second = await claim(one, orderId, 4000);
  if (!second.ok) throw new Error(second.reason);
  await performRefunds(one.ctx(), second.value);
  expect(await refundedOf(orderId)).toEqual([2000, 7000]);
  const third = await claim(one, orderId, 1001);
  expect(third).toMatchObject({
    ok: false,
    reason: 'refund_exceeds_payment',
    details: { left: [{ refundable: pln(1000) }, { refundable: pln(0) }] },
  });
});

test('one key is one refund, also on two servers at once; another amount under it is refused', async () => {
  const orderId = await paidOrder([1000, 1000]);
  const key = newId();
  const both = await Promise.all([claim(one, orderId, 1500, key), claim(two, orderId, 1500, key)]);
  const ids = both.map((claimed) => claimed.ok && claimed.value.map(({ movement }) => movement.id).sort());
  expect(ids[0]).toEqual(ids[1]);
  await Promise.all(both.map((claimed, at) => performRefunds((at ? two : one).ctx(), claimed.ok ? claimed.value : [])));
  expect(await refundedOf(orderId)).toEqual([500, 1000]);
  await expect(claim(two, orderId, 200, key)).rejects.toMatchObject({ code: 'idempotency_key_reused' });
});

test('a refund that was claimed when the server died is found and done by the next one', async () => {
  const orderId = await paidOrder([900]);
  await claim(one, orderId, 400);
  two.clock.travel(3_600_000);
  const waiting = (await findUnresolved(two.ctx(), { olderThanSeconds: 60 })).filter(
    ({ payment }) => payment.orderId === orderId,
  );
  await performRefunds(two.ctx(), waiting);
  expect(await refundedOf(orderId)).toEqual([400]);
});

test('refunds are asked outside a transaction only', async () => {
  const orderId = await paidOrder([900]);
  await expect(
    inTransaction(one.ctx(), async (tx) => {
      const claimed = await claimRefunds(tx, { orderId, amount: pln(100), key: newId(), reason: 'a test' });
      return performRefunds(tx, claimed.ok ? claimed.value : []);
    }),
  ).rejects.toThrow('inside a transaction');
  expect(await refundedOf(orderId)).toEqual([0]);
});

const amounts = fc.integer({ min: 1, max: 40 });

test('whatever is asked back, in whatever order and on whatever server, no means gives back more than it took', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(amounts, { minLength: 1, maxLength: 3 }),
      fc.array(fc.array(fc.tuple(amounts, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 4 }), {
        minLength: 1,
        maxLength: 3,
      }),
      async (paid, rounds) => {
        const orderId = await paidOrder(paid);
        let promised = 0;
        for (const round of rounds) {
          const answers = await Promise.all(
            round.map(async ([amount, onSecond, performs]) => {
              const server = onSecond ? two : one;
              const claimed = await claim(server, orderId, amount);
              if (claimed instanceof Refusal) return 0;
              if (performs) await performRefunds(server.ctx(), claimed.value);
              return claimed.value.reduce((sum: number, { movement }: Claimed) => sum + movement.amount.amount, 0);
            }),
          );
          promised += answers.reduce((sum, amount) => sum + amount, 0);
        }
        const { rows } = await sql<{ captured: number; gone: number }>`
          select p.captured, coalesce((select sum(m.amount) from payments.movement m where m.payment_id = p.id and m.kind = 'refund'), 0)::bigint as gone
          from payments.payment p where p.order_id = ${orderId}`.execute(one.base.db);
        for (const row of rows) expect(row.gone).toBeLessThanOrEqual(row.captured);
        expect(rows.reduce((sum, row) => sum + row.gone, 0)).toBe(promised);
        expect(promised).toBeLessThanOrEqual(paid.reduce((sum, part) => sum + part, 0));
      },
    ),
    { numRuns: 12 },
  );
});

test('an amount is shared out to the last unit, or not at all', () => {
  fc.assert(
    fc.property(amounts, fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 5 }), (amount, lefts) => {
      const payments = lefts.map((left, at) => ({ paymentId: String(at), left }));
      const shares = shareRefund(amount, payments);
      const sum = lefts.reduce((total, left) => total + left, 0);
      if (sum < amount) {
        expect(shares).toBeUndefined();
        return;
      }
      expect(shares?.reduce((total, share) => total + share.left, 0)).toBe(amount);
      for (const share of shares ?? []) expect(share.left).toBeLessThanOrEqual(lefts[Number(share.paymentId)] ?? 0);
    }),
  );
});
