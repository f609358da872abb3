import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatMoney } from '@throughline/ui/format';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useRetailer } from '../../shared/page/index.ts';
import { MoneyDialog } from './MoneyDialog.tsx';
import { key, type ToSend } from './money.ts';
import { moneyWords } from './words.ts';

/** It was sent from the bank: with what reference, and when. */
export function MarkSent({ one, onClose }: { one: ToSend; onClose(): void }) {
  const t = useWords(moneyWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const api = useApi();
  const queries = useQueryClient();
  const [reference, setReference] = useState('');
  const [sentOn, setSentOn] = useState(() => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date()));
  const [once] = useState(newKey);
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/payments/to-send/{id}/sent', {
          params: { path: { id: one.id }, header: { 'idempotency-key': once } },
          body: { reference, sentOn },
        }),
      ),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: key });
      onClose();
    },
  });
  return (
    <MoneyDialog
      title={t('markSent')}
      about={[formatMoney(one.amount, language, 'exact'), one.orderNumber, one.reference, one.payer, one.account]}
      act={t('markSent')}
      acting={save}
      onClose={onClose}
    >
      <TextInput
        label={t('reference')}
        description={t('referenceHint')}
        value={reference}
        required
        withAsterisk={false}
        maxLength={120}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('sentOn')}
        value={sentOn}
        required
        withAsterisk={false}
        onChange={(event) => setSentOn(event.currentTarget.value)}
      />
    </MoneyDialog>
  );
}
