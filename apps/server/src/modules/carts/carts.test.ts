import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import type { Actor, Ctx } from '../../kernel/context.ts';
import { statements } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import type { Result } from '../../kernel/result.ts';
import {
  acceptTerms,
  addLine,
  applyCoupon,
  attachHold,
  type Cart,
  type CartChange,
  cartsOfLines,
  changeLine,
  closeCart,
  createCart,
  createCartsModule,
  createHandoff,
  createHandoffLinks,
  detachHolds,
  discountLine,
  extendHold,
  findHandoffByCode,
  findHandoffByToken,
  getCart,
  handoffsOf,
  mergeCarts,
  type NewLine,
  openCartOf,
  removeLine,
} from './index.ts';

const links = createHandoffLinks({
  publicUrl: 'https://velora.example',
  secret: 'a-secret-for-tests-of-32-characters!',
});
let one: TestServer;
let two: TestServer;

beforeAll(async () => {
  one = await testServer({ extra: [createCartsModule(links)] });
  two = await testServer({ sharing: one, extra: [createCartsModule(links)] });
});
afterAll(async () => {
  await two?.stop();
  await one?.stop();
});

const shopper = (subjectId = newId()): Actor & { subjectId: string } => ({
  kind: 'shopper',
  sessionId: newId(),
  subjectId,
  subjectIds: [subjectId],
  signedIn: false,
});
const staffAt = (locationIds: string[] | 'all', staffId = newId()): Actor => ({
  kind: 'staff',
  sessionId: newId(),
  staffId,
  role: 'associate',
  locationIds,
});

function goods(change: Partial<NewLine> & { unit?: number; validHours?: number } = {}): NewLine {
  const { unit = 349_900, validHours = 24, ...rest } = change;
  const now = one.clock.now();
  return {
    variantId: newId(),
    quantity: 1,
    way: { method: 'delivery' },
    terms: {
      unit: { amount: unit, currency: 'PLN' },
      quotedAt: now.toISOString(),
      validUntil: new Date(now.getTime() + validHours * 3_600_000).toISOString(),
      channel: 'web',
    },
    ...rest,
  };
}

