import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type Answer, ProblemError } from '@throughline/client';
import { formatDayAndTime } from '@throughline/ui/format';
import { useMemo } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { type Column, type Filter, List, useListPages, useListState } from '../../shared/list/index.ts';
import { Facts, formatRange, PageHead, State, sent, useRetailer } from '../../shared/page/index.ts';
import classes from './products.module.css';
import { productWords } from './words.ts';

export type ProductRow = Answer<'/api/staff/office/products', 'get'>['items'][number];

const gaps = [
  'description_en',
  'description_pl',
  'description_ru',
  'picture',
  'picture_text',
  'maker',
  'gtin',
  'measures',
] as const;
type Gap = (typeof gaps)[number];
const sorts = ['code', 'title', '-updated', 'completeness'] as const;

const oneOf = <T extends string>(known: readonly T[], value: string | undefined): T | undefined =>
  known.find((one) => one === value);

export function ProductList() {
  const t = useWords(productWords);
  const language = useLanguage();
  const api = useApi();
  const navigate = useNavigate();
  const state = useListState();
  const { zone } = useRetailer();
  const { q, category, missing, archived, sort } = state.search;
  const categories = useQuery({
    queryKey: ['categories', language],
    queryFn: () => unwrap(api.GET('/api/staff/categories')),
    staleTime: 60_000,
    retry: (failures, error) => !(error instanceof ProblemError) && failures < 2,
  });
  const filter = {
    q,
    categoryId: category,
    missing: missing === 'any' ? ('any' as const) : oneOf<Gap>(gaps, missing),
    archived: archived === undefined ? undefined : archived === 'yes',
    sort: oneOf(sorts, sort),
  };
  const pages = useListPages<ProductRow>(['office-products', language, filter], (cursor) =>
    unwrap(api.GET('/api/staff/office/products', { params: { query: sent({ ...filter, cursor, limit: 50 }) } })),
  );
  const nameOfCategory = (id: string) => categories.data?.items.find((one) => one.id === id)?.name[language] ?? '';

  const columns: Column<ProductRow>[] = [
    {
      id: 'product',
      label: t('product'),
      width: 'minmax(220px, 3fr)',
      sort: { value: 'title', direction: 'ascending' },
      cell: (item) => <ProductName item={item} />,
      csv: (item) => item.title[language],
    },
    {
      id: 'code',
      label: t('code'),
      width: 'minmax(110px, 1fr)',
      hidden: true,
      sort: { value: 'code', direction: 'ascending' },
      cell: (item) => item.code,
      csv: (item) => item.code,
    },
    {
      id: 'category',
      label: t('category'),
      width: 'minmax(100px, 1.2fr)',
      cell: (item) => <span className={classes.soft}>{nameOfCategory(item.categoryId)}</span>,
      csv: (item) => nameOfCategory(item.categoryId),
    },
    {
      id: 'brand',
      label: t('brand'),
      width: 'minmax(90px, 1fr)',
      hidden: true,
      cell: (item) => item.brand,
      csv: (item) => item.brand,
    },
    {
      id: 'completeness',
      label: t('completeness'),
      width: '112px',
      sort: { value: 'completeness', direction: 'ascending' },
      cell: (item) => <Completeness percent={item.completeness} />,
      csv: (item) => item.completeness,
    },
    {
      id: 'variants',
      label: t('variants'),
      width: '72px',
      align: 'end',
      cell: (item) => item.variantIds.length,
      csv: (item) => item.variantIds.length,
    },
    {
      id: 'price',
      label: t('price'),
      width: '168px',
      align: 'end',
      cell: (item) => <PriceRange item={item} />,
      csv: (item) => (item.price ? item.price.from.amount / 100 : null),
    },
    {
      id: 'free',
      label: t('free'),
      width: '72px',
      align: 'end',
      cell: (item) => (
        <span className={item.stock.short || item.stock.free === 0 ? classes.bad : undefined}>{item.stock.free}</span>
      ),
      csv: (item) => item.stock.free,
    },
    {
      id: 'state',
      label: t('state'),
      width: '116px',
      cell: (item) => <SaleState item={item} />,
      csv: (item) => t(item.archived ? 'archived' : 'onSale'),
    },
    {
      id: 'updated',
      label: t('updated'),
      width: '150px',
      hidden: true,
      sort: { value: '-updated', direction: 'descending' },
      cell: (item) => formatDayAndTime(item.updatedAt, language, zone),
      csv: (item) => item.updatedAt,
    },
  ];
  const filters: Filter[] = useMemo(
    () => [
      {
        id: 'category',
        label: t('category'),
        options: (categories.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name[language] })),
      },
      {
        id: 'missing',
        label: t('missing'),
        options: [{ value: 'any', label: t('anything') }, ...gaps.map((gap) => ({ value: gap, label: t(gap) }))],
      },
      {
        id: 'archived',
        label: t('state'),
        options: [
          { value: 'no', label: t('onSale') },
          { value: 'yes', label: t('archived') },
        ],
      },
    ],
    [t, categories.data, language],
  );
  const add = (
    <Button component={Link} to="/office/products/new" leftSection={<IconPlus size={16} aria-hidden="true" />}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('title')} count={pages.total}>
        {add}
      </PageHead>
      <List
        id="products"
        label={t('title')}
        state={state}
        pages={pages}
        columns={columns}
        filters={filters}
        searchLabel={t('search')}
        keyOf={(item) => item.id}
        open={(item) => void navigate({ to: '/office/products/$id', params: { id: item.id } })}
        first={{ title: t('firstTitle'), text: t('firstText'), action: add }}
        narrow={(item) => (
          <div className={classes.narrow}>
            <ProductName item={item} />
            <span className={classes.narrowRight}>
              <PriceRange item={item} />
              <Completeness percent={item.completeness} />
            </span>
          </div>
        )}
        peek={(item) => <ProductPeek item={item} category={nameOfCategory(item.categoryId)} />}
      />
    </>
  );
}

