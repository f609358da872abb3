import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { daysBetween } from './calendar.ts';
import { endOfHistory, generateHistory, ordersOf, startOfHistory, stockUsedBy } from './history.ts';
import { hoursOn, locationOf } from './locations.ts';
import { shopperOf } from './people.ts';
import { findEntry } from './products.ts';
import { staff } from './staff.ts';
import { stockLevel } from './stock.ts';
import type { LocationCode } from './types.ts';

const today = { date: '2026-11-21', zone: 'Europe/Warsaw' };
const history = generateHistory(today);
const orders = ordersOf(history);
const staffCodes = new Set(staff.map((member) => member.code));

/** Day and minutes on the wall in Poland, by another road than the code under test. */
function wall(instant: string): { date: string; time: string } {
  const text = new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/Warsaw' });
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

function expectOpen(location: LocationCode, instant: string, what: string): void {
  const { date, time } = wall(instant);
  const hours = hoursOn(locationOf(location), date);
  expect(hours, `${what}: ${location} closed on ${date}`).not.toBeNull();
  expect(time >= (hours?.opens ?? '') && time < (hours?.closes ?? ''), `${what}: ${location} ${date} ${time}`).toBe(
    true,
  );
}

test('six weeks, 250 orders over three channels, every kind of event, in order of time', () => {
  expect(orders).toHaveLength(250);
  expect(new Set(orders.map((order) => order.channel))).toEqual(new Set(['web', 'store', 'contact_centre']));
  expect(new Set(history.map((event) => event.kind))).toEqual(
    new Set(['session', 'chat', 'store_visit', 'reservation', 'order', 'return', 'survey']),
  );
  expect(history.map((event) => event.at)).toEqual(history.map((event) => event.at).sort());
  expect(daysBetween(wall(history[0]?.at ?? '').date, today.date)).toBeGreaterThan(38);
});

test('nothing happens before the history begins or after it ends', () => {
  const [start, end] = [startOfHistory(today), endOfHistory(today)];
  expect(end).toBe('2026-11-20T23:00:00.000Z');
  for (const event of history) {
    expect(event.at >= start && event.at < end, event.id).toBe(true);
    if (event.kind === 'order' && event.settledAt)
      expect(event.settledAt < end && event.settledAt >= event.at, event.number).toBe(true);
    if (event.kind === 'reservation') expect(event.outcomeAt < end && event.outcomeAt > event.at, event.id).toBe(true);
  }
});

test('what happens in a store happens while it is open', () => {
  for (const event of history) {
    if (event.kind === 'store_visit' || event.kind === 'return') expectOpen(event.location, event.at, event.id);
    if (event.kind === 'order' && event.location) expectOpen(event.location, event.at, event.number);
    if (
      event.kind === 'order' &&
      event.fulfilment.method === 'pickup' &&
      event.settledAt &&
      event.state === 'completed'
    )
      expectOpen(event.fulfilment.from, event.settledAt, event.number);
  }
});

test('every code an event names exists', () => {
  const numbers = new Set(orders.map((order) => order.number));
  expect(numbers.size).toBe(orders.length);
  expect(new Set(history.map((event) => event.id)).size).toBe(history.length);
  const reservations = new Set(history.filter((event) => event.kind === 'reservation').map((event) => event.id));
  for (const event of history) {
    if (event.shopper) shopperOf(event.shopper);
    if (event.kind === 'session') for (const page of event.pages) if (page.page === 'product') findEntry(page.sku);
    if (event.kind === 'chat') expect(staffCodes.has(event.agent)).toBe(true);
    if (event.kind === 'order') {
      for (const line of event.lines) {
        findEntry(line.sku);
        expect(line.quantity, event.number).toBeGreaterThan(0);
      }
      expect(event.lines.length, event.number).toBeGreaterThan(0);
      for (const code of [event.advisedBy, event.heldBy, event.handedOverBy])
        if (code) expect(staffCodes.has(code), code).toBe(true);
      if (event.reservation) expect(reservations.has(event.reservation), event.number).toBe(true);
      if (event.fulfilment.method === 'ship') expect(event.shopper, event.number).not.toBeNull();
    }
    if (event.kind === 'return' || event.kind === 'survey') expect(numbers.has(event.order), event.id).toBe(true);
    if (event.kind === 'survey') expect(event.score >= 0 && event.score <= 10).toBe(true);
  }
});

test('a return brings back no more than was bought, after it was received', () => {
  const byNumber = new Map(orders.map((order) => [order.number, order]));
  for (const event of history) {
    if (event.kind !== 'return') continue;
    const order = byNumber.get(event.order);
    expect(event.at > (order?.settledAt ?? '9'), event.id).toBe(true);
    for (const line of event.lines)
      expect(line.quantity).toBeLessThanOrEqual(order?.lines.find((bought) => bought.sku === line.sku)?.quantity ?? 0);
  }
});

test('the green Lund has not moved: the one in Kraków is there for the story', () => {
  expect(stockUsedBy(history).some((use) => use.sku === 'LUND-SOFA-GREEN-VELVET')).toBe(false);
  for (const event of history) if (event.kind === 'reservation') expect(event.sku).not.toBe('LUND-SOFA-GREEN-VELVET');
});

test('open orders hold no more than is free where they will be taken from', () => {
  const held = new Map<string, number>();
  for (const order of orders.filter((candidate) => candidate.state === 'open'))
    for (const line of order.lines) {
      const key = `${line.sku}|${order.fulfilment.from}`;
      held.set(key, (held.get(key) ?? 0) + line.quantity);
    }
  expect(held.size).toBeGreaterThan(10);
  for (const [key, quantity] of held) {
    const [sku = '', location = ''] = key.split('|');
    const level = stockLevel(sku, location as LocationCode);
    expect(quantity, key).toBeLessThanOrEqual(level.onHand - level.display - level.safety);
  }
});

test('opening stock is never negative once what the history took is added back', () => {
  for (const use of stockUsedBy(history))
    expect(
      stockLevel(use.sku, use.location).onHand + use.quantity,
      `${use.sku} ${use.location}`,
    ).toBeGreaterThanOrEqual(0);
});

test('stores begin the day with work: Kraków has pickups waiting', () => {
  const waiting = orders.filter((order) => order.state === 'open' && order.fulfilment.method === 'pickup');
  expect(waiting.filter((order) => order.fulfilment.from === 'KRAKOW').length).toBeGreaterThanOrEqual(2);
  expect(new Set(waiting.map((order) => order.fulfilment.from)).size).toBeGreaterThanOrEqual(5);
});

test('people cross channels: some saw the web before the store, some were held for by an agent', () => {
  const agentHeld = orders.filter((order) => order.heldBy && order.channel === 'store');
  expect(agentHeld.length).toBeGreaterThan(3);
  const seenOnline = new Set(
    history.filter((event) => event.kind === 'session' && event.shopper).map((event) => event.shopper),
  );
  expect(orders.filter((order) => order.channel === 'store' && seenOnline.has(order.shopper)).length).toBeGreaterThan(
    40,
  );
});

test('two shoppers share one computer, so that identity has a hard case', () => {
  const people = new Map<string, Set<string>>();
  for (const event of history)
    if (event.kind === 'session' && event.shopper)
      people.set(event.anonymousId, (people.get(event.anonymousId) ?? new Set()).add(event.shopper));
  expect([...people.values()].filter((set) => set.size > 1).length).toBe(1);
});

test('conversations are answered by someone who speaks the language', () => {
  for (const event of history)
    if (event.kind === 'chat') {
      expect(staff.find((member) => member.code === event.agent)?.languages).toContain(event.language);
      for (const message of event.messages) expect(message.text).not.toMatch(/[{}]|undefined/);
      if (event.language === 'ru') expect(event.messages[0]?.text).toMatch(/[а-яё]/i);
    }
});

test('the same day gives the same history; any other day, a Sunday or a clock change too, gives a sound one', () => {
  const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
  expect(hash(generateHistory(today))).toBe(hash(history));
  for (const date of ['2026-11-22', '2027-01-02', '2027-03-30', '2027-07-14', '2026-10-26']) {
    const other = generateHistory({ date, zone: 'Europe/Warsaw' });
    expect(ordersOf(other).length, date).toBe(250);
    for (const event of other)
      if (event.kind === 'order' && event.location) expectOpen(event.location, event.at, `${date} ${event.number}`);
  }
});
