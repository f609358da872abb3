import { useState } from 'react';
import { useWords } from '../../shared/language.tsx';
import { Button, Choices, Field, Sheet } from '../parts/index.tsx';
import { workWords } from './words.ts';

/** One of the usual reasons by a tap, or another in words. */
export function ReasonSheet({
  title,
  text,
  reasons,
  confirm,
  onClose,
  onConfirm,
}: {
  title: string;
  text: string;
  reasons: readonly string[];
  confirm: string;
  onClose(): void;
  onConfirm(reason: string): void;
}) {
  const t = useWords(workWords);
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  return (
    <Sheet title={title} onClose={onClose}>
      <p style={{ margin: 0 }}>{text}</p>
      <Choices
        legend={t('reasonTitle')}
        value={reasons.find((one) => one === reason)}
        options={reasons.map((one) => ({ value: one, label: one }))}
        onChange={setReason}
      />
      <Field
        label={t('reason')}
        value={reason}
        maxLength={500}
        error={isShort ? t('reasonMissing') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        kind="primary"
        wide
        onClick={() => {
          if (reason.trim().length < 3) setShort(true);
          else onConfirm(reason.trim());
        }}
      >
        {confirm}
      </Button>
    </Sheet>
  );
}
