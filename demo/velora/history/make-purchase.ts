import { addDays, addMinutes, daysBetween } from '../calendar.ts';
import type { DeliveryService } from '../delivery-rates.ts';
import { stores, WAREHOUSE } from '../locations.ts';
import { shoppers } from '../people.ts';
import { type CatalogueEntry, findEntry } from '../products.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { staffOf } from '../staff.ts';
import type { IsoDate, LocationCode, Shopper } from '../types.ts';
import type { Fulfilment, OrderEvent, OrderLine, Source } from './events.ts';
import { browserOf, type HistoryBook, pickShopper } from './history-book.ts';
import { addAftermath } from './make-aftermath.ts';
import { makeChat } from './make-chat.ts';
import { makeSession, sourceKinds } from './make-session.ts';
import { basketOf, isFurniture, isParcel, isParcelOrder, pickEntry } from './pick-goods.ts';
import { deskMoment, onlineMoment, storeMoment, workingDay } from './pick-moment.ts';

/** Older orders have all been handed over by today; younger ones may still be open and must not promise too much. */
const RECENT_DAYS = 9;

type Path = 'web' | 'web_pickup' | 'ad_then_store' | 'walk_in' | 'phone' | 'web_reserve' | 'chat_hold' | 'newsletter';

const paths: Readonly<Record<Path, number>> = {
  web: 33,
  web_pickup: 10,
  ad_then_store: 13,
  walk_in: 17,
  phone: 7,
  web_reserve: 8,
  chat_hold: 6,
  newsletter: 6,
};

const cold: Readonly<Record<string, number>> = sourceKinds;

interface Plan {
  readonly book: HistoryBook;
  readonly random: SeededRandom;
  readonly shopper: Shopper;
  readonly day: IsoDate;
  readonly store: LocationCode;
}

/** Ordered yesterday and not yet collected: a store's first screen should have work on it. */
const waitingPickups: readonly LocationCode[] = [
  'KRAKOW',
  'WAW-CENTRUM',
  'KRAKOW',
  'GDANSK',
  'WROCLAW',
  'POZNAN',
  'KATOWICE',
  'WAW-WOLA',
];

/** One purchase and what led to it, over one or several channels. */
export function addPurchase(book: HistoryBook, random: SeededRandom, index: number): void {
  // Spread over the whole time, a little denser towards today, with the last two days sure to be there.
  const ago = index < 10 ? 1 + (index % 2) : 1 + Math.floor(random.next() ** 1.15 * (book.days - 4));
  const waiting = waitingPickups[index];
  if (waiting) {
    const local = shoppers.filter((candidate) => candidate.nearestStore === waiting);
    buyOnline({ book, random, shopper: random.pick(local), day: book.daysAgo(1), store: waiting }, 'pickup');
    return;
  }
  const shopper = pickShopper(random);
  const plan: Plan = {
    book,
    random,
    shopper,
    day: book.daysAgo(ago),
    store: random.chance(0.85) ? shopper.nearestStore : random.pick(stores).code,
  };
  const path = random.weighted(paths);
  if (path === 'web') buyOnline(plan, 'ship');
  else if (path === 'newsletter') buyOnline(plan, 'ship', 'email');
  else if (path === 'web_pickup') buyOnline(plan, 'pickup');
  else if (path === 'ad_then_store') lookThenStore(plan);
  else if (path === 'walk_in') walkIn(plan);
  else if (path === 'phone') buyByPhone(plan);
  else reserveThenStore(plan, path === 'chat_hold');
}

const pickSource = (random: SeededRandom): Source['kind'] => random.weighted(cold) as Source['kind'];