async function cartOf(ctx: Ctx, lines: NewLine[] = []): Promise<Cart> {
  const subjectId = ctx.actor.kind === 'shopper' ? ctx.actor.subjectId : newId();
  return createCart(ctx, { market: 'PL', currency: 'PLN', subjectId, lines });
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.reason}: ${result.details.detail}`);
  return result.value;
}

const inTx = <T>(ctx: Ctx, act: (tx: Ctx) => Promise<T>): Promise<T> =>
  ctx.db.transaction().execute((trx) => act({ ...ctx, db: trx }));

const hoursAhead = (hours: number) => new Date(one.clock.now().getTime() + hours * 3_600_000).toISOString();

async function heldLine(
  ctx: Ctx,
  hours = 48,
): Promise<{ cart: Cart; lineId: string; reservationId: string; locationId: string }> {
  const locationId = newId();
  const cart = await cartOf(ctx, [goods({ way: { method: 'pickup', locationId } })]);
  const lineId = cart.lines[0]?.id ?? '';
  const reservationId = newId();
  const changed = value(await attachHold(ctx, { cartId: cart.id, lineId, reservationId, until: hoursAhead(hours) }));
  return { cart: changed.cart, lineId, reservationId, locationId };
}

test('a line is added at the terms that were quoted, and the cart comes back whole', async () => {
  const ctx = one.ctx({ actor: shopper() });
  const first = goods();
  const cart = await cartOf(ctx, [first]);
  const second = goods({ quantity: 3, way: { method: 'pickup', locationId: newId() } });
  const changed = value(await addLine(ctx, { cartId: cart.id, version: cart.version, ...second }));
  expect(
    changed.cart.lines.map(({ variantId, quantity, way, terms }) => ({ variantId, quantity, way, terms })),
  ).toEqual([first, second]);
  expect(changed.cart.version).toBe(cart.version + 1);
  expect(await getCart(ctx, cart.id)).toEqual(changed.cart);
  expect(changed.lineId).toBe(changed.cart.lines[1]?.id);
});

test('every change costs two statements: the change that reads the cart back, and its event', async () => {
  const ctx = one.ctx({ actor: shopper() });
  let before = statements.sent;
  let cart = await cartOf(ctx, [goods()]);
  expect(statements.sent - before).toBe(2);
  const changes: (() => Promise<Result<CartChange>>)[] = [
    () => addLine(ctx, { cartId: cart.id, version: cart.version, ...goods() }),
    () => changeLine(ctx, { cartId: cart.id, version: cart.version, lineId: cart.lines[0]?.id ?? '', quantity: 4 }),
    () => removeLine(ctx, { cartId: cart.id, version: cart.version, lineId: cart.lines[0]?.id ?? '' }),
  ];
  for (const change of changes) {
    before = statements.sent;
    cart = value(await change()).cart;
    expect(statements.sent - before).toBe(2);
  }
});

test('the same goods by the same way become one line, at the lower quote while it is valid', async () => {
  const ctx = one.ctx({ actor: shopper() });
  const cheap = goods({ unit: 900 });
  const cart = await cartOf(ctx, [cheap]);
  const dearer = { ...goods({ unit: 1_000, quantity: 2 }), variantId: cheap.variantId };
  const { cart: after } = value(await addLine(ctx, { cartId: cart.id, version: cart.version, ...dearer }));
  expect(after.lines).toHaveLength(1);
  expect(after.lines[0]).toMatchObject({ quantity: 3, terms: { unit: { amount: 900 } } });
});

test('more than 10,000 pieces are refused and the cart stays as it was', async () => {
  const ctx = one.ctx({ actor: shopper() });
  const many = goods({ quantity: 9_999 });
  const cart = await cartOf(ctx, [many]);
  await expect(addLine(ctx, { cartId: cart.id, version: cart.version, ...many, quantity: 2 })).rejects.toMatchObject({
    code: 'invalid_request',
  });
  expect(await getCart(ctx, cart.id)).toEqual(cart);
});

test('of many changes that saw one version, made on two servers, one is kept and the others get the cart as it is', async () => {
  const actor = shopper();
  const cart = await cartOf(one.ctx({ actor }));
  const attempts = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      addLine((i % 2 ? one : two).ctx({ actor }), {
        cartId: cart.id,
        version: cart.version,
        ...goods({ unit: i + 1 }),
      }),
    ),
  );
  const kept = attempts.filter((attempt) => attempt.ok);
  expect(kept).toHaveLength(1);
  const now = await getCart(one.ctx({ actor }), cart.id);
  expect(now.lines).toHaveLength(1);
  expect(now.version).toBe(cart.version + 1);
  for (const attempt of attempts) {
    if (!attempt.ok) expect([attempt.reason, attempt.details.cart]).toEqual(['version_conflict', now]);
  }
});

test('a fast double edit of two fields loses neither: the second is told to look again', async () => {
  const ctx = one.ctx({ actor: shopper() });
  const cart = await cartOf(ctx, [goods()]);
  const lineId = cart.lines[0]?.id ?? '';
  const [a, b] = await Promise.all([
    changeLine(ctx, { cartId: cart.id, version: cart.version, lineId, quantity: 5 }),
    changeLine(two.ctx({ actor: ctx.actor }), {
      cartId: cart.id,
      version: cart.version,
      lineId,
      way: { method: 'pickup', locationId: newId() },
    }),
  ]);
  expect([a.ok, b.ok].sort()).toEqual([false, true]);
});

test('a repeat under one key adds once', async () => {
  const ctx = one.ctx({ actor: shopper(), idempotency: { key: newId(), fingerprint: 'same' } });
  const cart = await cartOf({ ...ctx, idempotency: undefined });
  const line = goods();
  const [first, again] = await Promise.all([
    addLine(ctx, { cartId: cart.id, version: cart.version, ...line }),
    addLine(
      { ...two.ctx(), actor: ctx.actor, idempotency: ctx.idempotency },
      { cartId: cart.id, version: cart.version, ...line },
    ),
  ]);
  expect(again).toEqual(first);
  expect((await getCart({ ...ctx, idempotency: undefined }, cart.id)).lines[0]?.quantity).toBe(1);
});

test("another person's cart is the same as none, for reading, changing and handing off", async () => {
  const cart = await cartOf(one.ctx({ actor: shopper() }), [goods()]);
  const lineId = cart.lines[0]?.id ?? '';
  for (const actor of [shopper(), { kind: 'anonymous' } as const]) {
    const stranger = one.ctx({ actor });
    const target = { cartId: cart.id, version: cart.version, lineId };
    for (const act of [
      () => getCart(stranger, cart.id),
      () => addLine(stranger, { ...target, ...goods() }),
      () => changeLine(stranger, { ...target, quantity: 2 }),
      () => removeLine(stranger, target),
      () => applyCoupon(stranger, { ...target, code: 'X' }),
      () => attachHold(stranger, { ...target, reservationId: newId(), until: hoursAhead(1) }),
      () => closeCart(stranger, { ...target, orderId: newId() }),
      () => createHandoff(stranger, links, target),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await openCartOf(stranger, [cart.subjectId])).toBeUndefined();
    expect(await handoffsOf(stranger, links, [cart.id])).toEqual(new Map());
    expect(await cartsOfLines(stranger, [lineId])).toEqual(new Map());
  }
});

test('a hold makes the terms last as long, and a changed quantity or store gives the old hold up', async () => {
  const ctx = one.ctx({ actor: shopper() });
  const { cart, lineId, reservationId } = await heldLine(ctx, 72);
  expect(cart.lines[0]).toMatchObject({ reservationId, heldUntil: cart.lines[0]?.terms.validUntil });
  const same = value(await changeLine(ctx, { cartId: cart.id, version: cart.version, lineId, quantity: 1 }));
  expect(same.supersededReservationIds).toEqual([]);
  const changed = value(await changeLine(ctx, { cartId: cart.id, version: same.cart.version, lineId, quantity: 2 }));
  expect(changed.supersededReservationIds).toEqual([reservationId]);
  expect(changed.cart.lines[0]).toMatchObject({ reservationId: null, heldUntil: null, quantity: 2 });
});

test('a removed or newly held line names the hold it had', async () => {
  const ctx = one.ctx({ actor: shopper() });
  const { cart, lineId, reservationId } = await heldLine(ctx);
  const second = newId();
  const reheld = value(await attachHold(ctx, { cartId: cart.id, lineId, reservationId: second, until: hoursAhead(5) }));
  expect(reheld.supersededReservationIds).toEqual([reservationId]);
  const removed = value(await removeLine(ctx, { cartId: cart.id, version: reheld.cart.version, lineId }));
  expect(removed.supersededReservationIds).toEqual([second]);
  expect(removed.cart.lines).toEqual([]);
  await expect(removeLine(ctx, { cartId: cart.id, version: removed.cart.version, lineId })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('a hold that ends leaves the line with its reason, and a newer hold of the line stays', async () => {
  const ctx = one.ctx({ actor: shopper() });
  const { cart, lineId, reservationId } = await heldLine(ctx);
  await one.settle();
  await inTx(one.ctx(), async (tx) => {
    await detachHolds(tx, [
      { reservationId: newId(), reason: 'other' },
      { reservationId, reason: 'expired' },
    ]);
  });
  const after = await getCart(ctx, cart.id);
  expect(after.version).toBe(cart.version + 1);
  expect(after.lines[0]).toMatchObject({ reservationId: null, heldUntil: null, holdEnded: { reason: 'expired' } });
  const newer = newId();
  value(await attachHold(ctx, { cartId: cart.id, lineId, reservationId: newer, until: hoursAhead(5) }));
  expect(await inTx(one.ctx(), (tx) => detachHolds(tx, [{ reservationId, reason: 'expired' }]))).toEqual([]);
  expect((await getCart(ctx, cart.id)).lines[0]).toMatchObject({ reservationId: newer, holdEnded: null });
});

test('staff give a discount by hand under their name, with an audit line; a shopper cannot', async () => {
  const ctx = one.ctx({ actor: staffAt('all') });
  const cart = await cartOf(ctx, [goods()]);
  const input = { cartId: cart.id, version: cart.version, lineId: cart.lines[0]?.id ?? '' };
  const discount = { newUnit: { amount: 300_000, currency: 'PLN' }, basisPoints: 1426, reason: 'display piece' };
  const changed = value(await discountLine(ctx, { ...input, discount }));
  expect(changed.cart.lines[0]?.discountByHand).toMatchObject({
    ...discount,
    by: ctx.actor.kind === 'staff' && ctx.actor.staffId,
  });
  const { rows } = await sql<{
    act: string;
    reason: string;
  }>`select act, reason from kernel.audit where target_id = ${input.lineId}`.execute(one.base.db);
  expect(rows).toEqual([{ act: 'carts.discount_given', reason: 'display piece' }]);
  await expect(discountLine(one.ctx({ actor: shopper(cart.subjectId) }), { ...input, discount })).rejects.toMatchObject(
    { code: 'not_allowed' },
  );
});

test('terms are accepted anew for many lines at once, and never end before a hold', async () => {
  const ctx = one.ctx({ actor: shopper() });
  const { cart, lineId } = await heldLine(ctx, 72);
  const terms = goods({ unit: 1, validHours: 1 }).terms;
  const changed = value(await acceptTerms(ctx, { cartId: cart.id, version: cart.version, lines: [{ lineId, terms }] }));
  expect(changed.cart.lines[0]?.terms).toEqual({ ...terms, validUntil: cart.lines[0]?.heldUntil });
});

test('prices of another currency never get into a cart', async () => {
  const ctx = one.ctx({ actor: shopper() });
  const cart = await cartOf(ctx);
  const euros = goods();
  euros.terms.unit.currency = 'EUR';
  await expect(addLine(ctx, { cartId: cart.id, version: cart.version, ...euros })).rejects.toMatchObject({
    code: 'mixed_currencies',
  });
  expect((await getCart(ctx, cart.id)).lines).toEqual([]);
});

test('of two tabs that order one cart one gets it, the other is told the order', async () => {
  const actor = shopper();
  const cart = await cartOf(one.ctx({ actor }), [goods()]);
  const orders = [newId(), newId()];
  const results = await Promise.all(
    orders.map((orderId, i) =>
      closeCart((i ? one : two).ctx({ actor }), { cartId: cart.id, orderId, version: cart.version }),
    ),
  );
  const winner = orders[results.findIndex((result) => result.ok)];
  const refused = results.find((result) => !result.ok);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(refused && !refused.ok && [refused.reason, refused.details.orderId]).toEqual(['cart_closed', winner]);
  const late = await addLine(one.ctx({ actor }), { cartId: cart.id, version: cart.version + 1, ...goods() });
  expect(!late.ok && late.reason).toBe('cart_closed');
});

test('a merge keeps the lower quote and the holds, is done once however often it is asked for, on two servers', async () => {
  const guest = one.ctx({ actor: shopper() });
  const known = one.ctx({ actor: shopper() });
  const { cart: into } = await heldLine(known);
  const held = into.lines[0];
  const same = goods({ unit: 100, quantity: 2 });
  const from = await cartOf(guest, [
    { ...same, variantId: held?.variantId ?? '', way: held?.way ?? same.way },
    goods(),
  ]);
  const results = await Promise.all(
    Array.from({ length: 6 }, (_, i) => inTx((i % 2 ? one : two).ctx(), (tx) => mergeCarts(tx, from.id, into.id))),
  );
  const merged = await getCart(known, into.id);
  for (const result of results) expect(value(result)).toEqual(merged);
  expect(merged.lines).toHaveLength(3);
  expect(merged.lines.find((line) => line.id === held?.id)).toMatchObject({
    reservationId: held?.reservationId,
    quantity: 1,
    terms: { unit: { amount: 100 } },
  });
  expect(await getCart(guest, from.id)).toMatchObject({ state: 'merged', mergedInto: into.id, lines: [] });
});

test('two merges that cross do not wait for each other for ever', async () => {
  const [a, b] = await Promise.all([cartOf(one.ctx(), [goods()]), cartOf(one.ctx(), [goods()])]);
  const results = await Promise.all([
    inTx(one.ctx(), (tx) => mergeCarts(tx, a.id, b.id)),
    inTx(two.ctx(), (tx) => mergeCarts(tx, b.id, a.id)),
  ]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
});

test('the short code of a hold works for staff at its store, and tells the right store elsewhere', async () => {
  const { cart, lineId, locationId } = await heldLine(one.ctx({ actor: shopper() }));
  const heldUntil = cart.lines[0]?.heldUntil ?? '';
  const handoff = await createHandoff(one.ctx(), links, { cartId: cart.id, lineId });
  expect(handoff).toMatchObject({
    locationId,
    expiresAt: heldUntil,
    code: expect.stringMatching(/^[0-9A-Z]{2}-[0-9A-Z]{4}$/),
  });
  const here = one.ctx({ actor: staffAt([locationId]) });
  const typed = handoff.code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect(value(await findHandoffByCode(here, { code: typed, locationId }))).toMatchObject({
    lineId,
    cart: { id: cart.id },
  });
  const other = newId();
  const elsewhere = await findHandoffByCode(one.ctx({ actor: staffAt([other]) }), {
    code: handoff.code,
    locationId: other,
  });
  expect(!elsewhere.ok && [elsewhere.reason, elsewhere.details.locationId]).toEqual(['handoff_elsewhere', locationId]);
  expect(value(await findHandoffByCode(one.ctx({ actor: staffAt('all') }), { code: handoff.code })).cart.id).toBe(
    cart.id,
  );
  await expect(
    findHandoffByCode(one.ctx({ actor: staffAt([other]) }), { code: handoff.code, locationId }),
  ).rejects.toMatchObject({ code: 'wrong_location' });
  await expect(
    findHandoffByCode(one.ctx({ actor: shopper() }), { code: handoff.code, locationId }),
  ).rejects.toMatchObject({ code: 'not_allowed' });
});

test('a code and its link end with the hold, and go on when the hold is extended', async () => {
  const { cart, lineId, locationId } = await heldLine(one.ctx({ actor: shopper() }), 2);
  const handoff = await createHandoff(one.ctx(), links, { cartId: cart.id, lineId, until: hoursAhead(2) });
  value(await extendHold(one.ctx(), { cartId: cart.id, lineId, until: hoursAhead(4) }));
  const staff = one.ctx({ actor: staffAt([locationId]) });
  const soon = { ...staff, clock: { now: () => new Date(Date.parse(hoursAhead(3))) } };
  const late = { ...staff, clock: { now: () => new Date(Date.parse(hoursAhead(5))) } };
  expect((await findHandoffByCode(soon, { code: handoff.code, locationId })).ok).toBe(true);
  expect((await findHandoffByToken(soon, handoff.token)).ok).toBe(true);
  const expired = await findHandoffByCode(late, { code: handoff.code, locationId });
  expect(!expired.ok && expired.reason).toBe('handoff_invalid');
  expect((await findHandoffByToken(late, handoff.token)).ok).toBe(false);
});

test('one live handoff for a cart, even when two servers are asked at once; a code in use is drawn again', async () => {
  const actor = shopper();
  const cart = await cartOf(one.ctx({ actor }), [goods()]);
  const both = await Promise.all(
    [one, two, one, two].map((server) => createHandoff(server.ctx({ actor }), links, { cartId: cart.id })),
  );
  expect(new Set(both.map((handoff) => handoff.token)).size).toBe(1);
  const taken = both[0]?.code.replace('-', '') ?? '';
  const draws = [taken, taken, 'ZZZZZZ'];
  const another = await cartOf(one.ctx({ actor }));
  expect((await createHandoff(one.ctx({ actor }), links, { cartId: another.id }, () => draws.shift() ?? '')).code).toBe(
    'ZZ-ZZZZ',
  );
});

test('the code of a handoff that has expired is free again', async () => {
  const [a, b] = await Promise.all([cartOf(one.ctx()), cartOf(one.ctx())]);
  await createHandoff(one.ctx(), links, { cartId: a.id }, () => 'YYYYYY');
  const later = { ...one.ctx(), clock: { now: () => new Date(Date.parse(hoursAhead(15 * 24))) } };
  expect((await createHandoff(later, links, { cartId: b.id }, () => 'YYYYYY')).code).toBe('YY-YYYY');
  const found = await findHandoffByCode({ ...later, actor: staffAt('all') }, { code: 'yy-yyyy' });
  expect(value(found).cart.id).toBe(b.id);
});

test('the token is kept in no row of the database in clear, only as a hash', async () => {
  const cart = await cartOf(one.ctx(), [goods()]);
  const { token, id } = await createHandoff(one.ctx(), links, { cartId: cart.id });
  expect(Buffer.from(token, 'base64url')).toHaveLength(16);
  await one.settle();
  const { rows } = await sql<{ text: string }>`
    select to_jsonb(h)::text as text from carts.handoff h union all select to_jsonb(o)::text from kernel.outbox o
    union all select to_jsonb(i)::text from kernel.idempotency i`.execute(one.base.db);
  const hex = Buffer.from(token, 'base64url').toString('hex');
  expect(rows.length).toBeGreaterThan(1);
  for (const { text } of rows) expect(text.includes(token) || text.includes(hex)).toBe(false);
  const withoutSecret = createHandoffLinks({
    publicUrl: 'https://velora.example',
    secret: 'another-secret-of-32-characters!!!!!',
  });
  const again = (await handoffsOf(one.ctx(), withoutSecret, [cart.id]))
    .get(cart.id)
    ?.find((handoff) => handoff.id === id);
  expect(again?.token).not.toBe(token);
  expect((await findHandoffByToken(one.ctx(), again?.token ?? '')).ok).toBe(false);
});

test('a link goes on to the cart that its cart was merged into', async () => {
  const [from, into] = await Promise.all([cartOf(one.ctx(), [goods()]), cartOf(one.ctx(), [goods()])]);
  const { token } = await createHandoff(one.ctx(), links, { cartId: from.id });
  await inTx(one.ctx(), (tx) => mergeCarts(tx, from.id, into.id));
  expect(value(await findHandoffByToken(one.ctx({ actor: { kind: 'anonymous' } }), token)).cart.id).toBe(into.id);
});

test('nothing about a change is left when its transaction rolls back', async () => {
  const ctx = one.ctx({ actor: shopper() });
  const cart = await cartOf(ctx, [goods()]);
  await expect(
    inTx(ctx, async (tx) => {
      value(await addLine(tx, { cartId: cart.id, version: cart.version, ...goods() }));
      throw new Error('the flow changed its mind');
    }),
  ).rejects.toThrow('changed its mind');
  expect(await getCart(ctx, cart.id)).toEqual(cart);
});
