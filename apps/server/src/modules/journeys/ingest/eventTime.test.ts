import { expect, test } from 'vitest';
import { eventTime } from './eventTime.ts';

const receivedAt = new Date('2026-11-21T12:00:00Z');
const at = (event: object, batch?: object) =>
  eventTime(receivedAt, event as Record<string, unknown>, batch as Record<string, unknown> | undefined)?.toISOString();

test('a client whose clock is an hour wrong tells the right time, because only its difference to sending counts', () => {
  expect(at({ originalTimestamp: '2026-11-21T13:00:00Z', sentAt: '2026-11-21T13:00:05Z' })).toBe(
    '2026-11-21T11:59:55.000Z',
  );
  expect(at({ timestamp: '2026-11-21T10:59:00Z' }, { sentAt: '2026-11-21T11:00:00Z' })).toBe(
    '2026-11-21T11:59:00.000Z',
  );
});

test('what the caller of a client says counts before the moment at which it was called', () => {
  expect(
    at(
      { timestamp: '2026-11-21T11:00:00Z', originalTimestamp: '2026-11-21T12:00:00Z' },
      { sentAt: '2026-11-21T12:00:00Z' },
    ),
  ).toBe('2026-11-21T11:00:00.000Z');
});

test('an event that waited offline for a week happened a week ago', () => {
  expect(
    at({ timestamp: '2026-11-14T12:00:00Z', sentAt: '2026-11-14T12:00:00Z' }, { sentAt: '2026-11-21T12:00:00Z' }),
  ).toBe('2026-11-14T12:00:00.000Z');
});

test('without a time it happened when it arrived; nothing happens in the future', () => {
  expect(at({})).toBe('2026-11-21T12:00:00.000Z');
  expect(at({ timestamp: 'yesterday' })).toBe('2026-11-21T12:00:00.000Z');
  expect(at({ timestamp: '2030-01-01T00:00:00Z' })).toBe('2026-11-21T12:00:00.000Z');
});

test('what is older than three years is not believed', () => {
  expect(at({ timestamp: '1970-01-01T00:00:00Z' })).toBeUndefined();
});
