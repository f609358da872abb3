import type { Language } from '@throughline/ui/words';

/** A language as the reader calls it: `Polish`, `polski`, `польский`. */
export const languageName = (language: Language, reader: Language): string =>
  new Intl.DisplayNames(reader, { type: 'language' }).of(language) ?? language;
