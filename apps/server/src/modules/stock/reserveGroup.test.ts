import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import {
  changeOnHand,
  commitReservations,
  type ReserveRequest,
  reconcileStock,
  reserve,
  setLevelLimits,
  sweepExpired,
} from './index.ts';
import { type GroupRequest, type Outcome, reserveGroup } from './reserveGroup.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.stop());

/** One request in small numbers, from which the same world can be made twice under different ids. */
interface Plan {
  owner: number;
  who: number;
  keepsOwn: boolean;
  key: number | undefined;
  lines: { level: number; quantity: number; ship: number }[];
}
interface World {
  levels: { variantId: string; locationId: string }[];
  owners: string[];
  /** Every id of this world by the name it has in all worlds. */
  names: Map<string, string>;
}

const startingUnits = [0, 1, 3, 5];
const people = ['system:anna', 'system:boris', 'system:celina'];

async function makeWorld(ctx: Ctx): Promise<World> {
  const names = new Map<string, string>();
  const named = (name: string) => {
    const id = newId();
    names.set(id, name);
    return id;
  };
  const locationId = named('place');
  const levels = startingUnits.map((_, n) => ({ variantId: named(`variant ${n}`), locationId }));
  levels.sort((a, b) => (a.variantId < b.variantId ? -1 : 1));
  const changes = levels.flatMap((level, n) => {
    const delta = startingUnits[n] ?? 0;
    return delta > 0 ? [{ ...level, kind: 'receive' as const, delta, reason: 'delivery' }] : [];
  });
  await changeOnHand(ctx, changes);
  const [, , , shown] = levels;
  if (shown) await setLevelLimits(ctx, [{ ...shown, safety: 1, display: 2, incoming: 0, incomingAt: null }]);
  return { levels, owners: Array.from({ length: 6 }, (_, n) => named(`owner ${n}`)), names };
}

function toRequest(ctx: Ctx, world: World, plan: Plan, name: string, seconds = 600): GroupRequest {
  const id = newId();
  world.names.set(id, name);
  return {
    facts: {
      reservationId: id,
      owner: { kind: 'cart_line', id: world.owners[plan.owner] ?? '' },
      purpose: 'checkout',
      expiresAt: new Date(ctx.clock.now().getTime() + seconds * 1_000).toISOString(),
      context: {},
      lines: plan.lines.map(({ level, quantity }) => ({
        ...(world.levels[level] ?? { variantId: '', locationId: '' }),
        quantity,
      })),
    },
    ship: plan.lines.map((line) => line.ship),
    subjectId: null,
    eventId: newId(),
    who: { actor: people[plan.who] ?? '', role: null, channel: 'web', cause: 'test' },
    ...(plan.keepsOwn ? { keepsOwn: true as const } : {}),
    ...(plan.key === undefined
      ? {}
      : { key: { actor: `world ${world.owners[0]}`, key: `key-${plan.key}`, fingerprint: `body-${plan.key % 2}` } }),
  };
}

/** All that a group leaves behind, in names instead of ids and in an order of its own. */
async function leftBy(ctx: Ctx, world: World): Promise<unknown> {
  // When a line that ran out is tidied away depends on who comes by; that it is free does not.
  await sweepExpired({ ...ctx, actor: { kind: 'system', name: 'stock' }, cause: 'test' });
  const variants = world.levels.map((level) => level.variantId);
  const read = async (query: ReturnType<typeof sql>) =>
    (await query.execute(ctx.db)).rows.map((row) => named(world, row));
  return {
    levels: await read(
      sql`select variant_id, on_hand, reserved, damaged from stock.level where variant_id = any (${variants}::uuid[]) order by 1`,
    ),
    ledger: (
      await read(sql`select variant_id, kind, on_hand_delta, reserved_delta, reservation_id, actor, cause from stock.movement
        where variant_id = any (${variants}::uuid[]) and kind <> 'receive'`)
    ).sort(),
    holds: (
      await read(sql`select r.id, r.owner_id, r.state, r.at_risk, r.actor, r.version,
        (select array_agg(row(l.variant_id, l.quantity, l.state) order by l.variant_id)::text from stock.reservation_line l where l.reservation_id = r.id) as lines
        from stock.reservation r where r.owner_id = any (${world.owners}::uuid[])`)
    ).sort(),
    said: (
      await read(sql`select type, aggregate_id, aggregate_version, actor, data - 'expiresAt' as data from kernel.outbox
        where aggregate = 'reservation' and data->'owner'->>'id' = any (${world.owners})`)
    ).sort(),
  };
}

function named(world: World, thing: unknown): string {
  return JSON.stringify(thing)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => world.names.get(id) ?? 'an unknown id')
    .replaceAll(/"expiresAt":"[^"]*"/g, '"expiresAt":"some time"');
}

