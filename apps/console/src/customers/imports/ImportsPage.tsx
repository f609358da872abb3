import { Button, FileButton, Progress } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { formatDay } from '@throughline/ui/format';
import { useState } from 'react';
import office from '../../office/office.module.css';
import { useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { PageHead, Section, State, useRetailer, Waiting } from '../../shared/page/index.ts';
import classes from './imports.module.css';
import { importsKey, toneOf, useImports } from './queries.ts';
import { sendFile } from './sendFile.ts';
import { importWords } from './words.ts';

/** Bringing customers in from a file, and what was brought in so far. */
export function ImportsPage() {
  const t = useWords(importWords);
  const api = useApi();
  const language = useLanguage();
  const { zone } = useRetailer();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [share, setShare] = useState(0);
  const { data, error, refetch } = useImports();
  const send = useMutation({
    mutationFn: (file: File) => sendFile(api, file, setShare),
    onSettled: () => void queries.invalidateQueries({ queryKey: importsKey }),
    onSuccess: (id) => void navigate({ to: '/office/customers/import/$id', params: { id } }),
  });
  const percent = Math.round(share * 100);
  return (
    <>
      <PageHead
        title={t('title')}
        back={
          <Link className={classes.back} to="/office/customers">
            {t('back')}
          </Link>
        }
      />
      <div className={`${office.document} ${office.narrowDocument}`}>
        <p className={classes.hint}>{t('hint')}</p>
        <FileButton
          accept=".csv,.txt,.tsv,.gz,text/csv"
          onChange={(file) => {
            setShare(0);
            if (file) send.mutate(file);
          }}
        >
          {(props) => (
            <Button {...props} loading={send.isPending}>
              {t('choose')}
            </Button>
          )}
        </FileButton>
        {send.isPending && (
          <div className={classes.progress} role="status">
            <Progress value={percent} aria-label={t('uploading', { percent })} />
            <span>{t('uploading', { percent })}</span>
          </div>
        )}
        {send.error && (
          <p className={classes.bad} role="alert">
            {send.error.message || t('uploadFailed')}
          </p>
        )}
        <Section title={t('before')}>
          {error ? (
            <FailureNotice error={error} retry={() => void refetch()} />
          ) : !data ? (
            <Waiting label={t('before')} />
          ) : data.items.length === 0 ? (
            <p className={classes.soft}>{t('none')}</p>
          ) : (
            <ul className={classes.list}>
              {data.items.map((one) => (
                <li key={one.id}>
                  <Link to="/office/customers/import/$id" params={{ id: one.id }}>
                    {one.fileName}
                  </Link>
                  <State tone={toneOf(one.state)}>{t(`state_${one.state}`)}</State>
                  <small>
                    {[
                      formatDay(one.createdAt, language, zone),
                      one.counts.made === undefined ? undefined : t('made', { n: one.counts.made }),
                      one.counts.filled ? t('filled', { n: one.counts.filled }) : undefined,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </>
  );
}
