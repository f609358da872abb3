import { expect, it } from 'vitest';
import { keyOf } from './keyOf.ts';

const press = (key: string, code: string, more = {}) => ({
  key,
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

it('takes a letter for what it says, whatever its case', () => {
  expect(keyOf(press('j', 'KeyJ'))).toBe('j');
  expect(keyOf(press('J', 'KeyJ'))).toBe('j');
  expect(keyOf(press('Enter', 'Enter'))).toBe('Enter');
});

it('takes a Cyrillic letter for its place on the keyboard', () => {
  expect(keyOf(press('о', 'KeyJ'))).toBe('j');
  expect(keyOf(press('.', 'Slash'))).toBe('/');
  expect(keyOf(press(',', 'Slash'))).toBe('?');
});

it('never acts on a letter with Alt, which types ł, ś and ą', () => {
  expect(keyOf(press('ł', 'KeyL', { altKey: true }))).toBeUndefined();
  expect(keyOf(press('ę', 'KeyE', { altKey: true, ctrlKey: true }))).toBeUndefined();
  expect(keyOf(press('k', 'KeyK', { ctrlKey: true }))).toBeUndefined();
});
