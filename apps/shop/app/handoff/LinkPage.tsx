import type { Answer } from '@throughline/client';
import { formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { Form, Link } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { Notice } from '../shared/forms/Notice.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './handoff.module.css';
import { words } from './words.ts';

export interface LinkData {
  /** null: the link has ended. */
  found: Answer<'/api/shop/handoffs/{token}', 'get'> | null;
  zone: string;
}

/** What a link from a store, an agent or one's other device leads to: goods and terms, and the way on. Nobody's contact. */
export function LinkPage({ found, zone, problem }: LinkData & { problem: string | undefined }) {
  const language = useLanguage();
  const say = useWords(words);
  if (!found) {
    return (
      <div className={`page ${styles.page}`}>
        <h1>{say('invalid')}</h1>
        <p>{say('invalidDo')}</p>
        <p className={styles.acts}>
          <Link to="?chat=open" className="button quiet">
            {say('chat')}
          </Link>
          <Link to={addressOf.home(language)} className="button quiet">
            {say('home')}
          </Link>
        </p>
      </div>
    );
  }
  const { cart, handoff, isMine } = found;
  const isOrdered = cart.state === 'ordered';
  const isHold = handoff.lineId !== null;
  return (
    <div className={`page ${styles.page}`}>
      <h1>
        {isHold && handoff.locationName ? say('linkTitleHold', { store: handoff.locationName }) : say('linkTitle')}
      </h1>
      {isOrdered ? <Notice>{say('cart_closed')}</Notice> : <p>{say(isMine ? 'linkMine' : 'linkLead')}</p>}
      {problem && (
        <Notice kind="fault">
          {say(problem === 'not_offered' || problem === 'cart_closed' ? problem : 'problem')}
        </Notice>
      )}
      {isHold && !isOrdered && <p className={styles.show}>{say('showCode', { code: handoff.code })}</p>}
      <ul className="plain-list">
        {cart.lines.map((line) => (
          <li key={line.id} className={styles.line}>
            {line.variant.pictureUrl ? (
              <img className="picture" src={line.variant.pictureUrl} alt="" width={88} height={66} />
            ) : (
              <span />
            )}
            <span>
              {line.quantity > 1 && `${line.quantity} × `}
              {line.variant.title}
              <small>{line.variant.optionsText}</small>
              {line.hold && (
                <small className={styles.hold}>
                  {say('heldUntil', { when: formatDayAndTime(line.hold.until, language, zone) })}
                </small>
              )}
            </span>
            <span>{line.price && formatMoney(line.price.gross, language, 'exact')}</span>
          </li>
        ))}
      </ul>
      <p className={styles.total}>
        <span>{say('total')}</span>
        <strong>{formatMoney(cart.totals.goods, language, 'exact')}</strong>
      </p>
      {!isOrdered && (
        <p className={styles.soft}>{say('until', { when: formatDayAndTime(handoff.expiresAt, language, zone) })}</p>
      )}
      {isOrdered ? (
        <Link to={addressOf.home(language)} className="button quiet">
          {say('home')}
        </Link>
      ) : isMine ? (
        <Link to={addressOf.cart(language)} className="button">
          {say('toCart')}
        </Link>
      ) : (
        <Form method="post">
          <button type="submit" className="button">
            {say('goOn')}
          </button>
          <p className={styles.soft}>{say('goOnHint')}</p>
        </Form>
      )}
    </div>
  );
}
