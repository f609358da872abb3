import type { Language } from '../../../kernel/context.ts';

export interface TextData {
  sign_in_code: { code: string; minutes: number; shop: string };
}
export type TextName = keyof TextData;

type Body<T extends TextName> = Record<Language, (data: TextData[T]) => string>;

/**
 * What goes out by text message: short, for a hundred and sixty characters are one message and Cyrillic makes it seventy.
 * The shop's name comes first, as phones show the beginning.
 */
export const textBodies: { [T in TextName]: { isSecret: boolean; body: Body<T> } } = {
  sign_in_code: {
    isSecret: true,
    body: {
      en: ({ code, minutes, shop }) => `${shop}: your code is ${code}, for ${minutes} minutes. We never ask for it.`,
      pl: ({ code, minutes, shop }) => `${shop}: kod ${code}, ważny ${minutes} min. Nigdy o niego nie pytamy.`,
      ru: ({ code, minutes, shop }) => `${shop}: код ${code}, на ${minutes} мин. Мы его не спрашиваем.`,
    },
  },
};
