import type { Channel } from '../../kernel/context.ts';
import type { TimelineEntry } from './timelineOf.ts';

/** A step of their own as shoppers see it: who is "you", "staff" or "shop", never which member of staff. */
export interface ShopperStep {
  eventId: string;
  at: string;
  type: string;
  channel: Channel;
  locationId: string | null;
  by: 'you' | 'staff' | 'shop';
  facts: Record<string, unknown>;
}

/** What a shopper hears of. How identities were linked, and what staff do among themselves, is not among it. */
export const shopperTypes = [
  'customers.customer.signed_in',
  'customers.address.',
  'customers.consent.',
  'carts.',
  'stock.reservation.',
  'orders.',
  'payments.',
  'fulfilment.',
  'returns.',
  'conversations.',
] as const;

/** Facts a shopper may see, by name. New ones are hidden until somebody puts them here: data may name members of staff. */
const shownFacts = new Set([
  'cartId',
  'consentChannel',
  'currency',
  'expiresAt',
  'fulfilmentId',
  'gross',
  'handoffId',
  'heldUntil',
  'kind',
  'lineId',
  'locationId',
  'method',
  'number',
  'orderId',
  'orderNumber',
  'paymentId',
  'promisedAt',
  'purpose',
  'quantity',
  'reason',
  'reservationId',
  'state',
  'threadId',
  'total',
  'until',
  'variantId',
  'variantIds',
]);

const isPlain = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** Numbers, texts, lists of them, and money; nothing nested that could carry more. */
function isShowable(value: unknown): boolean {
  if (isPlain(value)) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  return keys.length === 2 && 'amount' in value && 'currency' in value;
}

export function toShopperStep(entry: TimelineEntry): ShopperStep {
  const kind = entry.actor.split(':')[0];
  return {
    eventId: entry.eventId,
    at: entry.at,
    type: entry.type,
    channel: entry.channel,
    locationId: entry.locationId,
    by: kind === 'shopper' || kind === 'anonymous' ? 'you' : kind === 'staff' ? 'staff' : 'shop',
    facts: Object.fromEntries(
      Object.entries(entry.data).filter(([name, value]) => shownFacts.has(name) && isShowable(value)),
    ),
  };
}
