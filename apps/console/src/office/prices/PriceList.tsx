import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { type Column, List, useListPages, useListState } from '../../shared/list/index.ts';
import { formatRange, PageHead, sent } from '../../shared/page/index.ts';
import { useMe } from '../../shell/me.ts';
import { ProductName, type ProductRow } from '../products/ProductList.tsx';
import classes from './prices.module.css';
import { type Goods, SetPrices } from './SetPrices.tsx';
import { priceWords } from './words.ts';

export function PriceList() {
  const t = useWords(priceWords);
  const language = useLanguage();
  const api = useApi();
  const me = useMe();
  const navigate = useNavigate();
  const state = useListState();
  const [priced, setPriced] = useState<{ goods: Goods[]; clear(): void }>();
  const { q, sort } = state.search;
  const filter = { q, sort: sort === 'title' ? ('title' as const) : undefined, archived: false };
  const pages = useListPages<ProductRow>(['office-products', language, filter, 'prices'], (cursor) =>
    unwrap(api.GET('/api/staff/office/products', { params: { query: sent({ ...filter, cursor, limit: 50 }) } })),
  );
  const range = (item: ProductRow) => {
    if (!item.price) return <span className={classes.bad}>{t('noPrice')}</span>;
    return formatRange(item.price.from, item.price.to, language);
  };
  const columns: Column<ProductRow>[] = [
    {
      id: 'product',
      label: t('product'),
      width: 'minmax(240px, 3fr)',
      sort: { value: 'title', direction: 'ascending' },
      cell: (item) => <ProductName item={item} to="/office/prices/$id" />,
      csv: (item) => item.title[language],
    },
    {
      id: 'price',
      label: t('price'),
      width: 'minmax(180px, 1fr)',
      align: 'end',
      cell: range,
      csv: (item) => (item.price ? item.price.from.amount / 100 : null),
    },
    {
      id: 'reduced',
      label: t('reduced'),
      width: '96px',
      align: 'end',
      cell: (item) => item.price?.reduced || '',
      csv: (item) => item.price?.reduced ?? 0,
    },
    {
      id: 'missing',
      label: t('missing'),
      width: '104px',
      align: 'end',
      cell: (item) => <span className={classes.bad}>{item.price?.missing || ''}</span>,
      csv: (item) => item.price?.missing ?? item.variantIds.length,
    },
    {
      id: 'variants',
      label: t('variants'),
      width: '80px',
      align: 'end',
      cell: (item) => item.variantIds.length,
      csv: (item) => item.variantIds.length,
    },
  ];
  const add = (
    <Button component={Link} to="/office/products/new">
      {t('addProduct')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('title')} count={pages.total}>
        <Button component={Link} variant="default" to="/office/promotions">
          {t('promotions')}
        </Button>
      </PageHead>
      <List
        id="prices"
        label={t('title')}
        state={state}
        pages={pages}
        columns={columns}
        searchLabel={t('search')}
        keyOf={(item) => item.id}
        open={(item) => void navigate({ to: '/office/prices/$productId', params: { productId: item.id } })}
        first={{ title: t('firstTitle'), text: t('firstText'), action: add }}
        narrow={(item) => (
          <div className={classes.narrow}>
            <ProductName item={item} to="/office/prices/$id" />
            <span>{range(item)}</span>
          </div>
        )}
        {...(me.role === 'admin'
          ? {
              bulk: (items: readonly ProductRow[], clear: () => void) => (
                <Button
                  size="compact-md"
                  onClick={() =>
                    setPriced({
                      clear,
                      goods: items.flatMap((item) =>
                        item.variantIds.map((variantId, index) => ({
                          variantId,
                          name: `${item.title[language]}${item.variantIds.length > 1 ? ` · ${index + 1}` : ''}`,
                        })),
                      ),
                    })
                  }
                >
                  {t('setPrices')}
                </Button>
              ),
            }
          : {})}
      />
      {priced && (
        <SetPrices
          goods={priced.goods}
          onClose={() => setPriced(undefined)}
          onSaved={() => {
            priced.clear();
            setPriced(undefined);
          }}
        />
      )}
    </>
  );
}
