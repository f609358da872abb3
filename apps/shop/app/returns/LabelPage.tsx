import type { Answer } from '@throughline/client';
import { formatDay, formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './returns.module.css';
import { words } from './words.ts';

type ShopReturn = Answer<'/api/shop/returns/{id}', 'get'>;

/** A return of one's own: what it is waiting for, and the page that goes into the parcel. */
export function LabelPage({ it, token }: { it: ShopReturn; token: string | undefined }) {
  const language = useLanguage();
  const say = useWords(words);
  const dayBefore = (at: string) => formatDay(new Date(Date.parse(at) - 1).toISOString(), language, it.zone);
  return (
    <div className={`page ${styles.narrow} ${styles.label}`}>
      <h1>{say('labelTitle', { number: it.number })}</h1>
      {it.state === 'announced' && (
        <p className={styles.screenOnly}>
          {say('labelLead')} {say('storeToo')}
        </p>
      )}
      <dl className={styles.facts}>
        <div>
          <dt>{say('state')}</dt>
          <dd>{say(`state_${it.state}`)}</dd>
        </div>
        {it.place && it.state === 'announced' && (
          <div>
            <dt>{say('sendTo')}</dt>
            <dd>
              {it.sellerName}
              <br />
              {it.place.name}
              <br />
              {it.place.line1}
              <br />
              {it.place.postcode} {it.place.city}
            </dd>
          </div>
        )}
        <div>
          <dt>{say('order')}</dt>
          <dd>{it.orderNumber}</dd>
        </div>
        <div>
          <dt>{say('announced')}</dt>
          <dd>{formatDayAndTime(it.announcedAt, language, it.zone)}</dd>
        </div>
        {it.receivedAt && (
          <div>
            <dt>{say('arrived')}</dt>
            <dd>{formatDayAndTime(it.receivedAt, language, it.zone)}</dd>
          </div>
        )}
        {(it.complaint || (it.answerDueAt && it.state !== 'settled')) && (
          <div>
            <dt>{say('complaint')}</dt>
            <dd>
              {it.complaint
                ? say(`said_${it.complaint.answer}`)
                : it.answerDueAt && say('answerBy', { day: dayBefore(it.answerDueAt) })}
              {it.complaint?.text && (
                <>
                  <br />
                  {it.complaint.text}
                </>
              )}
            </dd>
          </div>
        )}
        {it.state === 'refused' && it.closeReason && !it.complaint && (
          <div>
            <dt>{say('whyRefused')}</dt>
            <dd>{it.closeReason}</dd>
          </div>
        )}
        {it.settledAt ? (
          <div>
            <dt>{say('paidBack')}</dt>
            <dd>
              {formatMoney(it.total, language, 'exact')}, {formatDay(it.settledAt, language, it.zone)}
            </dd>
          </div>
        ) : (
          it.refundDueAt && (
            <div>
              <dt>{say('moneyBy')}</dt>
              <dd>{dayBefore(it.refundDueAt)}</dd>
            </div>
          )
        )}
      </dl>
      <h2>{say('goodsInside')}</h2>
      <ul className="plain-list">
        {it.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a return never change their order.
          <li key={index}>
            {line.quantity} × {line.title[language]} <small>{line.optionsText[language]}</small>
            {line.deductionPercent > 0 && (
              <p className={styles.soft}>
                {say('deducted', { percent: line.deductionPercent, reason: line.deductionReason ?? '' })}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.acts}>
        <button type="button" className="button" onClick={() => window.print()}>
          {say('print')}
        </button>
        <Link
          className="button quiet"
          to={`/${language}/orders/${it.orderId}${token ? `?token=${encodeURIComponent(token)}` : ''}`}
        >
          {say('backToOrder')}
        </Link>
      </p>
    </div>
  );
}
