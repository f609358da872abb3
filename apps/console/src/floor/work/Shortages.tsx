import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { usePerform } from '../outbox/useOutbox.ts';
import { Button, Notice } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import type { WorkView } from '../today/queries.ts';
import { workWords } from './words.ts';
import classes from './work.module.css';

const whatWord = (what: string) =>
  what === 'damaged' || what === 'short' || what === 'count' ? (`what_${what}` as const) : 'what_not_found';

/** What is missing of the order, and in the same place what can become of it. */
export function Shortages({ work }: { work: WorkView }) {
  const t = useWords(workWords);
  const language = useLanguage();
  const perform = usePerform();
  const [told, setTold] = useState<{ text: string; tone: 'brick' | 'brass' | 'velvet' }>();
  const [busy, setBusy] = useState(false);
  const choose = async (shortageId: string, body: { choice: string; locationId?: string }) => {
    setBusy(true);
    const outcome = await perform({
      deed: 'choose',
      about: work.row.code,
      url: `/api/staff/orders/${work.row.orderId}/shortages/${shortageId}/choose`,
      body,
    });
    setBusy(false);
    if (outcome.state === 'kept') setTold({ text: t('kept'), tone: 'brass' });
    else if (outcome.state === 'refused') setTold({ text: problemText(outcome.problem, language), tone: 'brick' });
    else setTold({ text: t('chosen'), tone: 'velvet' });
  };
  if (work.shortages.length === 0 && !told) return null;
  return (
    <div className={classes.shortages}>
      {told && (
        <Notice tone={told.tone} role="alert">
          <span>{told.text}</span>
        </Notice>
      )}
      {work.shortages.map((one) => (
        <section key={one.id} className={classes.shortage} aria-label={one.title}>
          <strong>{t('openShort', { n: one.quantity, title: one.title })}</strong>
          <span>
            {t(whatWord(one.what))}: {one.reason}
          </span>
          <span>{t(one.state === 'waiting' ? 'shortWaiting' : 'shortWaits')}</span>
          <div className={classes.choices}>
            {one.stores.slice(0, 3).map((store) => (
              <Button
                key={store.locationId}
                busy={busy}
                onClick={() => void choose(one.id, { choice: 'other_store', locationId: store.locationId })}
              >
                {t('choiceStore', { store: store.name, n: store.available })}
              </Button>
            ))}
            {one.canBeSentHere && (
              <Button busy={busy} onClick={() => void choose(one.id, { choice: 'ship_here' })}>
                {t('choiceShipHere')}
              </Button>
            )}
            {one.canBeSent && (
              <Button busy={busy} onClick={() => void choose(one.id, { choice: 'delivery' })}>
                {t('choiceSend')}
              </Button>
            )}
            {one.state === 'open' && (
              <Button busy={busy} onClick={() => void choose(one.id, { choice: 'wait' })}>
                {t('choiceWait')}
              </Button>
            )}
            <Button busy={busy} onClick={() => void choose(one.id, { choice: 'found' })}>
              {t('choiceFound')}
            </Button>
            <Button kind="danger" busy={busy} onClick={() => void choose(one.id, { choice: 'refund' })}>
              {t('choiceRefund')}
            </Button>
          </div>
        </section>
      ))}
    </div>
  );
}
