import { randomUUID } from 'node:crypto';
import { type APIRequestContext, type APIResponse, request } from '@playwright/test';
import type { Answer } from '@throughline/client';
import { announcedReturn, collectedOrder } from './collectedOrder.ts';
import { type Colleague, emailOf, mailTo, signInStaff } from './people.ts';
import { soldWithReceipt } from './soldWithReceipt.ts';

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
  /** An order with two pieces that were handed over, one of them announced to come back. */
  returned: { id: string; orderId: string; token: string };
  /** Goods that were taken back without a sale. */
  blindReturnId: string;
  handoffToken: string;
  /** Of a sale at the counter to an address nobody has proven. */
  receiptToken: string;
  threadId: string;
  customerId: string;
  /** A file of customers whose columns are to be settled. */
  importId: string;
  historyId: string;
  memberId: string;
  promotionId: string;
}

async function read<T = unknown>(answer: APIResponse): Promise<T> {
  if (!answer.ok())
    throw new Error(`${answer.url()} answered ${answer.status()}: ${(await answer.text()).slice(0, 600)}`);
  return (answer.status() === 204 ? undefined : await answer.json()) as T;
}

function made<T>(thing: T | null | undefined, what: string): T {
  if (thing === null || thing === undefined) throw new Error(`the demo has no ${what}`);
  return thing;
}

const keyed = () => ({ 'idempotency-key': randomUUID() });

/** Money that fits nothing, an endpoint that was sent a test, a trait to ask about. */
async function moneyAndHooks(admin: APIRequestContext): Promise<void> {
  await read(
    await admin.put('/api/staff/customers/traits/household', {
      data: {
        label: { en: 'People at home', pl: 'Domowników', ru: 'Человек в доме' },
        type: 'number',
        choices: [],
        isPii: false,
        seenBy: ['agent', 'associate', 'manager', 'admin'],
        setBy: ['agent', 'manager'],
      },
    }),
  );
  const line = (title: string, amount: number, payer: string) => ({
    externalId: randomUUID(),
    bookedOn: '2026-11-20',
    amount: { amount, currency: 'PLN' },
    title,
    payer,
    payerAccount: 'PL27114020040000300201355387',
  });
  await read(
    await admin.post('/api/staff/payments/transfers', {
      data: { lines: [line('for the sofa, thank you', 129_900, 'Jan Nowak'), line('', 4_900, 'Ewa Lis')] },
      headers: keyed(),
    }),
  );
  const { endpoint } = await read<Answer<'/api/staff/webhooks', 'post'>>(
    await admin.post('/api/staff/webhooks', {
      data: { url: 'https://hooks.example.com/shop', description: 'Bookkeeping', types: ['returns.policy.changed'] },
      headers: keyed(),
    }),
  );
  await read(await admin.post(`/api/staff/webhooks/${endpoint.id}/test`, { headers: keyed() }));
}

/** Two entries that may be one person, found by a run over all. */
async function twoWhoMayBeOne(admin: APIRequestContext): Promise<void> {
  const phone = '+48605200300';
  for (const givenName of ['Katarzyna', 'Kasia'])
    await read(
      await admin.post('/api/staff/customers', {
        data: { givenName, familyName: 'Lewandowska', phone },
        headers: keyed(),
      }),
    );
  await read(await admin.post('/api/staff/matches/runs', { headers: keyed() }));
  // For the office's page of privacy: a copy somebody asked for, and an address nobody writes to.
  const { customerId } = await read<Answer<'/api/staff/customers', 'post'>>(
    await admin.post('/api/staff/customers', {
      data: { givenName: 'Halina', familyName: 'Sowa', email: 'halina.sowa@example.com' },
      headers: keyed(),
    }),
  );
  await read(
    await admin.post(`/api/staff/customers/${customerId}/data-requests`, {
      data: { kind: 'export' },
      headers: keyed(),
    }),
  );
  await admin.post('/api/staff/privacy/suppressions', {
    data: { address: 'no.news@example.com', reason: 'said so in the store' },
    headers: keyed(),
  });
}

/** Sales of another system that wait for somebody to look at what they would become. */
async function fileOfHistory(admin: APIRequestContext): Promise<string> {
  const file = Buffer.from(
    'Order ID;Sold at;Card;SKU;Quantity;Price\nP1;2026-03-29 12:00;K1;LAMP;1;99,50\nP1;2026-03-29 12:00;K1;BULB;3;12,30\nP2;2026-03-30 10:15;K2;SOFA;1;3799,00\nP3;tomorrow;K2;RUG;1;450,00\n',
  );
  const address = '/api/staff/history-imports';
  const { id } = await read<Answer<'/api/staff/history-imports', 'post'>>(
    await admin.post(address, { data: { fileName: 'tills-2025.csv', bytes: file.length }, headers: keyed() }),
  );
  await read(
    await admin.put(`${address}/${id}/file`, { data: file, headers: { 'content-type': 'application/octet-stream' } }),
  );
  return id;
}

