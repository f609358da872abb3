import type { Problem } from '@throughline/client';
import { formatMoney, type Money } from '@throughline/ui/format';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useHere } from '../frame/useStore.ts';
import { usePerform } from '../outbox/useOutbox.ts';
import { Button, Field, Notice } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import { CreditRow } from './CreditRow.tsx';
import { changeOf, type Paid, PaymentFields, toPayment, unpaid } from './PaymentFields.tsx';
import { goodsOf, type Order, type Quote } from './quote.ts';
import { Refused } from './Refused.tsx';
import type { SaleDraft } from './saleDraft.ts';
import classes from './till.module.css';
import { tillWords } from './words.ts';

/** The money: how it is paid, where the receipt goes, and the act that sells. */
export function Pay({
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