const plans = fc
  .array(
    fc.record({
      owner: fc.nat({ max: 5 }),
      who: fc.nat({ max: 2 }),
      keepsOwn: fc.boolean(),
      key: fc.option(fc.nat({ max: 7 }), { nil: undefined }),
      lines: fc
        .uniqueArray(
          fc.record({ level: fc.nat({ max: 3 }), quantity: fc.integer({ min: 1, max: 3 }), ship: fc.nat({ max: 3 }) }),
          { minLength: 1, maxLength: 3, selector: (line) => line.level },
        )
        .map((lines) =>
          lines
            .map((line) => ({ ...line, ship: Math.min(line.ship, line.quantity) }))
            .sort((a, b) => a.level - b.level),
        ),
    }),
    { minLength: 1, maxLength: 5 },
  )
  // A group has an owner and a key once.
  .map((list) =>
    list.filter(
      (plan, n) =>
        list.findIndex((other) => other.owner === plan.owner) === n &&
        (plan.key === undefined || list.findIndex((other) => other.key === plan.key) === n),
    ),
  );

it('a group answers, and leaves levels, ledger, holds and events, as the same requests would one by one', async () => {
  await fc.assert(
    fc.asyncProperty(plans, plans, fc.nat({ max: 5 }), async (before, group, paidOwner) => {
      // One moment for both worlds: what has run out in the one has run out in the other.
      const now = server.clock.now();
      const ctx = server.ctx({ clock: { now: () => now } });
      const later = server.ctx({ clock: { now: () => new Date(now.getTime() + 5_000) } });
      const left: unknown[] = [];
      for (const isGrouped of [true, false]) {
        const world = await makeWorld(ctx);
        const outcomes: Outcome[] = [];
        for (const [n, plan] of before.entries()) {
          const request = toRequest(ctx, world, plan, `before ${n}`, n % 2 ? 1 : 600);
          const [held] = await reserveGroup(ctx, [request]);
          if (held && 'held' in held && plan.owner === paidOwner)
            await inTransaction(ctx, (tx) => commitReservations(tx, [held.held.reservationId], undefined));
        }
        const requests = group.map((plan, n) => toRequest(later, world, plan, `asked ${n}`));
        if (isGrouped) outcomes.push(...(await reserveGroup(later, requests)));
        else for (const request of requests) outcomes.push(...(await reserveGroup(later, [request])));
        left.push({
          outcomes: outcomes.map((outcome) => named(world, outcome)),
          ...((await leftBy(later, world)) as object),
        });
      }
      expect(left[0]).toEqual(left[1]);
    }),
    { numRuns: 30 },
  );
  expect(await reconcileStock(server.ctx())).toEqual([]);
});

function requestFor(
  ctx: Ctx,
  variantId: string,
  locationId: string,
  more: Partial<ReserveRequest> = {},
): ReserveRequest {
  return {
    id: newId(),
    owner: { kind: 'cart_line', id: newId() },
    subjectId: undefined,
    purpose: 'checkout',
    expiresAt: new Date(ctx.clock.now().getTime() + 60_000),
    lines: [{ variantId, locationId, quantity: 1, allowDisplay: true }],
    context: {},
    ...more,
  };
}

it('requests that arrive together go as a few calls, and a bad one among them harms nobody else', async () => {
  const ctx = server.ctx();
  const level = { variantId: newId(), locationId: newId() };
  await changeOnHand(ctx, [{ ...level, kind: 'receive', delta: 100, reason: 'delivery' }]);
  const calls = async () =>
    (
      await sql<{ n: number }>`select count(distinct xid::text)::int as n from kernel.outbox
      where type = 'stock.reservation.held' and location_id = ${level.locationId}`.execute(ctx.db)
    ).rows[0]?.n ?? 0;
  const good = () => reserve(ctx, requestFor(ctx, level.variantId, level.locationId));
  const answers = await Promise.all(Array.from({ length: 40 }, good));
  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(await calls()).toBeLessThanOrEqual(6);
  const bad = requestFor(ctx, level.variantId, level.locationId, { purpose: 'nothing of the kind' as 'checkout' });
  const mixed = await Promise.allSettled([
    ...Array.from({ length: 10 }, good),
    reserve(ctx, bad),
    ...Array.from({ length: 10 }, good),
  ]);
  expect(mixed.filter((one) => one.status === 'rejected')).toHaveLength(1);
  expect(mixed.filter((one) => one.status === 'fulfilled' && one.value.ok)).toHaveLength(20);
});

it('what replaces a hold is named as the one who did', async () => {
  const ctx = server.ctx();
  const level = { variantId: newId(), locationId: newId() };
  await changeOnHand(ctx, [{ ...level, kind: 'receive', delta: 9, reason: 'delivery' }]);
  const owner = { kind: 'cart_line' as const, id: newId() };
  await reserve(ctx, requestFor(ctx, level.variantId, level.locationId, { owner }));
  const anna = server.ctx({ actor: { kind: 'system', name: 'anna' } });
  const boris = server.ctx({ actor: { kind: 'system', name: 'boris' } });
  await Promise.all([
    ...Array.from({ length: 5 }, () => reserve(anna, requestFor(anna, level.variantId, level.locationId))),
    reserve(boris, requestFor(boris, level.variantId, level.locationId, { owner })),
  ]);
  const { rows } = await sql<{ actor: string }>`select actor from stock.movement
    where variant_id = ${level.variantId} and kind = 'supersede'`.execute(ctx.db);
  expect(rows).toEqual([{ actor: actorKey(boris.actor) }]);
});
