import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { describeEvent } from './describeEvent.ts';
import type { InboxEvent } from './inboxEvent.ts';
import { safePath, safeText } from './safeText.ts';

const item = (event: Record<string, unknown>): InboxEvent => ({
  position: { xid: '1', seq: 1 },
  seq: 1,
  id: newId(),
  source: 'web',
  sourceId: newId(),
  sourceChannel: 'web',
  type: 'track',
  at: new Date(),
  receivedAt: new Date(),
  event,
  trusted: false,
});

const secrets = [
  'julia.nowak@example.com',
  'julia.nowak%40example.com',
  '+48 601 234 567',
  '601-234-567',
  '203.0.113.77',
  'Julia Nowak',
  'ul. Długa 5',
];

test('nothing that tells who somebody is reaches ClickHouse, wherever a page puts it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...secrets),
      fc.constantFrom('email', 'name', 'phone', 'address', 'ip', 'note', 'customer'),
      (secret, field) => {
        const row = describeEvent(
          item({
            event: 'Product Viewed',
            userId: secret,
            anonymousId: 'visitor-1',
            traits: { [field]: secret },
            properties: {
              [field]: secret,
              product_id: 'sofa-1',
              coupon: `${secret}`,
              products: [{ product_id: secret }, { product_id: 'lamp' }],
            },
            context: {
              ip: secret,
              traits: { [field]: secret },
              page: { title: secret, url: `https://velora.example/hello?who=${secret}`, path: '/hello' },
            },
          }),
          newId(),
        );
        expect(JSON.stringify(row)).not.toContain(secret);
        expect(row.properties).toMatchObject({ product_id: 'sofa-1', product_ids: 'lamp', path: '/hello' });
      },
    ),
  );
});

test('texts that may be free lose e-mails and phone numbers: search words, campaigns, names of events', () => {
  for (const secret of ['julia.nowak@example.com', '+48 601 234 567', '601-234-567', '601234567']) {
    const row = describeEvent(
      item({
        event: `Hello ${secret}`,
        anonymousId: 'visitor-1',
        properties: { query: `sofa ${secret} green` },
        context: { campaign: { source: 'mail', name: `to ${secret}` } },
      }),
      newId(),
    );
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(row.properties.query).toBe('sofa … green');
  }
});

test('search words are kept to 100 characters', () => {
  const row = describeEvent(
    item({ event: 'Products Searched', anonymousId: 'visitor-1', properties: { query: 'sofa '.repeat(50) } }),
    newId(),
  );
  expect(row.properties.query?.length).toBeLessThanOrEqual(100);
});

test('no cut leaves the half of a character, for which ClickHouse would refuse the whole batch', () => {
  expect(safeText(`${'a'.repeat(99)}🛋`, 100)).toBe('a'.repeat(99));
  expect(safePath(`/${'a'.repeat(198)}🛋`)).toBe(`/${'a'.repeat(198)}`);
});

test.each([
  ['/pl/sofy/sofa-aksamitna-zielona-3-osobowa', '/pl/sofy/sofa-aksamitna-zielona-3-osobowa'],
  ['/order/018f3c1e-9d3b-7c4a-9c0e-2f4b5a6c7d8e?token=x', '/order/:id'],
  ['/handoff/Zk3xQ9vR2mT8wB5nL1cD7g', '/handoff/:id'],
  ['/unsubscribe/julia@example.com', '/unsubscribe/:id'],
  ['https://velora.example/a/b#c', '/a/b'],
])('the path %s is kept as %s', (path, kept) => {
  expect(safePath(path)).toBe(kept);
});
