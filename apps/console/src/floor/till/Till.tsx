import { IconCheck, IconMinus, IconPlus, IconTrash, IconUser } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Answer, type Body, createApi, type Problem, ProblemError, unwrap } from '@throughline/client';
import { formatMoney, type Money } from '@throughline/ui/format';
import { useEffect, useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { findQuery } from '../find/lookUp.ts';
import { useHere } from '../frame/useStore.ts';
import { usePerform } from '../outbox/useOutbox.ts';
import { Button, Empty, Field, IconButton, Notice, Picture, Sheet, Tag } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import { ChooseCustomer } from '../people/ChooseCustomer.tsx';
import { useKeys, useScans } from '../scan/ScanContext.tsx';
import { DiscountSheet } from './DiscountSheet.tsx';
import { OrderInstead } from './OrderInstead.tsx';
import { changeOf, type Paid, PaymentFields, toPayment, unpaid } from './PaymentFields.tsx';
import { Refused } from './Refused.tsx';
import { addToSale, clearSale, discountSale, keepSale, type SaleDraft, saleNow, useSale } from './saleDraft.ts';
import classes from './till.module.css';
import { tillWords } from './words.ts';

type Quote = Answer<'/api/staff/floor/quote', 'post'>;
type QuoteLine = Quote['lines'][number];
type Order = Answer<'/api/staff/sales', 'post'>;

const route = getRouteApi('/shell/floor/till');

const goodsOf = (sale: SaleDraft): Body<'/api/staff/floor/quote', 'post'>['goods'] =>
  sale.code
    ? {
        code: sale.code,
        discounts: Object.entries(sale.discounts ?? {}).map(([variantId, discount]) => ({ variantId, discount })),
      }
    : {
        lines: sale.lines.map(({ variantId, quantity, discount }) => ({
          variantId,
          quantity,
          ...(discount ? { discount } : {}),
        })),
      };

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
            <Line key={line.variant.id} line={line} sale={sale} limitBp={quote.data.discountLimitBp} />
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

function Line({ line, sale, limitBp }: { line: QuoteLine; sale: SaleDraft; limitBp: number }) {
  const t = useWords(tillWords);
  const language = useLanguage();
  const [isDiscounting, setDiscounting] = useState(false);
  const own = sale.lines.find((one) => one.variantId === line.variant.id);
  const discountButton = (
    <Button kind="quiet" onClick={() => setDiscounting(true)}>
      {t('discount')}
    </Button>
  );
  const isRisen = line.quotedUnit !== null && line.listUnit.amount > line.quotedUnit.amount;
  const isShort = !line.isHeldForThem && line.freeHere < line.quantity;
  return (
    <li className={classes.line}>
      <Picture url={line.variant.pictureUrl} />
      <div className={classes.what}>
        <Link to="/floor/stock/$variantId" params={{ variantId: line.variant.id }}>
          {line.variant.title}
        </Link>
        <span>{line.variant.optionsText}</span>
        {isRisen && line.quotedUnit && (
          <span className={classes.quoted}>
            {t('quoted', {
              price: formatMoney(line.quotedUnit, language),
              list: formatMoney(line.listUnit, language),
            })}
          </span>
        )}
        {line.isHeldForThem && <Tag tone="velvet">{t('cartHeld')}</Tag>}
        {isShort && (
          <span className={classes.short}>
            {line.freeHere > 0
              ? t('freeHere', { n: line.freeHere })
              : line.heldHere > 0
                ? t('noneFree', { n: line.heldHere })
                : t('noneHere')}
          </span>
        )}
      </div>
      <div className={classes.figures}>
        <strong>{formatMoney(line.gross, language)}</strong>
        {line.discount.amount > 0 && <span>−{formatMoney(line.discount, language)}</span>}
      </div>
      {own ? (
        <div className={classes.change}>
          <IconButton label={own.quantity > 1 ? t('less') : t('remove')} onClick={() => addToSale(line.variant.id, -1)}>
            {own.quantity > 1 ? <IconMinus size={22} aria-hidden="true" /> : <IconTrash size={22} aria-hidden="true" />}
          </IconButton>
          <output aria-label={t('quantity', { title: line.variant.title })}>{own.quantity}</output>
          <IconButton label={t('more')} onClick={() => addToSale(line.variant.id, 1)}>
            <IconPlus size={22} aria-hidden="true" />
          </IconButton>
          {discountButton}
        </div>
      ) : (
        <div className={classes.change}>
          <output>{line.quantity} ×</output>
          {discountButton}
        </div>
      )}
      {isDiscounting && (
        <DiscountSheet
          unit={line.baseUnit}
          limitBp={limitBp}
          now={own ? own.discount : sale.discounts?.[line.variant.id]}
          onClose={() => setDiscounting(false)}
          onChange={(discount) => {
            setDiscounting(false);
            discountSale(line.variant.id, discount);
          }}
        />
      )}
    </li>
  );
}

function CustomerRow({ sale, quote }: { sale: SaleDraft; quote: Quote | undefined }) {
  const t = useWords(tillWords);
  const [isChoosing, setChoosing] = useState(false);
  const [name, setName] = useState<string | null>(null);
  const shown = quote?.customer?.name ?? name;
  return (
    <div className={classes.row}>
      <Button onClick={() => setChoosing(true)}>
        <IconUser size={22} aria-hidden="true" />
        {sale.customerId || quote?.customer ? (shown ?? t('customer')) : t('noCustomer')}
      </Button>
      {sale.customerId && (
        <Button kind="quiet" onClick={() => keepSale({ ...sale, customerId: undefined })}>
          {t('withoutCustomer')}
        </Button>
      )}
      {isChoosing && (
        <ChooseCustomer
          onClose={() => setChoosing(false)}
          onChoose={(person) => {
            setName(person.name);
            keepSale({ ...sale, customerId: person.id });
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}

function CouponRow({ sale, problem }: { sale: SaleDraft; problem: string | null }) {
  const t = useWords(tillWords);
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState('');
  if (sale.code) return null;
  return (
    <div className={classes.row}>
      <Button onClick={() => setOpen(true)}>
        {sale.couponCode ? `${t('coupon')}: ${sale.couponCode}` : t('couponAdd')}
      </Button>
      {sale.couponCode && (
        <Button kind="quiet" onClick={() => keepSale({ ...sale, couponCode: undefined })}>
          {t('couponOff')}
        </Button>
      )}
      {problem && (
        <Notice tone="brick" role="alert">
          <span>{problem}</span>
        </Notice>
      )}
      {isOpen && (
        <Sheet title={t('coupon')} onClose={() => setOpen(false)}>
          <Field label={t('coupon')} value={code} onChange={(event) => setCode(event.currentTarget.value)} />
          <Button
            kind="primary"
            wide
            disabled={!code.trim()}
            onClick={() => {
              keepSale({ ...sale, couponCode: code.trim().toUpperCase() });
              setOpen(false);
            }}
          >
            {t('couponPut')}
          </Button>
        </Sheet>
      )}
    </div>
  );
}

function Pay({
  sale,
  quote,
  onBack,
  onSold,
}: {
  sale: SaleDraft;
  quote: Quote;
  onBack(): void;
  onSold(order: Order, change: Money | undefined): void;
}) {
  const t = useWords(tillWords);
  const language = useLanguage();
  const here = useHere();
  const perform = usePerform();
  const [paid, setPaid] = useState<Paid>(unpaid);
  const [receiptTo, setReceiptTo] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Problem>();
  const [isKept, setKept] = useState(false);
  const [credit, setCredit] = useState<{ code: string; balance: Money }>();
  const total = (refused?.total as Money | undefined) ?? quote.totals.gross;
  const byCredit = credit ? Math.min(credit.balance.amount, total.amount) : 0;
  const toPay = { ...total, amount: total.amount - byCredit };
  const change = changeOf(paid, toPay);
  const sell = async () => {
    setBusy(true);
    setRefused(undefined);
    const outcome = await perform<Order>({
      deed: 'sale',
      about: quote.lines.map((line) => line.variant.sku).join(', '),
      url: '/api/staff/sales',
      body: {
        locationId: here.id,
        goods: goodsOf(sale),
        ...(sale.customerId ? { customerId: sale.customerId } : {}),
        ...(sale.couponCode && !quote.couponProblem ? { couponCode: sale.couponCode } : {}),
        ...(receiptTo.trim() ? { receiptTo: receiptTo.trim() } : {}),
        ...(credit ? { storeCredit: { code: credit.code, amount: { ...total, amount: byCredit } } } : {}),
        ...(toPay.amount > 0 || !credit ? { payment: toPayment(paid, toPay) } : {}),
      },
    });
    setBusy(false);
    if (outcome.state === 'done') onSold(outcome.answer, change);
    else if (outcome.state === 'kept') setKept(true);
    else setRefused(outcome.problem);
  };
  // Before the money: what was taken on the terminal for a sale that is then refused has to be given back.
  const shortage = refused?.code === 'insufficient_stock' ? refused : quote.shortage;
  if (shortage) return <Refused problem={shortage} onBack={onBack} />;
  return (
    <div className={classes.pay}>
      <CreditRow credit={credit} used={{ ...total, amount: byCredit }} onChange={setCredit} />
      {(toPay.amount > 0 || !credit) && <PaymentFields toPay={toPay} paid={paid} onChange={setPaid} />}
      {quote.customer?.hasEmail ? (
        <p className={classes.hint}>{t('receiptKnown')}</p>
      ) : (
        <Field
          label={t('receiptTo')}
          type="email"
          inputMode="email"
          value={receiptTo}
          onChange={(event) => setReceiptTo(event.currentTarget.value)}
        />
      )}
      {isKept && (
        <Notice tone="brass" role="alert">
          <span>{t('notConfirmed')}</span>
        </Notice>
      )}
      {refused && (
        <Notice tone="brick" role="alert">
          <span>
            {refused.toPay
              ? t('amountChanged', { sum: formatMoney(refused.toPay as Money, language) })
              : problemText(refused, language)}
          </span>
        </Notice>
      )}
      <Button
        kind="primary"
        wide
        busy={busy}
        disabled={isKept || (toPay.amount > 0 && paid.method === 'cash' && (change === undefined || change.amount < 0))}
        onClick={() => void sell()}
      >
        {credit && toPay.amount === 0
          ? t('sellCredit')
          : t(paid.method === 'cash' ? 'sellCash' : 'sellCard', { sum: formatMoney(toPay, language) })}
      </Button>
      <Button wide onClick={onBack}>
        {t('back')}
      </Button>
    </div>
  );
}

/** A code the customer brings: looked up before it counts, so that nobody promises what is not on it. */
function CreditRow({
  credit,
  used,
  onChange,
}: {
  credit: { code: string; balance: Money } | undefined;
  used: Money;
  onChange(credit: { code: string; balance: Money } | undefined): void;
}) {
  const t = useWords(tillWords);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string>();
  const look = async () => {
    try {
      const found = await unwrap(
        createApi({ language }).GET('/api/staff/credits/{code}', { params: { path: { code: code.trim() } } }),
      );
      onChange({ code: found.credit.code, balance: found.credit.balance });
      setOpen(false);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setFault(problemText({ ...error.problem, code: 'credit_invalid' }, language));
    }
  };
  return (
    <div className={classes.row}>
      {credit ? (
        <>
          <span>{t('creditUsed', { sum: formatMoney(used, language), code: credit.code })}</span>
          <Button kind="quiet" onClick={() => onChange(undefined)}>
            {t('creditOff')}
          </Button>
        </>
      ) : (
        <Button onClick={() => setOpen(true)}>{t('creditAdd')}</Button>
      )}
      {isOpen && (
        <Sheet title={t('credit')} onClose={() => setOpen(false)}>
          <Field
            label={t('credit')}
            placeholder="SC-"
            value={code}
            error={fault}
            onChange={(event) => {
              setFault(undefined);
              setCode(event.currentTarget.value);
            }}
          />
          <Button kind="primary" wide disabled={code.trim().length < 12} onClick={() => void look()}>
            {t('creditPut')}
          </Button>
        </Sheet>
      )}
    </div>
  );
}

function Sold({ order, change, onNew }: { order: Order; change: Money | undefined; onNew(): void }) {
  const t = useWords(tillWords);
  const language = useLanguage();
  return (
    <section className={classes.sold} role="status">
      <IconCheck size={72} stroke={2} aria-hidden="true" />
      <h1>{t('doneTitle')}</h1>
      <p>
        {t('doneText', { number: order.number })} · {formatMoney(order.totals.gross, language)}
      </p>
      {change && change.amount > 0 && (
        <p className={classes.changeDue}>
          <span>{t('change')}</span>
          <strong>{formatMoney(change, language)}</strong>
        </p>
      )}
      <Button kind="primary" wide data-focus-first onClick={onNew}>
        {t('newSale')}
      </Button>
    </section>
  );
}
