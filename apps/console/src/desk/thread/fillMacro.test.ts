import { expect, it } from 'vitest';
import type { Macro } from '../queries.ts';
import { fillMacro, findMacros, openFields, slashBefore } from './fillMacro.ts';

const words = (text: string) => ({ en: text, pl: `pl ${text}`, ru: `ru ${text}` });
const macro = (shortcut: string, text: string, title = shortcut): Macro => ({
  id: shortcut,
  shortcut,
  title: words(title),
  text: words(text),
  version: 1,
});

it('speaks the customer’s language and fills in what is known', () => {
  const held = macro('held', 'Held in {store} until {until}, {customer}.');
  expect(fillMacro(held, 'pl', { store: 'Kraków', customer: 'Julia' })).toBe('pl Held in Kraków until {until}, Julia.');
  expect(openFields(fillMacro(held, 'en', { store: 'Kraków' }))).toEqual(['{until}']);
});

it('greets nobody by no name', () => {
  expect(fillMacro(macro('hi', 'Hello, {customer}! Here is {agent}.'), 'en', { agent: 'Ola' })).toBe(
    'Hello! Here is Ola.',
  );
});

it('finds a macro by two letters of its shortcut, or a word of its title', () => {
  const all = [macro('hi', ''), macro('held', ''), macro('bye', '', 'Good night')];
  expect(findMacros(all, 'h', 'en').map((one) => one.shortcut)).toEqual(['hi', 'held']);
  expect(findMacros(all, 'ni', 'en').map((one) => one.shortcut)).toEqual(['bye']);
});

it('hears a slash at the beginning of a word only', () => {
  expect(slashBefore('Hello /he', 9)).toEqual({ from: 6, typed: 'he' });
  expect(slashBefore('/', 1)).toEqual({ from: 0, typed: '' });
  expect(slashBefore('1/2', 3)).toBeUndefined();
  expect(slashBefore('/he llo', 7)).toBeUndefined();
});
