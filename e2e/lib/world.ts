import { randomUUID } from 'node:crypto';
import { type APIRequestContext, type APIResponse, request } from '@playwright/test';
import { type Colleague, emailOf, mailTo, signInStaff } from './people.ts';

type State = Awaited<ReturnType<APIRequestContext['storageState']>>;

/** Ids and sessions of what was made over the public API, so that every screen has something true to show. */
export interface World {
  url: string;
  colleagues: Record<Exclude<Colleague, 'another agent'>, State>;
  /** Signed in, with a cart, a hold in Kraków, an order, and a conversation. */
  shopper: State;
  /** Somebody who has just come. */
  visitor: State;
  /** A browser that is a device of the store, with nobody signed in. */
  device: State;
  product: { id: string; variantId: string; slugs: Record<'en' | 'pl' | 'ru', string> };
  category: Record<'en' | 'pl' | 'ru', string>;
  store: { id: string; code: string };
  /** A variant of which Kraków has some. */
  inStore: string;
  order: { id: string; token: string };
  hold: { id: string; code: string; fulfilmentId: string };
  handoffToken: string;
  threadId: string;
  customerId: string;
  memberId: string;
  promotionId: string;
}

// biome-ignore lint/suspicious/noExplicitAny: what the server answers is read here as a stranger reads it.
type Json = any;

async function read(answer: APIResponse): Promise<Json> {
  if (!answer.ok())
    throw new Error(`${answer.url()} answered ${answer.status()}: ${(await answer.text()).slice(0, 600)}`);
  return answer.status() === 204 ? undefined : answer.json();
}

const keyed = () => ({ 'idempotency-key': randomUUID() });

/** Makes the world on a server that runs the demo. */
export async function makeWorld(url: string): Promise<World> {
  const open = () => request.newContext({ baseURL: url, extraHTTPHeaders: { 'accept-language': 'en' } });
  const staff = async (who: Colleague) => {
    const context = await open();
    await signInStaff(context, emailOf(who));
    return context;
  };
  const [agent, associate, manager, admin, device, shopper, visitor] = await Promise.all([
    staff('agent'),
    staff('associate'),
    staff('manager'),
    staff('admin'),
    staff('manager'),
    open(),
    open(),
  ]);

  const stores: Json = await read(await visitor.get('/api/shop/locations'));
  const store = stores.items.find((one: Json) => one.address.city === 'Kraków');
  const page: Json = await read(await visitor.get('/api/shop/products/lund-sofa'));
  const categories: Json = await read(await visitor.get('/api/shop/categories'));
  const category = categories.items.find((one: Json) => one.code === page.categories.at(-1).code);

  const email = `zofia.${randomUUID().slice(0, 8)}@example.com`;
  await read(await shopper.post('/api/shop/session', { data: { anonymousId: randomUUID() }, headers: keyed() }));
  const available = async (where: 'store' | 'delivery', besides: string[] = []) => {
    const found: Json = await read(await visitor.get('/api/shop/search?limit=60&near=Krak%C3%B3w'));
    const item = found.items.find(
      (one: Json) =>
        !besides.includes(one.variantId) &&
        one.price &&
        (where === 'delivery' ? one.delivery : one.nearest?.city === 'Kraków' && one.nearest.available > 1),
    );
    if (!item) throw new Error(`the demo has nothing for ${where}`);
    return item.variantId as string;
  };
  const toHold = await available('store');
  const toOrder = await available('store', [toHold]);
  const inCart = await available('delivery', [toHold, toOrder]);
  const hold: Json = await read(
    await shopper.post('/api/shop/holds', {
      data: { variantId: toHold, locationId: store.id, contact: { email, name: 'Zofia Łęcka' } },
      headers: keyed(),
    }),
  );
  const order: Json = await read(
    await shopper.post('/api/shop/orders', {
      data: {
        from: { lines: [{ variantId: toOrder, quantity: 1, way: { method: 'pickup', locationId: store.id } }] },
        contact: { name: 'Zofia Łęcka', email },
        payment: { method: 'pay_in_store' },
      },
      headers: keyed(),
    }),
  );
  await read(await shopper.post('/api/shop/sign-in/code', { data: { email }, headers: keyed() }));
  const mail = await mailTo(visitor, email, (one) => /code/i.test(one.subject));
  const code = /\b(\d{6})\b/.exec(`${mail.subject} ${mail.text}`)?.[1];
  await read(await shopper.post('/api/shop/sign-in', { data: { email, code }, headers: keyed() }));
  const cart: Json = await read(
    await shopper.post('/api/shop/cart/lines', {
      data: { variantId: inCart, quantity: 2, way: { method: 'delivery' } },
      headers: keyed(),
    }),
  );
  await read(
    await shopper.post('/api/shop/chat/messages', {
      data: {
        text: 'Is the walnut one still to be had in Kraków? <b>I can come on Saturday.</b>',
        clientKey: randomUUID(),
      },
      headers: keyed(),
    }),
  );
  const handoff: Json = await read(
    await shopper.post(`/api/shop/carts/${cart.id ?? cart.cart?.id}/handoff`, { data: {}, headers: keyed() }),
  );

  await read(await associate.put('/api/staff/me/pin', { data: { pin: '2468' }, headers: keyed() }));
  await read(
    await device.post('/api/staff/devices', { data: { locationId: store.id, name: 'Counter' }, headers: keyed() }),
  );
  await read(await device.post('/api/staff/sign-out', { headers: keyed() }));

  const work: Json = await read(await associate.get(`/api/staff/fulfilments?locationId=${store.id}&limit=20`));
  const threads: Json = await read(await agent.get('/api/staff/threads?limit=20'));
  const thread = threads.items[0];
  const members: Json = await read(await admin.get('/api/staff/members'));
  const promotions: Json = await read(await admin.get('/api/staff/promotions?market=PL'));
  const world: World = {
    url,
    colleagues: {
      agent: await agent.storageState(),
      associate: await associate.storageState(),
      manager: await manager.storageState(),
      admin: await admin.storageState(),
    },
    shopper: await shopper.storageState(),
    visitor: await visitor.storageState(),
    device: await device.storageState(),
    product: { id: page.id, variantId: page.variants[0].id, slugs: page.slugs },
    category: category.slug,
    store: { id: store.id, code: store.code },
    inStore: toHold,
    order: { id: order.order.id, token: order.token },
    hold: { id: hold.id, code: hold.code, fulfilmentId: work.items[0].id },
    handoffToken: String(handoff.url).split('/').at(-1) ?? '',
    threadId: thread.id,
    customerId: thread.customerId,
    memberId: members.items[0].id,
    promotionId: promotions.items[0]?.id,
  };
  await Promise.all([agent, associate, manager, admin, device, shopper, visitor].map((context) => context.dispose()));
  return world;
}
