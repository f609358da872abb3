import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useParams } from '@tanstack/react-router';
import { createApi, unwrap } from '@throughline/client';
import { formatMoney } from '@throughline/ui/format';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useHere } from '../frame/useStore.ts';
import { Button, Empty, Field, Notice, Picture, Skeletons, Tag } from '../parts/index.tsx';
import classes from './stock.module.css';
import { stockWords } from './words.ts';

const route = getRouteApi('/shell/floor/stock');

/** Goods in every store: search at the left, the one that is open beside it. */
export function Stock() {
  const t = useWords(stockWords);
  const language = useLanguage();
  const here = useHere();
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const { variantId } = useParams({ strict: false });
  const [text, setText] = useState(q ?? '');
  const found = useQuery({
    queryKey: ['floor', 'goods', language, here.id, q],
    queryFn: () =>
      unwrap(
        createApi({ language }).GET('/api/staff/search', {
          params: { query: { query: q ?? '', near: `${here.point.lat},${here.point.lon}`, limit: 24 } },
        }),
      ),
    enabled: q !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <div className={classes.stock} data-open={variantId !== undefined}>
      <section className={classes.list}>
        <h1 className={classes.title}>{t('title')}</h1>
        <form
          className={classes.search}
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) void navigate({ to: '/floor/stock', search: { q: text.trim() } });
          }}
        >
          <Field
            label={t('search')}
            type="search"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit">{t('find')}</Button>
        </form>
        {q === undefined ? (
          <Empty title={t('start')}>
            <p>{t('startText')}</p>
          </Empty>
        ) : found.data ? (
          <ul className={classes.items}>
            {found.data.items.length === 0 && <Empty title={t('none')} />}
            {found.data.items.map((item) => {
              const own = item.ways.places.find((place) => place.locationId === here.id)?.available ?? 0;
              const others = item.ways.places.reduce((sum, place) => sum + place.available, 0) - own;
              return (
                <li key={item.variantId}>
                  <Link
                    to="/floor/stock/$variantId"
                    params={{ variantId: item.variantId }}
                    search={{ q }}
                    className={classes.item}
                  >
                    <Picture url={item.pictureUrl} />
                    <span>
                      <strong>{item.title}</strong>
                      <span className={classes.soft}>{item.optionsText}</span>
                      <span className={classes.tags}>
                        {item.price && <b>{formatMoney(item.price.unit, language)}</b>}
                        <Tag tone={own > 0 ? 'velvet' : undefined}>
                          {own} {t('here')}
                        </Tag>
                        <span className={classes.soft}>
                          {others} {t('elsewhere')}
                        </span>
                      </span>
                    </span>
                  </Link>
                </li>
              );
            })}
          </ul>
        ) : found.isError ? (
          <Notice tone="brick" role="alert">
            <span>{t('failed')}</span>
            <Button onClick={() => void found.refetch()}>{t('again')}</Button>
          </Notice>
        ) : (
          <Skeletons count={5} />
        )}
      </section>
      <section className={classes.detail}>
        <Outlet />
      </section>
    </div>
  );
}
