import type { Answer } from '@throughline/client';
import { formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { Form } from 'react-router';
import styles from '../returns/returns.module.css';
import { Field } from '../shared/forms/Field.tsx';
import { Notice } from '../shared/forms/Notice.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import { words } from './words.ts';

export interface CreditSaid {
  code: string;
  problem?: 'unknown' | 'rate_limited' | 'failed';
  credit?: Answer<'/api/shop/credits/look-up', 'post'>;
}

/** What is on a store credit, for whoever has its code. The code is sent in the form, never in an address. */
export function CreditPage({ said, zone }: { said: CreditSaid | undefined; zone: string }) {
  const language = useLanguage();
  const say = useWords(words);
  const credit = said?.credit;
  const problem = said?.problem;
  return (
    <div className={`page ${styles.narrow}`}>
      <h1>{say('title')}</h1>
      <p>{say('lead')}</p>
      {problem && problem !== 'unknown' && <Notice kind="fault">{say(problem)}</Notice>}
      <Form method="post" className={styles.form} noValidate>
        <Field
          name="code"
          label={say('code')}
          hint={say('hint')}
          autoComplete="off"
          autoCapitalize="characters"
          defaultValue={said?.code ?? ''}
          error={problem === 'unknown' ? say('unknown') : undefined}
          maxLength={30}
        />
        <button type="submit" className="button">
          {say('show')}
        </button>
      </Form>
      {credit && (
        <section role="status">
          <div className={styles.statement}>
            <p>{credit.code}</p>
            <p>
              {say('balance')}: <strong>{formatMoney(credit.balance, language, 'exact')}</strong>
            </p>
            <p>{say(credit.isExpired ? 'over' : 'until', { day: lastDay(credit.expiresAt) })}</p>
          </div>
          <h2>{say('story')}</h2>
          <ul className="plain-list">
            {credit.entries.map((entry) => (
              <li key={`${entry.at}${entry.kind}${entry.delta}`}>
                {formatDayAndTime(entry.at, language, zone)}: {say(entry.kind)}{' '}
                {formatMoney({ ...credit.balance, amount: Math.abs(entry.delta) }, language, 'exact')}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );

  function lastDay(until: string): string {
    // Years from now, so with its year.
    const form = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zone });
    return form.format(Date.parse(until) - 1);
  }
}
