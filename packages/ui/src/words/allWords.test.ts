import { describe, expect, test } from 'vitest';

type Message = string | Record<string, string>;
type Words = Record<'en' | 'pl' | 'ru', Record<string, Message>>;

const modules = import.meta.glob<Record<string, unknown>>(
  [
    '../../../../apps/*/{app,src}/**/*{words,Words}.ts',
    '../../../*/src/**/*{words,Words}.ts',
    '../channels/channels.ts',
    '!**/*.test.ts',
  ],
  { eager: true },
);

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && 'en' in value && 'pl' in value && 'ru' in value;

const all = Object.entries(modules).flatMap(([file, exports]) =>
  Object.values(exports)
    .filter(isWords)
    .map((words) => ({ file: file.replace(/^(\.\.\/)+/, ''), words })),
);
const forms = (message: Message | undefined): string[] =>
  message === undefined ? [] : typeof message === 'string' ? [message] : Object.values(message);

/** Names and signs that are the same in every language, or in Polish as well as in English. */
const name =
  /^(E-mail|App|WhatsApp|Messenger|Telegram|SMS|Chat|BLIK|PIN|SKU|GTIN|EAN|NIP|VAT|CSV|API|QR|JSON|ID|OK|Velora|Throughline|Polski|English|Русский|min|cm|kg|km)$/u;
/** Nothing but names, units, signs and values put in. */
const same = {
  test: (text: string) =>
    name.test(text) || (text.replace(/\{\w+\}/g, '').match(/\p{L}+/gu) ?? []).every((word) => name.test(word)),
};
/** Polish words that are spelt as in English. */
const samePolish =
  /^(Status|Model|Region|Adres e-mail|Standard|Panel|Lider|Kanban|Plan|Format|Limit|Link|Administrator|Start|Menu|System|Demo|Filter|Brand|Export|Import|Total|Normal|Minimum|Maximum|Transfer)$/;

describe('the words of all screens', () => {
  test('are found: a test that sees none would be green for nothing', () => {
    expect(all.length).toBeGreaterThan(20);
  });

  test.each(all.map(({ file, words }) => [file, words] as const))('%s is translated, not copied', (_file, words) => {
    const copied: string[] = [];
    for (const key of Object.keys(words.en)) {
      for (const language of ['pl', 'ru'] as const) {
        const english = new Set(forms(words.en[key]));
        for (const text of forms(words[language][key])) {
          if (!english.has(text) || same.test(text) || (language === 'pl' && samePolish.test(text))) continue;
          copied.push(`${language} ${key}: ${text}`);
        }
      }
    }
    expect(copied).toEqual([]);
  });

  test.each(all.map(({ file, words }) => [file, words] as const))(
    '%s says the same things in every language',
    (_file, words) => {
      const valuesOf = (message: Message | undefined) =>
        [
          ...new Set(forms(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))),
        ].sort();
      for (const language of ['pl', 'ru'] as const) {
        expect(Object.keys(words[language]).sort()).toEqual(Object.keys(words.en).sort());
        for (const key of Object.keys(words.en))
          expect(valuesOf(words[language][key]), `${language} ${key}`).toEqual(valuesOf(words.en[key]));
      }
    },
  );

  test('Russian is written in Cyrillic and Polish numbers have their forms', () => {
    const wrong: string[] = [];
    for (const { file, words } of all) {
      for (const [key, message] of Object.entries(words.ru))
        for (const text of forms(message))
          if (/\p{L}{4,}/u.test(text.replace(/\{\w+\}/g, '')) && !/\p{Script=Cyrillic}/u.test(text) && !same.test(text))
            wrong.push(`${file} ru ${key}: ${text}`);
      for (const language of ['pl', 'ru'] as const)
        for (const [key, message] of Object.entries(words[language]))
          if (typeof message !== 'string' && !('few' in message && 'many' in message))
            wrong.push(`${file} ${language} ${key}: few and many are missing`);
    }
    expect(wrong).toEqual([]);
  });
});
