import { useMutation } from '@tanstack/react-query';
import { type Answer, ProblemError } from '@throughline/client';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { Button, Field, Notice, Sheet } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import { useScans } from '../scan/ScanContext.tsx';
import classes from './people.module.css';
import { peopleWords } from './words.ts';

type Customer = Answer<'/api/staff/customers', 'get'>['items'][number];
export interface Chosen {
  id: string;
  name: string | null;
}

/** Finds a customer by what they say, or makes one from it. Contacts stay masked: other people look over the counter. */
export function ChooseCustomer({ onClose, onChoose }: { onClose(): void; onChoose(customer: Chosen): void }) {
  const t = useWords(peopleWords);
  const language = useLanguage();
  const api = useApi();
  const [text, setText] = useState('');
  const [given, setGiven] = useState('');
  const [family, setFamily] = useState('');
  const find = useMutation({
    mutationFn: async (query: string) =>
      (await unwrap(api.GET('/api/staff/customers', { params: { query: { query } } }))).items,
  });
  const make = useMutation({
    mutationFn: async () => {
      const contact = text.includes('@') ? { email: text.trim() } : { phone: text.trim() };
      try {
        const made = await unwrap(
          api.POST('/api/staff/customers', {
            params: { header: { 'idempotency-key': newKey() } },
            body: {
              ...contact,
              ...(given.trim() ? { givenName: given.trim() } : {}),
              ...(family.trim() ? { familyName: family.trim() } : {}),
            },
          }),
        );
        return { id: made.customerId, name: [given, family].join(' ').trim() || null };
      } catch (error) {
        // Somebody verified has this contact: that is the customer.
        const known = error instanceof ProblemError && error.code === 'identifier_taken' && error.problem.customerId;
        if (typeof known === 'string') return { id: known, name: null };
        throw error;
      }
    },
    onSuccess: onChoose,
  });
  useScans((scanned) => {
    setText(scanned);
    find.mutate(scanned);
    return { tone: 'good', word: scanned };
  });
  const isContact = text.includes('@') || /\d{5}/.test(text.replace(/[\s().-]/g, ''));
  const found: Customer[] | undefined = find.data;
  const problem = [find.error, make.error].find((error) => error instanceof ProblemError);
  return (
    <Sheet title={t('title')} onClose={onClose}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim().length >= 2) find.mutate(text.trim());
        }}
      >
        <Field label={t('search')} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Button type="submit" kind="primary" wide busy={find.isPending}>
          {t('find')}
        </Button>
      </form>
      {problem instanceof ProblemError && (
        <Notice tone="brick" role="alert">
          <span>{problemText(problem.problem, language)}</span>
        </Notice>
      )}
      {found && (
        <ul className={classes.people}>
          {found.map((person) => (
            <li key={person.id}>
              <button type="button" onClick={() => onChoose({ id: person.id, name: person.name })}>
                <strong>{person.name ?? t('noName')}</strong>
                <span>
                  {[person.phone?.masked, person.email?.masked].filter(Boolean).join(' · ')} ·{' '}
                  {t(person.verified ? 'verified' : 'claimed')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {found?.length === 0 && <p className={classes.none}>{t('none')}</p>}
      {found && isContact && (
        <div className={classes.form}>
          <div className={classes.names}>
            <Field label={t('given')} value={given} onChange={(event) => setGiven(event.currentTarget.value)} />
            <Field label={t('family')} value={family} onChange={(event) => setFamily(event.currentTarget.value)} />
          </div>
          <Button wide busy={make.isPending} onClick={() => make.mutate()}>
            {t('makeWith', { contact: text.trim() })}
          </Button>
        </div>
      )}
    </Sheet>
  );
}
