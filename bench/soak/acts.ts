import { randomUUID } from 'node:crypto';
import type { Answer } from '../lib/load.ts';
import type { Caller } from './caller.ts';
import { type KnownOrder, move, type Oracle, place } from './oracle.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

export interface Doing {
  world: World;
  oracle: Oracle;
  caller: Caller;
  random: Random;
}

/** How often each act is done, against the others. */
const weights = { order: 14, pickup: 8, cancel: 10, sell: 12, giveBack: 8, reserve: 34, receive: 8, lose: 6 };
export type Act = keyof typeof weights;

export const chooseAct = (random: Random): Act => random.weighted(weights);

/** Refusals an act may meet because others were quicker; anything else is a fault of the shop. */
const expected = new Set([
  'insufficient_stock',
  'reservation_expired',
  'reservation_not_held',
  'not_cancellable',
  'already_returned',
]);

/** @returns false when it was refused for a reason that belongs to the game */
export async function perform(act: Act, doing: Doing): Promise<boolean> {
  switch (act) {
    case 'order':
      return order(doing, 'delivery');
    case 'pickup':
      return order(doing, 'pickup');
    case 'cancel':
      return cancel(doing);
    case 'sell':
      return sell(doing);
    case 'giveBack':
      return giveBack(doing);
    case 'reserve':
      return reserve(doing);
    case 'receive':
      return change(doing, 'receive', 1 + doing.random.below(3));
    case 'lose':
      return change(doing, 'adjust', -1);
  }
}

const json = (answer: Answer) => JSON.parse(answer.text) as Record<string, never>;

function succeeded(answer: Answer, what: string): boolean {
  if (answer.status < 300) return true;
  const code = String((json(answer) as { code?: string }).code);
  if (answer.status === 409 && expected.has(code)) return false;
  throw new Error(`${what} answered ${answer.status}: ${answer.text.slice(0, 400)}`);
}

interface OrderBody {
  id: string;
  state: string;
  totals: { gross: { amount: number; currency: string } };
  lines: { id: string; kind: string }[];
}

function keep(
  oracle: Oracle,
  body: OrderBody,
  more: Pick<KnownOrder, 'email' | 'cookie' | 'token' | 'kind' | 'state'>,
  at: string,
): void {
  const line = body.lines.find((one) => one.kind === 'goods');
  oracle.orders.set(more.email, {
    ...more,
    id: body.id,
    gross: body.totals.gross.amount,
    line: { id: line?.id ?? '', at, quantity: 1 },
    refunded: 0,
  });
}

/** Place and pay in one call, to the door or for collection. */
async function order({ world, oracle, caller, random }: Doing, kind: 'delivery' | 'pickup'): Promise<boolean> {
  const key = randomUUID();
  const email = `soak-${key}@example.com`;
  const cookie = random.pick(world.shoppers);
  const variantId = random.pick(world.variants);
  const way = kind === 'delivery' ? { method: 'delivery' } : { method: 'pickup', locationId: world.store };
  oracle.inFlight.add(email);
  const answer = await caller.call({
    key,
    method: 'POST',
    path: '/api/shop/orders',
    headers: { cookie },
    body: {
      from: { lines: [{ variantId, quantity: 1, way }] },
      contact: { name: 'Jan Nowak', email },
      ...(kind === 'delivery'
        ? { deliveryAddress: { line1: 'Prosta 1', postcode: '00-850', city: 'Warszawa', country: 'PL' } }
        : {}),
      payment: {
        method: 'card',
        card: { number: '4242 4242 4242 4242', expiryMonth: 12, expiryYear: 2035, cvc: '123' },
      },
    },
  });
  const done = succeeded(answer, 'an order');
  if (done) {
    const { order: body, accessToken: token } = json(answer) as unknown as { order: OrderBody; accessToken: string };
    if (body.state !== 'paid')
      throw new Error(`an order that was answered is ${body.state}: ${answer.text.slice(0, 300)}`);
    const at = place(variantId, kind === 'delivery' ? world.warehouse : world.store);
    keep(oracle, body, { email, cookie, token, kind, state: 'open' }, at);
  }
  oracle.inFlight.delete(email);
  return done;
}

/** One that nobody else is acting on, taken out of the game for as long as this act lasts. */
async function onOne(
  { oracle, random }: Doing,
  fits: (order: KnownOrder) => boolean,
  act: (order: KnownOrder) => Promise<boolean>,
): Promise<boolean> {
  const all = [...oracle.orders.values()].slice(-200).filter((one) => fits(one) && !oracle.inFlight.has(one.email));
  if (all.length === 0) return false;
  const one = random.pick(all);
  oracle.inFlight.add(one.email);
  const done = await act(one);
  oracle.inFlight.delete(one.email);
  return done;
}

