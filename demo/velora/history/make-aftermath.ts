import { addDays, addMinutes } from '../calendar.ts';
import { shopperOf } from '../people.ts';
import { findEntry } from '../products.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { staffOf } from '../staff.ts';
import type { OrderEvent } from './events.ts';
import type { HistoryBook } from './history-book.ts';
import { openDay, storeMoment } from './pick-moment.ts';

const praise: Readonly<Record<'pl' | 'en' | 'ru', readonly string[]>> = {
  pl: [
    'Wszystko na czas, kierowca bardzo uprzejmy.',
    'Odłożyli i czekało, tak jak obiecali.',
    'Ładniejsze niż na zdjęciu.',
  ],
  en: ['Exactly as promised.', 'The store had it ready when I came.'],
  ru: ['Всё вовремя, спасибо.', 'В магазине уже всё ждало.'],
};
const blame: Readonly<Record<'pl' | 'en' | 'ru', readonly string[]>> = {
  pl: ['Długie czekanie przy odbiorze.', 'Kolor inny niż na ekranie.', 'Jedna noga była porysowana.'],
  en: ['The driver came outside the window.'],
  ru: ['Цвет отличается от фотографии.'],
};

/** What follows a completed order: an answer to the survey from some, a return from a few. */
export function addAftermath(book: HistoryBook, random: SeededRandom, order: OrderEvent): void {
  if (order.state !== 'completed' || order.settledAt === null || order.shopper === null) return;
  const returned = random.chance(0.07);
  if (returned) addReturn(book, random, order, order.settledAt);
  if (!random.chance(0.34)) return;
  const mood = random.weighted({ happy: returned ? 20 : 58, fine: 27, unhappy: returned ? 55 : 15 });
  const score =
    mood === 'happy' ? random.between(9, 10) : mood === 'fine' ? random.between(7, 8) : random.between(1, 6);
  const { language } = shopperOf(order.shopper);
  const words = mood === 'unhappy' ? blame[language] : praise[language];
  book.add({
    kind: 'survey',
    id: book.nextId('survey'),
    at: addMinutes(order.settledAt, random.between(26 * 60, 52 * 60)),
    shopper: order.shopper,
    order: order.number,
    channel: order.channel,
    score,
    comment: mood !== 'fine' && random.chance(0.45) ? random.pick(words) : null,
  });
}

function addReturn(book: HistoryBook, random: SeededRandom, order: OrderEvent, settledAt: string): void {
  const shopper = shopperOf(order.shopper ?? '');
  const line = random.pick(order.lines);
  // Sofas are fetched by the van; the van brings them to the store that is nearest.
  const location = order.fulfilment.method === 'ship' ? shopper.nearestStore : order.fulfilment.from;
  const day = openDay(location, addDays(settledAt.slice(0, 10), random.between(3, 12)));
  const at = storeMoment(random, location, day);
  if (at <= settledAt) return;
  const reason = random.weighted({ changed_mind: 34, colour: 36, too_large: 18, damaged: 12 });
  const quantity = findEntry(line.sku).product.family === 'chair' ? line.quantity : Math.min(1, line.quantity);
  book.add({
    kind: 'return',
    id: book.nextId('return'),
    at,
    shopper: order.shopper,
    order: order.number,
    lines: [{ sku: line.sku, quantity }],
    reason,
    location,
    receivedBy: random.pick(staffOf(location)).code,
    restocked: reason !== 'damaged' && book.mayRestock(line.sku, location, quantity),
  });
}
