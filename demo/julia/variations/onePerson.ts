import { randomUUID } from 'node:crypto';
import { Browser, type Json } from '../browser.ts';
import { eventually, type Scene, type Shopper, shopper } from '../cast.ts';
import { sendTracked } from '../sendTracked.ts';
import type { Teller } from '../telling.ts';
import { putOnShelf } from './shelf.ts';
import { newPhone } from './stranger.ts';

/** Signs a browser in by the code that a text message brings. */
async function proves(scene: Scene, browser: Shopper, phone: string): Promise<void> {
  const box = new Browser(scene.b.url);
  const newest = async () => (await box.get(`/api/dev/texts?to=${encodeURIComponent(phone)}&limit=1`)).items[0];
  const before = await newest();
  await browser.post('/api/shop/sign-in/code', { phone });
  const text = await eventually(async () => {
    const now = await newest();
    return now?.id === before?.id ? undefined : now;
  }, 'the code by text message');
  await browser.post('/api/shop/sign-in', { phone, code: /\b(\d{6})\b/.exec(text.body)?.[1] });
}

/**
 * Julia searches, sees an ad, asks, gets a hold and comes to the store before anybody knows who she is; then she proves her
 * telephone, and all of it is one person's. A colleague who used the same tablet is taken for her, and split off again.
 */
export async function onePerson(scene: Scene, teller: Teller): Promise<void> {
  teller.chapter('Played again: who is she?');
  await putOnShelf(scene, scene.green, scene.krakow, 1);
  const phone = newPhone();
  const julia = await shopper(scene.a);
  await sendTracked(
    scene,
    julia,
    [{ type: 'track', event: 'Products Searched', properties: { query: 'green velvet sofa', results: 3 } }],
    { page: { path: '/search', url: `${scene.a.url}/search?q=green` } },
  );
  const click = await julia.call('GET', '/go/green-lund');
  const landing = new URL(click.headers.get('location') ?? 'http://nowhere/');
  await sendTracked(scene, julia, [{ type: 'page', name: 'Product', properties: { path: landing.pathname } }], {
    page: { path: landing.pathname, url: landing.href, search: landing.search },
    campaign: { source: 'meta', medium: 'retargeting', name: 'green-lund' },
  });
  await julia.post('/api/shop/chat/messages', { text: 'Is the green Lund still there?', clientKey: randomUUID() });
  const { threadId } = await julia.get('/api/shop/chat');
  const agent = await scene.colleague('agent', scene.b);
  const hold = await agent.post('/api/staff/holds', {
    person: { threadId },
    variantId: scene.green,
    locationId: scene.krakow,
  });
  const before = (await agent.get(`/api/staff/threads/${threadId}`)).customer;
  teller.line('Julia', 'has searched, clicked an ad, asked and got a hold; nobody knows who she is');
  const stranger = await agent.get(`/api/staff/customers/${before.id}`);
  teller.promise('to the agent she is somebody unknown', stranger.verified === false, stranger);

  await proves(scene, julia, phone);
  teller.line('Julia', `gives her number in the chat and types the code that came to ${phone}`);
  const known = await eventually(async () => {
    const { customer } = await agent.get(`/api/staff/threads/${threadId}`);
    const record = await agent.get(`/api/staff/customers/${customer.id}`);
    return record.verified ? record : undefined;
  }, 'the conversation of a proven person');
  teller.promise(
    'the conversation is a proven person’s, by that number',
    known.identifiers.some((one: Json) => one.kind === 'phone' && one.state === 'verified'),
    known.identifiers,
  );
  const holds = await julia.get('/api/shop/holds');
  teller.promise('and the hold is hers', holds.items[0]?.id === hold.id, holds.items);

  // The store's tablet: first a colleague looks something up, then Julia signs in, then the colleague again.
  const tablet = await shopper(scene.b);
  const visited = {
    type: 'track',
    event: 'Store Visited',
    properties: { location_id: scene.krakow },
    context: { channel: 'store' },
  };
  await proves(scene, tablet, phone);
  const hers = await tablet.post('/api/shop/session', {});
  await sendTracked(scene, hers, [visited]);
  const her = await tablet.get('/api/shop/me');
  teller.line('Julia', 'comes to the store and signs in on its tablet with her number');
  teller.promise('she is the same customer there', her.customer?.id === known.id, { her, known: known.id });

  const next = await tablet.post('/api/shop/sign-out', {});
  await sendTracked(scene, next, [{ type: 'track', event: 'Product Viewed', properties: { sku: 'COLLEAGUES-LAMP' } }]);
  teller.line('Colleague', 'looks at a lamp on the same tablet, for himself');
  const manager = await scene.colleague('manager, Kraków');
  const journeyOf = async (id: string): Promise<Json[]> =>
    (await manager.get(`/api/staff/customers/${id}/journey`)).touchpoints;
  const isLamp = (one: Json) => one.facts?.sku === 'COLLEAGUES-LAMP';
  const path = await eventually(
    async () => {
      const met = await journeyOf(known.id);
      const channels = new Set(met.map((one) => one.channel));
      return ['ads', 'web', 'chat', 'store'].every((channel) => channels.has(channel)) ? met : undefined;
    },
    'her whole journey',
    20,
  );
  teller.promise(
    'search, ad, chat, hold and the visit to the store are one person’s journey',
    path.some((one) => one.kind === 'Products Searched') &&
      path.some((one) => one.kind === 'Store Visited') &&
      path.some((one) => one.kind.startsWith('stock.reservation')),
    path.map((one) => `${one.channel} ${one.kind}`),
  );
  teller.promise('the colleague’s lamp is not in it', !path.some(isLamp), path.filter(isLamp));

  const wrong = await agent.post(`/api/staff/customers/${known.id}/links`, {
    subjectId: next.subjectId,
    fact: 'conversation',
    reference: threadId,
  });
  teller.line('Agent', 'takes whoever used the tablet for Julia');
  await eventually(async () => (await journeyOf(known.id)).some(isLamp), 'the lamp in her journey', 20);
  const merged = await agent.get(`/api/staff/customers/${known.id}`);
  const link = merged.links.find((one: Json) => one.id === wrong.linkId);
  teller.promise(
    'the record says why they are one, who said it and when',
    link?.evidence === 'staff_confirmed' && link.actor.startsWith('staff:') && Boolean(link.at),
    link,
  );
  const split = await agent.must('DELETE', `/api/staff/customers/${known.id}/links/${wrong.linkId}`);
  const theirs = await eventually(
    async () => {
      const met = await journeyOf(split.separatedCustomerId);
      return met.some(isLamp) && !(await journeyOf(known.id)).some(isLamp) ? met : undefined;
    },
    'two people again',
    20,
  );
  teller.promise(
    'split off, the colleague has the lamp and nothing of hers',
    theirs.every((one) => one.subjectId === next.subjectId),
    theirs,
  );
  const after = await journeyOf(known.id);
  const again = await agent.get(`/api/staff/customers/${known.id}`);
  teller.promise(
    'and Julia has her number, her hold and every step of hers',
    path.every((one) => after.some((other) => other.id === one.id)) &&
      (await julia.get('/api/shop/holds')).items[0]?.id === hold.id &&
      again.identifiers.some((one: Json) => one.kind === 'phone' && one.state === 'verified'),
    after.map((one) => `${one.channel} ${one.kind}`),
  );
  await julia.must('DELETE', `/api/shop/holds/${hold.id}`);
}
