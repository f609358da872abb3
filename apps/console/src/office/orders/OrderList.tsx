import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Answer } from '@throughline/client';
import { type Channel, ChannelIcon, channels, channelWords } from '@throughline/ui/channels';
import { formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { type Column, type Filter, List, useListPages, useListState } from '../../shared/list/index.ts';
import { dayStart, nextDay } from '../../shared/page/days.ts';
import { PageHead, sent, useLocations, useRetailer } from '../../shared/page/index.ts';
import { useLive } from '../../shell/live.ts';
import { OrderPeek } from './OrderPeek.tsx';
import { OrderState } from './orderParts.tsx';
import classes from './orders.module.css';
import { orderWords } from './words.ts';

type OrderRow = Answer<'/api/staff/orders', 'get'>['items'][number];
const states = ['placed', 'paid', 'partly_fulfilled', 'completed', 'cancelled'] as const;

export function OrderList() {
  const t = useWords(orderWords);
  const channelName = useWords(channelWords);
  const language = useLanguage();
  const api = useApi();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const list = useListState();
  const { zone } = useRetailer();
  const locations = useLocations();
  const { q, state, channel, location, from, to } = list.search;
  const filter = {
    q,
    state: states.filter((one) => one === state),
    channel: channels.filter((one) => one === channel),
    locationId: location,
    from: from && dayStart(from, zone),
    to: to && dayStart(nextDay(to), zone),
  };
  const query = {
    ...filter,
    state: filter.state.length > 0 ? filter.state : undefined,
    channel: filter.channel.length > 0 ? filter.channel : undefined,
  };
  const pages = useListPages<OrderRow>(['office-orders', query], (cursor) =>
    unwrap(api.GET('/api/staff/orders', { params: { query: sent({ ...query, cursor, limit: 50 }) } })),
  );
  useLive(['orders.'], () => void queries.invalidateQueries({ queryKey: ['office-orders'] }));
  const placeOf = (id: string) => locations.find((one) => one.id === id)?.name ?? '';
  const wayOf = (item: OrderRow) => {
    const ways = item.lines.map(({ way }) =>
      way.method === 'delivery' ? t('way_delivery') : `${t(`way_${way.method}`)} · ${placeOf(way.locationId)}`,
    );
    return [...new Set(ways)].join(', ');
  };
  const columns: Column<OrderRow>[] = [
    {
      id: 'number',
      label: t('number'),
      width: '112px',
      cell: (item) => (
        <Link className={classes.number} to="/office/orders/$id" params={{ id: item.id }} tabIndex={-1}>
          {item.number}
        </Link>
      ),
      csv: (item) => item.number,
    },
    {
      id: 'placed',
      label: t('placed'),
      width: '156px',
      cell: (item) => formatDayAndTime(item.placedAt, language, zone),
      csv: (item) => item.placedAt,
    },
    {
      id: 'customer',
      label: t('customer'),
      width: 'minmax(140px, 1.5fr)',
      cell: (item) => item.contactName ?? <span className={classes.soft}>{t('guest')}</span>,
      csv: (item) => item.contactName,
    },
    {
      id: 'channel',
      label: t('channel'),
      width: 'minmax(132px, 1fr)',
      cell: (item) => (
        <span className={classes.channel}>
          <ChannelIcon channel={item.channel} /> {channelName(item.channel as Channel)}
        </span>
      ),
      csv: (item) => item.channel,
    },
    {
      id: 'way',
      label: t('way'),
      width: 'minmax(140px, 1.5fr)',
      cell: (item) => <span className={classes.soft}>{wayOf(item)}</span>,
      csv: wayOf,
    },
    {
      id: 'pieces',
      label: t('pieces'),
      width: '64px',
      align: 'end',
      cell: (item) => item.lines.reduce((sum, line) => sum + line.quantity, 0),
      csv: (item) => item.lines.reduce((sum, line) => sum + line.quantity, 0),
    },
    {
      id: 'state',
      label: t('state'),
      width: 'minmax(124px, 1fr)',
      cell: (item) => <OrderState state={item.state} />,
      csv: (item) => item.state,
    },
    {
      id: 'paid',
      label: t('paid'),
      width: '150px',
      hidden: true,
      cell: (item) => (item.paidAt ? formatDayAndTime(item.paidAt, language, zone) : t('notPaid')),
      csv: (item) => item.paidAt,
    },
    {
      id: 'total',
      label: t('total'),
      width: '116px',
      align: 'end',
      cell: (item) => formatMoney(item.total, language, 'exact'),
      csv: (item) => item.total.amount / 100,
    },
  ];
  const filters: Filter[] = [
    { id: 'state', label: t('state'), options: states.map((value) => ({ value, label: t(`state_${value}`) })) },
    {
      id: 'channel',
      label: t('channel'),
      options: channels.map((value) => ({ value, label: channelName(value) })),
    },
    {
      id: 'location',
      label: t('location'),
      options: locations.map(({ id, name }) => ({ value: id, label: name })),
    },
    { id: 'from', label: t('from'), options: 'day' },
    { id: 'to', label: t('to'), options: 'day' },
  ];
  return (
    <>
      <PageHead title={t('title')} count={pages.total} />
      <List
        id="orders"
        label={t('title')}
        state={list}
        pages={pages}
        columns={columns}
        filters={filters}
        searchLabel={t('search')}
        keyOf={(item) => item.id}
        open={(item) => void navigate({ to: '/office/orders/$id', params: { id: item.id } })}
        first={{
          title: t('firstTitle'),
          text: t('firstText'),
          action: (
            <Button component={Link} to="/office/products" variant="default">
              {t('goToProducts')}
            </Button>
          ),
        }}
        narrow={(item) => (
          <div className={classes.narrow}>
            <span>
              <Link className={classes.number} to="/office/orders/$id" params={{ id: item.id }} tabIndex={-1}>
                {item.number}
              </Link>{' '}
              {item.contactName}
              <small>
                {formatDayAndTime(item.placedAt, language, zone)} · {channelName(item.channel as Channel)}
              </small>
            </span>
            <span className={classes.narrowRight}>
              {formatMoney(item.total, language, 'exact')}
              <OrderState state={item.state} />
            </span>
          </div>
        )}
        peek={(item) => <OrderPeek id={item.id} />}
      />
    </>
  );
}
