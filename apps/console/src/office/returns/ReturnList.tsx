import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Answer } from '@throughline/client';
import { formatDay, formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { type Column, type Filter, List, useListPages, useListState } from '../../shared/list/index.ts';
import { PageHead, Section, sent, useLocations, useRetailer } from '../../shared/page/index.ts';
import { useLive } from '../../shell/live.ts';
import { useMe } from '../../shell/me.ts';
import orders from '../orders/orders.module.css';
import { ChoosePieces } from './ChoosePieces.tsx';
import { Clock, type ReturnRow, ReturnState } from './parts.tsx';
import classes from './returns.module.css';
import { SeparateRecord } from './SeparateRecord.tsx';
import { officeReturnWords } from './words.ts';

const states = ['announced', 'received', 'inspected', 'settled', 'refused', 'cancelled'] as const;
const rules = ['withdrawal', 'shop_policy', 'complaint'] as const;
const ways = ['desk', 'post'] as const;
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
  const { q, state, rule, way, location, due, answer } = list.search;
  const chosen = states.filter((one) => one === state);
  const query = {
    q,
    state: chosen.length > 0 ? chosen : undefined,
    rule: rules.find((one) => one === rule),
    way: ways.find((one) => one === way),
    locationId: location,
    answer: answers.find((one) => one === answer),
    dueDays: dues.some((one) => one === due) ? Number(due) : undefined,
  };
  const pages = useListPages<ReturnRow>(['office-returns', query], (cursor) =>
    unwrap(api.GET('/api/staff/returns', { params: { query: sent({ ...query, cursor, limit: 50 }) } })),
  );
  useLive(['returns.'], () => void queries.invalidateQueries({ queryKey: ['office-returns'] }));
  const placeOf = (id: string | null) => locations.find((one) => one.id === id)?.name ?? '';
  const rulesOf = (it: ReturnRow) => [...new Set(it.lines.map((line) => t(line.rule)))].join(', ');
  const piecesOf = (it: ReturnRow) => it.lines.reduce((sum, line) => sum + line.quantity, 0);
  const columns: Column<ReturnRow>[] = [
    {
      id: 'number',
      label: t('number'),
      width: '112px',
      cell: (it) => (
        <Link className={orders.number} to="/office/returns/$id" params={{ id: it.id }} tabIndex={-1}>
          {it.number}
        </Link>
      ),
      csv: (it) => it.number,
    },
    {
      id: 'announced',
      label: t('announced'),
      width: '100px',
      cell: (it) => formatDay(it.announcedAt, language, zone),
      csv: (it) => it.announcedAt,
    },
    {
      id: 'received',
      label: t('received'),
      width: '100px',
      cell: (it) => (it.receivedAt ? formatDay(it.receivedAt, language, zone) : ''),
      csv: (it) => it.receivedAt,
    },
    { id: 'order', label: t('order'), width: '104px', cell: (it) => it.orderNumber, csv: (it) => it.orderNumber },
    { id: 'way', label: t('way'), width: '76px', cell: (it) => t(it.way), csv: (it) => it.way },
    { id: 'rule', label: t('rule'), width: 'minmax(96px, 1fr)', cell: rulesOf, csv: rulesOf },
    {
      id: 'location',
      label: t('location'),
      width: 'minmax(96px, 1fr)',
      cell: (it) => <span className={orders.soft}>{placeOf(it.locationId)}</span>,
      csv: (it) => placeOf(it.locationId),
    },
    { id: 'pieces', label: t('pieces'), width: '72px', align: 'end', cell: piecesOf, csv: piecesOf },
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
      cell: (it) => <Clock it={it} zone={zone} />,
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
    { id: 'rule', label: t('rule'), options: rules.map((value) => ({ value, label: t(value) })) },
    { id: 'way', label: t('way'), options: ways.map((value) => ({ value, label: t(value) })) },
    { id: 'location', label: t('location'), options: locations.map(({ id, name }) => ({ value: id, label: name })) },
  ];
  return (
    <>
      <PageHead title={t('title')}>
        <Button component={Link} to="/office/returns/policy" variant="default">
          {t('policy')}
        </Button>
      </PageHead>
      <Withdrawals />
      {me.role === 'admin' || me.role === 'manager' ? <SeparateRecord /> : null}
      <List
        id="returns"
        label={t('title')}
        state={list}
        pages={pages}
        columns={columns}
        filters={filters}
        searchLabel={t('search')}
        keyOf={(it) => it.id}
        open={(it) => void navigate({ to: '/office/returns/$id', params: { id: it.id } })}
        first={{ title: t('firstTitle'), text: t('firstText') }}
        narrow={(it) => (
          <div className={orders.narrow}>
            <span>
              <Link className={orders.number} to="/office/returns/$id" params={{ id: it.id }} tabIndex={-1}>
                {it.number}
              </Link>{' '}
              {it.orderNumber}
              <small>{rulesOf(it)}</small>
            </span>
            <span className={orders.narrowRight}>
              <ReturnState state={it.state} />
              <Clock it={it} zone={zone} brief />
            </span>
          </div>
        )}
      />
    </>
  );
}

