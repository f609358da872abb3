import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { formatAgo, formatDayAndTime, formatTime } from '@throughline/ui/format';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { PageHead, Section, State, type Tone, useRetailer, Waiting } from '../../shared/page/index.ts';
import office from '../office.module.css';
import classes from './health.module.css';
import { healthWords } from './words.ts';

type Page = Answer<'/api/staff/health', 'get'>;
type Check = Page['checks'][number];

const tones: Record<Check['state'], Tone> = { good: 'good', slow: 'waiting', bad: 'bad', off: 'plain' };
const groups = [
  { word: 'store', kinds: ['stock', 'mail'] },
  { word: 'analyticsGroup', kinds: ['analytics', 'analytics_lag', 'orders_agree', 'ingest'] },
  { word: 'sources', kinds: ['source'] },
  { word: 'events', kinds: ['subscriber'] },
  { word: 'queues', kinds: ['queue'] },
] as const;

export function HealthPage() {
  const t = useWords(healthWords);
  const language = useLanguage();
  const api = useApi();
  const { zone } = useRetailer();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['health'],
    queryFn: () => unwrap(api.GET('/api/staff/health')),
    refetchInterval: 15_000,
  });
  if (error && !data) return <FailureNotice error={error} retry={() => void refetch()} />;
  const count = (state: Check['state']) => data?.checks.filter((check) => check.state === state).length ?? 0;
  const [bad, slow] = [count('bad'), count('slow')];
  return (
    <>
      <PageHead title={t('title')}>
        {data && (
          <span className={classes.soft}>{t('checked', { time: formatTime(data.checkedAt, language, zone) })}</span>
        )}
        <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
          {t('check')}
        </Button>
      </PageHead>
      <div className={office.document}>
        {!data ? (
          <Waiting label={t('title')} />
        ) : (
          <div className={classes.page}>
            <p className={classes.verdict} role="status">
              <State tone={bad > 0 ? 'bad' : slow > 0 ? 'waiting' : 'good'}>
                {bad > 0 ? t('someBad', { n: bad }) : slow > 0 ? t('someSlow', { n: slow }) : t('allGood')}
              </State>
            </p>
            {groups.map(({ word, kinds }) => (
              <Group
                key={word}
                title={t(word)}
                checks={data.checks.filter((check) => kinds.some((kind) => kind === check.kind))}
                page={data}
              />
            ))}
          </div>
        )}
      </div>
    </>
  );
}

/** What is wrong stands open; of many that are well, one line is enough until somebody asks. */
function Group({ title, checks, page }: { title: string; checks: readonly Check[]; page: Page }) {
  const t = useWords(healthWords);
  const troubled = checks.filter((check) => check.state !== 'good');
  const good = checks.filter((check) => check.state === 'good');
  if (checks.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={classes.checks}>
        {(good.length > 4 ? troubled : checks).map((check) => (
          <Row key={check.id} check={check} page={page} />
        ))}
      </ul>
      {good.length > 4 && (
        <details className={classes.rest}>
          <summary>
            <State tone="good">
              {troubled.length === 0 ? t('allOf', { n: good.length }) : t('showAll', { n: good.length })}
            </State>
          </summary>
          <ul className={classes.checks}>
            {good.map((check) => (
              <Row key={check.id} check={check} page={page} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Row({ check, page }: { check: Check; page: Page }) {
  const t = useWords(healthWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const name =
    check.name ?? t(check.kind as 'stock' | 'mail' | 'analytics' | 'analytics_lag' | 'orders_agree' | 'ingest');
  const details = useDetails(check, page);
  return (
    <li>
      <span className={classes.name}>
        {check.name ? <code>{name}</code> : name}
        {details.map((detail) => (
          <small key={detail}>{detail}</small>
        ))}
        {check.error && <small className={classes.error}>{check.error}</small>}
      </span>
      <State tone={tones[check.state]}>{t(check.state)}</State>
      <span className={classes.soft}>
        {check.since
          ? `${t('since')}: ${formatDayAndTime(check.since, language, zone)}`
          : t('checked', { time: formatTime(page.checkedAt, language, zone) })}
      </span>
    </li>
  );
}

function useDetails(check: Check, page: Page): string[] {
  const t = useWords(healthWords);
  const language = useLanguage();
  const { kind, state, count, lagSeconds } = check;
  const n = count ?? 0;
  const found: string[] = [];
  if (lagSeconds !== null && lagSeconds >= 1) {
    const seconds = Math.round(lagSeconds);
    found.push(
      t('lag', {
        n:
          seconds < 120
            ? t('seconds', { n: seconds })
            : seconds < 7_200
              ? t('minutes', { n: Math.round(seconds / 60) })
              : t('hours', { n: Math.round(seconds / 3_600) }),
      }),
    );
  }
  if (kind === 'source') {
    found.push(
      check.lastAt
        ? t('lastEvent', { ago: formatAgo(check.lastAt, new Date(page.checkedAt), language) })
        : t('noEvent'),
    );
  }
  if (kind === 'analytics' && state === 'bad') found.push(t('analyticsBad'));
  if (n > 0) {
    if (kind === 'stock') found.push(t('stockBad', { n }));
    if (kind === 'mail') found.push(t('mailBad', { n }));
    if (kind === 'ingest' || kind === 'source') found.push(t('ingestBad', { n }));
    if (kind === 'subscriber') found.push(t('dead', { n }));
    if (kind === 'queue') found.push(t(state === 'bad' ? 'failed' : 'waiting', { n }));
    if (kind === 'orders_agree') found.push(t('ordersApart', { n }));
    if (kind === 'analytics_lag') found.push(t('batches', { n }));
  }
  return found;
}
