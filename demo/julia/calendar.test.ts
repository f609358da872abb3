import { describe, expect, it } from 'vitest';
import { addDays, daysOfStory, doorOn, weekdayOf } from './calendar.ts';
import { krakowAsShown as krakow, krakowOpen } from './krakowAsShown.ts';

describe('the days of the story', () => {
  it.each([
    ['an ordinary week', '2026-11-23', '2026-11-24', '2026-11-28'],
    ['Christmas: nobody can come before the Monday after it', '2026-12-21', '2026-12-22', '2026-12-28'],
    ['Epiphany in the middle', '2027-01-04', '2027-01-05', '2027-01-09'],
    ['the week after the third of May', '2027-05-03', '2027-05-04', '2027-05-08'],
    ['Independence Day in the middle', '2027-11-08', '2027-11-09', '2027-11-13'],
    ['Assumption on a Tuesday: she looks on Wednesday', '2028-08-14', '2028-08-16', '2028-08-19'],
    ['Holy Saturday closes at two: she comes after Easter Monday', '2027-03-22', '2027-03-23', '2027-03-30'],
  ])('%s', (_week, from, looks, comes) => {
    expect(daysOfStory(krakow, from)).toEqual({ looks, comes });
  });

  it('are always days on which the store is open, whatever day one begins on', () => {
    for (let from = '2026-01-01'; from < '2028-11-01'; from = addDays(from, 1)) {
      const { looks, comes } = daysOfStory(krakow, from);
      expect(looks >= from && comes > looks, from).toBe(true);
      expect([1, 2, 3, 4, 5], from).toContain(weekdayOf(looks));
      for (const [date, time] of [
        [looks, '13:40'],
        [comes, '15:30'],
      ] as const) {
        const hours = krakowOpen(date);
        expect(hours && hours.opens <= time && time < hours.closes, `${from}: ${date}`).toBe(true);
      }
      // No colleague may hold for longer than five opening days.
      let openingDays = 0;
      for (let date = addDays(looks, 1); date <= comes; date = addDays(date, 1))
        if (doorOn(krakow, date).length > 0) openingDays += 1;
      expect(openingDays, from).toBeLessThanOrEqual(5);
    }
  });
});
