import type { Ctx } from '../../../apps/server/src/kernel/context.ts';
import { inTransaction } from '../../../apps/server/src/kernel/database.ts';
import type { Refusal } from '../../../apps/server/src/kernel/result.ts';
import {
  commitReservations,
  getReservations,
  type Reservation,
  type ReserveRequest,
  reserve,
} from '../../../apps/server/src/modules/stock/index.ts';
import { idOf } from '../inThePast.ts';

/** A server that runs beside the load may write off a hold of the past before it is bound to its order. */
const tries = 3;

export const holdIds = (name: string): string[] => Array.from({ length: tries }, (_, n) => idOf(`hold:${name}:${n}`));

export interface Goods {
  /** The hold is found again by it after a load was cut off. */
  name: string;
  owner: ReserveRequest['owner']['kind'];
  subjectId: string | undefined;
  purpose: ReserveRequest['purpose'];
  expiresAt: Date;
  lines: ReserveRequest['lines'];
}

/** Holds goods; with `again`, what an earlier attempt holds is taken over. */
export async function takeGoods(ctx: Ctx, goods: Goods, again: boolean): Promise<string | Refusal> {
  const known = again ? await getReservations(ctx, holdIds(goods.name)) : new Map<string, Reservation>();
  for (const id of holdIds(goods.name)) {
    const before = known.get(id);
    if (before && isLive(before)) return id;
    if (before) continue;
    const held = await reserve(ctx, {
      id,
      owner: { kind: goods.owner, id },
      subjectId: goods.subjectId,
      purpose: goods.purpose,
      expiresAt: goods.expiresAt,
      lines: goods.lines,
      context: {},
    });
    return held.ok ? id : held;
  }
  throw new Error(`the hold of ${goods.name} was lost ${tries} times`);
}

/** The hold of an earlier deed, where it still stands. */
export async function liveHold(ctx: Ctx, name: string): Promise<Reservation | undefined> {
  const known = await getReservations(ctx, holdIds(name));
  return [...known.values()].find(isLive);
}

const isLive = (hold: Reservation) => hold.state === 'held' || hold.state === 'committed';

class LostHold extends Error {}

/** Does its argument in the transaction in which the goods are bound. */
export type InBinding = <T>(act: (tx: Ctx) => Promise<T>) => Promise<T>;

/**
 * Takes the parts of an order, then lets `write` open the transaction that binds them (and what was put aside before),
 * with no deadline: in the past everybody paid. `write` gets the hold of each part.
 */
export async function takeAndBind<T>(
  ctx: Ctx,
  goods: { parts: readonly Goods[]; aside: readonly string[]; again: boolean },
  write: (inBinding: InBinding, holds: readonly string[]) => Promise<T>,
): Promise<T> {
  for (let n = 1; ; n += 1) {
    const holds: string[] = [];
    for (const part of goods.parts) {
      const held = await takeGoods(ctx, part, goods.again || n > 1);
      if (typeof held !== 'string') throw new Error(`${part.name}: ${JSON.stringify(held.details)}`);
      holds.push(held);
    }
    const inBinding: InBinding = (act) =>
      inTransaction(ctx, async (tx) => {
        const bound = await commitReservations(tx, [...holds, ...goods.aside], undefined);
        if (!bound.ok) throw new LostHold(bound.reason);
        return act(tx);
      });
    try {
      return await write(inBinding, holds);
    } catch (error) {
      if (!(error instanceof LostHold) || n >= tries) throw error;
    }
  }
}
