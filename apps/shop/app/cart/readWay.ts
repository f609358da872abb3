/** How goods are had, as the API takes it. */
export type Way = { method: 'delivery' } | { method: 'pickup'; locationId: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isId = (text: unknown): text is string => typeof text === 'string' && uuid.test(text);

/** A way as a form sends it: `delivery`, `delivery:<method>` or `pickup:<location>`; undefined for anything else. */
export function readWay(text: string): Way | undefined {
  if (text === 'delivery' || readMethod(text)) return { method: 'delivery' };
  const locationId = text.startsWith('pickup:') ? text.slice('pickup:'.length) : '';
  return isId(locationId) ? { method: 'pickup', locationId } : undefined;
}

/** Which way of delivery, where it says one. */
export function readMethod(text: string): string | undefined {
  const id = text.startsWith('delivery:') ? text.slice('delivery:'.length) : '';
  return isId(id) ? id : undefined;
}

export const writeWay = (way: { method: string; locationId: string | null }): string =>
  way.method === 'delivery' ? 'delivery' : `pickup:${way.locationId}`;
