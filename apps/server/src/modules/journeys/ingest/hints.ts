import { isPlaceholder } from '../../customers/index.ts';
import { namedIn } from '../resolve/namedIn.ts';
import type { EventType } from './checkEvent.ts';
import { readTime } from './eventTime.ts';
import { isObject } from './readBody.ts';

/** What a rule looks at. */
interface Sent {
  type: EventType;
  event: Record<string, unknown>;
  /** Name of a tracked event in lower case, as far as Segment's e-commerce specification names it. */
  name: string;
  properties: Record<string, unknown>;
  products: readonly Record<string, unknown>[];
  receivedAt: Date;
  sentAt: unknown;
  trusted: boolean;
}

const isGiven = (value: unknown): boolean => (typeof value === 'string' ? value.trim() !== '' : value != null);
const money = ['price', 'revenue', 'total', 'value', 'subtotal'] as const;
const aheadMs = 5 * 60_000;

/**
 * What is usually wrong with what a source sends, though it was kept: held against Segment's e-commerce specification
 * (https://segment.com/docs/connections/spec/ecommerce/v2/). The Office counts each by source and day and says what to do.
 */
const rules = {
  order_without_id: ({ name, properties }: Sent) => name === 'order completed' && !isGiven(properties.order_id),
  order_without_revenue: ({ name, properties }: Sent) =>
    name === 'order completed' && !isGiven(properties.revenue) && !isGiven(properties.total),
  product_without_id: ({ name, properties }: Sent) =>
    /^product (viewed|added|removed|clicked)$/.test(name) && !hasProductId(properties),
  products_without_id: ({ products }: Sent) => products.some((product) => !hasProductId(product)),
  price_as_text: ({ properties, products }: Sent) =>
    [properties, ...products].some((goods) => money.some((field) => typeof goods[field] === 'string')),
  currency_missing: ({ name, properties }: Sent) =>
    /^(order (completed|refunded)|product added|checkout started)$/.test(name) &&
    money.some((field) => isGiven(properties[field])) &&
    !(typeof properties.currency === 'string' && /^[A-Z]{3}$/.test(properties.currency)),
  email_as_user_id: ({ event }: Sent) => typeof event.userId === 'string' && event.userId.includes('@'),
  page_without_url: ({ type, event, properties }: Sent) => {
    const context = isObject(event.context) ? event.context : {};
    const page = isObject(context.page) ? context.page : {};
    return type === 'page' && !isGiven(properties.url) && !isGiven(page.url);
  },
  /** Its clock says later than the moment of sending, or than now where it does not tell that. */
  clock_ahead: ({ event, receivedAt, sentAt }: Sent) => {
    const original = readTime(event.timestamp) ?? readTime(event.originalTimestamp);
    const sent = readTime(sentAt) ?? readTime(event.sentAt) ?? receivedAt.getTime();
    return original !== undefined && original > sent + aheadMs;
  },
  /** "undefined", "0", "[object Object]": kept, under nobody. */
  id_names_nobody: ({ event }: Sent) =>
    [event.userId, event.anonymousId].some(
      (id) => (typeof id === 'string' && id.trim() !== '' && isPlaceholder(id)) || id === 0,
    ),
  trusted_without_id: ({ event, trusted }: Sent) => {
    if (!trusted || isGiven(event.userId) || isGiven(event.anonymousId)) return false;
    const { loyalty, order, call, email, phone } = namedIn(event);
    return !loyalty && !order && !call && email.length + phone.length === 0;
  },
  no_message_id: ({ event }: Sent) => !isGiven(event.messageId),
};

type DoorHint = keyof typeof rules;
const doorHints = Object.keys(rules) as DoorHint[];

/** What resolving alone shows: one loyalty number on more sales than a person makes (customers/linkReported.ts). */
export type LaterHint = 'card_of_everybody';

const hasProductId = (goods: Record<string, unknown>): boolean => isGiven(goods.product_id) || isGiven(goods.sku);

/** The rules an event breaks. */
export function hintsOf(
  event: Record<string, unknown>,
  given: { type: EventType; receivedAt: Date; sentAt: unknown; trusted: boolean },
): DoorHint[] {
  const properties = isObject(event.properties) ? event.properties : {};
  const sent: Sent = {
    ...given,
    event,
    properties,
    name: given.type === 'track' && typeof event.event === 'string' ? event.event.trim().toLowerCase() : '',
    products: Array.isArray(properties.products) ? properties.products.slice(0, 100).filter(isObject) : [],
  };
  return doorHints.filter((id) => rules[id](sent));
}
