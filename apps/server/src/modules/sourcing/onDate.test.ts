import { describe, expect, it } from 'vitest';
import type { OpenSpan } from '../locations/index.ts';
import { collectOn, deliveredBy, isPast, type PlaceOnDate } from './onDate.ts';

const day: OpenSpan[] = [['10:00', '20:00']];
const krakow: PlaceOnDate = {
  location: {
    zone: 'Europe/Warsaw',
    hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: [] },
    exceptions: [
      { date: '2026-12-13', open: day, note: 'trading Sunday' },
      { date: '2026-12-24', open: [['10:00', '13:00']] },
    ],
    preparationMinutes: 60,
    cutOff: '18:00',
    capabilities: ['pickup', 'reserve'],
  },
  available: 1,
  incoming: 0,
  incomingAt: undefined,
};
const at = (text: string) => new Date(text);

describe('to collect on a date', () => {
  it('is there today an hour after the order, and not today after the cut-off', () => {
    expect(collectOn(krakow, 1, '2026-11-24', at('2026-11-24T12:00:00Z'))).toEqual({
      answer: 'yes',
      why: 'in_stock',
      at: '2026-11-24T13:00:00.000Z',
    });
    expect(collectOn(krakow, 1, '2026-11-24', at('2026-11-24T17:30:00Z'))).toMatchObject({
      answer: 'no',
      why: 'later',
      at: '2026-11-25T10:00:00.000Z',
    });
  });

  it('is there from the opening of a later date, in the hours of that date, across both clock changes', () => {
    const on = (date: string, now: string) => collectOn(krakow, 1, date, at(now)).at;
    // Ordered in summer time, collected in winter time; and the other way round. 10:00 there each time.
    expect(on('2026-10-26', '2026-10-23T12:00:00Z')).toBe('2026-10-26T09:00:00.000Z');
    expect(on('2026-03-30', '2026-03-27T12:00:00Z')).toBe('2026-03-30T08:00:00.000Z');
  });

  it('is not there on a closed Sunday, and is on a trading one; on Christmas Eve until one', () => {
    const saturday = at('2026-11-28T12:00:00Z');
    expect(collectOn(krakow, 1, '2026-11-29', saturday)).toEqual({ answer: 'no', why: 'closed', at: null });
    expect(collectOn(krakow, 1, '2026-12-13', saturday).answer).toBe('yes');
    // Ordered at half past twelve: ready after the doors close, so not that day.
    expect(collectOn(krakow, 1, '2026-12-24', at('2026-12-24T11:30:00Z'))).toMatchObject({
      answer: 'no',
      why: 'later',
    });
    expect(collectOn(krakow, 1, '2026-12-24', at('2026-12-24T12:30:00Z'))).toMatchObject({
      answer: 'no',
      why: 'closed',
    });
  });

  it('is expected where a delivery fills the gap in time, and is not promised', () => {
    const coming = { ...krakow, incoming: 2, incomingAt: at('2026-12-01T09:00:00Z') };
    const now = at('2026-11-24T12:00:00Z');
    expect(collectOn(coming, 3, '2026-12-01', now)).toEqual({
      answer: 'expected',
      why: 'arriving',
      at: '2026-12-01T10:00:00.000Z',
    });
    expect(collectOn(coming, 3, '2026-11-30', now)).toMatchObject({ answer: 'no', why: 'later' });
    expect(collectOn(coming, 4, '2026-12-01', now)).toEqual({ answer: 'no', why: 'none', at: null });
    // Overdue: it may come today, and not last week.
    const late = { ...coming, incomingAt: at('2026-11-20T09:00:00Z') };
    expect(collectOn(late, 3, '2026-11-24', now)).toMatchObject({ answer: 'expected', at: '2026-11-24T13:00:00.000Z' });
    expect(collectOn({ ...coming, incomingAt: undefined }, 3, '2026-12-24', now).answer).toBe('no');
  });

  it('is not handed out where nothing is', () => {
    const warehouse = { ...krakow, location: { ...krakow.location, capabilities: ['ship' as const] } };
    expect(collectOn(warehouse, 1, '2026-11-25', at('2026-11-24T12:00:00Z')).why).toBe('not_offered');
  });
});

describe('delivered by a date', () => {
  const standard = { earliest: '2026-11-27', latest: '2026-12-01' };
  const express = { earliest: '2026-11-25', latest: '2026-11-26' };

  it('is sure from the last day of the surest way on, may be from the first day of the quickest', () => {
    expect(deliveredBy([standard, express], '2026-11-26')).toEqual({
      answer: 'yes',
      why: 'in_stock',
      at: '2026-11-26',
    });
    expect(deliveredBy([standard], '2026-11-30')).toMatchObject({ answer: 'expected', at: '2026-11-27' });
    expect(deliveredBy([standard], '2026-11-26')).toEqual({ answer: 'no', why: 'later', at: '2026-11-27' });
    expect(deliveredBy([], '2026-12-24')).toEqual({ answer: 'no', why: 'not_offered', at: null });
  });
});

it('yesterday is over by the calendar of the shop, not of the server', () => {
  const justAfterMidnight = at('2026-11-24T23:10:00Z');
  expect(isPast('2026-11-24', 'Europe/Warsaw', justAfterMidnight)).toBe(true);
  expect(isPast('2026-11-24', 'UTC', justAfterMidnight)).toBe(false);
});
