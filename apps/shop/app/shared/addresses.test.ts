import { expect, test } from 'vitest';
import { addressOf, ownPath } from './addresses.ts';
import { readChosenStore, storeCookie } from './chosenStore.ts';
import { sayDay, sayWhen } from './sayWhen.ts';

test('a form sends back to a page of this shop and nowhere else', () => {
  expect(ownPath('/pl/c/sofy?f.colour=green')).toBe('/pl/c/sofy?f.colour=green');
  for (const path of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '',
    null,
    '/a b',
  ])
    expect(ownPath(path)).toBeUndefined();
});

test('what stands in an address cannot break out of it', () => {
  expect(addressOf.search('en', 'a&b=c#d')).toBe('/en/search?q=a%26b%3Dc%23d');
  expect(addressOf.product('pl', 'sofa lund', 'A B')).toBe('/pl/p/sofa%20lund?variant=A%20B');
});

test('the chosen store is kept with where it is; what somebody else wrote is no store', () => {
  const cookie = storeCookie({ code: 'KRAKOW', point: { lat: 50.0546, lon: 19.9458 } }).split(';')[0] ?? '';
  const request = (text: string) => new Request('http://shop.example', { headers: { cookie: `a=b; ${text}` } });
  expect(readChosenStore(request(cookie))).toEqual({ code: 'KRAKOW', near: '50.0546,19.9458' });
  for (const other of ['tl_store=', 'tl_store=KRAKOW', 'tl_store=<b>_1_2', 'tl_store=KRAKOW_x_y', 'xtl_store=A_1_2'])
    expect(readChosenStore(request(other))).toBeUndefined();
});

test('days near now are called by name, on the clock of the store', () => {
  const zone = 'Europe/Warsaw';
  // 23:30 in Warsaw: the next instant is already tomorrow there.
  const now = '2026-11-24T22:30:00Z';
  expect(sayWhen('2026-11-24T22:45:00Z', now, 'en', zone)).toBe('today, 23:45');
  expect(sayWhen('2026-11-24T23:30:00Z', now, 'pl', zone)).toBe('jutro, 00:30');
  expect(sayDay('2026-11-25', now, 'ru', zone)).toBe('завтра');
  expect(sayDay('2026-11-26', now, 'en', zone)).toBe('Thu 26 Nov');
});
