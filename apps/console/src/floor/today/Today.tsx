import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useParams } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { formatTime } from '@throughline/ui/format';
import { type KeyboardEvent, useRef } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useHere } from '../frame/useStore.ts';
import { Button, Empty, Notice, Skeletons } from '../parts/index.tsx';
import { useKeys } from '../scan/ScanContext.tsx';
import { usePapers } from './Papers.tsx';
import { queueQuery } from './queries.ts';
import { byUrgency, keyOf, type Stage, stageOf, stages, type WorkRow } from './stages.ts';
import classes from './today.module.css';
import { useNow } from './useNow.ts';
import { WorkCard } from './WorkCard.tsx';
import { todayWords } from './words.ts';

const route = getRouteApi('/shell/floor/today');

/** The store's work by stage; on a wide screen the one that is open lies beside the list. */
export function Today() {
  const t = useWords(todayWords);
  const language = useLanguage();
  const here = useHere();
  const { stage: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const { workId } = useParams({ strict: false });
  const queue = useQuery(queueQuery(here.id, language));
  const rows = queue.data?.items ?? [];
  const opened = rows.find((row) => row.id === workId);
  const stage = asked ?? (opened ? stageOf(opened, here.id) : firstWith(rows));
  const shown = rows.filter((row) => stageOf(row, here.id) === stage).sort(byUrgency);
  const counts = new Map(stages.map((one) => [one, rows.filter((row) => stageOf(row, here.id) === one).length]));
  // A line for trouble, or for what another store sends, stands there only while there is some.
  const tabs = stages.filter((one) => !seldom.includes(one) || (counts.get(one) ?? 0) > 0 || stage === one);
  const papers = usePapers(rows, here.name, queue.data?.zone ?? here.zone);
  // By the stage and not by the tab's place: a tab of trouble that comes or goes must not change what a key does.
  useKeys(
    Object.fromEntries(
      tabs.map((one) => [keyOf[one], () => void navigate({ to: '/floor', search: { stage: one }, replace: true })]),
    ),
  );
  return (
    <div className={classes.today} data-open={workId !== undefined}>
      <section className={classes.list} aria-label={t('title')}>
        <div className={classes.titleRow}>
          <h1 className={classes.title}>{t('title')}</h1>
          {queue.data && (
            <span className={classes.asOf}>
              {t('asOf', { time: formatTime(queue.data.asOf, language, queue.data.zone) })}
            </span>
          )}
          {papers.button}
        </div>
        <nav className={classes.tabs} aria-label={t('stages')}>
          {tabs.map((one) => (
            <Link
              key={one}
              to="/floor"
              search={{ stage: one }}
              replace
              className={classes.tab}
              data-stage={one}
              data-none={(counts.get(one) ?? 0) === 0}
              aria-current={one === stage ? 'page' : undefined}
              data-focus-first={one === stage || undefined}
            >
              <strong>{queue.data ? counts.get(one) : '–'}</strong>
              <span>{t(one)}</span>
            </Link>
          ))}
        </nav>
        {queue.isPending ? (
          <Skeletons count={5} height={104} />
        ) : queue.isError && !queue.data ? (
          <Notice tone="brick" role="alert">
            <span>{t('failed')}</span>
            <Button onClick={() => void queue.refetch()}>{t('again')}</Button>
          </Notice>
        ) : shown.length === 0 ? (
          <Empty title={t(`${stage}Empty`)}>
            <p>{t(`${stage}EmptyText`)}</p>
          </Empty>
        ) : (
          <Rows rows={shown} zone={queue.data?.zone ?? here.zone} stage={stage} />
        )}
        {queue.data?.isComplete === false && <p className={classes.asOf}>{t('incomplete')}</p>}
      </section>
      <section className={classes.detail}>
        <Outlet />
      </section>
      {workId === undefined && papers.paper}
    </div>
  );
}

const seldom: readonly Stage[] = ['risk', 'arriving'];

/** Work begins where there is some: to put aside, else what lies ready. */
const firstWith = (rows: readonly WorkRow[]): Stage =>
  (['risk', 'aside', 'ready', 'waiting', 'picking', 'missing'] as const).find((one) =>
    rows.some((row) => stageOf(row) === one),
  ) ?? 'aside';

const usualRowHeight = 112;

function Rows({ rows, zone, stage }: { rows: readonly WorkRow[]; zone: string; stage: Stage }) {
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const rowsInPage = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualRowHeight,
    overscan: 6,
    getItemKey: (place) => rows[place]?.id ?? place,
  });
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const place = links.indexOf(document.activeElement as HTMLElement);
    const next = links[place + (event.key === 'ArrowDown' ? 1 : -1)] ?? (place < 0 ? links[0] : undefined);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the links inside, which are what is chosen.
    <div ref={scroller} className={classes.rows} onKeyDown={onKeyDown}>
      <ul className={classes.all} style={{ height: rowsInPage.getTotalSize() }}>
        {rowsInPage.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <li
                key={item.key}
                data-index={item.index}
                ref={rowsInPage.measureElement}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <WorkCard row={row} zone={zone} now={now} stage={stage} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
