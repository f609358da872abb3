import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChannelIcon, channels, channelWords } from '@throughline/ui/channels';
import { formatDay, formatMoney } from '@throughline/ui/format';
import { unwrap, useApi } from '../shared/api.ts';
import { useLanguage, useWords } from '../shared/language.tsx';
import { type Column, FileLink, type Filter, List, useListPages, useListState } from '../shared/list/index.ts';
import { dayStart, nextDay } from '../shared/page/days.ts';
import { PageHead, State, sent, useLocations, useRetailer } from '../shared/page/index.ts';
import { useLive } from '../shell/live.ts';
import { useMe } from '../shell/me.ts';
import classes from './customers.module.css';
import type { ListedCustomer } from './queries.ts';
import { profileWords } from './words.ts';

const bands = [
  [0, 1],
  [1, 50_000],
  [50_000, 200_000],
  [200_000, 1_000_000],
  [1_000_000, undefined],
] as const;
const openThings = ['order', 'hold', 'thread'] as const;
const newsWays = ['email', 'sms', 'phone', 'whatsapp', 'push'] as const;
const sorts = ['seen', 'value', 'orders', 'new'] as const;

/** The same filters for the export, which takes everything and not only what was read so far. */
function exportQuery({ sort: _, ...filter }: Record<string, unknown>): string {
  const pairs = Object.entries(filter).flatMap(([key, value]) =>
    value === undefined || value === ''
      ? []
      : (Array.isArray(value) ? value : [value]).map((one): [string, string] => [key, String(one)]),
  );
  return new URLSearchParams(pairs).toString();
}

