import { Link } from 'react-router';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './CartLink.module.css';
import { linkWords } from './linkWords.ts';

/** The way to the cart, with how many pieces are in it. A change is said to those who do not see it. */
export function CartLink({ pieces }: { pieces: number }) {
  const language = useLanguage();
  const say = useWords(linkWords);
  return (
    <Link to={`/${language}/cart`} className={styles.link}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 9h16l-1.6 9.2a2 2 0 0 1-2 1.8H7.6a2 2 0 0 1-2-1.8L4 9Zm4 0 3-5m5 5-3-5" />
      </svg>
      <span className={styles.word}>{say('cart')}</span>
      {pieces > 0 && (
        <span className={styles.count} aria-hidden="true">
          {pieces > 99 ? '99+' : pieces}
        </span>
      )}
      <span className="visually-hidden" aria-live="polite">
        {pieces > 0 ? say('pieces', { n: pieces }) : say('empty')}
      </span>
    </Link>
  );
}
