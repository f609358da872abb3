import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../shared/Dialog.tsx';
import { useWords } from '../../shared/language.tsx';
import money from '../money/money.module.css';
import { privacyWords } from './words.ts';

/** An act that is written down with the reason somebody types for it. */
export function WithReason({
  title,
  act,
  children,
  does,
  onClose,
}: {
  title: string;
  act: string;
  children?: ReactNode;
  does(reason: string): Promise<unknown>;
  onClose(): void;
}) {
  const t = useWords(privacyWords);
  const [reason, setReason] = useState('');
  const doing = useMutation({ mutationFn: () => does(reason.trim()) });
  return (
    <Dialog onClose={onClose} title={title}>
      <form
        className={money.form}
        onSubmit={(event) => {
          event.preventDefault();
          doing.mutate();
        }}
      >
        {children}
        <TextInput
          label={t('why')}
          description={t('whyHint')}
          value={reason}
          required
          withAsterisk={false}
          minLength={3}
          maxLength={300}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {doing.error && (
          <p role="alert" className={money.bad}>
            {doing.error.message}
          </p>
        )}
        <Button type="submit" loading={doing.isPending}>
          {act}
        </Button>
      </form>
    </Dialog>
  );
}
