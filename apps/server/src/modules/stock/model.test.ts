import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { getVariants } from '../catalogue/index.ts';
import { importStock } from './importStock.ts';
import {
  availability,
  changeOnHand,
  commitReservations,
  consumeReservations,
  extendReservation,
  getReservations,
  reconcileStock,
  releaseReservations,
  reserve,
  setLevelLimits,
  sweepExpired,
} from './index.ts';

let server: TestServer;
let levels: { variantId: string; locationId: string; sku: string; location: string }[];
beforeAll(async () => {
  server = await testServer();
  const shop = await smallShop(server);
  const found = await getVariants(server.ctx(), [shop.green, shop.blue]);
  levels = [shop.green, shop.blue].map((variantId) => ({
    variantId,
    locationId: shop.krakow,
    sku: found.get(variantId)?.sku ?? '',
    location: 'KRK',
  }));
});
afterAll(() => server.stop());

/** What stock is, without a database: the books in twenty lines. */
interface Model {
  now: number;
  levels: { onHand: number; damaged: number; safety: number }[];
  holds: { id: string; born: number; quantities: number[]; state: string; until: number | null }[];
}
const isLive = (model: Model, hold: Model['holds'][number]) =>
  (hold.state === 'held' || hold.state === 'committed') && (hold.until === null || hold.until > model.now);
const promised = (model: Model, level: number) =>
  model.holds.filter((hold) => isLive(model, hold)).reduce((sum, hold) => sum + (hold.quantities[level] ?? 0), 0);
const free = (model: Model, n: number) => {
  const level = model.levels[n];
  return level ? level.onHand - level.damaged - level.safety - promised(model, n) : 0;
};
/** The newest are without goods: as many as it takes until the rest is covered. */
const atRisk = (model: Model) => {
  const marked = new Set<string>();
  for (const [n, level] of model.levels.entries()) {
    let over = promised(model, n) - (level.onHand - level.damaged);
    for (const hold of [...model.holds].sort((a, b) => b.born - a.born)) {
      if (over <= 0) break;
      if (!isLive(model, hold) || !hold.quantities[n]) continue;
      marked.add(hold.id);
      over -= hold.quantities[n];
    }
  }
  return marked;
};

interface Real {
  ctx: () => Ctx;
}

abstract class Step implements fc.AsyncCommand<Model, Real> {
  readonly words: string;
  constructor(words: string) {
    this.words = words;
  }
  check = () => true;
  toString = () => this.words;
  abstract act(model: Model, ctx: Ctx): Promise<void>;

  async run(model: Model, real: Real): Promise<void> {
    const ctx = real.ctx();
    await this.act(model, ctx);
    const now = await availability(ctx, { variantIds: levels.map((level) => level.variantId) });
    const here = levels.map((at) =>
      now.find((one) => one.variantId === at.variantId && one.locationId === at.locationId),
    );
    expect(here.map((one) => [one?.onHand, one?.damaged, one?.available])).toEqual(
      model.levels.map((level, n) => [level.onHand, level.damaged, Math.max(0, free(model, n))]),
    );
    const found = await getReservations(
      ctx,
      model.holds.map((hold) => hold.id),
    );
    expect(model.holds.map((hold) => found.get(hold.id)?.state)).toEqual(
      model.holds.map((hold) =>
        (hold.state === 'held' || hold.state === 'committed') && !isLive(model, hold) ? 'expired' : hold.state,
      ),
    );
    expect(await reconcileStock(ctx)).toEqual([]);
  }
}

class Reserve extends Step {
  readonly quantities: [number, number];
  readonly seconds: number;
  constructor(quantities: [number, number], seconds: number) {
    super(`reserve ${quantities} for ${seconds} s`);
    this.quantities = quantities;
    this.seconds = seconds;
  }
  async act(model: Model, ctx: Ctx) {
    const id = newId();
    const lines = this.quantities.flatMap((quantity, n) => {
      const { variantId = '', locationId = '' } = levels[n] ?? {};
      return quantity > 0 ? [{ variantId, locationId, quantity, allowDisplay: true }] : [];
    });
    if (lines.length === 0) return;
    const expiresAt = new Date(model.now + this.seconds * 1_000);
    const held = await reserve(ctx, {
      id,
      owner: { kind: 'cart_line', id },
      subjectId: undefined,
      purpose: 'checkout',
      expiresAt,
      lines,
      context: {},
    });
    const fits = this.quantities.every((quantity, n) => quantity === 0 || quantity <= free(model, n));
    expect(held.ok).toBe(fits);
    if (fits)
      model.holds.push({
        id,
        born: model.holds.length,
        quantities: this.quantities,
        state: 'held',
        until: expiresAt.getTime(),
      });
  }
}

