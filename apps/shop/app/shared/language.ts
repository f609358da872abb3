import { createTranslator, isLanguage, type Language, type Translator, type Words } from '@throughline/ui/words';
import { useMemo } from 'react';
import { useParams } from 'react-router';

export function useLanguage(): Language {
  const { language } = useParams();
  return isLanguage(language) ? language : 'pl';
}

/** A feature's texts in the page's language. */
export function useWords<T extends Parameters<typeof createTranslator>[0]['en']>(words: Words<T>): Translator<T> {
  const language = useLanguage();
  return useMemo(() => createTranslator(words, language), [words, language]);
}
