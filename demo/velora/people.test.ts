import { expect, test } from 'vitest';
import { stores } from './locations.ts';
import { shoppers } from './people.ts';
import { agents, staff, staffOf } from './staff.ts';

test('there is staff of every role, a manager and two associates in each store, and four agents', () => {
  expect(new Set(staff.map((member) => member.role))).toEqual(new Set(['admin', 'manager', 'associate', 'agent']));
  expect(agents).toHaveLength(4);
  for (const store of stores) {
    const team = staffOf(store.code);
    expect(
      team.filter((member) => member.role === 'manager'),
      store.code,
    ).toHaveLength(1);
    expect(team.filter((member) => member.role === 'associate').length, store.code).toBeGreaterThanOrEqual(2);
  }
  for (const language of ['en', 'pl', 'ru'] as const)
    expect(
      agents.some((agent) => agent.languages.includes(language)),
      language,
    ).toBe(true);
});

test('staff addresses end in velora.example, shoppers’ in example.com, and nobody shares one', () => {
  for (const member of staff) expect(member.email).toMatch(/^[a-z-]+\.[a-z-]+@velora\.example$/);
  for (const shopper of shoppers) expect(shopper.email).toMatch(/^[a-z0-9.-]+@example\.com$/);
  const all = [...staff, ...shoppers].map((person) => person.email);
  expect(new Set(all).size).toBe(all.length);
});

test('about 150 shoppers with Polish mobile numbers of their own, some of them Russian-speaking', () => {
  expect(shoppers.length).toBeGreaterThanOrEqual(145);
  expect(new Set(shoppers.map((shopper) => shopper.phone)).size).toBe(shoppers.length);
  for (const shopper of shoppers) {
    expect(shopper.phone).toMatch(/^\+48600000\d{3}$/);
    expect(shopper.address.postcode).toMatch(/^\d{2}-\d{3}$/);
  }
  expect(shoppers.filter((shopper) => shopper.language === 'ru').length).toBeGreaterThanOrEqual(12);
});

test('Julia Kowalska is left to the story: neither her name nor her number is taken', () => {
  for (const person of [...shoppers, ...staff])
    expect(`${person.firstName} ${person.lastName}`).not.toMatch(/^Julia|Kowalsk/);
  for (const shopper of shoppers) expect(shopper.phone.endsWith('118')).toBe(false);
});
