import { type Static, Type } from 'typebox';
import { ReceiptStateSchema, ReceiptToken } from '../flows/receipts/routes.ts';
import { asSystem, type Ctx } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { everyone, route } from '../kernel/route.ts';
import { LocalizedText, MoneySchema, Nullable, Strict, Timestamp } from '../kernel/schemas.ts';
import { currentWordings, maskValue } from '../modules/customers/index.ts';
import { getLocations } from '../modules/locations/index.ts';
import { getOrder, readReceipt, taxesOf } from '../modules/orders/index.ts';
import { paymentsOf } from '../modules/payments/index.ts';
import { getRetailer } from '../modules/settings/index.ts';

const ReceiptPage = Strict({
  state: ReceiptStateSchema,
  address: Type.String({ description: 'Where it was mailed to, masked' }),
  number: Type.String(),
  soldAt: Timestamp,
  zone: Type.String(),
  store: Nullable(Strict({ name: Type.String(), line1: Type.String(), postcode: Type.String(), city: Type.String() })),
  lines: Type.Array(
    Strict({
      title: Type.String(),
      options: Type.String(),
      quantity: Type.Integer(),
      unit: MoneySchema,
      gross: MoneySchema,
    }),
  ),
  discount: MoneySchema,
  total: MoneySchema,
  taxes: Type.Array(Strict({ rateBp: Type.Integer(), net: MoneySchema, tax: MoneySchema })),
  payments: Type.Array(
    Strict({ method: Type.String({ description: 'cash, card_terminal, store_credit, …' }), amount: MoneySchema }),
  ),
  seller: Strict({ name: Type.String(), address: Type.String(), taxId: Type.String() }),
  /** The words beside the box for news. */
  wording: Strict({ version: Type.String(), text: LocalizedText }),
});

/**
 * What was sold, where, when and how it was paid, for whoever reads the mailbox the receipt went to. Nothing of who bought:
 * the address may have been mistyped. Looking changes nothing.
 *
 * @throws AppError not_found, also where the address was said to be another's
 */
async function receiptPage(ctx: Ctx, token: string): Promise<Static<typeof ReceiptPage>> {
  const receipt = await readReceipt(ctx, token);
  if (receipt.state === 'denied' || receipt.email === null)
    throw new AppError('not_found', { detail: 'This address was taken off the purchase.' });
  const order = await getOrder(asSystem(ctx, 'receipts'), receipt.orderId);
  const { locationId } = order.contractMadeAt;
  const [location, payments, retailer] = [
    locationId ? (await getLocations(ctx, [locationId])).get(locationId) : undefined,
    (await paymentsOf(ctx, [order.id])).get(order.id) ?? [],
    await getRetailer(ctx),
  ];
  const { version, text } = (await currentWordings(ctx)).receipt;
  return {
    state: receipt.state,
    address: maskValue('email', receipt.email),
    number: order.number,
    soldAt: order.placedAt,
    zone: location?.zone ?? retailer.zone,
    store: location
      ? {
          name: location.name,
          line1: location.address.line1,
          postcode: location.address.postcode,
          city: location.address.city,
        }
      : null,
    lines: order.lines
      .filter((line) => line.kind === 'goods')
      .map((line) => ({
        title: line.snapshot.title?.[ctx.language] ?? '',
        options: line.snapshot.options?.[ctx.language] ?? '',
        quantity: line.quantity,
        unit: line.unit,
        gross: line.gross,
      })),
    discount: order.totals.discount,
    total: order.totals.gross,
    taxes: taxesOf(order),
    payments: payments
      .filter((payment) => payment.captured.amount > 0)
      .map((payment) => ({ method: payment.method, amount: payment.captured })),
    seller: {
      name: retailer.legal.companyName,
      address: retailer.legal.address,
      taxId: retailer.legal.taxId,
    },
    wording: { version, text },
  };
}

export const shopReceiptPageRoute = route({
  method: 'GET',
  path: '/api/shop/receipt',
  summary: 'A receipt by the link of its mail: goods, prices, tax, store, date and payment, and nobody’s name',
  tag: 'Receipts',
  audience: everyone,
  perMinute: 60,
  query: Strict({ token: ReceiptToken }),
  response: ReceiptPage,
  handle: (ctx, { query }) => receiptPage(ctx, query.token),
});
