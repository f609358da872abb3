import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Messages that are names or figures, and so the same in every language. */
const same = new Set([
  'deliveryDay',
  'deliveryDays',
  'instead',
  'choose',
  'moreColours',
  'inColour',
  'minutes',
  'mail',
  'menu',
]);

const app = new URL('..', import.meta.url).pathname;
const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?:^|\/)(?:\w*[wW]ords|stockSayings)\.ts$/.test(file),
);

type Message = string | Record<string, string>;
const formsOf = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message));
const entriesOf = (message: Message): [string, string][] =>
  typeof message === 'string' ? [['', message]] : Object.entries(message);
const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test.each(files.filter((file) => !file.endsWith('stockWords.ts')))(
  '%s says everything in Polish and Russian too, with the same facts in it',
  async (file) => {
    const { words } = (await import(join(app, file))) as {
      words?: Record<'en' | 'pl' | 'ru', Record<string, Message>>;
    };
    if (!words) return;
    for (const [key, message] of Object.entries(words.en)) {
      for (const language of ['pl', 'ru'] as const) {
        const translated = words[language][key];
        expect(translated, `${language} ${key}`).toBeTruthy();
        for (const [plural, form] of entriesOf(translated ?? '')) {
          const facts = new Set(formsOf(message).flatMap(namesIn));
          // "One" is one thing in Polish, and may go without its number; in Russian it is 21 as well.
          if (plural === 'one' && language === 'pl') facts.delete('n');
          expect(new Set(namesIn(form).filter((name) => facts.has(name ?? ''))), `${language} ${key}`).toEqual(facts);
          if (!same.has(key)) expect(formsOf(message), `${language} ${key}`).not.toContain(form);
          if (language === 'ru' && !same.has(key)) expect(form, key).toMatch(/[а-яё]/i);
        }
        if (typeof message !== 'string') {
          const rules = new Intl.PluralRules(language);
          const needed = [1, 2, 5].map((n) => rules.select(n));
          const given = Object.keys(typeof translated === 'object' ? translated : {});
          if (given.length > 2) for (const form of needed) expect(given, `${language} ${key}`).toContain(form);
        }
      }
    }
  },
);
