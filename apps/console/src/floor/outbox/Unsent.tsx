import { formatTime } from '@throughline/ui/format';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useMe } from '../../shell/me.ts';
import { useHere } from '../frame/useStore.ts';
import { Button, Empty, Tag } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import { useScanner } from '../scan/ScanContext.tsx';
import classes from './outbox.module.css';
import { forget, type Kept, sendKept } from './outbox.ts';
import { useKept } from './useOutbox.ts';
import { outboxWords } from './words.ts';

const order = { refused: 0, waiting: 1, sending: 1, sent: 2 } as const;

/** What was done without a line: what waits, what was sent since, and what has to be looked at. */
export function Unsent() {
  const t = useWords(outboxWords);
  const language = useLanguage();
  const me = useMe();
  const kept = [...useKept()].sort((a, b) => order[a.state] - order[b.state] || a.at.localeCompare(b.at));
  return (
    <div className={classes.unsent}>
      <h1>{t('title')}</h1>
      <p className={classes.text}>{t('text')}</p>
      {kept.length === 0 ? (
        <Empty title={t('empty')}>
          <p>{t('emptyText')}</p>
        </Empty>
      ) : (
        <>
          {kept.some((entry) => entry.state === 'waiting' && entry.deed !== 'scan') && (
            <Button onClick={() => void sendKept(me.id, language)}>{t('sendNow')}</Button>
          )}
          <ul className={classes.list}>
            {kept.map((entry) => (
              <Entry key={entry.id} entry={entry} isMine={entry.staffId === me.id} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Entry({ entry, isMine }: { entry: Kept; isMine: boolean }) {
  const t = useWords(outboxWords);
  const language = useLanguage();
  const here = useHere();
  const scanner = useScanner();
  const state =
    entry.state === 'sent'
      ? t('sent', { time: formatTime(entry.doneAt ?? entry.at, language, here.zone) })
      : entry.state === 'refused'
        ? t('refused')
        : isMine
          ? t('waiting')
          : t('waitingOther');
  const tone = ({ sent: 'velvet', refused: 'brick', waiting: 'brass', sending: 'brass' } as const)[entry.state];
  return (
    <li className={classes.entry}>
      <div>
        <strong>
          {t(entry.deed)} · {entry.about}
        </strong>
        <span>{t('at', { time: formatTime(entry.at, language, here.zone) })}</span>
        {entry.problem && <span className={classes.problem}>{problemText(entry.problem, language)}</span>}
      </div>
      <Tag tone={tone}>{state}</Tag>
      {entry.deed === 'scan' && (
        <Button
          onClick={() => {
            void forget(entry.id);
            scanner.scan(entry.about);
          }}
        >
          {t('look')}
        </Button>
      )}
      {entry.state !== 'sending' && (isMine || entry.state !== 'waiting') && (
        <Button kind="quiet" onClick={() => void forget(entry.id)}>
          {entry.state === 'waiting' ? t('drop') : t('seen')}
        </Button>
      )}
    </li>
  );
}
