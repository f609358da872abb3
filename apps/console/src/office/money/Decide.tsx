import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatMoney } from '@throughline/ui/format';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { MoneyDialog } from './MoneyDialog.tsx';
import { key, type Line } from './money.ts';
import { moneyWords } from './words.ts';

/** What a person says of a line that fitted nothing: whose it is, or that it goes back. */
export function Decide({ line, decision, onClose }: { line: Line; decision: 'accept' | 'sent_back'; onClose(): void }) {
  const t = useWords(moneyWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/payments/transfers/{id}/decision', {
          params: { path: { id: line.id } },
          body: { decision, reason, ...(number.trim() ? { orderNumber: number.trim() } : {}) },
        }),
      ),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: key });
      onClose();
    },
  });
  return (
    <MoneyDialog
      title={t(decision === 'accept' ? 'accept' : 'sentBack')}
      about={[formatMoney(line.amount, language, 'exact'), line.title || '—']}
      act={t('save')}
      acting={decide}
      onClose={onClose}
    >
      {decision === 'accept' && (
        <TextInput
          label={t('number')}
          value={number}
          maxLength={20}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={t('reason')}
        description={t('reasonHint')}
        value={reason}
        required
        withAsterisk={false}
        minLength={3}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </MoneyDialog>
  );
}
