import { asSystem, type Ctx } from '../../kernel/context.ts';
import type { Money } from '../../kernel/money.ts';
import { readShortCode, showShortCode } from '../../modules/carts/index.ts';
import { getVariants } from '../../modules/catalogue/index.ts';
import { findByCode } from '../../modules/fulfilment/index.ts';
import { addDays, startOfDay } from '../../modules/locations/index.ts';
import { findOrders, getOrders, type OrderFilter, type OrderSummary } from '../../modules/orders/index.ts';
import { ordersPaidWith } from '../../modules/payments/index.ts';
import { getRetailer } from '../../modules/settings/index.ts';

export interface SaleSearch {
  /** A scan or words: number, link of an order, code of a pickup, phone, e-mail, name. */
  text?: string | undefined;
  variantId?: string | undefined;
  days?: number | undefined;
  /** A day of the retailer's calendar, YYYY-MM-DD. */
  day?: string | undefined;
  /** Minor units, the whole of it. */
  amount?: number | undefined;
  cardLast4?: string | undefined;
}

export interface FoundSale {
  orderId: string;
  number: string;
  placedAt: string;
  channel: string;
  total: Money;
  /** Masked: enough to ask for, too little to read off the screen. */
  contact: string | null;
  goods: { variantId: string; title: string; optionsText: string; quantity: number }[];
}

/**
 * The sale that goods come from, wherever and however it was made; without a receipt by what the customer knows. Reads as
 * the system, because any counter takes back what any other sold, and shows little until a sale is chosen.
 */
export async function findSales(ctx: Ctx, search: SaleSearch): Promise<FoundSale[]> {
  const system = asSystem(ctx, 'returns');
  const items = await candidates(system, search);
  const variants = await getVariants(
    system,
    items.flatMap((item) => item.lines.flatMap((line) => (line.variantId ? [line.variantId] : []))),
  );
  return items.map((item) => ({
    orderId: item.id,
    number: item.number,
    placedAt: item.placedAt,
    channel: item.channel,
    total: item.total,
    contact: item.contactName && maskName(item.contactName),
    goods: item.lines.flatMap(({ variantId, quantity }) => {
      const variant = variantId ? variants.get(variantId) : undefined;
      return variant
        ? [
            {
              variantId: variant.id,
              title: variant.title[ctx.language],
              optionsText: variant.optionsText[ctx.language],
              quantity,
            },
          ]
        : [];
    }),
  }));
}

async function candidates(system: Ctx, search: SaleSearch): Promise<OrderSummary[]> {
  const text = search.text?.trim();
  const { from, to } = await timeOf(system, search);
  const paidWith = search.cardLast4
    ? await ordersPaidWith(system, { cardLast4: search.cardLast4, from, to: to && addHours(to, 1) })
    : undefined;
  const filter: Omit<OrderFilter, 'limit'> = {
    variantId: search.variantId,
    total: search.amount,
    // Paid by this card at that time; the order itself may be older, where it was paid at collection.
    ...(paidWith ? { ids: paidWith } : { from: from?.toISOString(), to: to?.toISOString() }),
  };
  if (!text) return (await findOrders(system, { ...filter, limit: 20 })).items;
  const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i.exec(text)?.[0];
  if (id) {
    const order = (await getOrders(system, [id])).get(id);
    return order ? (await findOrders(system, { number: order.number, limit: 1 })).items : [];
  }
  if (/^V?-?\d{5,10}$/i.test(text)) return (await findOrders(system, { ...filter, number: text, limit: 1 })).items;
  const code = readShortCode(text);
  const work = code ? await findByCode(system, showShortCode(code)) : [];
  const [order] = [
    ...(
      await getOrders(
        system,
        work.flatMap((one) => (one.orderId ? [one.orderId] : [])),
      )
    ).values(),
  ];
  if (order) return (await findOrders(system, { number: order.number, limit: 1 })).items;
  const bySlip = await ordersPaidWith(system, { slip: text });
  if (bySlip.length > 0) return (await findOrders(system, { ids: bySlip, limit: 20 })).items;
  const compact = /^[+\d\s()-]{6,}$/.test(text) ? text.replace(/[\s()-]/g, '') : text;
  return (await findOrders(system, { ...filter, text: compact, limit: 20 })).items;
}

/** When it was bought, as far as it is known. */
async function timeOf(system: Ctx, { day, days }: SaleSearch): Promise<{ from?: Date; to?: Date }> {
  if (day !== undefined) {
    const { zone } = await getRetailer(system);
    return { from: startOfDay(zone, day), to: startOfDay(zone, addDays(day, 1)) };
  }
  return days === undefined ? {} : { from: new Date(system.clock.now().getTime() - days * 86_400_000) };
}

const addHours = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000);

/** `Julia Kowalska` → `Julia K.` */
function maskName(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  return last ? `${first} ${last.charAt(0)}.` : first;
}
