import { randomUUID } from 'node:crypto';
import { demoWriteKey } from '../load/index.ts';
import type { Json } from './browser.ts';
import { dayName, inKrakow } from './calendar.ts';
import { eventually, mailsTo, mailTo, money, openScene, type Scene, shopper, staffMember } from './cast.ts';
import type { Stage } from './servers.ts';
import type { Teller } from './telling.ts';

const quotedPrice = (page: Json, variantId: string): Json =>
  page.variants.find((variant: Json) => variant.id === variantId).price.unit;

/** The whole of Julia's journey, told and checked from all sides: shopper, agent, store, and the retailer afterwards. */
export async function playJulia(stage: Stage, teller: Teller, from: string): Promise<Scene> {
  teller.chapter('The stage');
  const scene = await openScene(stage, from);
  const { looks } = scene;
  teller.line('Velora', `two servers on one database; it is ${dayName(looks)} ${looks}, 13:40 in Kraków`);

  const journey = await lookAround(scene, teller);
  const chat = await askInChat(scene, teller, journey);
  await signInAndSee(scene, teller, chat);
  await putAside(scene, teller, chat);
  await defend(scene, teller, chat);
  await collect(scene, teller, chat);
  await lookBack(scene, teller, chat);
  return scene;
}

interface Journey {
  julia: Awaited<ReturnType<typeof shopper>>;
  quoted: Json;
}

async function lookAround(scene: Scene, teller: Teller): Promise<Journey> {
  const { a, green, blue } = scene;
  teller.chapter('1. She searches, and an ad brings her back');
  const first = await shopper(a);
  for (const [query, language] of [
    ['zielona sofa welur', 'pl'],
    ['sofa z zielonego aksamitu', 'pl'],
    ['zielone sofy', 'pl'],
    ['green velvet sofa', 'en'],
    ['gren velvt sofa', 'en'],
    ['зеленый бархатный диван', 'ru'],
    ['зелёную софу', 'ru'],
  ] as const) {
    const found = await first.must(
      'GET',
      `/api/shop/search?query=${encodeURIComponent(query)}&near=${encodeURIComponent('Kraków')}`,
      undefined,
      { 'accept-language': language },
    );
    teller.promise(
      `“${query}” finds the green Lund first`,
      found.items[0]?.sku === 'LUND-SOFA-GREEN-VELVET',
      found.items.slice(0, 3).map((item: Json) => item.sku),
    );
  }
  const nearest = (await first.get(`/api/shop/search?query=green%20velvet%20sofa&near=${encodeURIComponent('Kraków')}`))
    .items[0].nearest;
  teller.promise(
    'and says that the nearest one stands in Kraków',
    nearest?.city === 'Kraków' && nearest.available === 1,
    nearest,
  );
  teller.line('Julia', 'looks, refuses to be tracked, and goes; nothing of this visit is kept');

  const julia = await shopper(a);
  const click = await julia.call('GET', `/go/green-lund?near=${encodeURIComponent('Kraków')}`);
  const landing = new URL(click.headers.get('location') ?? 'http://nowhere/');
  teller.line('Julia', `a week later clicks an ad and lands on ${landing.pathname}${landing.search}`);
  teller.promise(
    'the ad leads to that very sofa, not to a page where nothing can be bought',
    click.status === 302 && landing.searchParams.get('variant') === 'LUND-SOFA-GREEN-VELVET',
    landing.href,
  );
  teller.promise('and the campaign is kept', landing.searchParams.get('utm_medium') === 'retargeting', landing.href);

  const page = await julia.get(
    `/api/shop/products/lund-sofa?variant=${landing.searchParams.get('variant')}&near=${encodeURIComponent('Kraków')}`,
  );
  await track(scene, julia.anonymousId, landing, page);
  const [greenOne, blueOne] = [
    page.variants.find((variant: Json) => variant.id === green),
    page.variants.find((variant: Json) => variant.id === blue),
  ];
  const krakow = greenOne.ways.places.find((place: Json) => place.locationId === scene.krakow);
  teller.promise('green is sold out online', greenOne.ways.delivery === null, greenOne.ways.delivery);
  teller.promise(
    'blue can be delivered, with a date',
    typeof blueOne.ways.delivery?.earliest === 'string',
    blueOne.ways.delivery,
  );
  teller.promise('green stands in Kraków, one piece', krakow.available === 1, krakow);
  const price = greenOne.price;
  teller.line(
    'Julia',
    `sees ${money(price.unit)}, ${price.reduction?.percentOff} % off, lowest price of the 30 days before: ${money(price.reduction?.lowest30Days ?? price.unit)}`,
  );
  teller.promise(
    'the reduction is told from the lowest price of the 30 days before',
    price.reduction?.percentOff ===
      Math.floor(
        (100 * (price.reduction.lowest30Days.amount - price.unit.amount)) / price.reduction.lowest30Days.amount,
      ),
    price,
  );
  const { comes } = scene;
  const tonight = krakow.closesAt;
  teller.promise(
    `her own reservation would end at tonight’s closing, and she can come only on ${dayName(comes.date)}`,
    tonight !== null && new Date(tonight) < inKrakow(comes.date, '00:00'),
    krakow,
  );
  return { julia, quoted: quotedPrice(page, green) };
}

