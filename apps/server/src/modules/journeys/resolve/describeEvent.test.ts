import { expect, test } from 'vitest';
import type { Channel } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import { describeEvent } from './describeEvent.ts';

const item = (event: Record<string, unknown>, sourceChannel: Channel = 'web') => ({
  position: { xid: '1', seq: 7 },
  seq: 7,
  id: newId(),
  source: 'web',
  sourceId: newId(),
  sourceChannel,
  type: event.event ? ('track' as const) : ('page' as const),
  at: new Date(),
  receivedAt: new Date(),
  event,
  trusted: false,
});
const described = (...given: Parameters<typeof item>) => describeEvent(item(...given), newId());
const shown = (...given: Parameters<typeof described>) => {
  const { channel, step, touch } = described(...given);
  return [channel, step, touch];
};

test('pages of web and app make visits, of the channel that brought them or their own', () => {
  const ad = { page: { url: 'https://velora.example/?gclid=1' } };
  expect(shown({ context: ad })).toEqual(['web', 'visit', 'ads']);
  expect(shown({})).toEqual(['web', 'visit', 'web']);
  expect(shown({}, 'mobile_app')).toEqual(['mobile_app', 'visit', 'mobile_app']);
});

test('an order at the till and a visit to the store are steps of the store, with its location; other till events are not', () => {
  const locationId = newId();
  const till = (event: string) =>
    described({ event, context: { channel: 'store' }, properties: { location_id: locationId } });
  expect(till('Order Completed')).toMatchObject({ channel: 'store', step: 'store', location_id: locationId });
  expect(till('Store Visited')).toMatchObject({ channel: 'store', step: 'store' });
  expect(till('Drawer Opened').step).toBe('');
});

test('a channel that is none of ours is the source’s', () => {
  expect(shown({ context: { channel: 'server' } })[0]).toBe('web');
});

test('robots that name themselves, and nobody, count for nothing', () => {
  expect(
    shown({ context: { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' } }),
  ).toEqual(['web', '', '']);
  expect(describeEvent(item({}), undefined).step).toBe('');
  expect(shown({ context: { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/141.0' } })[1]).toBe('visit');
});
