import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog, focusWhenShown } from '../../shared/Dialog.tsx';
import { useWords } from '../../shared/language.tsx';
import classes from './returns.module.css';
import { officeReturnWords } from './words.ts';

/** A withdrawal that was spoken or written: recorded with its time, and acknowledged. */
export function RecordWithdrawal({ onClose }: { onClose(): void }) {
  const t = useWords(officeReturnWords);
  const api = useApi();
  const queries = useQueryClient();
  const [number, setNumber] = useState('');
  const [once, setOnce] = useState(newKey);
  const record = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/withdrawals', {
          params: { header: { 'idempotency-key': once } },
          body: { orderNumber: number.trim() },
        }),
      ),
    onSuccess: (recorded) => {
      notifications.show({ message: t('recorded', { number: recorded.number }) });
      void queries.invalidateQueries({ queryKey: ['office-withdrawals'] });
      void queries.invalidateQueries({ queryKey: ['office-returns'] });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('record')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (number.trim().length >= 3) record.mutate();
        }}
      >
        <p className={classes.soft}>{t('recordText')}</p>
        <TextInput
          ref={focusWhenShown}
          label={t('orderNumber')}
          placeholder="V-100234"
          maxLength={20}
          value={number}
          onChange={(event) => {
            setNumber(event.currentTarget.value);
            setOnce(newKey());
          }}
          error={record.error?.message}
        />
        <Button type="submit" loading={record.isPending} disabled={number.trim().length < 3}>
          {t('record')}
        </Button>
      </form>
    </Dialog>
  );
}
