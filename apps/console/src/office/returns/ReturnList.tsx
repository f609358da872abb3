import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { formatDay, formatMoney } from '@throughline/ui/format';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { type Column, type Filter, List, useListPages, useListState } from '../../shared/list/index.ts';
import { PageHead, sent, useLocations, useRetailer } from '../../shared/page/index.ts';
import { useLive } from '../../shell/live.ts';
import { useMe } from '../../shell/me.ts';
import orders from '../orders/orders.module.css';
import { openDeclarations } from './openDeclarations.ts';
import { Clock, type ReturnRow, ReturnState } from './parts.tsx';
import { RecordWithdrawal } from './RecordWithdrawal.tsx';
import classes from './returns.module.css';
import { SeparateRecord } from './SeparateRecord.tsx';
import { officeReturnWords } from './words.ts';

const states = ['announced', 'received', 'inspected', 'settled', 'refused', 'cancelled'] as const;
const kinds = ['receipt', 'no_receipt', 'post', 'withdrawal', 'complaint'] as const;
const answers = ['waiting', 'silence'] as const;
const dues = ['0', '3', '7'] as const;

export function ReturnList() {
  const t = useWords(officeReturnWords);
  const language = useLanguage();
  const api = useApi();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const me = useMe();
  const list = useListState();
  const { zone } = useRetailer();
  const locations = useLocations();
  const { q, state, kind, location, by, due, answer } = list.search;
  const [opened, setOpened] = useState<'record' | 'file'>();
  const isManager = me.role === 'admin' || me.role === 'manager';
  const mayDeclare = isManager || me.role === 'agent';
  const waiting = useQuery({ ...openDeclarations(api), enabled: mayDeclare }).data?.items.length ?? 0;
  const colleagues = useQuery({
    queryKey: ['colleagues'],
    queryFn: async () => (await unwrap(api.GET('/api/staff/colleagues'))).items,
  }).data;
  const chosen = states.filter((one) => one === state);
  const query = {
    q,
    state: chosen.length > 0 ? chosen : undefined,
    kind: kinds.find((one) => one === kind),
    locationId: location,
    takenBy: by,
    answer: answers.find((one) => one === answer),
    dueDays: dues.some((one) => one === due) ? Number(due) : undefined,
  };
  const pages = useListPages<ReturnRow>(['office-returns', query], (cursor) =>
    unwrap(api.GET('/api/staff/returns/all', { params: { query: sent({ ...query, cursor, limit: 50 }) } })),
  );
  useLive(['returns.'], () => void queries.invalidateQueries({ queryKey: ['office-returns'] }));
  const placeOf = (id: string | null) => locations.find((one) => one.id === id)?.name ?? '';
  const kindsOf = (it: ReturnRow) => it.kinds.map((one) => t(`kind_${one}`)).join(', ');
  const openStory = (it: ReturnRow) => (it.order ? `/office/returns/${it.id}` : `/office/returns/blind/${it.id}`);
  const columns: Column<ReturnRow>[] = [
    {
      id: 'number',
      label: t('number'),
      width: '112px',
      cell: (it) => (
        <Link className={orders.number} to={openStory(it)} tabIndex={-1}>
          {it.number}
        </Link>
      ),
      csv: (it) => it.number,
    },
    {
      id: 'announced',
      label: t('announced'),
      width: '100px',
      cell: (it) => formatDay(it.at, language, zone),
      csv: (it) => it.at,
    },
    {
      id: 'received',
      label: t('received'),
      width: '100px',
      hidden: true,
      cell: (it) => (it.receivedAt ? formatDay(it.receivedAt, language, zone) : ''),
      csv: (it) => it.receivedAt,
    },
    {
      id: 'kind',
      label: t('kind'),
      width: 'minmax(120px, 1.4fr)',
      cell: (it) => <span title={kindsOf(it)}>{kindsOf(it)}</span>,
      csv: kindsOf,
    },
    {
      id: 'order',
      label: t('order'),
      width: '104px',
      cell: (it) => it.order?.number ?? <span className={orders.soft}>—</span>,
      csv: (it) => it.order?.number ?? '',
    },
    {
      id: 'location',
      label: t('location'),
      width: 'minmax(96px, 1fr)',
      cell: (it) => <span className={orders.soft}>{placeOf(it.locationId)}</span>,
      csv: (it) => placeOf(it.locationId),
    },
    {
      id: 'by',
      label: t('takenBy'),
      width: 'minmax(96px, 1fr)',
      cell: (it) => it.takenBy?.name ?? '',
      csv: (it) => it.takenBy?.name ?? '',
    },
    {
      id: 'pieces',
      label: t('pieces'),
      width: '72px',
      align: 'end',
      cell: (it) => it.pieces,
      csv: (it) => it.pieces,
    },
    {
      id: 'state',
      label: t('state'),
      width: 'minmax(100px, 1fr)',
      cell: (it) => <ReturnState state={it.state} />,
      csv: (it) => it.state,
    },
    {
      id: 'clock',
      label: t('clock'),
      width: 'minmax(150px, 1.5fr)',
      cell: (it) => <Clock it={it} zone={zone} brief />,
      csv: (it) => it.refundDueAt ?? it.answerDueAt,
    },
    {
      id: 'total',
      label: t('total'),
      width: '116px',
      align: 'end',
      cell: (it) => (it.state === 'settled' ? formatMoney(it.total, language, 'exact') : ''),
      csv: (it) => it.total.amount / 100,
    },
  ];
  const filters: Filter[] = [
    { id: 'due', label: t('due'), options: dues.map((value) => ({ value, label: t(`due_${value}`) })) },
    { id: 'answer', label: t('answer'), options: answers.map((value) => ({ value, label: t(`answer_${value}`) })) },
    { id: 'state', label: t('state'), options: states.map((value) => ({ value, label: t(`st_${value}`) })) },
    { id: 'kind', label: t('kind'), options: kinds.map((value) => ({ value, label: t(`kind_${value}`) })) },
    { id: 'location', label: t('location'), options: locations.map(({ id, name }) => ({ value: id, label: name })) },
    { id: 'by', label: t('takenBy'), options: (colleagues ?? []).map(({ id, name }) => ({ value: id, label: name })) },
  ];
  return (
    <>
      <PageHead title={t('title')}>
        <Button component={Link} to="/office/returns/policy" variant="default">
          {t('policy')}
        </Button>
        {isManager && (
          <Button variant="default" onClick={() => setOpened('file')}>
            {t('recordFile')}
          </Button>
        )}
        <Button onClick={() => setOpened('record')}>{t('record')}</Button>
      </PageHead>
      {waiting > 0 && (
        <p className={classes.waiting} role="status">
          <Link to="/office/returns/declarations">{t('waitingDeclarations', { n: waiting })}</Link>
        </p>
      )}
      <List
        id="returns"
        label={t('title')}
        state={list}
        pages={pages}
        columns={columns}
        filters={filters}
        searchLabel={t('search')}
        keyOf={(it) => it.id}
        open={(it) => void navigate({ to: openStory(it) })}
        first={{ title: t('firstTitle'), text: t('firstText') }}
        narrow={(it) => (
          <div className={orders.narrow}>
            <span>
              <Link className={orders.number} to={openStory(it)} tabIndex={-1}>
                {it.number}
              </Link>{' '}
              {it.order?.number}
              <small>{[kindsOf(it), it.takenBy?.name].filter(Boolean).join(' · ')}</small>
            </span>
            <span className={orders.narrowRight}>
              {it.state === 'settled' && formatMoney(it.total, language, 'exact')}
              <ReturnState state={it.state} />
              <Clock it={it} zone={zone} brief />
            </span>
          </div>
        )}
      />
      {opened === 'record' && <RecordWithdrawal onClose={() => setOpened(undefined)} />}
      {opened === 'file' && <SeparateRecord onClose={() => setOpened(undefined)} />}
    </>
  );
}
