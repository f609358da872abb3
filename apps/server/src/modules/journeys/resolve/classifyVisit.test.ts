import { expect, test } from 'vitest';
import { classifyVisit } from './classifyVisit.ts';
import { readArrival } from './readArrival.ts';

/** A visit as a browser tells it: the address, the referrer. */
const visit = (url: string, referrer = '') =>
  classifyVisit(readArrival({ context: { page: { url, referrer, search: new URL(url).search } } }));
const channel = (url: string, referrer = '') => {
  const { channel: found, detail } = visit(url, referrer);
  return `${found ?? 'none'}/${detail}`;
};
const shop = 'https://velora.example/sofa';

test.each([
  [`${shop}?utm_source=google&utm_medium=cpc&utm_campaign=autumn`, '', 'ads/paid_search'],
  [`${shop}?utm_source=criteo&utm_medium=Retargeting`, '', 'ads/paid'],
  [`${shop}?utm_source=ig&utm_medium=paid-social`, 'https://instagram.com/', 'ads/paid'],
  [`${shop}?gclid=abc`, 'https://www.google.com/', 'ads/paid_search'],
  [`${shop}?fbclid=abc`, 'https://l.facebook.com/', 'ads/paid'],
  // A post of our own also gets a click id; the medium says what it was.
  [`${shop}?fbclid=abc&utm_source=facebook&utm_medium=social`, 'https://l.facebook.com/', 'social/social'],
  [`${shop}?utm_source=velora&utm_medium=email`, '', 'email/email'],
  [`${shop}?utm_source=newsletter`, '', 'email/email'],
  [`${shop}?utm_source=velora&utm_medium=sms`, '', 'sms/sms'],
  [`${shop}?utm_source=pinterest`, '', 'social/social'],
  [`${shop}?utm_source=leaflet`, '', 'web/campaign'],
  [shop, 'https://www.google.pl/', 'web/organic'],
  [shop, 'https://duckduckgo.com/', 'web/organic'],
  [shop, 'https://www.pinterest.com/pin/1', 'social/social'],
  [shop, 'https://t.co/x', 'social/social'],
  [shop, 'https://mail.google.com/mail/u/0', 'email/email'],
  [shop, 'https://poczta.onet.pl/', 'email/email'],
  [shop, 'https://blog.example/sofas', 'web/referral'],
  [shop, 'https://www.velora.example/', 'none/direct'],
  [shop, '', 'none/direct'],
])('%s after %s is %s', (url, referrer, expected) => {
  expect(channel(url, referrer)).toBe(expected);
});

test('a campaign is named by its words, never by the value of a click id; a referrer is no campaign', () => {
  expect(visit(`${shop}?gclid=secret-click-1`).campaign).toBe(visit(`${shop}?gclid=secret-click-2`).campaign);
  expect(visit(`${shop}?gclid=secret-click-1`).campaign).not.toContain('secret');
  expect(visit(`${shop}?utm_source=a&utm_medium=cpc`).campaign).not.toBe(
    visit(`${shop}?utm_source=b&utm_medium=cpc`).campaign,
  );
  expect(visit(shop, 'https://www.google.pl/').campaign).toBe('');
});

test('an e-mail address that somebody put into a campaign does not stay in it', () => {
  expect(visit(`${shop}?utm_source=newsletter&utm_campaign=julia%40example.com`).campaign).not.toContain('example.com');
});
