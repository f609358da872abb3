import type { Ctx } from '../../kernel/context.ts';
import { getVariants } from '../../modules/catalogue/index.ts';
import { getLocations } from '../../modules/locations/index.ts';
import type { ReturnReason, ReturnRule } from '../../modules/returns/index.ts';
import { readSale, type SaleLine } from './readSale.ts';

/** A sale as the counter shows it: what can come back, why, for how much, and how the money may go. */
export async function showSale(
  ctx: Ctx,
  orderId: string,
  bestRule: (line: SaleLine, reason: ReturnReason) => ReturnRule | undefined,
) {
  const { order, lines, payments, returns, policy, zone } = await readSale(ctx, orderId);
  const variants = await getVariants(
    ctx,
    lines.map(({ line }) => line.variantId),
  );
  const { locationId } = order.contractMadeAt;
  const place = locationId ? (await getLocations(ctx, [locationId])).get(locationId) : undefined;
  return {
    orderId: order.id,
    number: order.number,
    channel: order.channel,
    placedAt: order.placedAt,
    soldAt: place?.name ?? null,
    contact: order.contact.name ?? null,
    zone,
    total: order.totals.gross,
    deductionPercent: policy.deductionPercent,
    cashUpTo: { amount: policy.cashUpTo, currency: order.currency },
    lines: lines.map((one) => {
      const { line, hadAt } = one;
      const variant = variants.get(line.variantId);
      return {
        orderLineId: line.id,
        variantId: line.variantId,
        title: line.snapshot.title?.[ctx.language] ?? variant?.title[ctx.language] ?? '',
        optionsText: line.snapshot.options?.[ctx.language] ?? variant?.optionsText[ctx.language] ?? '',
        sku: variant?.sku ?? line.snapshot.sku ?? null,
        pictureUrl: variant?.pictureUrl ?? null,
        state: line.state,
        quantity: line.quantity,
        returned: one.returned,
        returnable: one.returnable,
        worth: one.worth,
        hadAt: hadAt?.toISOString() ?? null,
        daysSince: hadAt ? Math.max(0, Math.floor((ctx.clock.now().getTime() - hadAt.getTime()) / 86_400_000)) : null,
        rules: one.rules,
        bestRule: bestRule(one, 'changed_mind') ?? bestRule(one, 'faulty') ?? null,
      };
    }),
    payments: payments
      .filter((payment) => payment.captured.amount > 0)
      .map(({ id, method, captured, refunded, refundable }) => ({ id, method, captured, refunded, refundable })),
    returns,
  };
}
