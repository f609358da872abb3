import { formatMoney, type Money } from '@throughline/ui/format';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useHere } from '../frame/useStore.ts';
import { usePerform } from '../outbox/useOutbox.ts';
import { Button, Notice, Sheet } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import { changeOf, type Paid, PaymentFields, toPayment, unpaid } from '../till/PaymentFields.tsx';
import { findWords } from './words.ts';

/** An order that waits for its money is paid at the counter; its goods are fetched from then on. */
export function PayOrder({
  orderId,
  number,
  toPay,
  onClose,
  onPaid,
}: {
  orderId: string;
  number: string;
  toPay: Money;
  onClose(): void;
  onPaid(): void;
}) {
  const t = useWords(findWords);
  const language = useLanguage();
  const here = useHere();
  const perform = usePerform();
  const [paid, setPaid] = useState<Paid>(unpaid);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ text: string; tone: 'brick' | 'brass' }>();
  const change = changeOf(paid, toPay);
  const pay = async () => {
    setBusy(true);
    setTold(undefined);
    const outcome = await perform({
      deed: 'sale',
      about: number,
      url: `/api/staff/orders/${orderId}/pay-here`,
      body: { locationId: here.id, payment: toPayment(paid, toPay) },
    });
    setBusy(false);
    if (outcome.state === 'done') onPaid();
    if (outcome.state === 'kept') setTold({ text: t('kept'), tone: 'brass' });
    if (outcome.state === 'refused') setTold({ text: problemText(outcome.problem, language), tone: 'brick' });
  };
  return (
    <Sheet title={t('payTitle', { number })} onClose={onClose}>
      <strong>{formatMoney(toPay, language)}</strong>
      <PaymentFields toPay={toPay} paid={paid} onChange={setPaid} />
      {told && (
        <Notice tone={told.tone} role="alert">
          <span>{told.text}</span>
        </Notice>
      )}
      <Button
        kind="primary"
        wide
        busy={busy}
        disabled={told?.tone === 'brass' || (paid.method === 'cash' && (change === undefined || change.amount < 0))}
        onClick={() => void pay()}
      >
        {t('payTaken', { sum: formatMoney(toPay, language) })}
      </Button>
    </Sheet>
  );
}
