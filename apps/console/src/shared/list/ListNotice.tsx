import { Button } from '@mantine/core';
import { ProblemError } from '@throughline/client';
import type { ReactNode } from 'react';
import { useWords } from '../language.tsx';
import classes from './list.module.css';
import { listWords } from './words.ts';

/** In the place of rows: what would be here, and the one act that helps. */
export function ListNotice({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return (
    <div className={classes.notice}>
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
    </div>
  );
}

/** Why something could not be read: no right, no answer, or a fault with its number. */
export function FailureNotice({ error, retry }: { error: Error; retry(): void }) {
  const t = useWords(listWords);
  const problem = error instanceof ProblemError ? error.problem : undefined;
  if (problem?.code === 'not_allowed' || problem?.code === 'wrong_location')
    return <ListNotice title={t('noRightTitle')} text={t('noRightText')} />;
  const text =
    problem?.code === 'offline'
      ? t('offlineText')
      : problem && problem.status < 500 && problem.detail
        ? problem.detail
        : t('failedText', { id: problem?.requestId ?? '–' });
  return (
    <div role="alert">
      <ListNotice
        title={t('failedTitle')}
        text={text}
        action={
          <Button variant="default" onClick={retry}>
            {t('retry')}
          </Button>
        }
      />
    </div>
  );
}
