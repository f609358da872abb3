import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatMoney } from '@throughline/ui/format';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { readAmount, writeAmount } from '../../shared/page/index.ts';
import type { OrderPageData } from './orderParts.tsx';
import classes from './orders.module.css';
import { orderWords } from './words.ts';

/** What can still be given back, in minor units. */
export const leftToRefund = (page: OrderPageData): number =>
  page.payments.reduce(
    (sum, payment) => sum + payment.captured.amount - payment.refunded.amount - payment.refunding.amount,
    0,
  );

/** Money back by hand, to the means it was paid with. */
export function RefundForm({ page, onClose }: { page: OrderPageData; onClose(): void }) {
  const t = useWords(orderWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const { currency } = page.order.totals.gross;
  const left = leftToRefund(page);
  const [amount, setAmount] = useState(writeAmount(left, currency, language));
  const [reason, setReason] = useState('');
  const [once] = useState(newKey);
  const minor = readAmount(amount, currency);
  const isRight = minor !== undefined && minor > 0 && minor <= left;
  const refund = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/orders/{id}/refunds', {
          params: { path: { id: page.order.id }, header: { 'idempotency-key': once } },
          body: { amount: { amount: minor ?? 0, currency }, reason },
        }),
      ),
    async onSuccess({ refunds }) {
      const worst = (['failed', 'pending'] as const).find((state) => refunds.some((one) => one.state === state));
      notifications.show({ message: t(worst ? `refund_${worst}` : 'refund_done') });
      await queries.invalidateQueries({ queryKey: ['order-page'] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    refund.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t('giveBack')}>
      <form onSubmit={submit} className={classes.refund}>
        <TextInput
          label={t('refundAmount')}
          description={t('refundLeft', { amount: formatMoney({ amount: left, currency }, language, 'exact') })}
          value={amount}
          inputMode="decimal"
          required
          withAsterisk={false}
          error={amount && !isRight ? t('refundTooMuch') : undefined}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        <TextInput
          label={t('refundReason')}
          value={reason}
          required
          withAsterisk={false}
          minLength={3}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {refund.error && <p role="alert">{refund.error.message}</p>}
        <Button type="submit" loading={refund.isPending} disabled={!isRight}>
          {t('giveBack')}
        </Button>
      </form>
    </Dialog>
  );
}
