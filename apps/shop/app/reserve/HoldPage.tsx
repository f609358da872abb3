import { formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { Form, Link } from 'react-router';
import type { Store } from '../cart/types.ts';
import { addressOf } from '../shared/addresses.ts';
import { Notice } from '../shared/forms/Notice.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import { ShownCode } from '../shared/ShownCode.tsx';
import { StoreFacts } from '../shared/StoreFacts.tsx';
import { timeLeft } from '../shared/timeLeft.ts';
import { useLiveReload } from '../shared/useLiveReload.ts';
import { useNow } from '../shared/useNow.ts';
import type { HoldSaid } from './holdAction.ts';
import { type HoldStanding, isLive, type ShopHold, standingOfHold } from './holdView.ts';
import styles from './reserve.module.css';
import { problemKey, words } from './words.ts';

export const headingKeys = {
  held: 'holdTitle',
  picking: 'holdPicking',
  ready: 'holdReady',
  not_found: 'holdNotFound',
  ended: 'holdEnded',
  released: 'holdReleased',
  collected: 'holdCollected',
} as const satisfies Record<HoldStanding, string>;

/** A hold: the code to show, until when by the store's clock, where, what to bring; longer or free with one press. */
export function HoldPage({
  hold,
  store,
  said,
  asOf,
}: {
  hold: ShopHold;
  store: Store | undefined;
  said: HoldSaid | undefined;
  asOf: string;
}) {
  const language = useLanguage();
  const say = useWords(words);
  const now = useNow(asOf);
  useLiveReload((data) => data.reservationId === hold.id, 30_000);
  const standing = standingOfHold(hold, now);
  const live = isLive(standing);
  const zone = store?.zone ?? 'Europe/Warsaw';
  const left = live && hold.until ? timeLeft(hold.until, now, language) : undefined;
  const when = hold.until ? formatDayAndTime(hold.until, language, zone) : '';
  return (
    <div className={`page ${styles.page}`}>
      <h1>{say(headingKeys[standing])}</h1>
      <p className={styles.lead}>
        {standing === 'ready' && say('holdGo')}
        {(standing === 'held' || standing === 'picking') && say('holdWait')}
        {standing === 'not_found' && say('holdNotFoundDo')}
      </p>
      <div aria-live="polite" className={styles.said}>
        {said?.extended && (
          <Notice kind="good">{say('extended', { when: formatDayAndTime(said.extended, language, zone) })}</Notice>
        )}
        {said?.limit && (
          <Notice kind="waiting">
            {say('extendLimit')}{' '}
            <Link to="?chat=open" preventScrollReset>
              {say('chat')}
            </Link>
          </Notice>
        )}
        {said?.problem && <Notice kind="fault">{say(problemKey(said.problem))}</Notice>}
        {live && hold.atRisk && <Notice kind="waiting">{say('atRisk')}</Notice>}
      </div>
      <section className={styles.result}>
        <div className={styles.facts}>
          {hold.lines.map((line) => (
            <div key={line.variantId} className={styles.line}>
              {line.pictureUrl && <img className="picture" src={line.pictureUrl} alt="" width={88} height={66} />}
              <span>
                {line.quantity > 1 && `${line.quantity} × `}
                {line.title}
                <small>{line.optionsText}</small>
                <small>{formatMoney(line.unit, language)}</small>
              </span>
            </div>
          ))}
          {live && (
            <p>
              <span className={styles.until}>{say('until', { when })}</span>
              {left && <span className={styles.soft}> · {left}</span>}
              <br />
              <span className={styles.soft}>{say('untilClock', { store: hold.locationName })}</span>
            </p>
          )}
          {store && <StoreFacts store={store} />}
          {live && <p className={styles.soft}>{say('bring')}</p>}
        </div>
        {live && hold.code && (
          <ShownCode
            src={`/api/shop/holds/${hold.id}/code.svg`}
            alt={say('codeAlt', { code: hold.code })}
            label={say('show')}
            code={hold.code}
          />
        )}
      </section>
      <div className={styles.acts}>
        {live && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="holdId" value={hold.id} />
            {hold.longerUntil && (
              <button type="submit" name="intent" value="extend" className="button quiet small">
                {say('extend', { when: formatDayAndTime(hold.longerUntil, language, zone) })}
              </button>
            )}{' '}
            <button type="submit" name="intent" value="release" className="button quiet small">
              {say('release')}
            </button>
          </Form>
        )}
        {standing === 'released' && (
          <Form method="post">
            <input type="hidden" name="holdId" value={hold.id} />
            <span aria-live="polite">{said?.released && say('released')}</span>{' '}
            <button type="submit" name="intent" value="again" className="button quiet small">
              {say('undo')}
            </button>
          </Form>
        )}
        {(standing === 'ended' || standing === 'not_found') && hold.lines[0] && (
          <Link className="button quiet small" to={addressOf.reserve(language, hold.lines[0].variantId, '')}>
            {say('again')}
          </Link>
        )}
      </div>
      <p className={styles.soft}>
        {live && `${say('noContract')} `}
        <Link to={addressOf.account(language)}>{say('all')}</Link>
      </p>
    </div>
  );
}
