import { type Language, languages } from '@throughline/ui/words';
import { useLocation } from 'react-router';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './LanguageSwitch.module.css';
import { useAlternates } from './useFrame.ts';
import { words } from './words.ts';

const names: Record<Language, string> = { pl: 'Polski', en: 'English', ru: 'Русский' };

/**
 * To the same page in another language. By whole pages and not inside the app, so that everything comes in it; the
 * choice is remembered for addresses without a language.
 */
export function LanguageSwitch({ wide = false }: { wide?: boolean }) {
  const current = useLanguage();
  const say = useWords(words);
  const { pathname, search } = useLocation();
  const alternates = useAlternates();
  const addressIn = (language: Language) => {
    const path = alternates?.[language] ?? pathname.replace(/^\/[a-z]{2}(?=\/|$)/, `/${language}`);
    return path.includes('?') ? path : path + search;
  };
  const remember = (language: Language) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
    document.cookie = `tl_language=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
  };
  return (
    <nav aria-label={say('language')} className={styles.switch} data-wide={wide || undefined}>
      {languages.map((language) => (
        <a
          key={language}
          href={addressIn(language)}
          lang={language}
          hrefLang={language}
          aria-label={names[language]}
          aria-current={language === current ? 'true' : undefined}
          onClick={() => remember(language)}
        >
          {wide ? names[language] : language.toUpperCase()}
        </a>
      ))}
    </nav>
  );
}
