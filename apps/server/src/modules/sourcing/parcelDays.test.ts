import { describe, expect, it } from 'vitest';
import type { OpenSpan } from '../locations/index.ts';
import { addWorkingDays, lastOf, leavesOn, parcelDays, type Sender } from './parcelDays.ts';

const day: OpenSpan[] = [['07:00', '19:00']];
const warehouse: Sender = {
  zone: 'Europe/Warsaw',
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: [] },
  exceptions: [],
  cutOff: '14:00',
};
const at = (text: string) => new Date(text);
const standard = { daysMin: 2, daysMax: 4, cutOff: null };

describe('the day a parcel leaves', () => {
  it('is today until the cut-off, to the minute, and the next working day from it on', () => {
    expect(leavesOn(warehouse, at('2026-11-24T12:59:59.999Z'))).toBe('2026-11-24');
    expect(leavesOn(warehouse, at('2026-11-24T13:00:00Z'))).toBe('2026-11-25');
  });

  it('is never a Saturday, a closed Sunday or a holiday, though somebody may be there', () => {
    // Friday after the cut-off; Saturday, when the warehouse is open; Sunday.
    for (const now of ['2026-11-27T14:00:00Z', '2026-11-28T08:00:00Z', '2026-11-29T08:00:00Z'])
      expect(leavesOn(warehouse, at(now))).toBe('2026-11-30');
    // Wednesday 11 November is Independence Day.
    expect(leavesOn(warehouse, at('2026-11-10T15:00:00Z'))).toBe('2026-11-12');
  });

  it('follows the wall clock of the sender on both sides of both clock changes', () => {
    // Friday 23 October is summer time: 14:00 there is 12:00 UTC. From Sunday 25 on it is 13:00 UTC.
    expect(leavesOn(warehouse, at('2026-10-23T12:00:00Z'))).toBe('2026-10-26');
    expect(leavesOn(warehouse, at('2026-10-26T12:30:00Z'))).toBe('2026-10-26');
    expect(leavesOn(warehouse, at('2026-10-26T13:00:00Z'))).toBe('2026-10-27');
    // Friday 27 March is winter time, Monday 30 summer time.
    expect(leavesOn(warehouse, at('2026-03-27T12:30:00Z'))).toBe('2026-03-27');
    expect(leavesOn(warehouse, at('2026-03-30T12:00:00Z'))).toBe('2026-03-31');
    // Just after midnight there it is another day than in UTC.
    expect(leavesOn(warehouse, at('2026-10-25T23:30:00Z'))).toBe('2026-10-26');
  });

  it('follows the method where that wants its orders earlier, and the sender where not', () => {
    const now = at('2026-11-24T10:30:00Z');
    expect(leavesOn(warehouse, now, '11:00')).toBe('2026-11-25');
    expect(leavesOn(warehouse, at('2026-11-24T15:00:00Z'), '20:00')).toBe('2026-11-25');
  });

  it('waits for a stocktaking to end; who keeps no hours packs on every working day; who never opens sends nothing', () => {
    const closed = { ...warehouse, exceptions: [{ date: '2026-11-24', open: [] }] };
    expect(leavesOn(closed, at('2026-11-24T08:00:00Z'))).toBe('2026-11-25');
    const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    expect(leavesOn({ ...closed, hours: none }, at('2026-11-24T08:00:00Z'))).toBe('2026-11-25');
    expect(leavesOn({ ...warehouse, hours: { ...none, sun: day } }, at('2026-11-24T08:00:00Z'))).toBeUndefined();
    expect(parcelDays({ ...warehouse, hours: { ...none, sun: day } }, standard, at('2026-11-24T08:00:00Z'))).toBe(
      undefined,
    );
  });
});

describe('the days on the road', () => {
  it('are working days from the day it leaves', () => {
    expect(parcelDays(warehouse, standard, at('2026-11-26T09:00:00Z'))).toEqual({
      earliest: '2026-11-30',
      latest: '2026-12-02',
    });
    expect(parcelDays(warehouse, standard, at('2026-11-26T15:00:00Z'))).toEqual({
      earliest: '2026-12-01',
      latest: '2026-12-03',
    });
    // Christmas Eve to Epiphany: 24, 25 December, 1 and 6 January do not count, nor weekends.
    expect(addWorkingDays('2026-12-23', 1)).toBe('2026-12-28');
    expect(addWorkingDays('2026-12-31', 3)).toBe('2027-01-07');
    expect(addWorkingDays('2026-12-23', 0)).toBe('2026-12-23');
  });

  it('of several parcels are those of the last', () => {
    expect(
      lastOf([
        { earliest: '2026-11-26', latest: '2026-11-30' },
        { earliest: '2026-11-25', latest: '2026-12-02' },
      ]),
    ).toEqual({ earliest: '2026-11-26', latest: '2026-12-02' });
    expect(lastOf([])).toBeUndefined();
  });
});
