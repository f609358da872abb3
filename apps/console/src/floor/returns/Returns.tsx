import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { createApi, unwrap } from '@throughline/client';
import { formatDay, formatMoney } from '@throughline/ui/format';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useLive } from '../../shell/live.ts';
import { findQuery } from '../find/lookUp.ts';
import { useHere } from '../frame/useStore.ts';
import { Button, buttonClass, Empty, Field, Notice, Skeletons, Tag } from '../parts/index.tsx';
import { useScans } from '../scan/ScanContext.tsx';
import { readMoney } from '../till/discount.ts';
import { type FoundSale, isAsked, parcelsQuery, policyQuery, type Search, salesQuery } from './queries.ts';
import classes from './returns.module.css';
import { returnWords } from './words.ts';

const route = getRouteApi('/shell/floor/returns');

/** The start of a return: a scan of whatever the customer has, or what they remember. */
export function Returns() {
  const t = useWords(returnWords);
  const language = useLanguage();
  const here = useHere();
  const queries = useQueryClient();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [text, setText] = useState(search.q ?? '');
  const [amount, setAmount] = useState('');
  const [day, setDay] = useState('');
  const [card, setCard] = useState('');
  const policy = useQuery(policyQuery());
  const sales = useQuery({ ...salesQuery(search, language), enabled: isAsked(search) });

  const look = async (asked: Search): Promise<boolean> => {
    const found = await queries.fetchQuery(salesQuery(asked, language)).catch(() => undefined);
    const [only, second] = found?.items ?? [];
    if (only && !second) {
      await navigate({ to: '/floor/returns/sale/$orderId', params: { orderId: only.orderId }, search: {} });
      return true;
    }
    await navigate({ to: '/floor/returns', search: asked });
    return (found?.items.length ?? 0) > 0;
  };
  useScans(async (scanned) => {
    // A parcel: scanned is arrived.
    if (/^R-?\d{6,}$|\/returns\/[0-9a-f-]{36}/i.test(scanned.trim())) {
      const api = createApi({ language });
      const parcel = await unwrap(
        api.POST('/api/staff/returns/arrivals', { body: { code: scanned.trim(), locationId: here.id } }),
      ).catch(() => undefined);
      if (!parcel) return { tone: 'unknown', word: t('noParcel'), detail: scanned };
      await navigate({ to: '/floor/returns/$returnId', params: { returnId: parcel.return.id } });
      void queries.invalidateQueries({ queryKey: ['floor', 'returns'] });
      return {
        tone: 'good',
        word: t(parcel.isNew ? 'parcelHere' : `st_${parcel.return.state}`),
        detail: parcel.return.number,
      };
    }
    const found = await queries.fetchQuery(findQuery(scanned, here.id, language)).catch(() => undefined);
    const variant = found?.exact === 'goods' ? found.goods[0]?.variant : undefined;
    const is = await look(variant ? { variantId: variant.id, ...(day ? { day } : { days: 60 }) } : { q: scanned });
    return is
      ? { tone: 'good', word: t('oneSale'), detail: variant?.title ?? scanned }
      : { tone: 'unknown', word: t('none'), detail: scanned };
  });

  return (
    <div className={classes.page}>
      <h1>{t('title')}</h1>
      <form
        className={classes.search}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim().length >= 3) void look({ q: text.trim() });
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
      <details className={classes.more}>
        <summary>{t('noReceipt')}</summary>
        <p>{t('noReceiptText')}</p>
        <form
          className={classes.search}
          onSubmit={(event) => {
            event.preventDefault();
            const money = readMoney(amount, 'PLN');
            const known = {
              ...(card.length === 4 ? { cardLast4: card } : {}),
              ...(money ? { amount: money.amount } : {}),
              ...(search.variantId ? { variantId: search.variantId } : {}),
            };
            if (Object.keys(known).length > 0) void look({ ...known, ...(day ? { day } : { days: 60 }) });
          }}
        >
          <Field
            label={t('cardLast4')}
            inputMode="numeric"
            autoComplete="off"
            value={card}
            onChange={(event) => setCard(event.currentTarget.value.replace(/\D/g, '').slice(0, 4))}
          />
          <Field
            label={t('amount')}
            inputMode="decimal"
            value={amount}
            onChange={(event) => setAmount(event.currentTarget.value)}
          />
          <Field
            label={t('day')}
            type="date"
            value={day}
            max={new Date().toISOString().slice(0, 10)}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <Button type="submit">{t('find')}</Button>
        </form>
      </details>
      {!isAsked(search) ? (
        <Empty title={t('start')}>
          <p>{t('startText')}</p>
        </Empty>
      ) : sales.data ? (
        sales.data.items.length === 0 ? (
          <Empty title={t('none')}>
            <p>{t('noneText')}</p>
            {policy.data?.blindReturns && (
              <Link to="/floor/returns/blind" search={{}} className={buttonClass}>
                {t('blind')}
              </Link>
            )}
          </Empty>
        ) : (
          <ul className={classes.list}>
            {sales.data.items.map((sale) => (
              <SaleRow key={sale.orderId} sale={sale} zone={here.zone} />
            ))}
          </ul>
        )
      ) : sales.isError ? (
        <Notice tone="brick" role="alert">
          <span>{t('failed')}</span>
          <Button onClick={() => void sales.refetch()}>{t('again')}</Button>
        </Notice>
      ) : (
        <Skeletons count={3} />
      )}
      <Parcels locationId={here.id} zone={here.zone} />
    </div>
  );
}

function SaleRow({ sale, zone }: { sale: FoundSale; zone: string }) {
  const language = useLanguage();
  return (
    <li>
      <Link to="/floor/returns/sale/$orderId" params={{ orderId: sale.orderId }} className={classes.row}>
        <span>
          <strong>{sale.number}</strong>
          <span>
            {formatDay(sale.placedAt, language, zone)}
            {sale.contact && ` · ${sale.contact}`}
          </span>
          <span>{sale.goods.map((one) => `${one.quantity} × ${one.title}`).join(', ')}</span>
        </span>
        <b>{formatMoney(sale.total, language)}</b>
      </Link>
    </li>
  );
}

function Parcels({ locationId, zone }: { locationId: string; zone: string }) {
  const t = useWords(returnWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const parcels = useQuery(parcelsQuery(locationId));
  useLive(['returns.'], () => void queries.invalidateQueries({ queryKey: ['floor', 'returns', 'parcels'] }));
  return (
    <section>
      <h2>{t('parcels')}</h2>
      {parcels.data?.items.length === 0 && <p className={classes.hint}>{t('noParcels')}</p>}
      <ul className={classes.list}>
        {parcels.data?.items.map((it) => (
          <li key={it.id}>
            <Link to="/floor/returns/$returnId" params={{ returnId: it.id }} className={classes.row}>
              <span>
                <strong>{it.number}</strong>
                <span>
                  {it.orderNumber} · {t('expected', { when: formatDay(it.announcedAt, language, zone) })}
                </span>
              </span>
              <Tag tone="brass">{t(`st_${it.state}`)}</Tag>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
