import type { ArrivalKind } from '../channels/channelRules.ts';
import { isObject } from '../ingest/readBody.ts';
import { pageOf, propertiesOf, readArrival } from './readArrival.ts';
import { safeId, safePath, safeText } from './safeText.ts';

/**
 * What of an event goes to ClickHouse, by name: everything else stays behind (DESIGN §5.4). Names are those of Segment's
 * e-commerce specification. No e-mail, phone, name, address, IP; no free text but a search's words, cut to 100 characters.
 */
const ids = [
  'product_id',
  'sku',
  'variant_id',
  'location_id',
  'order_id',
  'checkout_id',
  'cart_id',
  'list_id',
  'promotion_id',
  'coupon',
  'step',
] as const;
const numbers = [
  'price',
  'quantity',
  'position',
  'revenue',
  'total',
  'value',
  'discount',
  'tax',
  'shipping',
  'results',
  'duration',
] as const;
const words = ['variant', 'category', 'brand', 'payment_method', 'shipping_method', 'outcome', 'direction'] as const;

export function allowedProperties(event: Record<string, unknown>, how: ArrivalKind): Record<string, string> {
  const given = propertiesOf(event);
  const kept: Record<string, string> = {};
  const keep = (name: string, value: string) => {
    if (value !== '') kept[name] = value;
  };
  for (const name of ids) keep(name, safeId(given[name]));
  for (const name of numbers) keep(name, safeNumber(given[name]));
  for (const name of words) keep(name, safeText(given[name], 60));
  keep('currency', typeof given.currency === 'string' && /^[A-Z]{3}$/.test(given.currency) ? given.currency : '');
  keep('query', safeText(given.query, 100));
  keep('product_ids', productIds(given.products));
  keep('path', safePath(pageOf(event).path ?? pageOf(event).url ?? given.path));

  const arrival = readArrival(event);
  keep('referrer', arrival.referrer);
  keep('utm_source', arrival.utm.source);
  keep('utm_medium', arrival.utm.medium);
  keep('utm_campaign', arrival.utm.name);
  keep('click_ids', arrival.clickIds.join(','));
  keep('arrival', how === 'direct' ? '' : how);
  return kept;
}

function safeNumber(value: unknown): string {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? String(number) : '';
}

function productIds(products: unknown): string {
  if (!Array.isArray(products)) return '';
  return products
    .slice(0, 20)
    .flatMap((product: unknown) => (isObject(product) ? [safeId(product.product_id ?? product.sku)] : []))
    .filter((id) => id !== '')
    .join(',');
}