/** Earlier visits in which the shopper looked at the piece. */
function addEarlierSessions(
  { book, random, shopper, day }: Plan,
  skus: readonly string[],
  count: number,
  last?: Source['kind'],
): void {
  for (let i = count; i >= 1; i -= 1) {
    const before = addDays(day, -(i * random.between(1, 5)));
    if (daysBetween(before, book.today.date) > book.days) continue;
    const { anonymousId, device } = browserOf(random, shopper);
    const source = i === 1 && last ? last : pickSource(random);
    book.add(
      makeSession(random, {
        id: book.nextId('session'),
        at: onlineMoment(random, before, book.today),
        shopper: shopper.code,
        anonymousId,
        device,
        language: shopper.language,
        consent: random.chance(0.78),
        identified: random.chance(0.25),
        source,
        skus: skus.slice(0, 1),
        outcome: random.chance(0.2) ? 'cart' : 'looked',
      }),
    );
  }
}

/** Goods that can still be promised from that location, if the order is recent enough to be open today. */
function mainPiece(
  { book, random, day }: Plan,
  from: LocationCode,
  accepts: (entry: CatalogueEntry) => boolean,
): CatalogueEntry {
  const recent = daysBetween(day, book.today.date) <= RECENT_DAYS;
  return pickEntry(random, (entry) => accepts(entry) && (!recent || book.promises.left(entry.variant.sku, from) >= 1));
}

function basket(plan: Plan, from: LocationCode, main: CatalogueEntry): OrderLine[] {
  const { promises, today } = plan.book;
  const lines = basketOf(plan.random, main, (entry) => promises.left(entry.variant.sku, from) >= 2);
  if (daysBetween(plan.day, today.date) > RECENT_DAYS) return lines;
  return lines
    .map((line) => ({ ...line, quantity: Math.min(line.quantity, promises.left(line.sku, from)) }))
    .filter((line) => line.quantity > 0);
}

function deliveryTo(random: SeededRandom, shopper: Shopper, lines: readonly OrderLine[]): Fulfilment {
  const service: DeliveryService = !isParcelOrder(lines) && random.chance(0.45) ? 'carry_in' : 'standard';
  return { method: 'ship', from: WAREHOUSE, service, address: shopper.address };
}

function buyOnline(plan: Plan, method: 'ship' | 'pickup', source?: Source['kind']): void {
  const { book, random, shopper, day, store } = plan;
  const from = method === 'ship' ? WAREHOUSE : store;
  const main = mainPiece(plan, from, method === 'pickup' ? isParcel : source ? isParcel : () => true);
  const lines = basket(plan, from, main);
  const skus = lines.map((line) => line.sku);
  addEarlierSessions(
    plan,
    skus,
    isFurniture(main) ? random.between(1, 3) : random.between(0, 1),
    random.chance(0.4) ? 'paid_social' : undefined,
  );
  const { anonymousId, device } = browserOf(random, shopper);
  const session = makeSession(random, {
    id: book.nextId('session'),
    at: onlineMoment(random, day, book.today),
    shopper: shopper.code,
    anonymousId,
    device,
    language: shopper.language,
    consent: random.chance(0.78),
    identified: true,
    source: source ?? pickSource(random),
    skus,
    outcome: 'ordered',
  });
  book.add(session);
  const fulfilment: Fulfilment = method === 'ship' ? deliveryTo(random, shopper, lines) : { method: 'pickup', from };
  placeOrder(plan, {
    at: session.pages.at(-1)?.at ?? session.at,
    channel: 'web',
    location: null,
    anonymousId,
    lines,
    fulfilment,
    payment: random.weighted({ blik: 48, card: 37, transfer: 15 }),
    promotionCode: random.chance(0.12) ? 'WELCOME5' : null,
  });
}

function lookThenStore(plan: Plan): void {
  const { random, store } = plan;
  const main = mainPiece(plan, WAREHOUSE, isFurniture);
  addEarlierSessions(plan, [main.variant.sku], random.between(1, 2), random.chance(0.6) ? 'paid_social' : undefined);
  sellInStore(plan, [main.variant.sku], basket(plan, WAREHOUSE, main), store, null, null);
}

function walkIn(plan: Plan): void {
  const { random, store } = plan;
  const main = random.chance(0.45) ? mainPiece(plan, WAREHOUSE, isFurniture) : pickEntry(random, isParcel);
  const lines = basketOf(random, main, () => true);
  sellInStore(plan, [main.variant.sku], isFurniture(main) ? basket(plan, WAREHOUSE, main) : lines, store, null, null);
}

