import { Button, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type Answer, ProblemError } from '@throughline/client';
import { formatTime } from '@throughline/ui/format';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { type Column, type Filter, List, useListState } from '../../shared/list/index.ts';
import { PageHead, sent, useRetailer } from '../../shared/page/index.ts';
import { useLive } from '../../shell/live.ts';
import { Thumb } from '../products/ProductList.tsx';
import { productWords } from '../products/words.ts';
import classes from './stock.module.css';
import { stockWords } from './words.ts';

type Matrix = Answer<'/api/staff/office/stock', 'get'>;
type Row = Matrix['items'][number];
type Level = Row['levels'][number];

const figures = ['free', 'onHand', 'reserved', 'incoming'] as const;
type Figure = (typeof figures)[number];
const states = ['short', 'empty', 'held', 'incoming', 'damaged'] as const;

const isShort = (level: Level) => level.reserved + level.safety + level.damaged > level.onHand && level.reserved > 0;

export function StockMatrix() {
  const t = useWords(stockWords);
  const tp = useWords(productWords);
  const language = useLanguage();
  const api = useApi();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const list = useListState();
  const { zone } = useRetailer();
  const { q, category, state, location, productId, figure } = list.search;
  const shown: Figure = figures.find((one) => one === figure) ?? 'free';
  const filter = {
    q,
    categoryId: category,
    productId,
    locationId: location,
    state: states.find((one) => one === state),
  };
  const query = useInfiniteQuery({
    queryKey: ['office-stock', filter],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/staff/office/stock', { params: { query: sent({ ...filter, cursor: pageParam, limit: 50 }) } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    gcTime: 15 * 60_000,
  });
  useLive(['stock.'], () => void queries.invalidateQueries({ queryKey: ['office-stock'] }));
  const categories = useQuery({
    queryKey: ['categories', language],
    queryFn: () => unwrap(api.GET('/api/staff/categories')),
    staleTime: 60_000,
    retry: (failures, error) => !(error instanceof ProblemError) && failures < 2,
  });
  const first = query.data?.pages[0];
  const locations = first?.locations ?? [];
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const levelOf = (item: Row, locationId: string) => item.levels.find((one) => one.locationId === locationId);
  const sum = (item: Row) => item.levels.reduce((total, level) => total + level[shown], 0);
  const words = (item: Row) => [item.title[language], item.optionsText[language]].filter(Boolean).join(', ');

  const columns: Column<Row>[] = [
    {
      id: 'variant',
      label: t('variant'),
      width: 'minmax(240px, 3fr)',
      cell: (item) => (
        <span className={classes.goods}>
          <Thumb url={item.pictureUrl} />
          <span>
            {item.title[language]}
            <small>{[item.optionsText[language], item.sku].filter(Boolean).join(' · ')}</small>
          </span>
        </span>
      ),
      csv: (item) => `${item.sku} ${words(item)}`,
    },
    {
      id: 'all',
      label: t('all'),
      width: '84px',
      align: 'end',
      cell: (item) => <strong className={sum(item) < 0 ? classes.short : classes.sum}>{sum(item)}</strong>,
      csv: sum,
    },
    ...locations.map(
      (place): Column<Row> => ({
        id: place.code,
        label: place.name,
        width: 'minmax(72px, 1fr)',
        align: 'end',
        cell: (item) => {
          const level = levelOf(item, place.id);
          if (!level) return <span className={classes.none}>·</span>;
          return (
            <Link
              className={isShort(level) ? classes.short : level[shown] === 0 ? classes.zero : classes.number}
              to="/office/stock/$variantId/$locationId"
              params={{ variantId: item.id, locationId: place.id }}
              aria-label={t('why', { what: words(item), place: place.name, n: level[shown] })}
              title={t('sum', {
                onHand: level.onHand,
                reserved: level.reserved,
                safety: level.safety,
                free: level.free,
              })}
              tabIndex={-1}
            >
              {level[shown]}
            </Link>
          );
        },
        csv: (item) => levelOf(item, place.id)?.[shown] ?? null,
      }),
    ),
  ];
  const filters: Filter[] = [
    { id: 'state', label: t('state'), options: states.map((value) => ({ value, label: t(`state_${value}`) })) },
    { id: 'location', label: t('location'), options: locations.map(({ id, name }) => ({ value: id, label: name })) },
    {
      id: 'category',
      label: tp('category'),
      options: (categories.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name[language] })),
    },
    ...(productId
      ? [
          {
            id: 'productId',
            label: t('productFilter'),
            options: [{ value: productId, label: items[0]?.title[language] ?? t('oneProduct') }],
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHead title={t('title')} count={first?.total ?? null}>
        <Link to="/office/stock/drift">{t('drift')}</Link>
        {first && <span className={classes.asOf}>{t('asOf', { time: formatTime(first.asOf, language, zone) })}</span>}
      </PageHead>
      <List
        id="stock"
        label={t('title')}
        state={list}
        pages={{
          items,
          total: first?.total ?? null,
          isPending: query.isPending,
          isRefreshing: query.isPlaceholderData,
          error: query.error,
          hasMore: query.hasNextPage,
          isFetchingMore: query.isFetchingNextPage,
          more: () => void query.fetchNextPage(),
          retry: () => void query.refetch(),
        }}
        columns={columns}
        filters={filters}
        searchLabel={t('search')}
        extra={
          <SegmentedControl
            aria-label={t('show')}
            value={shown}
            onChange={(value) => list.change({ figure: value === 'free' ? undefined : value })}
            data={figures.map((value) => ({ value, label: t(`show_${value}`) }))}
          />
        }
        keyOf={(item) => item.id}
        open={(item) => {
          const place = item.levels.find(isShort) ?? item.levels.find((level) => level.onHand > 0) ?? item.levels[0];
          if (place)
            void navigate({
              to: '/office/stock/$variantId/$locationId',
              params: { variantId: item.id, locationId: place.locationId },
            });
        }}
        first={{
          title: t('firstTitle'),
          text: t('firstText'),
          action: (
            <Button component={Link} to="/office/products/new">
              {t('firstAct')}
            </Button>
          ),
        }}
        narrow={(item) => (
          <div className={classes.narrow}>
            <span className={classes.goods}>
              <Thumb url={item.pictureUrl} />
              <span>
                {item.title[language]}
                <small>{[item.optionsText[language], item.sku].filter(Boolean).join(' · ')}</small>
              </span>
            </span>
            <strong className={item.levels.some(isShort) ? classes.short : undefined}>{sum(item)}</strong>
          </div>
        )}
        csvNotes={[t(`show_${shown}`)]}
      />
    </>
  );
}