class Change extends Step {
  readonly level: number;
  readonly kind: 'receive' | 'count' | 'damage' | 'repair' | 'write_off' | 'sale' | 'figure';
  readonly units: number;
  constructor(level: number, kind: Change['kind'], units: number) {
    super(`${kind} ${units} at ${level}`);
    this.level = level;
    this.kind = kind;
    this.units = units;
  }
  async act(model: Model, ctx: Ctx) {
    const { kind, units } = this;
    const level = model.levels[this.level];
    const at = levels[this.level];
    if (!level || !at) return;
    if (kind === 'sale' || kind === 'figure') {
      const [answer] = await importStock(ctx, [
        {
          externalId: newId(),
          kind: kind === 'sale' ? 'sale' : 'on_hand',
          sku: at.sku,
          location: at.location,
          quantity: units,
          at: new Date(model.now),
        },
      ]);
      expect(answer?.outcome).toBe('booked');
      if (!answer?.isCovered) level.onHand = kind === 'sale' ? Math.max(0, level.onHand - units) : units;
      level.damaged = Math.min(level.damaged, level.onHand);
      return;
    }
    const where = { variantId: at.variantId, locationId: at.locationId, reason: 'by the model' };
    const down = kind === 'damage' || kind === 'write_off';
    const done = await changeOnHand(ctx, [
      kind === 'count' ? { ...where, kind, counted: units } : { ...where, kind, delta: down ? -units : units },
    ]);
    const fits =
      kind === 'damage'
        ? level.damaged + units <= level.onHand
        : !(kind === 'repair' || kind === 'write_off') || units <= level.damaged;
    expect(done.ok).toBe(fits);
    if (!fits) return;
    if (kind === 'receive') level.onHand += units;
    if (kind === 'count') level.onHand = units;
    if (kind === 'damage') level.damaged += units;
    if (kind === 'repair' || kind === 'write_off') level.damaged -= units;
    if (kind === 'write_off') level.onHand -= units;
    level.damaged = Math.min(level.damaged, level.onHand);
  }
}

class Move extends Step {
  readonly which: number;
  readonly to: 'commit' | 'release' | 'consume' | 'extend';
  constructor(which: number, to: Move['to']) {
    super(`${to} hold ${which}`);
    this.which = which;
    this.to = to;
  }
  async act(model: Model, ctx: Ctx) {
    const hold = model.holds[this.which % Math.max(1, model.holds.length)];
    if (!hold) return;
    const live = isLive(model, hold);
    const until = new Date(model.now + 60_000);
    if (this.to === 'release') {
      await inTransaction(ctx, (tx) => releaseReservations(tx, [hold.id], 'changed mind'));
      if (hold.state !== 'held' && hold.state !== 'committed') return;
      // What ran out can be released until it is written off, and a hold of the same goods since may have done that.
      const after = (await getReservations(ctx, [hold.id])).get(hold.id)?.state;
      expect(live ? ['released'] : ['released', 'expired']).toContain(after);
      hold.state = after ?? 'gone';
    } else if (this.to === 'commit') {
      const done = await inTransaction(ctx, (tx) => commitReservations(tx, [hold.id], undefined));
      expect(done.ok).toBe(live);
      if (live) Object.assign(hold, { state: 'committed', until: null });
    } else if (this.to === 'extend') {
      const done = await inTransaction(ctx, (tx) => extendReservation(tx, hold.id, until));
      expect(done.ok).toBe(live && hold.state === 'held');
      if (done.ok) hold.until = Math.max(hold.until ?? 0, until.getTime());
    } else {
      const enough = model.levels.every((level, n) => level.onHand >= (hold.quantities[n] ?? 0));
      const consume = inTransaction(ctx, (tx) => consumeReservations(tx, [hold.id]));
      if (live && !enough) {
        await expect(consume).rejects.toThrow(/check constraint/);
        return;
      }
      expect((await consume).ok).toBe(live);
      if (!live) return;
      hold.state = 'consumed';
      for (const [n, level] of model.levels.entries()) {
        level.onHand -= hold.quantities[n] ?? 0;
        level.damaged = Math.min(level.damaged, level.onHand);
      }
    }
  }
}

