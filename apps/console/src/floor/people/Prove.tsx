import { useMutation } from '@tanstack/react-query';
import { type Answer, ProblemError } from '@throughline/client';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { Button, Field, Notice } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import classes from './people.module.css';
import { peopleWords } from './words.ts';

type Claim = Answer<'/api/staff/customers', 'post'>['claims'][number];

/** A code to the number or address just typed, read out on the spot: or later, the sale waits for nobody. */
export function Prove({
  customerId,
  claims,
  onDone,
}: {
  customerId: string;
  claims: Claim[];
  onDone(customerId: string): void;
}) {
  const t = useWords(peopleWords);
  const language = useLanguage();
  const api = useApi();
  const [code, setCode] = useState('');
  const [claim] = claims;
  const path = { id: customerId, identifierId: claim?.id ?? '' };
  const send = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/customers/{id}/identifiers/{identifierId}/code', {
          params: { path },
          headers: { 'idempotency-key': newKey() },
        }),
      ),
  });
  const prove = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/customers/{id}/identifiers/{identifierId}/proof', {
          params: { path },
          body: { code },
          headers: { 'idempotency-key': newKey() },
        }),
      ),
    onSuccess: (proven) => onDone(proven.customerId),
  });
  const problem = [send.error, prove.error].find((error) => error instanceof ProblemError);
  return (
    <div className={classes.form}>
      <strong>{t('madeTitle')}</strong>
      {claim && !send.data && <p className={classes.none}>{t('proveWhy')}</p>}
      {problem instanceof ProblemError && (
        <Notice tone="brick" role="alert">
          <span>{problemText(problem.problem, language)}</span>
        </Notice>
      )}
      {claim &&
        (send.data ? (
          <form
            className={classes.form}
            onSubmit={(event) => {
              event.preventDefault();
              if (/^\d{6}$/.test(code)) prove.mutate();
            }}
          >
            <Field
              label={t('codeSent', { to: send.data.masked })}
              value={code}
              inputMode="numeric"
              maxLength={6}
              data-focus-first
              onChange={(event) => setCode(event.currentTarget.value.replace(/\D/g, ''))}
            />
            <Button type="submit" kind="primary" wide busy={prove.isPending}>
              {t('prove')}
            </Button>
          </form>
        ) : (
          <Button kind="primary" wide busy={send.isPending} onClick={() => send.mutate()}>
            {t('sendCode')}
          </Button>
        ))}
      <Button wide onClick={() => onDone(customerId)}>
        {t('later')}
      </Button>
    </div>
  );
}
