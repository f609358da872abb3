import { Button, FileButton, Progress } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../shared/language.tsx';
import classes from './history.module.css';
import { historyWords } from './words.ts';

/** A file, chosen or dropped, and how much of it was sent. */
export function FileField(props: {
  label: string;
  share: number | undefined;
  error: string | undefined;
  onFile(file: File): void;
}) {
  const t = useWords(historyWords);
  const [isOver, setOver] = useState(false);
  const isSending = props.share !== undefined;
  const percent = Math.round((props.share ?? 0) * 100);
  return (
    <fieldset
      className={classes.drop}
      data-over={isOver || undefined}
      aria-label={props.label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file && !isSending) props.onFile(file);
      }}
    >
      <FileButton
        accept=".csv,.txt,.tsv,.ndjson,.jsonl,.json,.gz,text/csv,application/x-ndjson,application/gzip"
        onChange={(file) => file && props.onFile(file)}
      >
        {(button) => (
          <Button {...button} loading={isSending}>
            {props.label}
          </Button>
        )}
      </FileButton>
      {isSending ? (
        <div className={classes.progress} role="status">
          <Progress value={percent} aria-label={t('sending', { percent })} />
          <span>{t('sending', { percent })}</span>
        </div>
      ) : (
        <span className={classes.soft}>{t('orDrop')}</span>
      )}
      {props.error && (
        <p className={classes.bad} role="alert">
          {props.error}
        </p>
      )}
    </fieldset>
  );
}