/**
 * What ran out is written off, at a moment of its own: until then it lies on the levels, is free all the same, and every
 * other step has to see through it.
 */
class Sweep extends Step {
  constructor() {
    super('sweep');
  }
  async act(model: Model, ctx: Ctx) {
    await sweepExpired(ctx);
    for (const hold of model.holds)
      if ((hold.state === 'held' || hold.state === 'committed') && !isLive(model, hold)) hold.state = 'expired';
    // Who is at risk is judged when stock moves, and when what ran out is written off: here, for all of them.
    const marked = await getReservations(
      ctx,
      model.holds.map((hold) => hold.id),
    );
    expect(
      model.holds
        .filter((hold) => marked.get(hold.id)?.atRisk)
        .map((hold) => hold.id)
        .sort(),
    ).toEqual([...atRisk(model)].sort());
  }
}

class Wait extends Step {
  readonly seconds: number;
  constructor(seconds: number) {
    super(`wait ${seconds} s`);
    this.seconds = seconds;
  }
  async act(model: Model) {
    model.now += this.seconds * 1_000;
  }
}

const level = fc.nat({ max: 1 });
const steps = [
  fc
    .tuple(fc.nat({ max: 3 }), fc.nat({ max: 2 }), fc.integer({ min: 5, max: 90 }))
    .map(([a, b, s]) => new Reserve([a, b], s)),
  fc
    .tuple(
      level,
      fc.constantFrom<Change['kind']>('receive', 'count', 'damage', 'repair', 'write_off', 'sale', 'figure'),
      fc.integer({ min: 1, max: 6 }),
    )
    .map(([n, kind, units]) => new Change(n, kind, units)),
  fc
    .tuple(fc.nat({ max: 9 }), fc.constantFrom<Move['to']>('commit', 'release', 'consume', 'extend'))
    .map(([n, to]) => new Move(n, to)),
  fc.integer({ min: 1, max: 60 }).map((seconds) => new Wait(seconds)),
  fc.constant(new Sweep()),
];

it('stock is what its books in twenty lines say, after every step, whatever comes in which order', async () => {
  let start = server.clock.now().getTime();
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 14 }), async (commands) => {
      // Every run begins a day later, with nothing promised and five pieces of each.
      start += 86_400_000;
      const model: Model = { now: start, levels: levels.map(() => ({ onHand: 5, damaged: 0, safety: 0 })), holds: [] };
      const ctx = () => server.ctx({ clock: { now: () => new Date(model.now) } });
      const open = await server
        .ctx()
        .db.withTables<{ 'stock.reservation': { id: string; state: string } }>()
        .selectFrom('stock.reservation')
        .select('id')
        .where('state', 'in', ['held', 'committed'])
        .execute();
      await inTransaction(ctx(), (tx) =>
        releaseReservations(
          tx,
          open.map((row) => row.id),
          'a new run',
        ),
      );
      await setLevelLimits(
        ctx(),
        levels.map(({ variantId, locationId }) => ({
          variantId,
          locationId,
          safety: 1,
          display: 0,
          incoming: 0,
          incomingAt: null,
        })),
      );
      for (const one of model.levels) one.safety = 1;
      await changeOnHand(
        ctx(),
        levels.flatMap(({ variantId, locationId }) =>
          [0, 5].map((counted) => ({ variantId, locationId, kind: 'count' as const, counted, reason: 'a new run' })),
        ),
      );
      await fc.asyncModelRun(() => ({ model, real: { ctx } }), commands);
      await new Sweep().run(model, { ctx });
    }),
    { numRuns: 25 },
  );
}, 60_000);
