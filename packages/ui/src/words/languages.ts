/** The languages of the shop and the console, in the order they are offered. */
export const languages = ['pl', 'en', 'ru'] as const;
export type Language = (typeof languages)[number];

export function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && (languages as readonly string[]).includes(text);
}
