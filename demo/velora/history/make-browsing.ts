import { addDays, addMinutes } from '../calendar.ts';
import { stores } from '../locations.ts';
import { shopperOf } from '../people.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { staffOf } from '../staff.ts';
import type { Language } from '../types.ts';
import { browserOf, type HistoryBook, pickShopper, SHARED_DEVICE } from './history-book.ts';
import { chatTopics, makeChat } from './make-chat.ts';
import { makeSession, seededUuid, sourceKinds } from './make-session.ts';
import { isParcel, pickEntry } from './pick-goods.ts';
import { deskMoment, onlineMoment, openDay, storeMoment } from './pick-moment.ts';

/** A visit that led to no order: most are sessions, some a look in a store, a question, a hold that nobody came for. */
export function addBrowsing(book: HistoryBook, random: SeededRandom, index: number): void {
  const day = book.daysAgo(1 + Math.floor(random.next() * book.days));
  const what = random.weighted({ session: 78, visit: 11, chat: 7, expired: 4 });
  const entry = pickEntry(random);
  const { sku } = entry.variant;
  if (what === 'visit') {
    const store = random.pick(stores).code;
    const known = random.chance(0.3) ? pickShopper(random) : null;
    book.add({
      kind: 'store_visit',
      id: book.nextId('store_visit'),
      at: storeMoment(random, store, day),
      shopper: known?.code ?? null,
      location: store,
      associate: random.chance(0.7) ? random.pick(staffOf(store)).code : null,
      skus: [sku],
      recognisedBy: known ? 'loyalty' : null,
    });
    return;
  }
  const known = what !== 'session' || random.chance(0.35) ? pickShopper(random) : null;
  const language: Language = known?.language ?? random.weighted({ pl: 86, en: 6, ru: 8 });
  const browser = known
    ? browserOf(random, known)
    : {
        anonymousId: seededUuid(`visitor:${Math.floor(index / 1.4)}`),
        device: random.weighted({ mobile: 66, desktop: 29, tablet: 5 }),
      };
  const session = makeSession(random, {
    id: book.nextId('session'),
    at: what === 'session' ? onlineMoment(random, day, book.today) : deskMoment(random, day, book.today),
    shopper: known?.code ?? null,
    ...browser,
    language,
    consent: random.chance(0.7),
    identified: known !== null && random.chance(0.3),
    source: random.weighted(sourceKinds),
    skus: [sku],
    outcome: what === 'expired' ? 'reserved' : random.chance(0.16) ? 'cart' : 'looked',
  });
  if (!book.add(session) || !known) return;
  const at = addMinutes(session.pages.at(-1)?.at ?? session.at, 1);
  if (what === 'chat') {
    book.add(
      makeChat(random, {
        id: book.nextId('chat'),
        at,
        shopper: known.code,
        anonymousId: random.chance(0.7) ? browser.anonymousId : null,
        language,
        topic: random.pick(chatTopics),
        sku,
        store: known.nearestStore,
      }),
    );
  }
  if (what === 'expired')
    addUnclaimedHold(
      book,
      random,
      known.code,
      known.nearestStore,
      isParcel(entry) ? sku : pickEntry(random, isParcel).variant.sku,
      at,
    );
}

function addUnclaimedHold(
  book: HistoryBook,
  random: SeededRandom,
  shopper: string,
  store: (typeof stores)[number]['code'],
  sku: string,
  at: string,
): void {
  const until = storeMoment(random, store, openDay(store, addDays(at.slice(0, 10), 3)));
  // A hold that is still running when the history ends is the demo's own business.
  if (until >= book.end || until <= at) return;
  book.add({
    kind: 'reservation',
    id: book.nextId('reservation'),
    at,
    shopper,
    channel: 'web',
    location: store,
    sku,
    quantity: 1,
    heldBy: null,
    outcome: random.chance(0.7) ? 'expired' : 'released',
    outcomeAt: until,
  });
}

/** One evening, one computer: first one of them, then the other, each signed in. */
export function addSharedComputer(book: HistoryBook, random: SeededRandom): void {
  let at = onlineMoment(random, book.daysAgo(9), book.today);
  for (const code of SHARED_DEVICE) {
    const shopper = shopperOf(code);
    book.add(
      makeSession(random, {
        id: book.nextId('session'),
        at,
        shopper: code,
        anonymousId: seededUuid(`${SHARED_DEVICE[0]}:desktop`),
        device: 'desktop',
        language: shopper.language,
        consent: true,
        identified: true,
        source: 'direct',
        skus: [pickEntry(random).variant.sku],
        outcome: 'looked',
      }),
    );
    at = addMinutes(at, 45);
  }
}
