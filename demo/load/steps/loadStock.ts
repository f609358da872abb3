import { inTransaction } from '../../../apps/server/src/kernel/database.ts';
import { addDays, instantAt } from '../../../apps/server/src/modules/locations/index.ts';
import {
  type Availability,
  availability,
  changeOnHand,
  type OnHandChange,
  setLevelLimits,
} from '../../../apps/server/src/modules/stock/index.ts';
import { entries, generateHistory, type HistoryEvent, type LocationCode, stockRows } from '../../velora/index.ts';
import { type Directory, readDirectory } from '../directory.ts';
import { at } from '../inThePast.ts';
import { inSlices, type Loading } from '../loading.ts';

const atATime = 500;

/**
 * The stock with which the history begins: what the plan wants to be left, what the history will sell, and a piece for
 * each hold that came to nothing, so that it could be held. `takeStock` makes it the plan's again.
 */
export async function receiveStock({ ctx, today, opened, log, tell }: Loading): Promise<void> {
  const directory = await readDirectory(ctx);
  const wanted = new Map<string, { sku: string; location: LocationCode; quantity: number }>();
  const add = (sku: string, location: LocationCode, quantity: number) => {
    const key = `${sku} ${location}`;
    wanted.set(key, { sku, location, quantity: (wanted.get(key)?.quantity ?? 0) + quantity });
  };
  for (const row of stockRows()) add(row.sku, row.location, row.onHand);
  for (const { sku, location, quantity } of takenBy(generateHistory(today))) add(sku, location, quantity);
  const changes = [...wanted.values()]
    .filter((row) => row.quantity > 0)
    .map(
      ({ sku, location, quantity }): OnHandChange => ({
        kind: 'receive',
        variantId: directory.variant(sku).id,
        locationId: directory.location(location).id,
        delta: quantity,
        reason: 'opening stock',
      }),
    );
  const slices = inSlices(changes, atATime);
  for (const [index, slice] of slices.entries()) {
    const mark = `stock:${index}`;
    if (!log.isDone(mark)) {
      await inTransaction(at(ctx, opened), async (tx) => {
        const received = await changeOnHand(tx, slice);
        if (!received.ok) throw new Error(received.details.detail);
        await log.markDone(tx, mark);
      });
    }
    tell(Math.min((index + 1) * atATime, changes.length), changes.length);
  }
}

/** What orders take away, open ones left out (they hold what the plan has), and one for each hold nobody collected. */
function takenBy(history: readonly HistoryEvent[]): { sku: string; location: LocationCode; quantity: number }[] {
  return history.flatMap((event) => {
    if (event.kind === 'order' && event.state !== 'open')
      return event.lines.map(({ sku, quantity }) => ({ sku, quantity, location: event.fulfilment.from }));
    if (event.kind === 'reservation' && event.outcome !== 'collected')
      return [{ sku: event.sku, quantity: event.quantity, location: event.location }];
    return [];
  });
}

/** Yesterday's stocktaking: where the shelf holds something else than the plan, the plan is what was counted. */
export async function takeStock({ ctx, today, tell }: Loading): Promise<void> {
  const directory = await readDirectory(ctx);
  const plan = new Map(
    stockRows().map((row) => [
      levelKey(directory.variant(row.sku).id, directory.location(row.location).id),
      row.onHand,
    ]),
  );
  const wrong = (await allLevels(ctx, directory)).flatMap((level) => {
    const counted = plan.get(levelKey(level.variantId, level.locationId)) ?? 0;
    return level.onHand === counted
      ? []
      : [
          {
            kind: 'count' as const,
            variantId: level.variantId,
            locationId: level.locationId,
            counted,
            reason: 'stocktaking',
          },
        ];
  });
  const evening = instantAt(today.zone, addDays(today.date, -1), '23:00');
  for (const slice of inSlices(wrong, atATime)) {
    const counted = await changeOnHand(at(ctx, evening), slice);
    if (!counted.ok) throw new Error(counted.details.detail);
  }
  tell(wrong.length, wrong.length);
}

const levelKey = (variantId: string, locationId: string) => `${variantId} ${locationId}`;

function allLevels(ctx: Loading['ctx'], directory: Directory): Promise<Availability[]> {
  return availability(ctx, { variantIds: entries.map(({ variant }) => directory.variant(variant.sku).id) });
}

/** Safety stock, display pieces, and what suppliers will bring: as of today, not of the weeks before. May be done again. */
export async function setStockLimits({ ctx, today, tell }: Loading): Promise<void> {
  const directory = await readDirectory(ctx);
  const limits = stockRows()
    .filter((row) => row.safety > 0 || row.display > 0 || row.incoming)
    .map((row) => ({
      variantId: directory.variant(row.sku).id,
      locationId: directory.location(row.location).id,
      // What has no limit of its own takes its location's, or the company's.
      safety: row.safety > 0 ? row.safety : null,
      display: row.display,
      incoming: row.incoming?.quantity ?? 0,
      incomingAt: row.incoming
        ? instantAt(today.zone, addDays(today.date, row.incoming.inDays), '10:00').toISOString()
        : null,
    }));
  let done = 0;
  for (const slice of inSlices(limits, atATime)) {
    await setLevelLimits(ctx, slice);
    done += slice.length;
    tell(done, limits.length);
  }
}