interface Hold {
  readonly id: string;
  readonly heldBy: string | null;
}

/** A sale at the counter: small things go home at once, furniture is delivered from the warehouse unless it was put aside here. */
function sellInStore(
  plan: Plan,
  seen: readonly string[],
  lines: readonly OrderLine[],
  store: LocationCode,
  hold: Hold | null,
  moment: string | null,
): void {
  const { book, random, shopper } = plan;
  const team = staffOf(store);
  const associate = random.pick(team);
  const at = moment ?? storeMoment(random, store, plan.day);
  const recognised = hold !== null || random.chance(0.72);
  const adviser = random.chance(0.8) ? associate.code : null;
  const arrived = addMinutes(at, -random.between(5, 9));
  book.add({
    kind: 'store_visit',
    id: book.nextId('store_visit'),
    at: arrived,
    shopper: recognised ? shopper.code : null,
    location: store,
    associate: adviser,
    skus: [...seen],
    recognisedBy: recognised ? (random.chance(0.5) ? 'loyalty' : 'phone') : null,
  });
  const carried =
    hold !== null || isParcelOrder(lines) || (random.chance(0.2) && !isFurniture(findEntry(lines[0]?.sku ?? '')));
  const fulfilment: Fulfilment = carried ? { method: 'hand_over', from: store } : deliveryTo(random, shopper, lines);
  placeOrder(plan, {
    at,
    channel: 'store',
    location: store,
    anonymousId: null,
    lines,
    fulfilment,
    payment: random.weighted({ terminal: 74, blik: 14, cash: 12 }),
    promotionCode: null,
    advisedBy: adviser,
    handedOverBy: carried ? random.pick(team).code : null,
    hold,
    // Delivery needs an address, so whoever has something delivered is known.
    anonymous: !recognised && carried,
  });
}

function buyByPhone(plan: Plan): void {
  const { book, random, shopper, day, store } = plan;
  const main = mainPiece(plan, WAREHOUSE, isFurniture);
  const lines = basket(plan, WAREHOUSE, main);
  addEarlierSessions(plan, [main.variant.sku], random.between(1, 2));
  const { anonymousId } = browserOf(random, shopper);
  const chat = makeChat(random, {
    id: book.nextId('chat'),
    at: deskMoment(random, day, book.today),
    shopper: shopper.code,
    anonymousId: random.chance(0.7) ? anonymousId : null,
    language: shopper.language,
    topic: random.chance(0.6) ? 'availability' : 'size',
    sku: main.variant.sku,
    store,
  });
  book.add(chat);
  placeOrder(plan, {
    at: addMinutes(chat.messages.at(-1)?.at ?? chat.at, random.between(3, 12)),
    channel: 'contact_centre',
    location: null,
    anonymousId: null,
    lines,
    fulfilment: deliveryTo(random, shopper, lines),
    payment: random.weighted({ transfer: 40, blik: 35, card: 25 }),
    promotionCode: null,
    advisedBy: chat.agent,
  });
}

