import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { Waiting } from '../../shared/page/index.ts';
import money from '../money/money.module.css';
import classes from './privacy.module.css';
import { privacyWords } from './words.ts';

type Found = Answer<'/api/staff/customers', 'get'>['items'][number];

/** A customer wrote or stood at the counter: finds them, and does what they asked. */
export function NewRequest({ onClose }: { onClose(): void }) {
  const t = useWords(privacyWords);
  const api = useApi();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<Found>();
  const [once] = useState(newKey);
  const find = useMutation({
    mutationFn: () => unwrap(api.GET('/api/staff/customers', { params: { query: { query: query.trim() } } })),
  });
  const ask = useMutation({
    mutationFn: ({ id, kind }: { id: string; kind: 'export' | 'erasure' }) =>
      unwrap(
        api.POST('/api/staff/customers/{id}/data-requests', {
          params: { path: { id } },
          headers: { 'idempotency-key': `${once}-${kind}` },
          body: { kind },
        }),
      ),
    onSuccess() {
      notifications.show({ message: t('asked') });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('start')}>
      {chosen ? (
        <BeforeErasure
          customer={chosen}
          isBusy={ask.isPending}
          error={ask.error}
          onErase={() => ask.mutate({ id: chosen.id, kind: 'erasure' })}
        />
      ) : (
        <div className={money.form}>
          <form
            className={classes.row}
            onSubmit={(event) => {
              event.preventDefault();
              find.mutate();
            }}
          >
            <TextInput
              label={t('find')}
              value={query}
              required
              withAsterisk={false}
              minLength={2}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={find.isPending}>
              {t('search')}
            </Button>
          </form>
          {(find.error ?? ask.error) && (
            <p role="alert" className={money.bad}>
              {(find.error ?? ask.error)?.message}
            </p>
          )}
          {find.data?.items.length === 0 && <p role="status">{t('foundNone')}</p>}
          <ul className={classes.found}>
            {find.data?.items.map((one) => (
              <li key={one.id}>
                <span>
                  {one.name ?? one.email?.masked ?? one.phone?.masked}
                  <small>{[one.email?.masked, one.phone?.masked].filter(Boolean).join(' · ')}</small>
                </span>
                <span className={money.acts}>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    loading={ask.isPending}
                    onClick={() => ask.mutate({ id: one.id, kind: 'export' })}
                  >
                    {t('makeCopy')}
                  </Button>
                  <Button variant="subtle" color="red" size="compact-sm" onClick={() => setChosen(one)}>
                    {t('erase')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}

/** What stands in the way, or what ends with it, before anything is done. */
function BeforeErasure(props: { customer: Found; isBusy: boolean; error: Error | null; onErase(): void }) {
  const { customer } = props;
  const t = useWords(privacyWords);
  const api = useApi();
  const { data, error, refetch } = useQuery({
    queryKey: ['privacy', 'before', customer.id],
    queryFn: () =>
      unwrap(api.GET('/api/staff/customers/{id}/erasure-preview', { params: { path: { id: customer.id } } })),
    gcTime: 0,
  });
  if (error) return <FailureNotice error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting label={t('erase')} />;
  return (
    <div className={money.form}>
      <p>{t('eraseLead', { name: customer.name ?? customer.email?.masked ?? customer.phone?.masked ?? '' })}</p>
      {data.waitsFor.length > 0 && <p className={money.bad}>{t('waitsFor', { numbers: data.waitsFor.join(', ') })}</p>}
      {data.ends.length > 0 && (
        <p>{t('ends', { what: data.ends.map(({ what, count }) => t(what, { n: count })).join(', ') })}</p>
      )}
      {props.error && (
        <p role="alert" className={money.bad}>
          {props.error.message}
        </p>
      )}
      <Button color="red" disabled={data.waitsFor.length > 0} loading={props.isBusy} onClick={props.onErase}>
        {t('eraseNow')}
      </Button>
    </div>
  );
}
