import { Link } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './cart.module.css';
import { words } from './words.ts';

/** Nothing yet: what will be here, and the ways on. */
export function EmptyCart({ lastOrder }: { lastOrder: { href: string; number: string } | undefined }) {
  const language = useLanguage();
  const say = useWords(words);
  return (
    <div className={styles.empty}>
      <h2>{say('empty')}</h2>
      <p>{say('emptyHint')}</p>
      <Link to={addressOf.home(language)} className="button">
        {say('browse')}
      </Link>
      {lastOrder && (
        <p>
          <Link to={lastOrder.href}>
            {say('lastOrder')}: {lastOrder.number}
          </Link>
        </p>
      )}
      <p className={styles.soft}>
        {say('signInHint')}{' '}
        <Link to={`/${language}/sign-in?to=${encodeURIComponent(`/${language}/cart`)}`}>{say('signIn')}</Link>
      </p>
    </div>
  );
}
