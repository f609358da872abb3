import { FileInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useWords } from '../../shared/language.tsx';
import { MoneyDialog } from './MoneyDialog.tsx';
import { key } from './money.ts';
import { readStatement } from './readStatement.ts';
import { moneyWords } from './words.ts';

const currency = 'PLN';

/** A statement of the bank, as a file. */
export function Upload({ onClose }: { onClose(): void }) {
  const t = useWords(moneyWords);
  const api = useApi();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string>();
  const send = useMutation({
    mutationFn: async (chosen: File) => {
      const read = readStatement(await chosen.text(), currency);
      if (!read.ok) {
        setFault(read.fault === 'line' ? t('fault_line', { line: read.line ?? 0 }) : t(`fault_${read.fault}`));
        return undefined;
      }
      setFault(undefined);
      const states: string[] = [];
      for (let from = 0; from < read.lines.length; from += 500) {
        const lines = read.lines.slice(from, from + 500);
        const { items } = await unwrap(api.POST('/api/staff/payments/transfers', { body: { lines } }));
        states.push(...items.map((item) => item.state));
      }
      return states;
    },
    async onSuccess(states) {
      if (!states) return;
      await queries.invalidateQueries({ queryKey: key });
      const paid = states.filter((state) => state === 'matched').length;
      notifications.show({ message: t('imported', { n: states.length, paid }) });
      onClose();
    },
  });
  return (
    <MoneyDialog
      title={t('upload')}
      act={t('import')}
      acting={{ mutate: () => file && send.mutate(file), isPending: send.isPending, error: null, isDisabled: !file }}
      onClose={onClose}
    >
      <FileInput
        label={t('file')}
        description={t('uploadHint')}
        accept=".csv,text/csv"
        value={file}
        onChange={setFile}
        error={fault ?? send.error?.message}
      />
    </MoneyDialog>
  );
}
