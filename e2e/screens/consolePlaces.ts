import type { Place } from './places.ts';

type Address = (world: Parameters<Place['address']>[0]) => string;

const at =
  (area: Place['area'], who: Place['who']) =>
  (name: string, pattern: string, address: Address = () => pattern): Place => ({
    name: `${area}-${name}`,
    area,
    pattern,
    who,
    address: (world) => `/console${address(world)}`,
  });

const desk = at('desk', 'agent');
const floor = at('floor', 'associate');
const office = at('office', 'admin');
const insight = at('insight', 'admin');

export const consolePlaces: Place[] = [
  { name: 'sign-in', area: 'account', pattern: '/sign-in', who: 'nobody', address: () => '/console/sign-in' },
  { name: 'setup', area: 'account', pattern: '/setup', who: 'nobody', address: () => '/console/setup' },
  desk('inbox', '/desk'),
  desk('thread', '/desk/$threadId', (world) => `/desk/${world.threadId}`),
  desk('customer', '/desk/$threadId', (world) => `/desk/${world.threadId}?side=customer`),
  floor('today', '/floor'),
  floor('work', '/floor/work/$workId', (world) => `/floor/work/${world.hold.fulfilmentId}`),
  floor('find', '/floor/find', (world) => `/floor/find?q=${world.hold.code}`),
  floor('till', '/floor/till'),
  floor('people', '/floor/people'),
  floor('returns', '/floor/returns'),
  floor('return-desk', '/floor/returns/sale/$orderId', (world) => `/floor/returns/sale/${world.returned.orderId}`),
  floor('return-blind', '/floor/returns/blind', (world) => `/floor/returns/blind?id=${world.blindReturnId}`),
  floor('return', '/floor/returns/$returnId', (world) => `/floor/returns/${world.returned.id}`),
  floor('stock', '/floor/stock'),
  floor('stock-everywhere', '/floor/stock/$variantId', (world) => `/floor/stock/${world.product.variantId}`),
  floor('unsent', '/floor/unsent'),
  { ...floor('day', '/floor/day'), who: 'manager' },
  { ...floor('device', '/floor/device'), who: 'manager' },
  { ...floor('lock', '/lock'), who: 'device' },
  floor('lock-no-device', '/lock'),
  office('home', '/office'),
  office('products', '/office/products'),
  office('product', '/office/products/$id', (world) => `/office/products/${world.product.id}`),
  office('product-new', '/office/products/new'),
  office('prices', '/office/prices'),
  office('price', '/office/prices/$productId', (world) => `/office/prices/${world.product.id}`),
  office('promotions', '/office/promotions'),
  office('promotion-new', '/office/promotions/new'),
  office('stock', '/office/stock'),
  office(
    'ledger',
    '/office/stock/$variantId/$locationId',
    (world) => `/office/stock/${world.product.variantId}/${world.store.id}`,
  ),
  office('drift', '/office/stock/drift'),
  office('orders', '/office/orders'),
  office('order', '/office/orders/$id', (world) => `/office/orders/${world.order.id}`),
  office('customers', '/office/customers'),
  office('customer-imports', '/office/customers/import'),
  office('customer-traits', '/office/customers/traits'),
  office('customer-import', '/office/customers/import/$id', (world) => `/office/customers/import/${world.importId}`),
  office('customer', '/office/customers/$id', (world) => `/office/customers/${world.customerId}`),
  floor('customer', '/customers/$id', (world) => `/customers/${world.customerId}`),
  office('returns', '/office/returns'),
  office('return-policy', '/office/returns/policy'),
  office('return-declarations', '/office/returns/declarations'),
  office('return-blind', '/office/returns/blind/$id', (world) => `/office/returns/blind/${world.blindReturnId}`),
  office('return', '/office/returns/$id', (world) => `/office/returns/${world.returned.id}`),
  office('health', '/office/health'),
  office('people', '/office/people'),
  office('matches', '/office/matches'),
  office('privacy', '/office/privacy'),
  office('money', '/office/money'),
  office('sources', '/office/sources'),
  office('channels', '/office/sources/channels'),
  office('histories', '/office/sources/history'),
  office('history', '/office/sources/history/$id', (world) => `/office/sources/history/${world.historyId}`),
  office('webhooks', '/office/webhooks'),
  office('settings', '/office/settings'),
  insight('home', '/insight'),
  insight('sales', '/insight/sales'),
  insight('paths', '/insight/paths'),
  insight('journeys', '/insight/journeys'),
  insight('journey', '/insight/journeys/$customerId', (world) => `/insight/journeys/${world.customerId}`),
];
