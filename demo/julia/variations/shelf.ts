import type { Json } from '../browser.ts';
import { eventually, type Scene } from '../cast.ts';

export async function levelAt(scene: Scene, variantId: string, locationId: string): Promise<Json> {
  const admin = await scene.colleague('admin', scene.b);
  const { items } = await admin.get(`/api/staff/stock?variantIds=${variantId}`);
  const none = { onHand: 0, reserved: 0, available: 0 };
  return items.find((level: Json) => level.locationId === locationId) ?? none;
}

/** Counts the shelf, so that so many pieces are free there besides those that are held. */
export async function putOnShelf(scene: Scene, variantId: string, locationId: string, free: number): Promise<void> {
  const { reserved } = await levelAt(scene, variantId, locationId);
  const admin = await scene.colleague('admin', scene.b);
  await admin.post('/api/staff/stock/changes', {
    changes: [{ variantId, locationId, kind: 'count', counted: reserved + free, reason: 'counted for the story' }],
  });
}

export async function storeIn(scene: Scene, city: string): Promise<{ id: string; name: string }> {
  const stores = await (await scene.colleague('admin', scene.b)).get('/api/shop/locations');
  return stores.items.find((store: Json) => store.address.city === city);
}

/** The work of a store for a hold or an order, in one of these states. */
export async function workFor(
  scene: Scene,
  wanted: { reservationId?: string; code?: string; locationId?: string },
  states: readonly string[] = ['to_pick', 'picking', 'ready'],
): Promise<Json[]> {
  const admin = await scene.colleague('admin', scene.b);
  const query = states.map((state) => `state=${state}`).join('&');
  const { items } = await admin.get(
    `/api/staff/fulfilments?locationId=${wanted.locationId ?? scene.krakow}&limit=100&${query}`,
  );
  return items.filter(
    (item: Json) =>
      (!wanted.reservationId || item.reservationId === wanted.reservationId) &&
      (!wanted.code || item.code === wanted.code),
  );
}

/** Waits until the work for a hold or an order has got there. */
export function workInState(
  scene: Scene,
  wanted: Parameters<typeof workFor>[1],
  ...states: readonly string[]
): Promise<Json> {
  return eventually(async () => (await workFor(scene, wanted, states))[0], `the work is ${states.join(' or ')}`);
}
