import { expect, test } from 'vitest';
import { type Hit, placeInVisits, type Visit } from './placeInVisits.ts';

const minute = 60_000;
let made = 0;
const newId = () => {
  made += 1;
  return `visit-${made}`;
};
const hit = (minutes: number, campaign = '', subjectId = 'ann'): Hit => ({ subjectId, at: minutes * minute, campaign });
const place = (known: Visit[], ...hits: Hit[]) => placeInVisits(known, hits, newId);
const begins = (known: Visit[], ...hits: Hit[]) =>
  place(known, ...hits).begun.map(({ visit }) => visit.startedAt / minute);

test('half an hour of silence ends a visit, a minute less does not', () => {
  expect(begins([], hit(0), hit(30), hit(60), hit(90.1))).toEqual([0, 90.1]);
});

test('another campaign begins a visit at once; the same one goes on', () => {
  expect(begins([], hit(0, 'a'), hit(1), hit(2, 'a'), hit(3, 'b'), hit(4))).toEqual([0, 3]);
});

test('two people at the same time have a visit each', () => {
  expect(begins([], hit(0), hit(1, '', 'bob'), hit(2), hit(3, '', 'bob'))).toEqual([0, 1]);
});

test('events that arrive in any order make the same visits', () => {
  const hits = [hit(0), hit(20), hit(40), hit(100), hit(110)];
  expect(begins([], ...hits)).toEqual([0, 100]);
  expect(begins([], ...[...hits].reverse())).toEqual([0, 100]);
});

test('a late event widens the visit it belongs to and begins none', () => {
  const known: Visit = { id: 'v', subjectId: 'ann', startedAt: 100 * minute, lastAt: 110 * minute, campaign: '' };
  const { begun, widened } = place([known], hit(90), hit(130), hit(105));
  expect(begun).toEqual([]);
  expect(widened.map((visit) => [visit.startedAt / minute, visit.lastAt / minute])).toEqual([[90, 130]]);
});

test('the event that began a visit is named, so that its campaign is the visit’s', () => {
  const { begun } = place([], hit(5), hit(1, 'ad'), hit(3));
  expect(begun.map(({ hit: index }) => index)).toEqual([1]);
});
