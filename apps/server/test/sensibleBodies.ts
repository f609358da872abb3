import type { SmallShop } from './smallShop.ts';

/** When the shop that is asked is open. */
export const dayOfShop = new Date('2026-11-24T13:02:00Z');

const opened = [['10:00', '20:00']];
const week = { mon: opened, tue: opened, wed: opened, thu: opened, fri: opened, sat: opened, sun: [] };
export const inThree = (text: string) => ({ en: text, pl: text, ru: text });

/** Where the first value that fits the schema does not make sense. */
export const sensibleBodies = (shop: SmallShop): Record<string, (fresh: string) => Record<string, unknown>> => ({
  'POST /api/staff/locations': (fresh) => ({ code: `S-${fresh}`.toUpperCase(), hours: week, exceptions: [] }),
  'PUT /api/staff/locations/{id}': () => ({
    code: 'KRK',
    kind: 'store',
    hours: week,
    capabilities: ['pickup', 'reserve', 'pay', 'display'],
    version: 1,
  }),
  'PUT /api/staff/locations/{id}/hours': () => ({ hours: week }),
  'PUT /api/staff/locations/{id}/exceptions': () => ({
    exceptions: [{ date: '2027-01-15', open: [], note: 'a fair' }],
  }),
  'PUT /api/staff/chat/hours': () => ({ hours: week, exceptions: [], version: 0 }),
  'PUT /api/staff/products/{code}': () => ({
    slug: inThree('sofa-lund'),
    categoryCode: 'sofas',
    options: [],
    variants: [],
    attributes: {},
    pictures: [],
    archived: false,
    version: 1,
  }),
  'PATCH /api/staff/products/{code}': () => ({
    version: 1,
    archived: false,
    variants: [{ sku: 'LUND-BLUE', archived: false }],
  }),
  'PUT /api/staff/categories/{code}': () => ({ slug: inThree('sofas-now'), parentCode: null, version: 1 }),
  'POST /api/staff/products/{code}/pictures': () => ({
    contentType: 'image/svg+xml',
    content: '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>',
    sku: 'LUND-BLUE',
  }),
  'POST /api/staff/promotions': () => ({ endsAt: '2027-01-16T10:00:00.000Z' }),
  'POST /api/staff/customers': (fresh) => ({ email: `c-${fresh}@example.com`, idSeen: false }),
  'POST /api/staff/customers/{id}/identifiers': (fresh) => ({ value: `i-${fresh}@example.com`, idSeen: false }),
  'POST /api/staff/smart-links': (fresh) => ({ slug: `s-${fresh}` }),
  'POST /api/staff/sources': (fresh) => ({ name: `s-${fresh}` }),
  'POST /api/staff/members': (fresh) => ({ email: `m-${fresh}@shop.example`, locationIds: [] }),
  'PATCH /api/staff/members/{id}': () => ({ role: 'agent', active: true }),
  'POST /api/shop/chat/messages': (fresh) => ({ clientKey: `key-${fresh}`, context: {} }),
  'POST /api/shop/chat/leave-message': (fresh) => ({ clientKey: `key-${fresh}`, email: 'julia@example.com' }),
  'PUT /api/shop/chat/contact': () => ({ email: 'julia@example.com' }),
  'POST /api/staff/threads/{id}/messages': (fresh) => ({ clientKey: `key-${fresh}`, internal: true, ifSeq: 9999 }),
  'POST /api/staff/calls': () => ({ startedAt: dayOfShop.toISOString() }),
  'POST /api/shop/sign-in/code': (fresh) => ({ email: `c-${fresh}@example.com` }),
  'POST /api/shop/sign-in': (fresh) => ({ email: `c-${fresh}@example.com` }),
  'POST /api/staff/sign-in': (fresh) => ({ email: `c-${fresh}@example.com` }),
  'POST /api/shop/cart/lines': () => ({ version: undefined }),
  'POST /api/shop/orders': () => ({
    from: { lines: [{ variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: shop.krakow } }] },
    couponCode: undefined,
    total: undefined,
  }),
  'POST /api/staff/sales': () => ({
    goods: { lines: [{ variantId: shop.green, quantity: 1 }] },
    payment: { method: 'cash', amount: { amount: 386_900, currency: 'PLN' } },
  }),
  'PUT /api/staff/settings/delivery-zones': () => ({ version: 0, zones: [] }),
  'PUT /api/staff/prices': () => ({ prices: [{ variantId: shop.green, gross: { amount: 386_900, currency: 'PLN' } }] }),
});