export function ProductName({
  item,
  to = '/office/products/$id',
}: {
  item: Pick<ProductRow, 'id' | 'code' | 'title' | 'pictureUrl'>;
  to?: '/office/products/$id' | '/office/prices/$id';
}) {
  const language = useLanguage();
  return (
    <span className={classes.name}>
      <Thumb url={item.pictureUrl} />
      <span className={classes.nameWords}>
        <Link to={to.replace('$id', item.id)} tabIndex={-1}>
          {item.title[language]}
        </Link>
        <small>{item.code}</small>
      </span>
    </span>
  );
}

export function Thumb({ url, size = 36 }: { url: string | null; size?: number }) {
  const box = { width: size, height: size };
  return url ? (
    <img className={classes.thumb} style={box} src={url} alt="" loading="lazy" />
  ) : (
    <span className={classes.thumb} style={box} aria-hidden="true" />
  );
}

function Completeness({ percent }: { percent: number }) {
  return (
    <span className={classes.completeness} data-full={percent === 100 ? '' : undefined}>
      <span className={classes.bar} aria-hidden="true">
        <span style={{ width: `${percent}%` }} />
      </span>
      {percent} %
    </span>
  );
}

function PriceRange({ item }: { item: ProductRow }) {
  const t = useWords(productWords);
  const language = useLanguage();
  if (!item.price) return <span className={classes.bad}>{t('noPrice')}</span>;
  const { from, to, reduced, missing } = item.price;
  const text = formatRange(from, to, language);
  return (
    <span
      title={
        [reduced ? t('reduced', { n: reduced }) : '', missing ? t('missingPrices', { n: missing }) : '']
          .filter(Boolean)
          .join(' · ') || undefined
      }
    >
      {missing > 0 && <span className={classes.bad}>! </span>}
      {text}
    </span>
  );
}

function SaleState({ item }: { item: ProductRow }) {
  const t = useWords(productWords);
  return <State tone={item.archived ? 'plain' : 'good'}>{t(item.archived ? 'archived' : 'onSale')}</State>;
}

function ProductPeek({ item, category }: { item: ProductRow; category: string }) {
  const t = useWords(productWords);
  const language = useLanguage();
  return (
    <div className={classes.peek}>
      <Thumb url={item.pictureUrl} size={160} />
      <h2>{item.title[language]}</h2>
      <SaleState item={item} />
      <Facts
        items={[
          [t('category'), category],
          [t('price'), <PriceRange key="price" item={item} />],
          [t('free'), item.stock.free],
          [t('onHand'), item.stock.onHand],
          [t('held'), item.stock.reserved],
          [t('incoming'), item.stock.incoming],
        ]}
      />
      <div>
        <h3>{t('missing')}</h3>
        {item.missing.length === 0 ? (
          <p className={classes.soft}>{t('nothingMissing')}</p>
        ) : (
          <ul className={classes.missing}>
            {item.missing.map((gap) => (
              <li key={gap}>{t(gap)}</li>
            ))}
          </ul>
        )}
      </div>
      <div className={classes.peekActs}>
        <Button component={Link} to={`/office/products/${item.id}`}>
          {t('edit')}
        </Button>
        <Button component={Link} variant="default" to={`/office/prices/${item.id}`}>
          {t('pricesOf')}
        </Button>
        <Button component={Link} variant="default" to={`/office/stock?productId=${item.id}`}>
          {t('stockOf')}
        </Button>
      </div>
    </div>
  );
}