/** Held by the shopper or by an agent, seen and paid in the store within two days. */
function reserveThenStore(plan: Plan, byAgent: boolean): void {
  const { book, random, shopper, day, store } = plan;
  const main = pickEntry(random, (entry) => !['corner-sofa', 'wardrobe', 'bed'].includes(entry.product.family));
  const sku = main.variant.sku;
  const reservedOn = addDays(day, -random.between(1, 2));
  addEarlierSessions({ ...plan, day: reservedOn }, [sku], 1);
  const { anonymousId, device } = browserOf(random, shopper);
  const session = makeSession(random, {
    id: book.nextId('session'),
    at: byAgent ? deskMoment(random, reservedOn, book.today) : onlineMoment(random, reservedOn, book.today),
    shopper: shopper.code,
    anonymousId,
    device,
    language: shopper.language,
    consent: random.chance(0.78),
    identified: !byAgent,
    source: pickSource(random),
    skus: [sku],
    outcome: 'reserved',
  });
  book.add(session);
  let heldBy: string | null = null;
  let heldAt = session.pages.at(-1)?.at ?? session.at;
  if (byAgent) {
    const chat = makeChat(random, {
      id: book.nextId('chat'),
      at: heldAt,
      shopper: shopper.code,
      anonymousId,
      language: shopper.language,
      topic: 'hold',
      sku,
      store,
    });
    book.add(chat);
    heldBy = chat.agent;
    heldAt = chat.messages.at(-1)?.at ?? heldAt;
  }
  const collectedAt = storeMoment(random, store, day);
  // A closed day may have moved the visit before the reservation; then they came the moment it was ready.
  const at = collectedAt > addMinutes(heldAt, 60) ? collectedAt : null;
  if (at === null) {
    buyOnline(plan, 'ship');
    return;
  }
  const id = book.nextId('reservation');
  book.add({
    kind: 'reservation',
    id,
    at: heldAt,
    shopper: shopper.code,
    channel: byAgent ? 'contact_centre' : 'web',
    location: store,
    sku,
    quantity: 1,
    heldBy,
    outcome: 'collected',
    outcomeAt: at,
  });
  sellInStore(plan, [sku], [{ sku, quantity: 1 }], store, { id, heldBy }, at);
}

interface Placed
  extends Pick<
    OrderEvent,
    'at' | 'channel' | 'location' | 'anonymousId' | 'lines' | 'fulfilment' | 'payment' | 'promotionCode'
  > {
  readonly advisedBy?: string | null;
  readonly handedOverBy?: string | null;
  readonly hold?: Hold | null;
  readonly anonymous?: boolean;
}

function placeOrder(plan: Plan, placed: Placed): void {
  const { book, random, shopper } = plan;
  const settled = settle(plan, placed);
  const order: OrderEvent = {
    kind: 'order',
    id: book.nextId('order'),
    number: book.nextOrderNumber(),
    at: placed.at,
    shopper: placed.anonymous ? null : shopper.code,
    channel: placed.channel,
    location: placed.location,
    anonymousId: placed.anonymousId,
    lines: placed.lines,
    fulfilment: placed.fulfilment,
    payment: placed.payment,
    promotionCode: placed.promotionCode,
    reservation: placed.hold?.id ?? null,
    advisedBy: placed.advisedBy ?? null,
    heldBy: placed.hold?.heldBy ?? null,
    handedOverBy: placed.handedOverBy ?? settled.handedOverBy,
    state: settled.state,
    settledAt: settled.at,
  };
  if (order.state === 'open') book.promises.take(order.lines, order.fulfilment.from);
  book.add(order);
  addAftermath(book, random, order);
}

/** When the goods reached the customer; open when that lies after the end of the history. */
function settle(
  plan: Plan,
  placed: Placed,
): { state: OrderEvent['state']; at: string | null; handedOverBy: string | null } {
  const { book, random } = plan;
  const { fulfilment } = placed;
  if (fulfilment.method === 'hand_over') return { state: 'completed', at: placed.at, handedOverBy: null };
  if (random.chance(0.025)) {
    const at = addMinutes(placed.at, random.between(30, 600));
    if (at < book.end) return { state: 'cancelled', at, handedOverBy: null };
  }
  const orderedOn = placed.at.slice(0, 10);
  const wait =
    fulfilment.method === 'pickup'
      ? random.between(1, 3)
      : isParcelOrder(placed.lines)
        ? random.between(1, 2)
        : random.between(3, 6);
  const at =
    fulfilment.method === 'pickup'
      ? storeMoment(random, fulfilment.from, addDays(orderedOn, wait))
      : deskMoment(random, workingDay(addDays(orderedOn, wait), 1), book.today);
  const settledAt = at > placed.at ? at : addMinutes(placed.at, 120);
  if (settledAt >= book.end) return { state: 'open', at: null, handedOverBy: null };
  return {
    state: 'completed',
    at: settledAt,
    handedOverBy: fulfilment.method === 'pickup' ? random.pick(staffOf(fulfilment.from)).code : null,
  };
}
