import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import type { Actor, Ctx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import {
  cancelFulfilmentsOf,
  createFulfilment,
  fulfilmentModule,
  getFulfilment,
  listQueue,
  markHandedOver,
  markNotFound,
  markReady,
  type NewFulfilment,
  reverseFulfilment,
  stepsOf,
  takeFulfilment,
} from './index.ts';

let server: TestServer;
let second: TestServer;
beforeAll(async () => {
  server = await testServer({ extra: [fulfilmentModule] });
  second = await testServer({ sharing: server, extra: [fulfilmentModule] });
});
afterAll(async () => {
  await second.stop();
  await server.stop();
});

const krakow = newId();
const associate = (locationId = krakow): Actor => ({
  kind: 'staff',
  sessionId: 's',
  staffId: newId(),
  role: 'associate',
  locationIds: [locationId],
});
const at = (one: TestServer, actor: Actor = associate()): Ctx => one.ctx({ actor });
const work = (more: Partial<NewFulfilment> = {}): NewFulfilment => ({
  kind: 'hold',
  locationId: krakow,
  code: 'K7-42MX',
  reservationId: newId(),
  lines: [{ variantId: newId(), quantity: 1, orderLineId: null }],
  ...more,
});

describe('work at a location', () => {
  it('one hold has one piece of work, whoever brings it about first', async () => {
    const input = work();
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, n) => createFulfilment((n % 2 ? server : second).ctx(), input)),
    );
    expect(new Set(made.map((one) => one.fulfilment.id)).size).toBe(1);
    expect(made.filter((one) => one.fresh)).toHaveLength(1);
  });

  it('of two associates who hand over at once the first wins, and the second hears who and when', async () => {
    const { fulfilment } = await createFulfilment(server.ctx(), work());
    const [anna, piotr] = [associate(), associate()];
    const answers = await Promise.all([
      markHandedOver(at(server, anna), { id: fulfilment.id }),
      markHandedOver(at(second, piotr), { id: fulfilment.id }),
    ]);
    const won = answers.filter((answer) => answer.ok);
    expect(won).toHaveLength(1);
    const lost = answers.find((answer) => !answer.ok);
    expect(lost).toMatchObject({
      reason: 'already_handed_over',
      details: { by: won[0]?.ok ? won[0].value.doneBy : '', at: expect.any(String) },
    });
  });

  it('a second picker is asked, and may take over; the trail names both', async () => {
    const { fulfilment } = await createFulfilment(server.ctx(), work());
    const [anna, piotr] = [at(server), at(second)];
    expect((await takeFulfilment(anna, { id: fulfilment.id })).ok).toBe(true);
    expect(await takeFulfilment(piotr, { id: fulfilment.id })).toMatchObject({
      ok: false,
      details: { state: 'picking' },
    });
    expect(await takeFulfilment(piotr, { id: fulfilment.id, takeOver: true })).toMatchObject({ ok: true });
    const actors = (await stepsOf(server.ctx(), fulfilment.id)).map((step) => step.actor);
    expect(new Set(actors).size).toBe(3);
  });

  it('a mistaken "ready" is taken back with a reason, and what is out of the house is not', async () => {
    const { fulfilment } = await createFulfilment(server.ctx(), work());
    await markReady(at(server), { id: fulfilment.id, place: 'bay 4' });
    expect(await reverseFulfilment(at(server), { id: fulfilment.id, reason: 'wrong colour' })).toMatchObject({
      ok: true,
      value: { state: 'to_pick', place: null },
    });
    await markReady(at(server), { id: fulfilment.id, place: 'bay 5' });
    await markHandedOver(at(server), { id: fulfilment.id });
    expect(await reverseFulfilment(at(server), { id: fulfilment.id, reason: 'oops' })).toMatchObject({
      ok: false,
      reason: 'illegal_transition',
    });
    const steps = await stepsOf(server.ctx(), fulfilment.id);
    expect(steps.map((step) => step.to)).toEqual(['to_pick', 'ready', 'to_pick', 'ready', 'handed_over']);
    expect(steps[2]).toMatchObject({ reason: 'wrong colour' });
  });

  it('an illegal step is refused with the legal ones', async () => {
    const { fulfilment } = await createFulfilment(server.ctx(), work());
    await markNotFound(at(server), { id: fulfilment.id, reason: 'not on the shelf' });
    expect(await markReady(at(server), { id: fulfilment.id, place: 'bay 1' })).toMatchObject({
      ok: false,
      details: { state: 'not_found', legal: ['to_pick', 'cancelled'] },
    });
  });

  it('staff of another location cannot touch it', async () => {
    const { fulfilment } = await createFulfilment(server.ctx(), work());
    const gdansk = at(server, associate(newId()));
    await expect(markReady(gdansk, { id: fulfilment.id, place: 'bay 1' })).rejects.toMatchObject({
      code: 'wrong_location',
    });
    expect((await getFulfilment(server.ctx(), fulfilment.id)).state).toBe('to_pick');
  });

  it('work ends with its hold, but what was handed over stays handed over', async () => {
    const open = await createFulfilment(server.ctx(), work());
    const over = await createFulfilment(server.ctx(), work());
    await markHandedOver(at(server), { id: over.fulfilment.id });
    await cancelFulfilmentsOf(
      server.ctx(),
      [open.fulfilment.reservationId ?? '', over.fulfilment.reservationId ?? ''],
      'expired',
    );
    expect((await getFulfilment(server.ctx(), open.fulfilment.id)).state).toBe('cancelled');
    expect((await getFulfilment(server.ctx(), over.fulfilment.id)).state).toBe('handed_over');
  });

  it('the queue gives every piece of work once, oldest first, over its pages', async () => {
    const locationId = newId();
    const made: string[] = [];
    for (let n = 0; n < 7; n += 1)
      made.push((await createFulfilment(server.ctx(), work({ locationId }))).fulfilment.id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listQueue(server.ctx(), { locationId, states: ['to_pick'], cursor, limit: 3 });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(made);
  });
});
