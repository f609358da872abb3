import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, Refusal, type Result, refuse } from '../../kernel/result.ts';
import { listLocations } from '../../modules/locations/index.ts';
import { getOrder } from '../../modules/orders/index.ts';
import { announceReturn, type Return, type ReturnReason, type ReturnRule } from '../../modules/returns/index.ts';
import { readSale, type Sale, type SaleLine } from './readSale.ts';
import { clocks, factsOf, goodsOf } from './takeReturn.ts';

export interface Announcement {
  orderId: string;
  /** The guest's way to the order. */
  token?: string | undefined;
  lines: readonly { orderLineId: string; quantity: number; reason: ReturnReason }[];
  note?: string | undefined;
}

/** The customer says what will come back: the pieces are claimed, and the return has its number for the parcel. */
export async function announceByPost(ctx: Ctx, input: Announcement): Promise<Result<Return> | Refusal> {
  // Whose order this is; another person's and none are the same answer.
  await getOrder(ctx, input.orderId, input.token);
  const sale = await readSale(ctx, input.orderId);
  const lines = chooseRules(sale, input.lines);
  if (lines instanceof Refusal) return lines;
  const locationId = await postPlace(ctx, sale);
  return once(ctx, 'returns.announce', async (tx) =>
    ok(
      await announceReturn(tx, {
        way: 'post',
        ...factsOf(sale),
        locationId,
        note: input.note,
        ...clocks(tx, sale, lines),
        lines: lines.map((line) => ({ ...line, ...goodsOf(sale, line.orderLineId) })),
      }),
    ),
  );
}

const faults: readonly ReturnReason[] = ['faulty', 'damaged_in_transit', 'not_as_described'];

/** The rule that is best for the customer: nobody has to know the law to have it. */
export function bestRule(line: SaleLine, reason: ReturnReason): ReturnRule | undefined {
  const applies = (rule: ReturnRule) => line.rules.some((one) => one.rule === rule && one.applies);
  if (applies('withdrawal')) return 'withdrawal';
  if (faults.includes(reason) && applies('complaint')) return 'complaint';
  return applies('shop_policy') ? 'shop_policy' : undefined;
}

function chooseRules(sale: Sale, asked: Announcement['lines']) {
  const lines = asked.map((line) => {
    const found = sale.lines.find((one) => one.line.id === line.orderLineId);
    if (!found) throw new AppError('not_found', { detail: 'A line is not of this order. Nothing was announced.' });
    return { ...line, rule: found.hadAt ? bestRule(found, line.reason) : undefined };
  });
  const without = lines.filter((line) => line.rule === undefined);
  if (without.length > 0) {
    return refuse('not_returnable', {
      detail: 'Some of it cannot be returned: it has not come yet, or the time is over. Nothing was announced.',
      lines: without.map(({ orderLineId }) => ({ orderLineId })),
    });
  }
  return lines.flatMap(({ rule, ...line }) => (rule ? [{ ...line, rule }] : []));
}

/** Where parcels go: the place of the policy, else where it was sent from, else the first warehouse. */
export async function postPlace(ctx: Ctx, sale: Sale): Promise<string | undefined> {
  if (sale.policy.postLocationId) return sale.policy.postLocationId;
  const places = await listLocations(ctx, {});
  const warehouse = places.find((place) => place.kind === 'warehouse');
  return (warehouse ?? places[0])?.id;
}
