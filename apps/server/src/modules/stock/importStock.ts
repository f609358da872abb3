import { sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { variantsBySku } from '../catalogue/index.ts';
import { listLocations } from '../locations/index.ts';
import { whoOf } from './who.ts';

/** One thing another system says, under an id of its own. */
export interface ImportItem {
  externalId: string;
  kind: 'on_hand' | 'sale' | 'return';
  sku: string;
  /** The location's code. */
  location: string;
  /** The figure of `on_hand`, the pieces of the others. */
  quantity: number;
  /** When the figure was true, or the sale was. */
  at: Date;
}

/**
 * - `unknown_sku`, `unknown_location`: nothing here has this code
 * - `in_future`: the moment has not come yet
 * - `twice_in_batch`: another row of this batch has the same external id
 * - `older_than_last`: a newer figure was taken already
 * - `below_zero`: with what left the house since, less than nothing would be there
 */
export const importRules = [
  'unknown_sku',
  'unknown_location',
  'in_future',
  'twice_in_batch',
  'older_than_last',
  'below_zero',
] as const;
export type ImportRule = (typeof importRules)[number];

const fixes: Record<ImportRule, string> = {
  unknown_sku: 'Add the variant to the catalogue, or correct the SKU, and send the row again.',
  unknown_location: 'Send the code of a location as Office shows it.',
  in_future: 'Send the moment the figure was taken; look at the clock and the time zone of your system.',
  twice_in_batch: 'Give every row an id of its own; the first of them was taken.',
  older_than_last: 'Nothing to do: a newer figure is in the books already.',
  below_zero: 'More has left the house since then than your figure says was there. Count the shelf and send the count.',
};

export interface ImportAnswer {
  externalId: string;
  outcome: 'booked' | 'already' | 'refused';
  onHand?: number;
  expected?: number;
  drift?: number;
  /** A figure of a later moment has this sale in it already: it is kept, and changes nothing. */
  isCovered?: boolean;
  rule?: ImportRule;
  fix?: string;
}

const chunk = 200;
const skewMs = 5 * 60_000;

/**
 * Takes what another system says, each item once by its external id: good rows in, bad rows answered with the rule they
 * break and what to do. Committed in parts, so that nobody waits long for a level; a batch sent again goes on where it
 * stopped.
 */
export async function importStock(ctx: Ctx, items: readonly ImportItem[]): Promise<ImportAnswer[]> {
  const [variants, locations] = await Promise.all([
    variantsBySku(ctx, [...new Set(items.map((item) => item.sku))]),
    listLocations(ctx),
  ]);
  const locationByCode = new Map(locations.map((location) => [location.code, location.id]));
  const latest = ctx.clock.now().getTime() + skewMs;
  const answers: ImportAnswer[] = items.map(({ externalId }) => ({ externalId, outcome: 'refused' }));
  const good: { n: number; row: object }[] = [];
  const seen = new Set<string>();
  for (const [n, item] of items.entries()) {
    const variantId = variants.get(item.sku)?.id;
    const locationId = locationByCode.get(item.location);
    const rule = seen.has(item.externalId)
      ? 'twice_in_batch'
      : !variantId
        ? 'unknown_sku'
        : !locationId
          ? 'unknown_location'
          : item.at.getTime() > latest
            ? 'in_future'
            : undefined;
    seen.add(item.externalId);
    if (rule) answers[n] = refused(item.externalId, rule);
    else {
      const { externalId, kind, quantity, at } = item;
      good.push({ n, row: { externalId, kind, quantity, at: at.toISOString(), variantId, locationId } });
    }
  }
  for (let from = 0; from < good.length; from += chunk) {
    const part = good.slice(from, from + chunk);
    const rows = await inTransaction(ctx, async (tx) => {
      const booked = await sql<{ ord: number; result: Omit<ImportAnswer, 'externalId'> }>`
        select ord, result from stock.import_items(${actorKey(tx.actor)}, ${JSON.stringify(part.map(({ row }) => row))}::jsonb,
          ${tx.clock.now()}, ${JSON.stringify(whoOf(tx))}::jsonb)`.execute(tx.db);
      return booked.rows;
    });
    for (const { ord, result } of rows) {
      const n = part[ord - 1]?.n ?? -1;
      const { externalId } = answers[n] ?? { externalId: '' };
      answers[n] = result.rule ? { ...result, ...refused(externalId, result.rule) } : { ...result, externalId };
    }
  }
  return answers;
}

const refused = (externalId: string, rule: ImportRule): ImportAnswer => ({
  externalId,
  outcome: 'refused',
  rule,
  fix: fixes[rule],
});
