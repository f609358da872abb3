import { formatDayAndTime } from '@throughline/ui/format';
import { useState } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { useLiveReload } from '../shared/useLiveReload.ts';
import styles from './handoff.module.css';
import { words } from './words.ts';

export interface HandoffData {
  handoff: { cartId: string; code: string; url: string; expiresAt: string } | null;
  zone: string;
}

/** The cart for the counter: a QR for their scanner, a code for their keyboard, a link for one's own other device. */
export function HandoffPage({ handoff, zone }: HandoffData) {
  const language = useLanguage();
  const say = useWords(words);
  const [copied, setCopied] = useState(false);
  // What was shown here went on at a counter: said at once, for it lies in somebody's hand there.
  const [shown] = useState(handoff);
  useLiveReload(() => true, 10_000);
  return (
    <div className={`page ${styles.page}`}>
      <h1>{say('title')}</h1>
      {handoff ? (
        <>
          <p>{say('lead')}</p>
          <figure className={styles.code}>
            <img
              src={`/api/shop/carts/${handoff.cartId}/handoff.svg`}
              alt={say('alt', { code: handoff.code })}
              width={260}
              height={260}
            />
            <figcaption>
              <span>{say('code')}</span>
              <strong>{handoff.code}</strong>
              <span>{say('until', { when: formatDayAndTime(handoff.expiresAt, language, zone) })}</span>
            </figcaption>
          </figure>
          <p>{say('link')}</p>
          <p className={styles.link}>
            <a href={handoff.url}>{handoff.url}</a>
            <button
              type="button"
              className="button quiet small"
              onClick={() => void navigator.clipboard.writeText(handoff.url).then(() => setCopied(true))}
            >
              <span aria-live="polite">{say(copied ? 'copied' : 'copy')}</span>
            </button>
          </p>
          <p className={styles.soft}>{say('notHeld')}</p>
        </>
      ) : (
        <p role="status">{say(shown ? 'wentOn' : 'empty')}</p>
      )}
      <p>
        <Link to={addressOf.cart(language)}>{say('back')}</Link>
      </p>
    </div>
  );
}
