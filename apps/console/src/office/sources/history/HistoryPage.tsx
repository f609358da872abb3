import { Button, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../../shared/api.ts';
import { useWords } from '../../../shared/language.tsx';
import { FailureNotice, FileLink } from '../../../shared/list/index.ts';
import { PageHead, Section, State, Waiting } from '../../../shared/page/index.ts';
import office from '../../office.module.css';
import { FaultNotice } from './FaultNotice.tsx';
import { FileField } from './FileField.tsx';
import classes from './history.module.css';
import { MappingStep } from './MappingStep.tsx';
import { type History, historyKey, toneOf, useHistory } from './queries.ts';
import { sendHistory } from './sendHistory.ts';
import { historyWords } from './words.ts';

/** One file of history: what its rows would become, how far it is, what became of it. */
export function HistoryPage() {
  const { id = '' } = useParams({ strict: false });
  const t = useWords(historyWords);
  const { data, error, refetch } = useHistory(id);
  return (
    <>
      <PageHead
        title={data?.fileName ?? t('title')}
        back={
          <Link className={classes.back} to="/office/sources/history">
            {t('title')}
          </Link>
        }
      >
        {data && <State tone={toneOf(data.state)}>{t(`state_${data.state}`)}</State>}
        {data && data.state !== 'done' && data.state !== 'cancelled' && <Act id={id} act="cancel" />}
      </PageHead>
      <div className={office.document}>
        {error ? (
          <FailureNotice error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Waiting label={t('title')} />
        ) : data.state === 'uploading' ? (
          <GoOnSending data={data} />
        ) : data.state === 'uploaded' ? (
          <MappingStep data={data} />
        ) : (
          <Outcome data={data} />
        )}
      </div>
    </>
  );
}

function GoOnSending({ data }: { data: History }) {
  const t = useWords(historyWords);
  const api = useApi();
  const queries = useQueryClient();
  const [share, setShare] = useState(0);
  const send = useMutation({
    mutationFn: async (file: File) => {
      if (file.size !== data.bytes) throw new Error(t('otherFile'));
      await sendHistory(api, data.id, file, setShare);
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: historyKey }),
  });
  return (
    <>
      <p className={classes.hint}>{t('brokeOff', { percent: Math.floor((data.uploaded / data.bytes) * 100) })}</p>
      <FileField
        label={t('sameAgain')}
        share={send.isPending ? share : undefined}
        error={send.error?.message}
        onFile={(file) => send.mutate(file)}
      />
    </>
  );
}

function Outcome({ data }: { data: History }) {
  const t = useWords(historyWords);
  const percent = Math.floor(data.share * 100);
  const isUnderWay = data.state === 'running' || data.state === 'paused';
  return (
    <Section title={t(`state_${data.state}`)}>
      {isUnderWay && (
        <div className={classes.progress} role="status">
          <Progress value={percent} aria-label={t('progress', { percent })} />
          <span>{t('progress', { percent })}</span>
        </div>
      )}
      {data.fault && <FaultNotice fault={data.fault} />}
      {data.startedAt && (
        <ul className={classes.outcome}>
          <li>{t('rows', { n: data.rows })}</li>
          <li>{t('kept', { n: data.kept })}</li>
          {data.known > 0 && <li>{t('known', { n: data.known })}</li>}
          {data.faulty > 0 && <li>{t('faulty', { n: data.faulty })}</li>}
        </ul>
      )}
      <div className={classes.acts}>
        {data.state === 'running' && <Act id={data.id} act="pause" />}
        {(data.state === 'paused' || data.state === 'failed') && data.isFileKept && data.startedAt && (
          <Act id={data.id} act="resume" />
        )}
        {data.faulty > 0 && (
          <FileLink href={`/api/staff/history-imports/${data.id}/faults`} name="not-imported.csv" label={t('report')} />
        )}
      </div>
      {data.state === 'running' && <p className={classes.hint}>{t('mayLeave')}</p>}
      {data.state === 'done' && <p className={classes.hint}>{t('doneHint')}</p>}
    </Section>
  );
}

function Act({ id, act }: { id: string; act: 'pause' | 'resume' | 'cancel' }) {
  const t = useWords(historyWords);
  const api = useApi();
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: () => {
      const options = { params: { path: { id } }, headers: { 'idempotency-key': newKey() } };
      return unwrap(
        act === 'pause'
          ? api.POST('/api/staff/history-imports/{id}/pause', options)
          : act === 'resume'
            ? api.POST('/api/staff/history-imports/{id}/resume', options)
            : api.POST('/api/staff/history-imports/{id}/cancel', options),
      );
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: historyKey }),
    onError: (error) => notifications.show({ message: error.message, color: 'red' }),
  });
  return (
    <Button
      variant={act === 'cancel' ? 'subtle' : 'default'}
      {...(act === 'cancel' ? { color: 'red' } : {})}
      loading={decide.isPending}
      onClick={() => decide.mutate()}
    >
      {t(act)}
    </Button>
  );
}
