import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { formatDay } from '@throughline/ui/format';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { downloadCsv, toCsv } from '../../shared/list/index.ts';
import classes from './returns.module.css';
import { officeReturnWords } from './words.ts';

const isoDay = (at: Date) => at.toISOString().slice(0, 10);

/** The record of returns that stands beside the fiscal memory, for days of the calendar, as a file. */
export function SeparateRecord({ onClose }: { onClose(): void }) {
  const t = useWords(officeReturnWords);
  const language = useLanguage();
  const api = useApi();
  const now = new Date();
  const [from, setFrom] = useState(isoDay(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1))));
  const [to, setTo] = useState(isoDay(now));
  const fetching = useMutation({
    mutationFn: () => unwrap(api.GET('/api/staff/returns/record', { params: { query: { from, to } } })),
    onSuccess: ({ items, zone }) => {
      const day = (at: string | null) => (at ? formatDay(at, language, zone) : '');
      const header = (
        [
          'protocol',
          'soldOn',
          'returnedOn',
          'goods',
          'sku',
          'pieces',
          'gross',
          'tax',
          'rate',
          'proof',
          'location',
        ] as const
      ).map((word) => t(word));
      const rows = items.map((it) => [
        it.protocol,
        day(it.soldAt),
        day(it.returnedAt),
        it.goods || t('delivery'),
        it.sku,
        it.quantity,
        it.gross / 100,
        it.tax / 100,
        `${it.taxRateBp / 100}%`,
        it.proof ?? t('noProof'),
        it.place,
      ]);
      downloadCsv(`returns-${from}-${to}`, toCsv(header, rows, [`${t('recordFile')} ${from} – ${to}`]));
    },
  });
  return (
    <Dialog onClose={onClose} title={t('recordFile')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          fetching.mutate();
        }}
      >
        <p className={classes.soft}>{t('recordFileText')}</p>
        <div className={classes.days}>
          <TextInput
            type="date"
            label={t('from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput type="date" label={t('to')} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
        </div>
        {fetching.error && (
          <p role="alert" className={classes.bad}>
            {fetching.error.message}
          </p>
        )}
        <Button type="submit" loading={fetching.isPending} disabled={!from || !to || from > to}>
          {t('download')}
        </Button>
      </form>
    </Dialog>
  );
}
