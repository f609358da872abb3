import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './ConsentBanner.module.css';
import { ConsentChoice } from './ConsentChoice.tsx';
import { words } from './words.ts';

/** Asked once, over the page and not in it, so that nothing moves; nothing is measured before. */
export function ConsentBanner({ words: { version, text } }: { words: { version: string; text: string } }) {
  const language = useLanguage();
  const say = useWords(words);
  const { pathname } = useLocation();
  const settings = addressOf.info(language, 'cookies');
  const banner = useRef<HTMLElement>(null);
  // On a phone it spans the screen: what floats there, and the end of the page, make room for as much as it takes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: on another page it may not be shown.
  useEffect(() => {
    const element = banner.current;
    if (!element) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty('--consent-height', `${element.offsetHeight}px`));
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty('--consent-height');
    };
  }, [pathname]);
  if (pathname === settings) return null;
  return (
    <section ref={banner} aria-label={say('title')} className={styles.banner} data-consent-banner>
      <p>
        {text} <Link to={settings}>{say('more')}</Link>
      </p>
      <ConsentChoice wording={version} />
    </section>
  );
}