/** What the shop's tracker sends, with the wire format of Segment's clients. */
async function track(scene: Scene, anonymousId: string, landing: URL, page: Json): Promise<void> {
  const at = scene.now().toISOString();
  const common = {
    anonymousId,
    timestamp: at,
    context: {
      page: { path: landing.pathname, url: landing.href, search: landing.search },
      campaign: { source: 'meta', medium: 'retargeting', name: 'green-lund' },
    },
  };
  const response = await fetch(`${scene.a.url}/v1/batch`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${demoWriteKey}:`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      sentAt: at,
      // She accepted the banner.
      context: { consent: { categoryPreferences: { analytics: true } } },
      batch: [
        {
          type: 'page',
          messageId: randomUUID(),
          name: 'Product',
          properties: { path: landing.pathname, url: landing.href },
          ...common,
        },
        {
          type: 'track',
          messageId: randomUUID(),
          event: 'Product Viewed',
          properties: { product_id: page.id, sku: 'LUND-SOFA-GREEN-VELVET' },
          ...common,
        },
      ],
    }),
  });
  if (response.status !== 200) throw new Error(`the tracker was refused: ${response.status} ${await response.text()}`);
}

export interface Chat extends Journey {
  email: string;
  hold: Json;
  threadId: string;
}

async function askInChat(scene: Scene, teller: Teller, journey: Journey): Promise<Chat> {
  const { b, green, krakow, comes } = scene;
  const { julia } = journey;
  const day = dayName(comes.date);
  teller.chapter('2. She asks, and the agent holds it for her');
  await scene.travelTo(new Date(scene.now().getTime() + 22 * 60_000));
  const email = `julia.kowalska.${randomUUID().slice(0, 8)}@example.com`;
  const agent = await staffMember(b, 'agent');
  const [deskLive, juliaLive] = [await agent.live('/api/staff/live'), await julia.live('/api/shop/live')];
  const question = `Is the green Lund sofa still to be had? I can only come on ${day}.`;
  await julia.post('/api/shop/chat/messages', { text: question, clientKey: randomUUID() });
  teller.line('Julia', question);
  const posted = await deskLive.next('conversations.message.posted', (event) => event.direction === 'in');
  teller.promise('the agent, on the other server, hears of it at once', typeof posted.threadId === 'string', posted);
  const threadId = posted.threadId as string;
  const thread = await agent.get(`/api/staff/threads/${threadId}`);
  teller.promise('and reads it', thread.messages.at(-1)?.text === question, thread.messages.at(-1));

  const stock = await agent.get(`/api/staff/variants/${green}/stock?near=${encodeURIComponent('Kraków')}`);
  const there = stock.levels.find((level: Json) => level.locationId === krakow);
  teller.promise('the agent sees every store’s stock, and one in Kraków', there.available === 1, there);
  const offer = `In Kraków, one piece. Shall I hold it for you until ${day}? In what name?`;
  await agent.post(`/api/staff/threads/${threadId}/messages`, { text: offer, clientKey: randomUUID() });
  teller.line('Agent', offer);
  await juliaLive.next('conversations.message.posted', (event) => event.direction === 'out');
  await julia.must('PUT', '/api/shop/chat/contact', { name: 'Julia Kowalska', email });
  await julia.post('/api/shop/chat/messages', { text: 'Yes please! Julia Kowalska.', clientKey: randomUUID() });
  teller.line('Julia', 'Yes please! Julia Kowalska.');

  const hold = await agent.post('/api/staff/holds', {
    person: { threadId },
    variantId: green,
    locationId: krakow,
    length: { date: comes.date },
  });
  teller.line('Agent', `holds it: ${hold.code}, ${hold.locationName}, until ${hold.until}`);
  teller.promise(
    `held to ${day}’s closing, Kraków’s time`,
    hold.until === inKrakow(comes.date, comes.closes).toISOString(),
    hold.until,
  );
  teller.promise('at the price she saw', hold.lines[0].unit.amount === journey.quoted.amount, hold.lines[0].unit);
  const said = await eventually(
    async () => (await julia.get('/api/shop/chat')).messages.find((message: Json) => message.kind === 'hold'),
    'the confirmation in the chat',
  );
  teller.promise('she reads the confirmation in the chat', said.data.code === hold.code, said);
  const mail = await mailTo(
    scene.a,
    email,
    (one) => String(one.text).includes(hold.code),
    'the confirmation by e-mail',
  );
  teller.promise('and gets it by e-mail, with the code', true, mail.subject);
  deskLive.close();
  juliaLive.close();
  return { ...journey, email, hold, threadId };
}

async function signInAndSee(scene: Scene, teller: Teller, chat: Chat): Promise<void> {
  const { julia, email, hold } = chat;
  teller.chapter('3. She signs in and sees it');
  await julia.post('/api/shop/sign-in/code', { email });
  const mail = await mailTo(scene.a, email, (one) => /\b\d{6}\b/.test(one.subject + one.text), 'the sign-in code');
  const code = /\b(\d{6})\b/.exec(`${mail.subject} ${mail.text}`)?.[1];
  teller.line('Julia', `types the code ${code} from her e-mail`);
  const session = await julia.post('/api/shop/sign-in', { email, code });
  teller.promise('she is signed in', session.signedIn === true, session);
  const holds = await julia.get('/api/shop/holds');
  teller.promise(
    'and sees the hold that was made in the chat',
    holds.items[0]?.id === hold.id && holds.items[0]?.code === hold.code,
    holds,
  );
  const messages = await eventually(async () => {
    const chatNow = await julia.get('/api/shop/chat');
    return chatNow.messages.length > 0 ? chatNow.messages : undefined;
  }, 'the conversation of the customer she now is');
  teller.promise('and the conversation goes on where it was', messages.length >= 4, messages.length);
}

async function putAside(scene: Scene, teller: Teller, chat: Chat): Promise<void> {
  const { hold, julia, email } = chat;
  teller.chapter('4. Kraków puts it aside');
  const anna = await staffMember(scene.a, 'associate, Kraków');
  const queue = await anna.get(`/api/staff/fulfilments?locationId=${scene.krakow}&state=to_pick&limit=100`);
  const task = queue.items.find((item: Json) => item.reservationId === hold.id);
  teller.promise('the store has its task', task?.code === hold.code, queue.items.length);
  const live = await julia.live('/api/shop/live');
  await anna.post(`/api/staff/fulfilments/${task.id}/take`, {});
  await anna.post(`/api/staff/fulfilments/${task.id}/ready`, { place: 'bay 4' });
  teller.line('Store', 'puts the sofa aside in bay 4 and confirms it');
  const event = await live.next('fulfilment.fulfilment.ready');
  live.close();
  teller.promise('Julia’s screen hears of it', event.reservationId === hold.id, event);
  const said = await eventually(
    async () =>
      (await julia.get('/api/shop/chat')).messages.find((message: Json) => message.data?.happened === 'ready'),
    'the ready message',
  );
  teller.promise('she reads in the chat that it is waiting for her', said.data.code === hold.code, said);
  await mailTo(
    scene.a,
    email,
    (one) =>
      String(one.text).includes(hold.code) && /bay|ready|waiting|put aside|aside|gotow|czeka|odło/i.test(one.subject),
    'the ready mail',
  );
  teller.promise('and by e-mail', true);
}

async function defend(scene: Scene, teller: Teller, chat: Chat): Promise<void> {
  teller.chapter('5. Nobody else gets it');
  const price = chat.quoted;
  const anna = await staffMember(scene.b, 'associate, Kraków');
  const walkIn = await anna.call('POST', '/api/staff/sales', {
    locationId: scene.krakow,
    goods: { lines: [{ variantId: scene.green, quantity: 1 }] },
    payment: { method: 'card_terminal', amount: price },
  });
  teller.line('Walk-in', 'wants to buy the green Lund at the till in Kraków');
  teller.promise(
    'the till refuses, and says it is held for somebody',
    walkIn.status === 409 && walkIn.body.heldForOthers === 1,
    walkIn.body,
  );
  teller.promise('with alternatives', walkIn.body.alternatives?.length > 0, walkIn.body.alternatives);
  const other = await shopper(scene.a);
  const reserved = await other.call('POST', '/api/shop/holds', {
    variantId: scene.green,
    locationId: scene.krakow,
    contact: { email: 'somebody.else@example.com' },
  });
  teller.promise(
    'a web shopper who reserves it is refused, with alternatives',
    reserved.status === 409 && reserved.body.alternatives?.length > 0,
    reserved.body,
  );
  const ordered = await other.call('POST', '/api/shop/orders', {
    from: { lines: [{ variantId: scene.green, quantity: 1, way: { method: 'pickup', locationId: scene.krakow } }] },
    contact: { name: 'Somebody Else', email: 'somebody.else@example.com' },
    payment: { method: 'pay_in_store' },
  });
  teller.promise(
    'and so is one who orders it',
    ordered.status === 409 && ordered.body.code === 'insufficient_stock',
    ordered.body,
  );
}

async function collect(scene: Scene, teller: Teller, chat: Chat): Promise<void> {
  const { hold, quoted } = chat;
  teller.chapter(`6. ${dayName(scene.comes.date)}: she collects it`);
  const admin = await staffMember(scene.a, 'admin');
  const risen = { amount: 499_900, currency: quoted.currency };
  await admin.must('PUT', '/api/staff/prices', {
    market: 'PL',
    prices: [{ variantId: scene.green, gross: risen }],
    reason: 'new season',
  });
  teller.line('Velora', `the list price rises to ${money(risen)}`);
  await scene.travelTo(inKrakow(scene.comes.date, '15:30'));
  const anna = await staffMember(scene.b, 'associate, Kraków');
  const desk = await anna.get(`/api/staff/handoffs/${hold.code.toLowerCase()}?locationId=${scene.krakow}`);
  teller.line('Julia', `shows ${hold.code}`);
  teller.promise(
    'the associate finds the hold by its code, put aside in bay 4',
    desk.verdict === 'ready' && desk.place === 'bay 4',
    desk,
  );
  teller.promise(
    `to pay is the price quoted on ${dayName(scene.looks)}, although the list says more now`,
    desk.toPay.amount === quoted.amount,
    desk.toPay,
  );
  const order = await anna.post(`/api/staff/fulfilments/${hold.fulfilmentId}/hand-over`, {
    payment: { method: 'card_terminal', amount: desk.toPay, terminalRef: 'slip-118' },
  });
  teller.line('Store', `takes ${money(order.totals.gross)} and hands it over: order ${order.number}`);
  teller.promise(
    'she paid the quoted price',
    order.totals.gross.amount === quoted.amount && order.state === 'completed',
    order.totals,
  );
  const credits = order.lines[0].credits;
  teller.promise(
    'the order keeps who advised, held, handed over and fulfilled: no colleague lost by helping',
    Boolean(credits.advisedBy && credits.heldBy && credits.handedOverBy && credits.fulfilledBy),
    credits,
  );
  const twice = await anna.call('POST', `/api/staff/fulfilments/${hold.fulfilmentId}/hand-over`, {
    payment: { method: 'cash', amount: desk.toPay },
  });
  teller.promise('handing it over twice is refused', twice.status === 409, twice.body);
  // Signed in anew: over Easter more than the week of a session has gone by.
  const drift = await (await scene.colleague('admin')).get('/api/staff/stock/reconcile');
  teller.promise(
    'the stock ledger agrees with the levels to the last piece',
    drift.differences.length === 0,
    drift.differences,
  );
}

async function lookBack(scene: Scene, teller: Teller, chat: Chat): Promise<void> {
  const { julia, threadId } = chat;
  const agent = await scene.colleague('agent', scene.b);
  teller.chapter('7. Afterwards, the retailer sees the path');
  const mine = await eventually(async () => {
    const page = await julia.get('/api/shop/me/timeline?limit=100');
    return page.items.some((entry: Json) => /handed_over|collected|completed/.test(entry.type)) ? page : undefined;
  }, 'her own timeline');
  teller.promise(
    'her own timeline shows her steps',
    mine.items.length >= 4,
    mine.items.map((entry: Json) => entry.type),
  );
  const { thread } = await agent.get(`/api/staff/threads/${threadId}`);
  const timeline = await agent.get(`/api/staff/customers/${thread.customerId}/timeline?limit=100`);
  const steps = timeline.items
    .map((entry: Json) => ({ type: entry.type as string, channel: entry.channel as string }))
    .reverse();
  for (const step of steps) teller.line(step.channel, step.type);
  const channels = new Set(steps.map((step: Json) => step.channel));
  teller.promise(
    'the timeline has every step with its channel: ads, web, chat, store',
    ['ads', 'web', 'chat', 'store'].every((channel) => channels.has(channel)),
    [...channels],
  );

  const manager = await staffMember(scene.a, 'manager, Kraków');
  const [from, to] = [-1, 1].map((days) =>
    new Date(scene.now().getTime() + days * 86_400_000).toISOString().slice(0, 10),
  );
  const read = () => manager.get(`/api/staff/insight/path-to-purchase?from=${from}&to=${to}`);
  const wanted = (answer: Json) =>
    answer.paths.some((one: Json) => one.path.join(' › ') === 'ads › web › chat › store');
  // The analytics engine hears of it within the lag of the outbox, not in the same moment.
  const report = await eventually(async () => (wanted(await read()) ? read() : undefined), 'the path', 20).catch(read);
  const paths = report.paths.map((one: Json) => `${one.path.join(' › ')} (${one.orders})`);
  teller.line('Insight', paths.join('; '));
  teller.promise('the path report shows ads › web › chat › store', wanted(report), paths);
  teller.promise('and reconciles to the order ledger', report.reconcile.agrees === true, report.reconcile);
  const journey = await manager.get(`/api/staff/customers/${thread.customerId}/journey`);
  teller.promise(
    'one customer’s journey is there over time',
    journey.touchpoints.length >= 6,
    journey.touchpoints.length,
  );
  const mails = (await mailsTo(scene.a, chat.email)).map((mail) => mail.subject);
  teller.promise('and every mail went out exactly once', new Set(mails).size === mails.length, mails);
}
