import { expect, it } from 'vitest';
import { snoozeChoices } from './snoozeChoices.ts';

const until = (now: string, id: string) =>
  snoozeChoices(new Date(now), 'Europe/Warsaw').find((choice) => choice.id === id)?.until;

it('comes back at nine on the contact centre’s clock, in winter and in summer', () => {
  expect(until('2026-11-22T15:00:00Z', 'tomorrow')).toBe('2026-11-23T08:00:00.000Z');
  expect(until('2026-07-22T15:00:00Z', 'tomorrow')).toBe('2026-07-23T07:00:00.000Z');
  expect(until('2026-10-24T15:00:00Z', 'tomorrow')).toBe('2026-10-25T08:00:00.000Z');
});

it('offers Monday where it is not tomorrow', () => {
  expect(until('2026-11-24T15:00:00Z', 'monday')).toBe('2026-11-30T08:00:00.000Z');
  expect(until('2026-11-22T15:00:00Z', 'monday')).toBeUndefined();
});
