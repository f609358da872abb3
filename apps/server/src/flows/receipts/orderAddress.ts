import type { Ctx, Language } from '../../kernel/context.ts';
import { customersOf, getCustomers, normaliseIdentifier } from '../../modules/customers/index.ts';
import { issueAccessToken, issueReceipt, type Order } from '../../modules/orders/index.ts';
import type { FlowParts } from '../parts.ts';
import { shopAddress } from '../shopAddress.ts';

/**
 * Whether the address of an order may be told all of it. Who buys at a distance types it themselves and holds the order's
 * token anyway; at a till somebody else typed it, and until the buyer has proven to read that mailbox a typing mistake
 * must not show a stranger their name, address and telephone.
 */
export async function mayOpenOrder(ctx: Ctx, order: Order): Promise<boolean> {
  if (order.contractMadeAt.place === 'distance') return true;
  const email = normaliseIdentifier('email', order.contact.email ?? '');
  const customerId = order.subjectId && (await customersOf(ctx, [order.subjectId])).get(order.subjectId);
  const buyer = customerId ? (await getCustomers(ctx, [customerId])).get(customerId) : undefined;
  return Boolean(
    buyer?.identifiers.some((one) => one.kind === 'email' && one.state === 'verified' && one.value === email),
  );
}

/** The way to an order without an account, for a mail to its address: to the order, or to its receipt and nothing more. */
export async function orderAddress(
  ctx: Ctx,
  parts: Pick<FlowParts, 'publicUrl'>,
  order: Order,
  to: { language?: Language; path?: string } = {},
): Promise<string> {
  const { language = order.language, path = `/orders/${order.id}` } = to;
  if (await mayOpenOrder(ctx, order))
    return shopAddress(parts, language, `${path}?token=${await issueAccessToken(ctx, order.id)}`);
  return receiptAddress(ctx, parts, order, language);
}

export async function receiptAddress(
  ctx: Ctx,
  parts: Pick<FlowParts, 'publicUrl'>,
  order: Order,
  language = order.language,
): Promise<string> {
  const token = await issueReceipt(ctx, { orderId: order.id, email: order.contact.email ?? '' });
  // Behind the question mark it stays out of what is measured and logged of a page.
  return shopAddress(parts, language, `/receipt?token=${token}`);
}
