import { createTranslator, isLanguage, type Language, type Translator, type Words } from '@throughline/ui/words';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

const key = 'language';

interface Chosen {
  language: Language;
  choose(language: Language): void;
}

const LanguageContext = createContext<Chosen>({ language: 'en', choose: () => undefined });

function initialLanguage(): Language {
  const kept = localStorage.getItem(key) ?? undefined;
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

/** The colleague's language, kept on the device. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState(initialLanguage);
  useEffect(() => {
    localStorage.setItem(key, language);
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(() => ({ language, choose }), [language]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export const useLanguage = (): Language => useContext(LanguageContext).language;
export const useChooseLanguage = (): ((language: Language) => void) => useContext(LanguageContext).choose;

/** A feature's texts in the colleague's language. */
export function useWords<T extends Parameters<typeof createTranslator>[0]['en']>(words: Words<T>): Translator<T> {
  const language = useLanguage();
  return useMemo(() => createTranslator(words, language), [words, language]);
}
