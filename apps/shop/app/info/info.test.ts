import { expect, test } from 'vitest';
import { accessibility } from './content/accessibility.ts';
import { cookies } from './content/cookies.ts';
import { guarantee } from './content/guarantee.ts';
import { fillIn, type InfoText } from './content/infoText.ts';
import { withdraw } from './content/withdraw.ts';

const facts = { company: 'Velora sp. z o.o.', address: 'Łódź', email: 'a@b.example', phone: '+48', shop: 'Velora' };
const all: [string, InfoText][] = Object.entries({ accessibility, cookies, guarantee, withdraw });

test.each(all)(
  '%s says the same in every language: as many sections, paragraphs and lines, no fact left open',
  (_, text) => {
    const shape = (language: 'en' | 'pl' | 'ru') =>
      fillIn(text, language, facts).map((section) => [section.paragraphs.length, section.lines?.length ?? 0]);
    expect(shape('pl')).toEqual(shape('en'));
    expect(shape('ru')).toEqual(shape('en'));
    for (const language of ['en', 'pl', 'ru'] as const)
      expect(JSON.stringify(fillIn(text, language, facts))).not.toMatch(/\{\w+\}/);
  },
);

test('the model form asks for what the law’s form asks for', () => {
  const form = fillIn(withdraw, 'en', facts).find((section) => section.lines);
  expect(form?.lines).toHaveLength(8);
  expect(form?.lines?.[0]).toContain('Velora sp. z o.o.');
});