const cancel = (doing: Doing) =>
  onOne(
    doing,
    (one) => one.state === 'open',
    async (one) => {
      const answer = await doing.caller.call({
        key: randomUUID(),
        method: 'POST',
        path: `/api/shop/orders/${one.id}/cancel`,
        headers: { cookie: one.cookie },
        body: { token: one.token },
      });
      if (!succeeded(answer, 'a cancellation')) return false;
      one.state = 'cancelled';
      one.refunded = one.gross;
      return true;
    },
  );

async function sell({ world, oracle, caller, random }: Doing): Promise<boolean> {
  const variantId = random.pick(world.variants);
  const goods = { lines: [{ variantId, quantity: 1 }] };
  const headers = { cookie: world.admin };
  const quote = await caller.call({
    key: randomUUID(),
    method: 'POST',
    path: '/api/staff/floor/quote',
    headers,
    body: { locationId: world.store, goods },
  });
  if (!succeeded(quote, 'a quote')) return false;
  const total = (json(quote) as unknown as { totals: { gross: { amount: number; currency: string } } }).totals.gross;
  const key = randomUUID();
  const email = `soak-${key}@example.com`;
  oracle.inFlight.add(email);
  const answer = await caller.call({
    key,
    method: 'POST',
    path: '/api/staff/sales',
    headers,
    body: { locationId: world.store, goods, receiptTo: email, payment: { method: 'cash', amount: total } },
  });
  const done = succeeded(answer, 'a sale');
  if (done) {
    const at = place(variantId, world.store);
    move(oracle, at, -1);
    keep(
      oracle,
      json(answer) as unknown as OrderBody,
      { email, cookie: '', token: '', kind: 'sale', state: 'sold' },
      at,
    );
  }
  oracle.inFlight.delete(email);
  return done;
}

const giveBack = (doing: Doing) =>
  onOne(
    doing,
    (one) => one.state === 'sold',
    async (one) => {
      const { world, caller, oracle } = doing;
      const answer = await caller.call({
        key: randomUUID(),
        method: 'POST',
        path: '/api/staff/returns',
        headers: { cookie: world.admin },
        body: {
          orderId: one.id,
          locationId: world.store,
          lines: [
            {
              orderLineId: one.line.id,
              quantity: 1,
              reason: 'changed_mind',
              rule: 'shop_policy',
              condition: 'unopened',
              outcome: 'restock',
            },
          ],
          payout: 'original',
        },
      });
      if (!succeeded(answer, 'a return')) return false;
      one.state = 'returned';
      one.refunded = one.gross;
      move(oracle, one.line.at, 1);
      return true;
    },
  );

/** A marketplace holds for some seconds, and then takes it, lets it go, or forgets it. */
async function reserve({ world, oracle, caller, random }: Doing): Promise<boolean> {
  const variantIds = [...new Set(Array.from({ length: 1 + random.below(3) }, () => random.pick(world.variants)))];
  const headers = { authorization: `Bearer ${world.machine}` };
  const locationId = random.pick([world.warehouse, world.store]);
  const held = await caller.call({
    key: randomUUID(),
    method: 'POST',
    path: '/api/stock/reservations',
    headers,
    body: {
      reference: `soak-${randomUUID()}`,
      expiresAt: new Date(Date.now() + 3_000 + random.below(4_000)).toISOString(),
      lines: variantIds.map((variantId) => ({ variantId, locationId, quantity: 1, forCollection: true })),
    },
  });
  // Asked again so late that its time was over before anybody answered.
  if (held.status === 400 && held.text.includes('is over already')) return false;
  if (!succeeded(held, 'a reservation')) return false;
  const { id } = json(held) as unknown as { id: string };
  const end = random.weighted({ consume: 4, release: 4, expire: 3 });
  if (end === 'expire') return true;
  const answer = await caller.call({
    key: randomUUID(),
    method: end === 'consume' ? 'POST' : 'DELETE',
    path: `/api/stock/reservations/${id}${end === 'consume' ? '/consume' : ''}`,
    headers,
  });
  if (!succeeded(answer, `the end of a reservation (${end})`)) return false;
  if (end === 'consume') for (const variantId of variantIds) move(oracle, place(variantId, locationId), -1);
  return true;
}

async function change(
  { world, oracle, caller, random }: Doing,
  kind: 'receive' | 'adjust',
  delta: number,
): Promise<boolean> {
  const variantId = random.pick(world.variants);
  const locationId = random.pick([world.warehouse, world.store]);
  const answer = await caller.call({
    key: randomUUID(),
    method: 'POST',
    path: '/api/staff/stock/changes',
    headers: { cookie: world.admin },
    body: { changes: [{ variantId, locationId, kind, delta, reason: 'the soak' }] },
  });
  if (!succeeded(answer, 'a change of stock')) return false;
  move(oracle, place(variantId, locationId), delta);
  return true;
}
