import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type Answer, createApi, type Problem, ProblemError, unwrap } from '@throughline/client';
import { formatDay, formatMoney } from '@throughline/ui/format';
import { useRef, useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { findQuery } from '../find/lookUp.ts';
import { useHere } from '../frame/useStore.ts';
import { Button, Field, Notice, Sheet, Skeletons, Tag } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import { useScans } from '../scan/ScanContext.tsx';
import { changeOf, type Paid, PaymentFields, toPayment, unpaid } from '../till/PaymentFields.tsx';
import { Piece } from './Piece.tsx';
import { type Choice, differenceOf, firstChoice, isExplained, worthOf } from './pieces.ts';
import { type DeskBody, type Sale, saleQuery } from './queries.ts';
import { Refused } from './Refused.tsx';
import classes from './returns.module.css';
import { Select } from './Select.tsx';
import { returnWords } from './words.ts';

const route = getRouteApi('/shell/floor/returns/sale/$orderId');
type Taken = Answer<'/api/staff/returns', 'post'>;

/** A sale on the counter: tap what comes back, give the money, done. */
export function ReturnDesk() {
  const t = useWords(returnWords);
  const language = useLanguage();
  const { orderId } = route.useParams();
  const sale = useQuery(saleQuery(orderId, language));
  if (sale.data) return <Desk key={orderId} sale={sale.data} />;
  return (
    <div className={classes.page}>
      {sale.isError ? (
        <Notice tone="brick" role="alert">
          <span>{t('failed')}</span>
          <Button onClick={() => void sale.refetch()}>{t('again')}</Button>
        </Notice>
      ) : (
        <Skeletons count={3} />
      )}
    </div>
  );
}

interface NewGoods {
  variantId: string;
  title: string;
  quantity: number;
}

function Desk({ sale }: { sale: Sale }) {
  const t = useWords(returnWords);
  const language = useLanguage();
  const here = useHere();
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<Record<string, Choice>>({});
  const [payout, setPayout] = useState<DeskBody['payout']>('original');
  const [goods, setGoods] = useState<NewGoods[]>();
  const [paid, setPaid] = useState<Paid>(unpaid);
  const [wanted, setWanted] = useState('');
  const [busy, setBusy] = useState(false);
  const [showing, setShowing] = useState(false);
  const [refused, setRefused] = useState<Problem>();
  // One act is one return, however often the button is pressed; anything changed is another act.
  const key = useRef(crypto.randomUUID());
  const changed = () => {
    key.current = crypto.randomUUID();
    setRefused(undefined);
  };
  const { currency } = sale.total;
  const money = (amount: number) => ({ amount, currency });
  const back = sale.lines.reduce((sum, line) => {
    const choice = chosen[line.orderLineId];
    return choice ? sum + worthOf(line, choice) : sum;
  }, 0);
  const quote = useQuery({
    queryKey: ['floor', 'quote', here.id, language, goods],
    queryFn: () =>
      unwrap(
        createApi({ language }).POST('/api/staff/floor/quote', {
          params: { header: { 'idempotency-key': crypto.randomUUID() } },
          body: {
            locationId: here.id,
            goods: { lines: (goods ?? []).map(({ variantId, quantity }) => ({ variantId, quantity })) },
          },
        }),
      ),
    enabled: goods !== undefined && goods.length > 0,
  });
  const isExchange = goods !== undefined && goods.length > 0;
  const difference = differenceOf(isExchange ? (quote.data?.totals.gross.amount ?? 0) : 0, back);
  const any = Object.keys(chosen).length > 0;
  const cuts = Object.values(chosen).flatMap((choice) => choice.deduction ?? []);
  // What is taken off is seen by the customer before it is final.
  const isCut = cuts.length > 0;
  const isReady = cuts.every(isExplained);

  const choose = (lineId: string, choice: Choice | undefined) => {
    changed();
    setChosen(({ [lineId]: before, ...rest }) => {
      const line = sale.lines.find((one) => one.orderLineId === lineId);
      if (choice) return { ...rest, [lineId]: choice };
      // "Take back" says no choice yet; the minus of the last piece takes the line out.
      return before || !line ? rest : { ...rest, [lineId]: firstChoice(line) };
    });
  };
  const addGoods = (variantId: string, title: string) => {
    changed();
    setGoods((now = []) =>
      now.some((one) => one.variantId === variantId)
        ? now.map((one) => (one.variantId === variantId ? { ...one, quantity: one.quantity + 1 } : one))
        : [...now, { variantId, title, quantity: 1 }],
    );
  };
  const look = async (text: string) => {
    const found = await queries.fetchQuery(findQuery(text, here.id, language)).catch(() => undefined);
    return found?.goods[0]?.variant;
  };
  useScans(async (text) => {
    const found = await queries.fetchQuery(findQuery(text, here.id, language)).catch(() => undefined);
    const variant = found?.exact === 'goods' ? found.goods[0]?.variant : undefined;
    if (!variant) return undefined;
    if (goods !== undefined) {
      addGoods(variant.id, variant.title);
      return { tone: 'good', word: t('added'), detail: variant.title };
    }
    const line = sale.lines.find((one) => one.variantId === variant.id && one.returnable > 0);
    if (!line?.bestRule) return { tone: 'wrong', word: t('notOfSale'), detail: variant.title };
    const now = chosen[line.orderLineId];
    if (!now) choose(line.orderLineId, undefined);
    else if (now.quantity < line.returnable) choose(line.orderLineId, { ...now, quantity: now.quantity + 1 });
    return { tone: 'good', word: t('added'), detail: variant.title };
  });

  const act = async () => {
    setBusy(true);
    setRefused(undefined);
    const body = {
      orderId: sale.orderId,
      locationId: here.id,
      payout,
      lines: Object.entries(chosen).map(([orderLineId, choice]) => ({ orderLineId, ...choice })),
    };
    const params = { header: { 'idempotency-key': key.current } };
    const api = createApi({ language });
    try {
      const taken: Taken = isExchange
        ? await unwrap(
            api.POST('/api/staff/exchanges', {
              params,
              body: {
                ...body,
                goods: { lines: goods.map(({ variantId, quantity }) => ({ variantId, quantity })) },
                ...(difference.pays > 0 ? { payment: toPayment(paid, money(difference.pays)) } : {}),
              },
            }),
          )
        : await unwrap(api.POST('/api/staff/returns', { params, body }));
      await navigate({ to: '/floor/returns/$returnId', params: { returnId: taken.return.id } });
      void queries.invalidateQueries({ queryKey: ['floor'] });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setRefused(error.problem);
      setBusy(false);
    }
  };

  const methods = sale.payments.filter((payment) => payment.refundable.amount > 0);
  const toGive = isExchange ? difference.gets : back;
  const cashIs = methods.every((payment) => payment.method === 'cash') || toGive <= sale.cashUpTo.amount;
  const change = changeOf(paid, money(difference.pays));
  const isShort = difference.pays > 0 && paid.method === 'cash' && (change === undefined || change.amount < 0);
  return (
    <div className={classes.desk}>
      <section className={classes.scroll}>
        <h1>{sale.number}</h1>
        <p className={classes.hint}>
          {t('sold', { day: formatDay(sale.placedAt, language, sale.zone), place: sale.soldAt ?? t('online') })}
          {sale.contact && ` · ${sale.contact}`} · {formatMoney(sale.total, language)}
        </p>
        <p className={classes.tags}>
          {sale.payments.map((payment) => (
            <Tag key={payment.id}>
              {t('leftOn', { method: methodWord(t, payment.method), sum: formatMoney(payment.refundable, language) })}
            </Tag>
          ))}
          {sale.returns.map((one) => (
            <Tag key={one.id} tone="brass">
              {one.number} {t(`st_${one.state}`)}
            </Tag>
          ))}
        </p>
        <ul className={classes.list}>
          {sale.lines.map((line) => (
            <Piece
              key={line.orderLineId}
              line={line}
              choice={chosen[line.orderLineId]}
              currency={currency}
              zone={sale.zone}
              limit={sale.deductionPercent}
              onChange={(choice) => choose(line.orderLineId, choice)}
            />
          ))}
        </ul>
        {goods !== undefined && (
          <div className={classes.exchange}>
            <h2>{t('newGoods')}</h2>
            <p className={classes.hint}>{t('exchangeText')}</p>
            <form
              className={classes.search}
              onSubmit={async (event) => {
                event.preventDefault();
                const variant = wanted.trim() ? await look(wanted.trim()) : undefined;
                if (!variant) return;
                addGoods(variant.id, `${variant.title}, ${variant.optionsText}`);
                setWanted('');
              }}
            >
              <Field label={t('findGoods')} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} />
              <Button type="submit">{t('find')}</Button>
            </form>
            <ul className={classes.list}>
              {goods.map((one) => (
                <li key={one.variantId} className={classes.row}>
                  <span>
                    <strong>
                      {one.quantity} × {one.title}
                    </strong>
                  </span>
                  <b>
                    {formatMoney(
                      quote.data?.lines.find((line) => line.variant.id === one.variantId)?.gross ?? money(0),
                      language,
                    )}
                  </b>
                </li>
              ))}
            </ul>
            {quote.data?.shortage && (
              <Notice tone="brick" role="alert">
                <span>{problemText({ code: 'insufficient_stock', title: '' }, language)}</span>
              </Notice>
            )}
          </div>
        )}
      </section>
      <section className={classes.foot}>
        {any && (
          <>
            {difference.pays > 0 && <PaymentFields toPay={money(difference.pays)} paid={paid} onChange={setPaid} />}
            {toGive > 0 && (
              <Select<DeskBody['payout']>
                label={t('payout')}
                value={payout}
                options={[
                  { value: 'original', label: t('original') },
                  ...(cashIs && !methods.every((payment) => payment.method === 'cash')
                    ? [{ value: 'cash' as const, label: t('cash') }]
                    : []),
                  { value: 'store_credit', label: t('store_credit') },
                ]}
                onChange={(value) => {
                  changed();
                  setPayout(value);
                }}
              />
            )}
            {refused && <Refused problem={refused} />}
            <p className={classes.total} aria-live="polite">
              <span>
                {!isExchange ? t('sum') : difference.pays > 0 ? t('toPay') : toGive > 0 ? t('toGive') : t('even')}
              </span>
              <strong>{formatMoney(money(difference.pays || toGive), language)}</strong>
            </p>
          </>
        )}
        <Button
          kind="primary"
          wide
          busy={busy}
          disabled={!any || !isReady || (isExchange && (!quote.data || quote.data.shortage !== null)) || isShort}
          onClick={() => (isCut ? setShowing(true) : void act())}
        >
          {isCut
            ? t('showCustomer')
            : isExchange
              ? t('exchangeAct')
              : back > 0 || !any
                ? t('giveBack', { sum: formatMoney(money(back), language) })
                : t('takeIn')}
        </Button>
        <Button
          wide
          disabled={!any}
          onClick={() => {
            changed();
            setGoods(goods === undefined ? [] : undefined);
          }}
        >
          {t(goods === undefined ? 'exchange' : 'noExchange')}
        </Button>
      </section>
      {showing && (
        <Sheet title={t('forCustomer')} onClose={() => setShowing(false)}>
          <ul className={classes.list}>
            {sale.lines.map((line) => {
              const choice = chosen[line.orderLineId];
              if (!choice) return null;
              return (
                <li key={line.orderLineId} className={classes.row}>
                  <span>
                    <strong>
                      {choice.quantity} × {line.title}
                    </strong>
                    {choice.deduction && (
                      <span>
                        −{choice.deduction.percent} %: {choice.deduction.reason}
                      </span>
                    )}
                  </span>
                  <b>{formatMoney(money(worthOf(line, choice)), language, 'exact')}</b>
                </li>
              );
            })}
          </ul>
          <p className={classes.total}>
            <span>{t(difference.pays > 0 ? 'toPay' : 'toGive')}</span>
            <strong>{formatMoney(money(difference.pays || toGive), language)}</strong>
          </p>
          <Button
            kind="primary"
            wide
            busy={busy}
            onClick={() => {
              setShowing(false);
              void act();
            }}
          >
            {t('customerAgrees')}
          </Button>
        </Sheet>
      )}
    </div>
  );
}

const methods = ['cash', 'card', 'card_terminal', 'store_credit'] as const;

/** How it was paid, in words; what a provider of tomorrow brings is "other". */
function methodWord(t: ReturnType<typeof useWords<(typeof returnWords)['en']>>, method: string): string {
  const known = methods.find((one) => one === method);
  return known ? t(`m_${known}`) : t('m_other');
}