/** A file of customers that waits for somebody to say what its columns mean. */
async function fileOfCustomers(admin: APIRequestContext): Promise<string> {
  const file = Buffer.from('E-mail;Imię;Nazwisko;Telefon\nhanna.wrona@example.com;Hanna;Wrona;600 700 801\n');
  const address = '/api/staff/customers/imports';
  const { id } = await read<Answer<'/api/staff/customers/imports', 'post'>>(
    await admin.post(address, { data: { fileName: 'klienci.csv', bytes: file.length }, headers: keyed() }),
  );
  await read(
    await admin.put(`${address}/${id}/parts/0`, { data: { data: file.toString('base64') }, headers: keyed() }),
  );
  await read(await admin.post(`${address}/${id}/uploaded`, { headers: keyed() }));
  return id;
}

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

  const stores = await read<Answer<'/api/shop/locations', 'get'>>(await visitor.get('/api/shop/locations'));
  const store = made(
    stores.items.find((one) => one.address.city === 'Kraków'),
    'store in Kraków',
  );
  const page = await read<Answer<'/api/shop/products/{slugOrId}', 'get'>>(
    await visitor.get('/api/shop/products/lund-sofa'),
  );
  const categories = await read<Answer<'/api/shop/categories', 'get'>>(await visitor.get('/api/shop/categories'));
  const category = made(
    categories.items.find((one) => one.code === page.categories.at(-1)?.code),
    'category of the sofa',
  );

  const email = `zofia.${randomUUID().slice(0, 8)}@example.com`;
  await read(await shopper.post('/api/shop/session', { data: { anonymousId: randomUUID() }, headers: keyed() }));
  const available = async (where: 'store' | 'delivery', besides: string[] = []) => {
    const found = await read<Answer<'/api/shop/search', 'get'>>(
      await visitor.get('/api/shop/search?limit=60&near=Krak%C3%B3w'),
    );
    const item = found.items.find(
      (one) =>
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
  const hold = await read<Answer<'/api/shop/holds', 'post'>>(
    await shopper.post('/api/shop/holds', {
      data: { variantId: toHold, locationId: store.id, contact: { email, name: 'Zofia Łęcka' } },
      headers: keyed(),
    }),
  );
  const order = await read<Answer<'/api/shop/orders', 'post'>>(
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
  const cart = await read<Answer<'/api/shop/cart/lines', 'post'>>(
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
  const handoff = await read<Answer<'/api/shop/carts/{id}/handoff', 'post'>>(
    await shopper.post(`/api/shop/carts/${cart.id}/handoff`, { data: {}, headers: keyed() }),
  );

  const collected = await collectedOrder(url, associate, {
    variantId: await available('store', [toHold, toOrder]),
    quantity: 2,
    storeId: store.id,
    email: 'ewa@example.com',
    name: 'Ewa Nowak',
  });
  const returnId = await announcedReturn(associate, collected);

  const receiptToken = await soldWithReceipt(associate, {
    variantId: toHold,
    storeId: store.id,
    email: 'karol@example.com',
  });

  const policy = await read<Answer<'/api/staff/settings/returns', 'get'>>(
    await admin.get('/api/staff/settings/returns'),
  );
  if (!policy.blindReturns)
    await read(
      await admin.put('/api/staff/settings/returns', { data: { ...policy, blindReturns: true }, headers: keyed() }),
    );
  const blind = await read<Answer<'/api/staff/blind-returns', 'post'>>(
    await associate.post('/api/staff/blind-returns', {
      data: {
        locationId: store.id,
        contact: { phone: '+48 600 123 456', name: 'Jan Zając' },
        lines: [{ variantId: toHold, quantity: 1, reason: 'other', condition: 'opened', outcome: 'damaged' }],
      },
      headers: keyed(),
    }),
  );

  await read(await associate.put('/api/staff/me/pin', { data: { pin: '2468' }, headers: keyed() }));
  await read(
    await device.post('/api/staff/devices', { data: { locationId: store.id, name: 'Counter' }, headers: keyed() }),
  );
  await read(await device.post('/api/staff/sign-out', { headers: keyed() }));

  // The task follows the hold.
  let fulfilmentId: string | null = null;
  while (fulfilmentId === null) {
    const { fulfilmentId: made } = await read<Answer<'/api/staff/holds/{id}', 'get'>>(
      await associate.get(`/api/staff/holds/${hold.id}`),
    );
    fulfilmentId = made;
  }
  const threads = await read<Answer<'/api/staff/threads', 'get'>>(await agent.get('/api/staff/threads?limit=20'));
  const thread = made(threads.items[0], 'conversation');
  const members = await read<Answer<'/api/staff/members', 'get'>>(await admin.get('/api/staff/members'));
  const promotions = await read<Answer<'/api/staff/promotions', 'get'>>(
    await admin.get('/api/staff/promotions?market=PL'),
  );
  await moneyAndHooks(admin);
  await twoWhoMayBeOne(admin);
  const importId = await fileOfCustomers(admin);
  const historyId = await fileOfHistory(admin);
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
    product: { id: page.id, variantId: made(page.variants[0], 'variant').id, slugs: page.slugs },
    category: category.slug,
    store: { id: store.id, code: store.code },
    inStore: toHold,
    order: { id: order.order.id, token: order.accessToken },
    hold: { id: hold.id, code: made(hold.code, 'code of the hold'), fulfilmentId },
    blindReturnId: blind.id,
    returned: { id: returnId, orderId: collected.orderId, token: collected.token },
    handoffToken: String(handoff.url).split('/').at(-1) ?? '',
    receiptToken,
    threadId: thread.id,
    customerId: made(thread.customerId, 'customer'),
    importId,
    historyId,
    memberId: made(members.items[0], 'colleague').id,
    promotionId: made(promotions.items[0], 'promotion').id,
  };
  await Promise.all([agent, associate, manager, admin, device, shopper, visitor].map((context) => context.dispose()));
  return world;
}