type Withdrawal = Answer<'/api/staff/withdrawals', 'get'>['items'][number];

/** Declarations nobody could match, and the one act to record one that was spoken or written. */
function Withdrawals() {
  const t = useWords(officeReturnWords);
  const api = useApi();
  const queries = useQueryClient();
  const [number, setNumber] = useState('');
  const open = useQuery({
    queryKey: ['office-withdrawals'],
    queryFn: () => unwrap(api.GET('/api/staff/withdrawals', { params: { query: { state: 'open' } } })),
  });
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['office-withdrawals'] });
    void queries.invalidateQueries({ queryKey: ['office-returns'] });
  };
  const record = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/withdrawals', {
          params: { header: { 'idempotency-key': crypto.randomUUID() } },
          body: { orderNumber: number.trim() },
        }),
      ),
    onSuccess: (recorded) => {
      setNumber('');
      notifications.show({ message: t('recorded', { number: recorded.number }) });
      refresh();
    },
  });
  return (
    <div className={classes.declarations}>
      {(open.data?.items.length ?? 0) > 0 && (
        <Section title={t('openTitle')}>
          <p className={classes.soft}>{t('openText')}</p>
          <ul className={classes.open}>
            {open.data?.items.map((one) => (
              <OpenWithdrawal key={one.id} one={one} onDone={refresh} />
            ))}
          </ul>
        </Section>
      )}
      <form
        className={classes.record}
        onSubmit={(event) => {
          event.preventDefault();
          if (number.trim().length >= 3) record.mutate();
        }}
      >
        <TextInput
          label={t('record')}
          description={t('recordText')}
          placeholder="V-100234"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          error={record.error?.message}
        />
        <Button type="submit" variant="default" loading={record.isPending} disabled={number.trim().length < 3}>
          {t('record')}
        </Button>
      </form>
    </div>
  );
}

type Pieces = { orderLineId: string; quantity: number }[];

function OpenWithdrawal({ one, onDone }: { one: Withdrawal; onDone(): void }) {
  const t = useWords(officeReturnWords);
  const language = useLanguage();
  const api = useApi();
  const { zone } = useRetailer();
  const [text, setText] = useState('');
  const [number, setNumber] = useState<string>();
  const answer = useMutation({
    mutationFn: (body: { orderNumber: string; lines?: Pieces } | { reason: string }) =>
      unwrap(api.POST('/api/staff/withdrawals/{id}/answer', { params: { path: { id: one.id } }, body })),
    onSuccess: onDone,
  });
  return (
    <li>
      <span>
        <strong>{one.number}</strong> {formatDayAndTime(one.declaredAt, language, zone)} · {one.name} · {one.email}
        <br />
        {one.contract} {one.goods}
      </span>
      <span className={classes.answer}>
        <TextInput
          aria-label={`${t('orderNumber')} / ${t('closeWhy')}`}
          placeholder={`${t('orderNumber')} / ${t('closeWhy')}`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={answer.error?.message}
        />
        <Button
          variant="default"
          disabled={text.trim().length < 3}
          // Words name only some of the goods: which pieces they mean is said before anything is cancelled.
          onClick={() => (one.goods ? setNumber(text.trim()) : answer.mutate({ orderNumber: text.trim() }))}
        >
          {t('match')}
        </Button>
        <Button
          variant="subtle"
          disabled={text.trim().length < 3}
          onClick={() => answer.mutate({ reason: text.trim() })}
        >
          {t('closeIt')}
        </Button>
      </span>
      {number && (
        <ChoosePieces
          key={number}
          number={number}
          busy={answer.isPending}
          onChosen={(lines) => answer.mutate({ orderNumber: number, lines })}
        />
      )}
    </li>
  );
}
