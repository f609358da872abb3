import { Link, useLocation } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './ConsentBanner.module.css';
import { ConsentChoice } from './ConsentChoice.tsx';
import { words } from './words.ts';

/** Asked once, over the page and not in it, so that nothing moves; nothing is measured before. */
export function ConsentBanner() {
  const language = useLanguage();
  const say = useWords(words);
  const { pathname } = useLocation();
  const settings = addressOf.info(language, 'cookies');
  if (pathname === settings) return null;
  return (
    <section aria-label={say('title')} className={styles.banner}>
      <p>
        {say('text')} <Link to={settings}>{say('more')}</Link>
      </p>
      <ConsentChoice />
    </section>
  );
}
