import { expect, test } from 'vitest';
import { timeLeft } from '../shared/timeLeft.ts';
import { standingOfHold } from './holdView.ts';
import { readAlternatives } from './readAlternatives.ts';
import { readContact } from './readContact.ts';

const now = new Date('2026-11-23T19:00:00Z');

test('a hold has ended when its time is up, also before the server has swept it', () => {
  const hold = { state: 'held', stage: 'ready', until: '2026-11-23T19:00:00Z' };
  expect(standingOfHold(hold, new Date('2026-11-23T18:59:59Z'))).toBe('ready');
  expect(standingOfHold(hold, now)).toBe('ended');
  expect(standingOfHold({ ...hold, state: 'committed' }, now)).toBe('ready');
  expect(standingOfHold({ ...hold, state: 'released', stage: 'cancelled' }, now)).toBe('released');
});

test('e-mail or phone: one field takes both and nothing else', () => {
  expect(readContact(' julia@example.com ')).toEqual({ email: 'julia@example.com' });
  expect(readContact('+48 600 123 456')).toEqual({ phone: '+48 600 123 456' });
  expect(readContact('julia@')).toBeUndefined();
  expect(readContact('12')).toBeUndefined();
});

test('alternatives that are not understood are left out', () => {
  const delivery = { kind: 'delivery', variantId: 'v', earliest: '2026-11-26', latest: '2026-12-02' };
  expect(readAlternatives([delivery, { kind: 'delivery' }, { kind: 'teleport' }])).toEqual([
    { kind: 'delivery', earliest: '2026-11-26', latest: '2026-12-02' },
  ]);
  expect(readAlternatives(undefined)).toEqual([]);
});

test('the time left is rounded down: nobody comes a minute late because of us', () => {
  expect(timeLeft('2026-11-23T21:05:59Z', now, 'en')).toBe('2 hr 5 min');
  expect(timeLeft('2026-11-23T19:00:30Z', now, 'en')).toBe('0 min');
  expect(timeLeft('2026-11-23T18:59:00Z', now, 'en')).toBeUndefined();
  expect(timeLeft('2026-11-26T19:00:00Z', now, 'pl')).toBe('3 dni');
});
