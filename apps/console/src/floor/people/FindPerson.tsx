import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type Answer, ProblemError } from '@throughline/client';
import { useEffect, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { Button, Field, Notice } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import { useScans } from '../scan/ScanContext.tsx';
import { Prove } from './Prove.tsx';
import classes from './people.module.css';
import { peopleWords } from './words.ts';

type Customer = Answer<'/api/staff/customers/find', 'post'>['items'][number];
type Claim = Answer<'/api/staff/customers', 'post'>['claims'][number];
export interface Chosen {
  id: string;
  name: string | null;
}

/** Long enough that nobody waits, short enough that no letter asks on its own. */
const restMs = 250;

/**
 * One field: a telephone, an address, a card or its QR, a name. Who is found is one touch away, and for whom nobody knows
 * what was typed is in place already. Contacts stay masked: other people look over the counter.
 */
export function FindPerson({ onChoose, autoFocus }: { onChoose(customer: Chosen): void; autoFocus?: boolean }) {
  const t = useWords(peopleWords);
  const language = useLanguage();
  const api = useApi();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [made, setMade] = useState<Chosen & { claims: Claim[] }>();
  useEffect(() => {
    const wait = setTimeout(() => setAsked(text.trim()), restMs);
    return () => clearTimeout(wait);
  }, [text]);
  const find = useQuery({
    queryKey: ['floor', 'people', asked],
    queryFn: () => unwrap(api.POST('/api/staff/customers/find', { body: { text: asked } })),
    enabled: asked.length >= 3,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  useScans((scanned) => {
    setText(scanned);
    setAsked(scanned.trim());
    return { tone: 'good', word: scanned };
  });
  const found = asked.length >= 3 && text.trim() === asked ? find.data : undefined;
  const isContact = found?.isPossible === true && (found.kind === 'phone' || found.kind === 'email');
  if (made)
    return (
      <Prove customerId={made.id} claims={made.claims} onDone={(customerId) => onChoose({ ...made, id: customerId })} />
    );
  return (
    <div className={classes.form}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(text.trim());
          const only = found?.items.length === 1 ? found.items[0] : undefined;
          if (only && text.trim() === asked) onChoose(only);
        }}
      >
        <Field
          label={t('search')}
          value={text}
          inputMode="search"
          data-focus-first={autoFocus ? true : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </form>
      {find.error instanceof ProblemError && (
        <Notice tone="brick" role="alert">
          <span>{problemText(find.error.problem, language)}</span>
        </Notice>
      )}
      <div role="status">
        {found && found.items.length === 0 && (
          <p className={classes.none}>
            {t(found.isPossible ? 'none' : found.kind === 'loyalty' ? 'misread' : 'notPossible')}
          </p>
        )}
      </div>
      {found && found.items.length > 0 && (
        <ul className={classes.people}>
          {found.items.map((person) => (
            <li key={person.id}>
              <Person person={person} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
      {isContact && (
        <MakePerson
          key={found.value}
          contact={{ kind: found.kind === 'email' ? 'email' : 'phone', value: found.value ?? asked }}
          onMade={setMade}
          onKnown={onChoose}
        />
      )}
    </div>
  );
}

function Person({ person, onChoose }: { person: Customer; onChoose(customer: Chosen): void }) {
  const t = useWords(peopleWords);
  return (
    <button type="button" onClick={() => onChoose({ id: person.id, name: person.name })}>
      <strong>{person.name ?? t('noName')}</strong>
      <span>
        {[person.phone?.masked, person.email?.masked, t(person.verified ? 'verified' : 'claimed')]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </button>
  );
}

/** A new customer from what was typed; a name may come later. */
function MakePerson({
  contact,
  onMade,
  onKnown,
}: {
  contact: { kind: 'email' | 'phone'; value: string };
  onMade(customer: Chosen & { claims: Claim[] }): void;
  onKnown(customer: Chosen): void;
}) {
  const t = useWords(peopleWords);
  const language = useLanguage();
  const api = useApi();
  const [given, setGiven] = useState('');
  const [family, setFamily] = useState('');
  const [once] = useState(newKey);
  const make = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/customers', {
          headers: { 'idempotency-key': `${once}-${given.length}-${family.length}` },
          body: {
            [contact.kind]: contact.value,
            ...(given.trim() ? { givenName: given.trim() } : {}),
            ...(family.trim() ? { familyName: family.trim() } : {}),
          },
        }),
      ),
    onSuccess: (made) =>
      onMade({ id: made.customerId, name: [given, family].join(' ').trim() || null, claims: made.claims }),
    onError: (error) => {
      // Somebody verified has this contact: that is the customer.
      const known = error instanceof ProblemError && error.code === 'identifier_taken' && error.problem.customerId;
      if (typeof known === 'string') onKnown({ id: known, name: null });
    },
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <strong>{t('make')}</strong>
      <div className={classes.names}>
        <Field label={t('given')} value={given} onChange={(event) => setGiven(event.currentTarget.value)} />
        <Field label={t('family')} value={family} onChange={(event) => setFamily(event.currentTarget.value)} />
      </div>
      {make.error instanceof ProblemError && make.error.code !== 'identifier_taken' && (
        <Notice tone="brick" role="alert">
          <span>{problemText(make.error.problem, language)}</span>
        </Notice>
      )}
      <Button type="submit" kind="primary" wide busy={make.isPending}>
        {t('makeWith', { contact: contact.value })}
      </Button>
    </form>
  );
}
