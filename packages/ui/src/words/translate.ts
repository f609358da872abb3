import type { Language } from './languages.ts';

/** One message: a text, or the forms it takes by the number `n` (CLDR plural categories; `other` always). */
type Message = string | { one?: string; few?: string; many?: string; other: string };

/** The names in braces of a text: 'Held until {time}' → 'time'. */
type Names<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Texts<M> = M extends string ? M : M extends Record<string, infer T> ? T : never;
type Values<M extends Message> = [Names<Texts<M>>] extends [never] ? [] : [{ [K in Names<Texts<M>>]: string | number }];

type Catalogue = Record<string, Message>;
/** The same messages in another language: each there, plural where the original is. */
type Translated<T extends Catalogue> = { [K in keyof T]: T[K] extends string ? string : Exclude<Message, string> };

export interface Words<T extends Catalogue> {
  en: T;
  pl: Translated<T>;
  ru: Translated<T>;
}

export type Translator<T extends Catalogue> = <K extends keyof T & string>(key: K, ...values: Values<T[K]>) => string;

/** The words of one feature in all languages, beside its code. English says which there are and what they take. */
export function defineWords<const T extends Catalogue>(words: Words<T>): Words<T> {
  return words;
}

const plurals = new Map<Language, Intl.PluralRules>();

function formOf(message: Message, language: Language, values: Record<string, string | number> | undefined): string {
  if (typeof message === 'string') return message;
  let rules = plurals.get(language);
  if (!rules) {
    rules = new Intl.PluralRules(language);
    plurals.set(language, rules);
  }
  const category = rules.select(Number(values?.n ?? 0));
  return (message as Record<string, string>)[category] ?? message.other;
}

/** Texts of a feature in a language. A plural message is chosen by `n`. */
export function createTranslator<T extends Catalogue>(words: Words<T>, language: Language): Translator<T> {
  const catalogue: Catalogue = words[language];
  return (key, ...rest) => {
    const values = rest[0] as Record<string, string | number> | undefined;
    const text = formOf(catalogue[key] ?? key, language, values);
    return values ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)) : text;
  };
}
