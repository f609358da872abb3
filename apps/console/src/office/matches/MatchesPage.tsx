import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatAgo } from '@throughline/ui/format';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice, ListNotice } from '../../shared/list/index.ts';
import { PageHead, Waiting } from '../../shared/page/index.ts';
import { useLive } from '../../shell/live.ts';
import { useMe } from '../../shell/me.ts';
import { Automatic } from './Automatic.tsx';
import type { Match } from './EvidenceTable.tsx';
import classes from './matches.module.css';
import { PairView } from './PairView.tsx';
import { matchWords } from './words.ts';

const states = ['open', 'later', 'merged', 'not_same'] as const;
const key = ['matches'];

/** Customers who may be one person: a queue, the evidence, and the word of whoever knows better. */
export function MatchesPage() {
  const t = useWords(matchWords);
  const api = useApi();
  const queries = useQueryClient();
  const me = useMe();
  const [state, setState] = useState<(typeof states)[number]>('open');
  const { data, error, refetch } = useQuery({
    queryKey: [...key, state],
    queryFn: async () => ({
      pairs: (await unwrap(api.GET('/api/staff/matches', { params: { query: { state, limit: 100 } } }))).items,
      summary: await unwrap(api.GET('/api/staff/matches/summary')),
    }),
  });
  useLive(['customers.match.'], () => void queries.invalidateQueries({ queryKey: key }));
  const counts = data?.summary.counts;
  const done = counts ? counts.merged + counts.not_same : 0;
  return (
    <>
      <PageHead title={t('title')} count={counts?.open ?? null}>
        <RunAll lastRun={data?.summary.lastRun ?? null} isKnown={data !== undefined} />
      </PageHead>
      <fieldset className={classes.views} aria-label={t('views')}>
        {states.map((one) => (
          <button key={one} type="button" aria-pressed={one === state} onClick={() => setState(one)}>
            {t(one)} {counts?.[one] ?? ''}
          </button>
        ))}
        {counts && done + counts.open > 0 && <small>{t('progress', { done, all: done + counts.open })}</small>}
      </fieldset>
      {error ? (
        <FailureNotice error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting label={t('title')} />
      ) : data.pairs.length === 0 ? (
        <ListNotice
          title={t(state === 'open' ? 'emptyTitle' : state)}
          text={t(state === 'open' ? 'emptyText' : 'emptyOther')}
        />
      ) : (
        <Queue key={state} pairs={data.pairs} />
      )}
      {me.role === 'admin' && data && (
        <Automatic key={data.summary.setting.automaticBits} setting={data.summary.setting} />
      )}
    </>
  );
}

function Queue({ pairs }: { pairs: Match[] }) {
  const t = useWords(matchWords);
  const language = useLanguage();
  const [chosen, setChosen] = useState({ id: pairs[0]?.id, index: 0 });
  // A pair that was decided is gone: the one that took its place comes next.
  const found = pairs.findIndex((pair) => pair.id === chosen.id);
  const index = found >= 0 ? found : Math.min(chosen.index, pairs.length - 1);
  const pair = pairs[index];
  const go = (to: number) => {
    const next = pairs[Math.max(0, Math.min(pairs.length - 1, to))];
    if (next) setChosen({ id: next.id, index: pairs.indexOf(next) });
  };
  return (
    <div className={classes.desk}>
      <ul className={classes.queue} aria-label={t('queue')}>
        {pairs.map((one, n) => (
          <li key={one.id}>
            <button type="button" aria-current={n === index} onClick={() => go(n)}>
              <span>{one.left.name ?? t('noName')}</span>
              <small>{percent(one.probability, language)}</small>
              <span>{one.right.name ?? t('noName')}</span>
            </button>
          </li>
        ))}
      </ul>
      {pair && <PairView key={pair.id} match={pair} move={(by) => go(index + by)} />}
    </div>
  );
}

const percent = (probability: number, language: string) =>
  probability.toLocaleString(language, { style: 'percent', maximumFractionDigits: probability > 0.99 ? 1 : 0 });

function RunAll({ lastRun, isKnown }: { lastRun: { customers: number; startedAt: string } | null; isKnown: boolean }) {
  const t = useWords(matchWords);
  const language = useLanguage();
  const api = useApi();
  const me = useMe();
  const run = useMutation({
    mutationFn: () => unwrap(api.POST('/api/staff/matches/runs', { headers: { 'idempotency-key': newKey() } })),
    onSuccess: () => notifications.show({ message: t('queued') }),
    onError: (error) => notifications.show({ message: error.message, color: 'red' }),
  });
  return (
    <>
      {isKnown && (
        <small>
          {lastRun
            ? t('lastRun', { n: lastRun.customers, ago: formatAgo(lastRun.startedAt, new Date(), language) })
            : t('neverRun')}
        </small>
      )}
      {me.role === 'admin' && (
        <Button variant="default" loading={run.isPending} onClick={() => run.mutate()}>
          {t('runAll')}
        </Button>
      )}
    </>
  );
}
