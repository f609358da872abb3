import { Button, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { formatDay } from '@throughline/ui/format';
import office from '../../office/office.module.css';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { PageHead, Section, State, useRetailer, Waiting } from '../../shared/page/index.ts';
import { Columns } from './Columns.tsx';
import classes from './imports.module.css';
import { Preview } from './Preview.tsx';
import { type Import, importsKey, toneOf, useImport } from './queries.ts';
import { Report } from './Report.tsx';
import { importWords } from './words.ts';

/** One file of customers, step by step: what its columns say, what would happen, how far it is, what became of it. */
export function ImportPage() {
  const { id = '' } = useParams({ strict: false });
  const t = useWords(importWords);
  const { data, error, refetch } = useImport(id);
  return (
    <>
      <PageHead
        title={data?.fileName ?? t('title')}
        back={
          <Link className={classes.back} to="/office/customers/import">
            {t('allImports')}
          </Link>
        }
      >
        {data && <State tone={toneOf(data.state)}>{t(`state_${data.state}`)}</State>}
        {data && ['uploading', 'mapping', 'checked', 'failed'].includes(data.state) && <Drop id={id} />}
      </PageHead>
      <div className={office.document}>
        {error ? (
          <FailureNotice error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Waiting label={t('title')} />
        ) : (
          <Step key={data.state} data={data} />
        )}
      </div>
    </>
  );
}

function Step({ data }: { data: Import }) {
  const t = useWords(importWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const same = data.sameFileAt && (data.state === 'mapping' || data.state === 'checked') && (
    <p className={classes.notice}>{t('sameFile', { day: formatDay(data.sameFileAt, language, zone) })}</p>
  );
  switch (data.state) {
    case 'uploading':
      return <p className={classes.hint}>{t('broken')}</p>;
    case 'failed':
      return (
        <p className={classes.bad} role="alert">
          {data.fault}
        </p>
      );
    case 'mapping':
      return (
        <>
          {same}
          <Columns data={data} />
        </>
      );
    case 'checked':
      return (
        <>
          {same}
          <Preview data={data} />
        </>
      );
    case 'checking':
    case 'applying':
    case 'undoing':
      return <Working data={data} />;
    default:
      return <Outcome data={data} />;
  }
}

function Working({ data }: { data: Import }) {
  const t = useWords(importWords);
  const percent = data.total ? Math.min(100, Math.round((data.done / data.total) * 100)) : 0;
  const said =
    data.total === null
      ? t('rowsRead', { n: data.done })
      : t('progress', { done: data.done.toLocaleString('pl-PL'), total: data.total.toLocaleString('pl-PL') });
  return (
    <div className={classes.progress} role="status">
      <Progress value={data.total === null ? 100 : percent} animated={data.total === null} aria-label={said} />
      <span>
        {said}
        {data.state !== 'checking' && <small>{t(data.state === 'undoing' ? 'undoing' : 'applying')}</small>}
      </span>
    </div>
  );
}

function Outcome({ data }: { data: Import }) {
  const t = useWords(importWords);
  const api = useApi();
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/customers/imports/{id}/undo', {
          params: { path: { id: data.id } },
          headers: { 'idempotency-key': newKey() },
        }),
      ),
    onSettled: () => void queries.invalidateQueries({ queryKey: importsKey }),
    onError: (error) => notifications.show({ message: error.message, color: 'red' }),
  });
  const left = (data.counts.refused ?? 0) + (data.counts.faulty ?? 0);
  return (
    <Section title={t(`state_${data.state}`)}>
      <ul className={classes.outcome}>
        {(['made', 'filled', 'unchanged', 'skipped'] as const).map((one) =>
          data.counts[one] ? <li key={one}>{t(one, { n: data.counts[one] })}</li> : null,
        )}
        {data.counts.kept ? <li>{t('kept', { n: data.counts.kept })}</li> : null}
      </ul>
      <div className={classes.acts}>
        {left > 0 && <Report id={data.id} />}
        {data.state === 'applied' && (
          <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
            {t('undo')}
          </Button>
        )}
      </div>
      {data.state === 'applied' && <p className={classes.hint}>{t('undoHint')}</p>}
    </Section>
  );
}

function Drop({ id }: { id: string }) {
  const t = useWords(importWords);
  const api = useApi();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const drop = useMutation({
    mutationFn: () =>
      unwrap(
        api.DELETE('/api/staff/customers/imports/{id}', {
          params: { path: { id } },
          headers: { 'idempotency-key': newKey() },
        }),
      ),
    onSuccess: async () => {
      notifications.show({ message: t('dropped') });
      await navigate({ to: '/office/customers/import' });
      void queries.invalidateQueries({ queryKey: importsKey });
    },
    onError: (error) => notifications.show({ message: error.message, color: 'red' }),
  });
  return (
    <Button variant="subtle" color="red" loading={drop.isPending} onClick={() => drop.mutate()}>
      {t('drop')}
    </Button>
  );
}
