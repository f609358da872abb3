import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatDay, formatMoney } from '@throughline/ui/format';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useRetailer } from '../../shared/page/index.ts';
import { MoneyDialog } from './MoneyDialog.tsx';
import classes from './money.module.css';
import { key, type ToSend } from './money.ts';
import { moneyWords } from './words.ts';

/** What was paid too much goes onto a code, when the customer wants it so; the code is shown once. */
export function AsCredit({ one, onClose }: { one: ToSend; onClose(): void }) {
  const t = useWords(moneyWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const api = useApi();
  const queries = useQueryClient();
  const [once] = useState(newKey);
  const give = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/payments/to-send/{id}/credit', {
          params: { path: { id: one.id }, header: { 'idempotency-key': once } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
  if (!give.data)
    return (
      <MoneyDialog
        title={t('asCredit')}
        about={[formatMoney(one.amount, language, 'exact'), one.orderNumber, one.payer]}
        act={t('asCreditGive')}
        acting={give}
        onClose={onClose}
      >
        <p>{t('asCreditHint')}</p>
      </MoneyDialog>
    );
  // Years away, so the year is said.
  const day = `${formatDay(give.data.expiresAt, language, zone)} ${give.data.expiresAt.slice(0, 4)}`;
  return (
    <Dialog onClose={onClose} title={t('asCredit')}>
      <div className={classes.form} role="status">
        <p>
          <strong className={classes.code}>{give.data.code}</strong>
        </p>
        <p>{t(give.data.isMailed ? 'asCreditMailed' : 'asCreditCode', { day })}</p>
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
    </Dialog>
  );
}
