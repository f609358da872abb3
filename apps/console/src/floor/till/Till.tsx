import { IconTrash } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { createApi, ProblemError, unwrap } from '@throughline/client';
import { formatMoney, type Money } from '@throughline/ui/format';
import { useEffect, useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { findQuery } from '../find/lookUp.ts';
import { useHere } from '../frame/useStore.ts';
import { Button, Empty, IconButton, Notice, Tag } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import { useKeys, useScans } from '../scan/ScanContext.tsx';
import { CouponRow } from './CouponRow.tsx';
import { CustomerRow } from './CustomerRow.tsx';
import { OrderInstead } from './OrderInstead.tsx';
import { Pay } from './Pay.tsx';
import { goodsOf, type Order } from './quote.ts';
import { SaleLine } from './SaleLine.tsx';
import { Sold } from './Sold.tsx';
import { addToSale, clearSale, keepSale, saleNow, useSale } from './saleDraft.ts';
import classes from './till.module.css';
import { tillWords } from './words.ts';

const route = getRouteApi('/shell/floor/till');

/** A sale at the counter: a scan adds, the sum is the server's, one act takes the money. */
export function Till() {
  const t = useWords(tillWords);
  const language = useLanguage();
  const here = useHere();
  const queries = useQueryClient();
  const sale = useSale();
  const { code } = route.useSearch();
  const navigate = route.useNavigate();
  const [isPaying, setPaying] = useState(false);
  const [isOrdering, setOrdering] = useState(false);
  const [sold, setSold] = useState<{ order: Order; change: Money | undefined }>();
  const isEmpty = sale.lines.length === 0 && !sale.code;

  // A cart that came by its code takes the till; what lay there before can be brought back.
  useEffect(() => {
    if (!code || saleNow().code === code) return;
    keepSale({ lines: [], code });
    setSold(undefined);
    setPaying(false);
  }, [code]);

  const quote = useQuery({
    queryKey: ['floor', 'quote', here.id, language, sale],
    queryFn: () =>
      unwrap(
        createApi({ language }).POST('/api/staff/floor/quote', {
          params: { header: { 'idempotency-key': crypto.randomUUID() } },
          body: {
            locationId: here.id,
            goods: goodsOf(sale),
            ...(sale.customerId ? { customerId: sale.customerId } : {}),
            ...(sale.couponCode ? { couponCode: sale.couponCode } : {}),
          },
        }),
      ),
    enabled: !isEmpty,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 60_000,
  });

  useScans(async (text) => {
    const found = await queries.fetchQuery(findQuery(text, here.id, language)).catch(() => undefined);
    const [goods] = found?.goods ?? [];
    if (found?.exact !== 'goods' || !goods) {
      const now = saleNow();
      // With an empty till a code opens what it is; a sale that is under way is not left by accident.
      if (!found || (now.lines.length === 0 && !now.code)) return undefined;
      return found.exact === 'none'
        ? { tone: 'unknown', word: t('unknown'), detail: t('unknownText', { text }) }
        : { tone: 'wrong', word: t('notGoods'), detail: t('notGoodsText', { text }) };
    }
    setSold(undefined);
    setPaying(false);
    if (saleNow().code) clearSale();
    addToSale(goods.variant.id);
    const wanted = saleNow().lines.find((line) => line.variantId === goods.variant.id)?.quantity ?? 1;
    return goods.freeHere < wanted
      ? { tone: 'wrong', word: goods.variant.title, detail: t('notFree') }
      : { tone: 'good', word: goods.variant.title, detail: goods.variant.optionsText };
  });
  useKeys({
    p: () => {
      if (quote.data && !isEmpty) setPaying(true);
    },
  });

  const finish = (order: Order, change: Money | undefined) => {
    setSold({ order, change });
    setPaying(false);
    clearSale();
    void navigate({ to: '/floor/till', search: {}, replace: true });
  };

  if (sold) return <Sold {...sold} onNew={() => setSold(undefined)} />;
  if (isEmpty)
    return (
      <div className={classes.till}>
        <section className={classes.goods}>
          <h1 className={classes.title}>{t('title')}</h1>
          <Empty title={t('empty')}>
            <p>{t('emptyText')}</p>
          </Empty>
          <CustomerRow sale={sale} quote={undefined} />
        </section>
      </div>
    );
  const failure = quote.error instanceof ProblemError ? quote.error.problem : undefined;
  return (
    <div className={classes.till} data-paying={isPaying}>
      <section className={classes.goods}>
        <div className={classes.titleRow}>
          <h1 className={classes.title}>{t('title')}</h1>
          {sale.code && <Tag tone="sky">{t('cart', { code: sale.code })}</Tag>}
          <IconButton
            label={t('clear')}
            onClick={() => {
              clearSale();
              void navigate({ to: '/floor/till', search: {}, replace: true });
            }}
          >
            <IconTrash size={22} aria-hidden="true" />
          </IconButton>
        </div>
        {failure && (
          <Notice tone="brick" role="alert">
            <span>{failure.code === 'offline' ? t('offline') : problemText(failure, language)}</span>
            <Button onClick={() => void quote.refetch()}>{t('again')}</Button>
          </Notice>
        )}
        <ul className={classes.lines} aria-label={t('lines')} aria-busy={quote.isFetching}>
          {quote.data?.lines.map((line) => (
            <SaleLine key={line.variant.id} line={line} sale={sale} limitBp={quote.data.discountLimitBp} />
          ))}
        </ul>
        <CustomerRow sale={sale} quote={quote.data} />
        <CouponRow sale={sale} problem={quote.data?.couponProblem ?? null} />
      </section>
      <section className={classes.sums}>
        {quote.data && (
          <>
            {quote.data.totals.discount.amount > 0 && (
              <p className={classes.sub}>
                <span>{t('discountTotal')}</span>
                <span>−{formatMoney(quote.data.totals.discount, language)}</span>
              </p>
            )}
            <p className={classes.total} aria-live="polite">
              <span>{t('total')}</span>
              <strong>{formatMoney(quote.data.totals.gross, language)}</strong>
            </p>
            <p className={classes.sub}>
              <span>{t('taxIn', { sum: formatMoney(quote.data.totals.tax, language) })}</span>
            </p>
            {isPaying ? (
              <Pay sale={sale} quote={quote.data} onBack={() => setPaying(false)} onSold={finish} />
            ) : (
              <>
                {!sale.code && (
                  <Button wide disabled={!sale.customerId} onClick={() => setOrdering(true)}>
                    {t(sale.customerId ? 'orderInstead' : 'orderNeedsCustomer')}
                  </Button>
                )}
                <Button
                  kind="primary"
                  wide
                  disabled={quote.isPlaceholderData || quote.isError}
                  onClick={() => setPaying(true)}
                >
                  {t('pay')} · {formatMoney(quote.data.totals.gross, language)}
                </Button>
              </>
            )}
          </>
        )}
        {isOrdering && (
          <OrderInstead
            sale={sale}
            hasEmail={quote.data?.customer?.hasEmail ?? false}
            onClose={() => setOrdering(false)}
          />
        )}
      </section>
    </div>
  );
}