/** Everybody of whom something is known, with what they are worth and what is going on. */
export function CustomerList() {
  const t = useWords(profileWords);
  const channelName = useWords(channelWords);
  const language = useLanguage();
  const api = useApi();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const list = useListState();
  const me = useMe();
  const seesFiles = me.role === 'admin' || (me.role === 'manager' && me.locationIds === 'all');
  const { zone } = useRetailer();
  const locations = useLocations();
  const tags = useQuery({
    queryKey: ['customer-tags'],
    queryFn: () => unwrap(api.GET('/api/staff/customers/tags')),
    staleTime: 60_000,
  }).data;
  const categories = useQuery({
    queryKey: ['shop-categories'],
    queryFn: () => unwrap(api.GET('/api/shop/categories')),
    staleTime: 5 * 60_000,
  }).data;
  const { q, sure, store, channel, category, band, open, tag, news, from, to, sort } = list.search;
  const within = bands[Number(band)];
  const openThing = openThings.find((one) => one === open);
  const query = {
    query: q,
    verified: sure === 'yes' ? true : sure === 'no' ? false : undefined,
    locationId: store,
    channel: channels.find((one) => one === channel),
    categoryId: category,
    valueMin: within?.[0],
    valueMax: within?.[1],
    open: openThing ? [openThing] : undefined,
    tag,
    agreedTo: newsWays.find((one) => one === news),
    seenFrom: from && dayStart(from, zone),
    seenTo: to && dayStart(nextDay(to), zone),
    sort: sorts.find((one) => one === sort),
  };
  const pages = useListPages<ListedCustomer>(['customers', 'list', query], (cursor) =>
    unwrap(api.GET('/api/staff/customers/list', { params: { query: sent({ ...query, cursor, limit: 50 }) as never } })),
  );
  useLive(
    ['customers.subject.', 'customers.identifier.', 'orders.order.paid'],
    () => void queries.invalidateQueries({ queryKey: ['customers', 'list'] }),
  );
  const placeOf = (id: string | null) => locations.find((one) => one.id === id)?.name ?? '';
  const nameOf = (item: ListedCustomer) => item.name ?? item.email?.masked ?? item.phone?.masked ?? t('someone');
  const money = (item: ListedCustomer) => (item.facts.value ? formatMoney(item.facts.value, language) : '');
  const openOf = (item: ListedCustomer) =>
    openThings.flatMap((thing) => {
      const n = { order: item.facts.openOrders, hold: item.facts.openHolds, thread: item.facts.openThreads }[thing];
      return n > 0 ? [`${t(`open_${thing}`)}${n > 1 ? ` × ${n}` : ''}`] : [];
    });
  const columns: Column<ListedCustomer>[] = [
    {
      id: 'name',
      label: t('name'),
      width: 'minmax(150px, 1.4fr)',
      cell: (item) => (
        <Link className={classes.name} to="/office/customers/$id" params={{ id: item.id }} tabIndex={-1}>
          {nameOf(item)}
        </Link>
      ),
      csv: (item) => item.name,
    },
    {
      id: 'sure',
      label: t('sure'),
      width: '128px',
      cell: (item) => <State tone={item.verified ? 'good' : 'plain'}>{t(item.verified ? 'proven' : 'unproven')}</State>,
      csv: (item) => (item.verified ? 'verified' : 'claimed'),
    },
    {
      id: 'contact',
      label: t('contact'),
      width: 'minmax(130px, 0.9fr)',
      cell: (item) => <span className={classes.soft}>{item.email?.masked ?? item.phone?.masked}</span>,
    },
    {
      id: 'orders',
      label: t('ordersColumn'),
      width: '104px',
      align: 'end',
      sort: { value: 'orders', direction: 'descending' },
      cell: (item) => item.facts.orders,
      csv: (item) => item.facts.orders,
    },
    {
      id: 'value',
      label: t('value'),
      width: '112px',
      align: 'end',
      sort: { value: 'value', direction: 'descending' },
      cell: money,
      csv: (item) => (item.facts.value ? item.facts.value.amount / 100 : null),
    },
    {
      id: 'store',
      label: t('store'),
      width: 'minmax(130px, 1fr)',
      cell: (item) => placeOf(item.facts.favouriteLocationId),
      csv: (item) => placeOf(item.facts.favouriteLocationId),
    },
    {
      id: 'channel',
      label: t('channel'),
      width: '140px',
      hidden: true,
      cell: (item) =>
        item.facts.favouriteChannel && (
          <span className={classes.channel}>
            <ChannelIcon channel={item.facts.favouriteChannel} /> {channelName(item.facts.favouriteChannel as 'web')}
          </span>
        ),
      csv: (item) => item.facts.favouriteChannel,
    },
    {
      id: 'open',
      label: t('openColumn'),
      width: 'minmax(168px, 1.2fr)',
      cell: (item) => {
        const things = openOf(item);
        return things.length > 0 ? <State tone="waiting">{things.join(', ')}</State> : null;
      },
      csv: (item) => openOf(item).join(', '),
    },
    {
      id: 'tags',
      label: t('tags'),
      width: 'minmax(90px, 0.8fr)',
      cell: (item) => <span className={classes.soft}>{item.facts.tags.join(', ')}</span>,
      csv: (item) => item.facts.tags.join(', '),
    },
    {
      id: 'seen',
      label: t('seen'),
      width: '116px',
      sort: { value: 'seen', direction: 'descending' },
      cell: (item) => (item.facts.lastSeenAt ? formatDay(item.facts.lastSeenAt, language, zone) : ''),
      csv: (item) => item.facts.lastSeenAt,
    },
    {
      id: 'new',
      label: t('newest'),
      width: '116px',
      hidden: true,
      sort: { value: 'new', direction: 'descending' },
      cell: (item) => (item.facts.firstSeenAt ? formatDay(item.facts.firstSeenAt, language, zone) : ''),
      csv: (item) => item.facts.firstSeenAt,
    },
  ];
  const filters: Filter[] = [
    { id: 'open', label: t('openColumn'), options: openThings.map((value) => ({ value, label: t(`open_${value}`) })) },
    {
      id: 'sure',
      label: t('sure'),
      options: [
        { value: 'yes', label: t('proven') },
        { value: 'no', label: t('unproven') },
      ],
    },
    {
      id: 'band',
      label: t('worth'),
      options: bands.map((_, index) => ({ value: String(index), label: t(`worth_${index as 0}`) })),
    },
    {
      id: 'store',
      label: t('store'),
      options: locations.map(({ id, name }) => ({ value: id, label: name })),
    },
    { id: 'channel', label: t('channel'), options: channels.map((value) => ({ value, label: channelName(value) })) },
    {
      id: 'category',
      label: t('category'),
      options: (categories?.items ?? []).map((one) => ({ value: one.id, label: one.name[language] })),
    },
    { id: 'tag', label: t('tags'), options: (tags?.items ?? []).map((one) => ({ value: one.tag, label: one.tag })) },
    { id: 'news', label: t('agreedTo'), options: newsWays.map((value) => ({ value, label: t(`news_${value}`) })) },
    { id: 'from', label: t('seenFrom'), options: 'day' },
    { id: 'to', label: t('seenTo'), options: 'day' },
  ];
  return (
    <>
      <PageHead title={t('title')} count={pages.total}>
        {me.role === 'admin' && (
          <Button variant="default" onClick={() => void navigate({ to: '/office/customers/traits' })}>
            {t('traits')}
          </Button>
        )}
        {seesFiles && (
          <Button
            variant="default"
            onClick={() => void navigate({ to: '/office/customers/import' })}
            leftSection={<IconUpload size={16} aria-hidden="true" />}
          >
            {t('importCsv')}
          </Button>
        )}
        {seesFiles && (
          <FileLink
            href={`/api/staff/customers/export?${exportQuery(query)}`}
            name="customers.csv"
            label={t('exportCsv')}
          />
        )}
      </PageHead>
      <List
        id="customers"
        label={t('title')}
        state={list}
        pages={pages}
        columns={columns}
        filters={filters}
        searchLabel={t('search')}
        keyOf={(item) => item.id}
        open={(item) => void navigate({ to: '/office/customers/$id', params: { id: item.id } })}
        first={{ title: t('firstTitle'), text: t('firstText') }}
        narrow={(item) => (
          <div className={classes.narrow}>
            <span>
              <Link className={classes.name} to="/office/customers/$id" params={{ id: item.id }} tabIndex={-1}>
                {nameOf(item)}
              </Link>
              <small>
                {[t(item.verified ? 'proven' : 'unproven'), placeOf(item.facts.favouriteLocationId), ...openOf(item)]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            <span className={classes.narrowRight}>
              {money(item)}
              <small>{item.facts.lastSeenAt ? formatDay(item.facts.lastSeenAt, language, zone) : ''}</small>
            </span>
          </div>
        )}
      />
    </>
  );
}
