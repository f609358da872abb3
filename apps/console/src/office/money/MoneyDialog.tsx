import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { Dialog } from '../../shared/Dialog.tsx';
import classes from './money.module.css';

/** A dialog with one thing to say about money: what it is about, what is to be filled in, and the one act. */
export function MoneyDialog({
  title,
  about,
  act,
  acting,
  onClose,
  children,
}: {
  title: string;
  /** The money in question: amount, order, payer; what is not known is left out. */
  about?: readonly (string | null | undefined)[];
  act: string;
  acting: { mutate(): void; isPending: boolean; error: Error | null; isDisabled?: boolean };
  onClose(): void;
  children?: ReactNode;
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    acting.mutate();
  };
  return (
    <Dialog onClose={onClose} title={title}>
      <form onSubmit={submit} className={classes.form}>
        {about && <p>{about.filter(Boolean).join(' · ')}</p>}
        {children}
        {acting.error && (
          <p role="alert" className={classes.bad}>
            {acting.error.message}
          </p>
        )}
        <Button type="submit" loading={acting.isPending} disabled={acting.isDisabled ?? false}>
          {act}
        </Button>
      </form>
    </Dialog>
  );
}
