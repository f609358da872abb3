import { Link } from '@tanstack/react-router';
import { formatAgo, formatDay, formatMoney, formatTime } from '@throughline/ui/format';
import type { Language } from '@throughline/ui/words';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useMe } from '../../shell/me.ts';
import { Tag } from '../parts/index.tsx';
import { dueOf, type Stage, stageOf, type WorkRow } from './stages.ts';
import classes from './today.module.css';
import { todayWords } from './words.ts';

const kinds = ['hold', 'pickup', 'ship', 'handover'] as const;
type Kind = (typeof kinds)[number];
export const kindOf = (kind: string): Kind => kinds.find((one) => one === kind) ?? 'pickup';

/** The hour alone while it is today, on the store's clock. */
export function whenText(at: string, now: Date, language: Language, zone: string): string {
  const day = formatDay(at, language, zone);
  const time = formatTime(at, language, zone);
  return day === formatDay(now, language, zone) ? time : `${day}, ${time}`;
}

export function WorkCard({
  row,
  zone,
  now,
  stage,
}: {
  row: WorkRow;
  zone: string;
  now: Date;
  stage?: Stage | undefined;
}) {
  const t = useWords(todayWords);
  const language = useLanguage();
  const me = useMe();
  const due = dueOf(row);
  const at = stage === 'arriving' ? stage : stageOf(row);
  const isLate = due !== null && new Date(due) < now && at !== 'done';
  const [first, ...more] = row.items;
  const person = row.doneBy ?? row.pickedBy;
  return (
    <Link
      to="/floor/work/$workId"
      params={{ workId: row.id }}
      search={stage ? { stage } : {}}
      className={classes.card}
      data-stage={at}
      data-row
    >
      <span className={classes.cardHead}>
        <strong className={classes.code}>{row.code}</strong>
        <span className={classes.kind}>{t(kindOf(row.kind))}</span>
        <span className={classes.when} data-late={isLate}>
          {at === 'done' && row.doneAt
            ? formatTime(row.doneAt, language, zone)
            : due
              ? t(isLate ? 'late' : at === 'ready' || at === 'waiting' ? 'keep' : 'due', {
                  time: whenText(due, now, language, zone),
                })
              : formatAgo(row.createdAt, now, language)}
        </span>
      </span>
      <span className={classes.goods}>
        {first ? `${first.quantity > 1 ? `${first.quantity} × ` : ''}${first.title}` : ''}
        {first?.optionsText && <span className={classes.options}>, {first.optionsText}</span>}
        {more.length > 0 && <span className={classes.options}> {t('more', { n: more.length })}</span>}
      </span>
      <span className={classes.facts}>
        {row.place && at !== 'done' && <Tag tone="velvet">{row.place}</Tag>}
        {row.missing > 0 && <Tag tone="brick">{t('missingPieces', { n: row.missing })}</Tag>}
        {row.collector && at !== 'done' && <Tag tone="brass">{t('collector', { name: row.collector })}</Tag>}
        {row.atRisk && <Tag tone="brick">{t('atRisk')}</Tag>}
        <span className={classes.customer}>{row.customerName ?? t('noCustomer')}</span>
        {row.isPaid !== null && at !== 'done' && (
          <span data-pay={row.isPaid ? 'paid' : 'open'} className={classes.pay}>
            {row.isPaid ? t('paid') : row.worth ? t('toPay', { sum: formatMoney(row.worth, language) }) : ''}
          </span>
        )}
        {at === 'done' && row.worth && <span>{formatMoney(row.worth, language)}</span>}
        {person && <span>{t('by', { name: person.id === me.id ? t('me') : person.name })}</span>}
        {at !== 'done' && <span>{formatAgo(row.createdAt, now, language)}</span>}
      </span>
    </Link>
  );
}
