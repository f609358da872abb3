import { v5 } from 'uuid';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Location } from '../../modules/locations/index.ts';
import { alternativesFor, chooseSource } from '../../modules/sourcing/index.ts';
import { releaseReservations, reservationsOf } from '../../modules/stock/index.ts';
import type { GoodsLine } from './priceGoods.ts';
import { reserveAnew } from './reserveAnew.ts';

/** Goods of one order that one location sends or hands out, under one hold. */
export interface Part {
  method: 'delivery' | 'pickup';
  locationId: string;
  reservationId: string;
  lineIds: string[];
  /** Taken just now for this order, not held before. */
  isFresh: boolean;
  /** Where it is sent from, as it stood when it was chosen. */
  sender?: Location | undefined;
}

/** Longer than any provider takes to answer: until then nobody else gets goods that are being paid for. */
export const paymentDeadlineMinutes = 30;
/** Names the owner of a part, the same for every try of the same cart: a second try replaces the first one's hold. */
const partNamespace = '0f3d0c4e-6a54-4a7e-9a10-5a6f6f1f7c11';

/**
 * Takes everything a cart needs, before any money: lines that are held keep their hold, pickups are taken at their store,
 * deliveries where sourcing says. All or nothing: a refusal gives back what was taken and names alternatives.
 */
export async function takeStock(
  ctx: Ctx,
  input: { ownerKey: string; subjectId: string | undefined; market: string; lines: readonly GoodsLine[] },
): Promise<Result<Part[], 'insufficient_stock' | 'reservation_not_held'>> {
  const parts: Part[] = input.lines.flatMap((line) =>
    line.reservationId && line.way.method !== 'delivery'
      ? [
          {
            method: 'pickup' as const,
            locationId: line.way.locationId,
            reservationId: line.reservationId,
            lineIds: [line.id],
            isFresh: false,
          },
        ]
      : [],
  );
  const unheld = input.lines.filter((line) => !line.reservationId);
  const fresh = await groupByLocation(ctx, unheld);
  const groups = fresh.ok ? fresh : ((await groupByOwnHolds(ctx, input, unheld)) ?? fresh);
  if (!groups.ok)
    return refuse('insufficient_stock', {
      ...groups.details,
      alternatives: await alternatives(ctx, input, groups.details.shortfall),
    });
  const taken: string[] = [];
  for (const group of groups.value) {
    const held = await reserveAnew(ctx, `part:${group.method}:${group.locationId}`, {
      owner: { kind: 'cart_part', id: v5(`${input.ownerKey}:${group.method}:${group.locationId}`, partNamespace) },
      subjectId: input.subjectId,
      purpose: 'checkout',
      expiresAt: new Date(ctx.clock.now().getTime() + paymentDeadlineMinutes * 60_000),
      lines: group.lines.map(({ variantId, quantity }) => ({
        variantId,
        locationId: group.locationId,
        quantity,
        allowDisplay: group.method === 'pickup',
      })),
      context: { checkoutOf: input.ownerKey },
    });
    if (!held.ok) {
      await inTransaction(ctx, (tx) => releaseReservations(tx, taken, 'superseded'));
      return refuse(held.reason, {
        ...held.details,
        alternatives: await alternatives(ctx, input, held.details.shortfall),
      });
    }
    taken.push(held.value.reservationId);
    parts.push({
      method: group.method,
      locationId: group.locationId,
      reservationId: held.value.reservationId,
      lineIds: group.lines.map((line) => line.id),
      isFresh: true,
      sender: group.sender,
    });
  }
  return ok(parts);
}

interface Group {
  method: Part['method'];
  locationId: string;
  sender?: Location | undefined;
  lines: GoodsLine[];
}

async function groupByLocation(ctx: Ctx, lines: readonly GoodsLine[]): Promise<Result<Group[], 'insufficient_stock'>> {
  const groups = new Map<string, Group>();
  const put = (method: Part['method'], locationId: string, line: GoodsLine, sender?: Location) => {
    const key = `${method}:${locationId}`;
    const group = groups.get(key) ?? { method, locationId, lines: [], sender };
    groups.set(key, { ...group, lines: [...group.lines, line] });
  };
  const sent = lines.filter((line) => line.way.method === 'delivery');
  if (sent.length > 0) {
    const plan = await chooseSource(ctx, {
      demands: sent.map((line) => ({ lineId: line.id, variantId: line.variantId, quantity: line.quantity })),
    });
    if (!plan.ok) return plan;
    for (const planned of plan.value.lines) {
      const line = sent.find((candidate) => candidate.id === planned.lineId);
      if (line) put('delivery', planned.locationId, line, plan.value.senders.get(planned.locationId));
    }
  }
  for (const line of lines) if (line.way.method !== 'delivery') put('pickup', line.way.locationId, line);
  return ok([...groups.values()]);
}

/**
 * Where the goods of a first try of the same thing are held, whose server died before it wrote the order: nobody is told
 * that the last piece is gone because they hold it themselves. undefined where such holds do not cover all of it.
 */
async function groupByOwnHolds(
  ctx: Ctx,
  input: { ownerKey: string; subjectId: string | undefined },
  lines: readonly GoodsLine[],
): Promise<Result<Group[], 'insufficient_stock'> | undefined> {
  if (!input.subjectId) return undefined;
  const recent = await reservationsOf(ctx, { subjectIds: [input.subjectId], purposes: ['checkout'], limit: 20 });
  const own = recent.filter((hold) => hold.state === 'held' && hold.context.checkoutOf === input.ownerKey);
  const left = own.flatMap((hold) => hold.lines.map((line) => ({ ...line })));
  const groups = new Map<string, Group>();
  for (const line of lines) {
    const isHere = (locationId: string) => line.way.method === 'delivery' || line.way.locationId === locationId;
    const held = left.find(
      (one) => one.variantId === line.variantId && one.quantity >= line.quantity && isHere(one.locationId),
    );
    if (!held) return undefined;
    held.quantity -= line.quantity;
    const method = line.way.method === 'delivery' ? 'delivery' : 'pickup';
    const key = `${method}:${held.locationId}`;
    const group = groups.get(key) ?? { method, locationId: held.locationId, lines: [] };
    groups.set(key, { ...group, lines: [...group.lines, line] });
  }
  return groups.size > 0 ? ok([...groups.values()]) : undefined;
}

async function alternatives(
  ctx: Ctx,
  input: { market: string; lines: readonly GoodsLine[] },
  shortfall: unknown,
): Promise<unknown[]> {
  const [first] = Array.isArray(shortfall) ? (shortfall as { variantId?: string; locationId?: string }[]) : [];
  const line = input.lines.find((candidate) => candidate.variantId === first?.variantId);
  if (!line) return [];
  return alternativesFor(ctx, {
    variantId: line.variantId,
    quantity: line.quantity,
    market: input.market,
    except: first?.locationId,
  });
}
