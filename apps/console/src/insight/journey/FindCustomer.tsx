import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import office from '../../office/office.module.css';
import { unwrap, useApi } from '../../shared/api.ts';
import { useWords } from '../../shared/language.tsx';
import { FailureNotice, ListNotice, useListState } from '../../shared/list/index.ts';
import { PageHead } from '../../shared/page/index.ts';
import { insightWords } from '../words.ts';
import classes from './journey.module.css';

export function FindCustomer() {
  const t = useWords(insightWords);
  const api = useApi();
  const state = useListState();
  const { change } = state;
  const [text, setText] = useState(state.search.q ?? '');
  const [query] = useDebouncedValue(text.trim(), 250);
  useEffect(() => change({ q: query || undefined }), [query, change]);
  const { data, error, refetch } = useQuery({
    queryKey: ['find-customer', query],
    queryFn: () => unwrap(api.GET('/api/staff/customers', { params: { query: { query } } })),
    enabled: query.length >= 2,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={t('journeys')} />
      <div className={office.document}>
        <TextInput
          className={classes.find}
          type="search"
          autoFocus
          aria-label={t('findCustomer')}
          placeholder={t('findCustomer')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {query.length < 2 ? (
          <ListNotice title={t('findTitle')} text={t('findText')} />
        ) : error ? (
          <FailureNotice error={error} retry={() => void refetch()} />
        ) : data?.items.length === 0 ? (
          <ListNotice title={t('nobody')} text={t('nobodyText')} />
        ) : (
          <ul className={classes.people}>
            {data?.items.map((one) => (
              <li key={one.id}>
                <Link to="/insight/journeys/$customerId" params={{ customerId: one.id }}>
                  <strong>{one.name ?? t('noName')}</strong>
                  <span>{[one.email?.masked, one.phone?.masked].filter(Boolean).join(' · ')}</span>
                  <span>{t(one.verified ? 'verified' : 'claimed')}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
