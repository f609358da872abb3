import { Link } from '@tanstack/react-router';
import type { Answer } from '@throughline/client';
import type { CSSProperties } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import classes from './matches.module.css';
import { runOf } from './waterfall.ts';
import { matchWords } from './words.ts';

export type Match = Answer<'/api/staff/matches', 'get'>['items'][number];
type Word = 'prior';

/** What two customers say, field by field, and how each tips the scales: bars that begin where the one above ended. */
export function EvidenceTable({ match }: { match: Match }) {
  const t = useWords(matchWords);
  const language = useLanguage();
  const run = runOf(match.steps.map((step) => step.bits));
  const said = (bits: number) =>
    Math.abs(bits) < 0.05
      ? t('neutral')
      : t(bits > 0 ? 'for' : 'against', {
          n: Math.abs(bits).toLocaleString(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 }),
        });
  const hint = (of: string, level: string) =>
    of === 'prior' ? t('priorHint') : of === 'household' ? t('householdHint') : t(level as Word);
  return (
    <table className={classes.evidence} style={{ '--zero': `${run.zero}%` } as CSSProperties}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <Who customer={match.left} label={t('first')} />
          <Who customer={match.right} label={t('second')} />
          <th scope="col">{t('weight')}</th>
        </tr>
      </thead>
      <tbody>
        {match.steps.map((step, n) => (
          <tr key={step.of}>
            <th scope="row">
              {t(step.of as Word)}
              <small>{hint(step.of, step.level)}</small>
            </th>
            <td>{step.left.join(', ') || t('nothing')}</td>
            <td>{step.right.join(', ') || t('nothing')}</td>
            <td>
              <Bar part={run.parts[n]} isAgainst={step.bits < 0} />
              <small>{said(step.bits)}</small>
            </td>
          </tr>
        ))}
        <tr data-total="">
          <th scope="row">{t('total')}</th>
          <td />
          <td />
          <td>
            <Bar part={run.total} isAgainst={match.bits < 0} />
            <small>{said(match.bits)}</small>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Bar({ part, isAgainst }: { part: { from: number; width: number } | undefined; isAgainst: boolean }) {
  if (!part) return null;
  return (
    <span className={classes.track} aria-hidden="true">
      {part.width > 0 && (
        <span
          className={classes.bar}
          data-against={isAgainst ? '' : undefined}
          style={{ left: `${part.from}%`, width: `${part.width}%` }}
        />
      )}
    </span>
  );
}

function Who({ customer, label }: { customer: Match['left']; label: string }) {
  const t = useWords(matchWords);
  return (
    <th scope="col">
      <Link to="/customers/$id" params={{ id: customer.id }} aria-label={`${label}: ${customer.name ?? t('noName')}`}>
        {customer.name ?? t('noName')}
      </Link>
      <small>{t(customer.verified ? 'verified' : 'claimed')}</small>
    </th>
  );
}
