import type { Ctx } from '../../../apps/server/src/kernel/context.ts';
import type { Address, Contact, NewOrder, NewOrderLine } from '../../../apps/server/src/modules/orders/index.ts';
import { type LineToPrice, priceLines, promotionByCode } from '../../../apps/server/src/modules/pricing/index.ts';
import { type OrderEvent, shopperOf } from '../../velora/index.ts';
import { idOf } from '../inThePast.ts';
import { CURRENCY, MARKET } from '../loading.ts';
import type { ShopWorld } from './shopWorld.ts';

/** Holds of the goods of an order by SKU: some were put aside before, the others are taken with the order. */
export type HoldOfSku = (sku: string) => string;

export const orderIdOf = (event: OrderEvent): string => idOf(`order:${event.id}`);

const isSent = ({ fulfilment }: OrderEvent) => fulfilment.method === 'ship' || fulfilment.method === 'ship_from_store';

/** An order of the history as the platform takes it, at the prices of its moment. */
export async function describeOrder(ctx: Ctx, world: ShopWorld, event: OrderEvent, hold: HoldOfSku): Promise<NewOrder> {
  const { directory } = world;
  const way = wayOf(world, event);
  const priced = await priceOrder(ctx, world, event);
  const lines = priced.lines.map(({ lineId, ...amounts }): NewOrderLine => {
    const sku = event.lines[Number(lineId)]?.sku;
    if (sku === undefined) return { kind: 'delivery', variantId: null, ...amounts, way };
    const card = directory.variant(sku);
    return {
      variantId: card.id,
      ...amounts,
      way,
      reservationId: hold(sku),
      snapshot: { sku, title: card.title, options: card.optionsText },
      advisedBy: event.advisedBy && directory.staff(event.advisedBy).staffId,
      heldBy: event.heldBy && directory.staff(event.heldBy).staffId,
    };
  });
  return {
    id: orderIdOf(event),
    market: MARKET,
    currency: CURRENCY,
    subjectId: event.shopper && world.shopper(event.shopper).subjectId,
    contact: contactOf(event),
    deliveryAddress: addressOf(event),
    couponCode: event.promotionCode,
    contractMadeAt:
      event.channel === 'store' && event.location
        ? { place: 'on_premises', locationId: directory.location(event.location).id }
        : { place: 'distance' },
    lines,
  };
}

function wayOf({ directory }: ShopWorld, event: OrderEvent): NewOrderLine['way'] {
  if (isSent(event)) return { method: 'delivery' };
  const locationId = directory.location(event.fulfilment.from).id;
  return { method: event.fulfilment.method === 'pickup' ? 'pickup' : 'in_store', locationId };
}

async function priceOrder(ctx: Ctx, world: ShopWorld, event: OrderEvent) {
  const lines: LineToPrice[] = [];
  for (const [index, { sku, quantity }] of event.lines.entries()) {
    const variantId = world.directory.variant(sku).id;
    lines.push({
      lineId: String(index),
      variantId,
      quantity,
      unit: await world.priceAt(variantId, ctx.clock.now()),
      taxRateBp: world.taxRateOf(variantId),
    });
  }
  if ('address' in event.fulfilment) {
    const zone = world.deliveryZone(event.fulfilment.address.postcode);
    const goods = lines.reduce((sum, line) => sum + line.unit * line.quantity, 0);
    const isFree = zone.freeFrom !== null && goods >= zone.freeFrom.amount;
    lines.push({
      lineId: 'delivery',
      variantId: zone.id,
      quantity: 1,
      unit: isFree ? 0 : zone.rate.amount,
      taxRateBp: 2300,
      exceptFromCode: true,
    });
  }
  const code = event.promotionCode ? await promotionByCode(ctx, event.promotionCode, { market: MARKET }) : undefined;
  return priceLines({ currency: CURRENCY, lines, code: code?.ok ? code.value : undefined });
}

/** An order that is over has no e-mail: with one, its confirmation would go out at the first start, weeks late. */
function contactOf(event: OrderEvent): Contact {
  if (!event.shopper) return {};
  const { firstName, lastName, email, phone } = shopperOf(event.shopper);
  return { name: `${firstName} ${lastName}`, phone, ...(event.state === 'open' ? { email } : {}) };
}

function addressOf(event: OrderEvent): Address | null {
  if (!('address' in event.fulfilment)) return null;
  const { street, ...rest } = event.fulfilment.address;
  const { name } = contactOf(event);
  return { ...(name ? { name } : {}), line1: street, ...rest };
}
