import { isObject } from '../ingest/readBody.ts';
import { contextOf, propertiesOf, traitsOf } from './readArrival.ts';
import { cleanText } from './safeText.ts';

/** Whom and what a trusted event names, as it wrote it. */
export interface Named {
  /** Its one loyalty number; one with two says nothing. */
  loyalty: string | undefined;
  /** Number of an order: ours, or that of the till. */
  order: string | undefined;
  call: string | undefined;
  email: string[];
  phone: string[];
}

/** Names of kinds in `context.externalIds` and of fields, with case and punctuation left out. */
const kinds: Record<string, 'loyalty' | 'order' | 'email' | 'phone'> = {
  loyalty: 'loyalty',
  loyaltyid: 'loyalty',
  loyaltynumber: 'loyalty',
  loyaltycard: 'loyalty',
  card: 'loyalty',
  email: 'email',
  phone: 'phone',
  phonenumber: 'phone',
  order: 'order',
  orderid: 'order',
  ordernumber: 'order',
};

const mostExternalIds = 20;

/** A kind is what somebody calls it; `__proto__` is none. */
const kindOf = (name: unknown) => {
  const folded = typeof name === 'string' ? name.toLowerCase().replace(/[^a-z]/g, '') : '';
  return Object.hasOwn(kinds, folded) ? kinds[folded] : undefined;
};

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = cleanText(String(value)).trim();
  return text === '' || text.length > 254 ? undefined : text;
}

export function namedIn(event: Record<string, unknown>): Named {
  const found: Record<'loyalty' | 'order' | 'email' | 'phone', Set<string>> = {
    loyalty: new Set(),
    order: new Set(),
    email: new Set(),
    phone: new Set(),
  };
  const add = (name: unknown, value: unknown) => {
    const [kind, text] = [kindOf(name), textOf(value)];
    if (kind && text) found[kind].add(text);
  };
  const { externalIds } = contextOf(event);
  if (Array.isArray(externalIds))
    for (const one of externalIds.slice(0, mostExternalIds)) if (isObject(one)) add(one.type ?? one.collection, one.id);
  const [traits, properties] = [traitsOf(event), propertiesOf(event)];
  for (const name of ['email', 'phone', 'loyaltyNumber', 'loyalty_number']) add(name, traits[name]);
  for (const name of ['order_id', 'loyaltyNumber', 'loyalty_number']) add(name, properties[name]);
  const only = (values: ReadonlySet<string>) => (values.size === 1 ? [...values][0] : undefined);
  return {
    loyalty: only(found.loyalty),
    order: only(found.order),
    call: textOf(properties.call_id ?? properties.callId),
    email: [...found.email].slice(0, 3),
    phone: [...found.phone].slice(0, 3),
  };
}

/** The number of an order of ours among those of tills: these have none of its form, or theirs would be taken for ours. */
export function ourOrderNumber(named: Named): string | undefined {
  const number = named.order?.toUpperCase();
  return number && /^V-\d{1,12}$/.test(number) ? number : undefined;
}
