import { useMantineColorScheme } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { ProblemError } from '@throughline/client';
import { formatAgo } from '@throughline/ui/format';
import { useEffect, useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useLive } from '../../shell/live.ts';
import { useMe } from '../../shell/me.ts';
import { isStoreDevice } from '../device/isStoreDevice.ts';
import { useIdleLock, useLock } from '../device/useLock.ts';
import { findQuery, isNothing } from '../find/lookUp.ts';
import { keepAnswers, recallAnswers } from '../outbox/keepAnswers.ts';
import { keepScan } from '../outbox/outbox.ts';
import { useLine, useSendKept } from '../outbox/useOutbox.ts';
import { Empty, Notice, Skeletons } from '../parts/index.tsx';
import { type Answer, ScanProvider, useKeys, useScanner, useScans } from '../scan/ScanContext.tsx';
import { ShownAnswer } from '../scan/ShownAnswer.tsx';
import { type Queue, queueQuery, workQuery } from '../today/queries.ts';
import classes from './frame.module.css';
import { Header } from './Header.tsx';
import { loadScreens } from './loadAhead.ts';
import { Sections } from './Sections.tsx';
import { useNewWork } from './useNewWork.ts';
import { locationsQuery, type Store, useStore } from './useStore.ts';
import { frameWords } from './words.ts';

/** Every screen of a store: where I am, who I am, whether the line is up, what waits to be sent; and the scanner's ear. */
export function FloorFrame() {
  const { colorScheme } = useMantineColorScheme();
  const queries = useQueryClient();
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const stop = keepAnswers(queries);
    void recallAnswers(queries).then(() => setReady(true));
    const later = setTimeout(loadScreens, 1_500);
    return () => {
      clearTimeout(later);
      stop();
    };
  }, [queries]);
  // Under a shop's lamps light reads better: dark only where somebody chose it.
  const theme = colorScheme === 'auto' ? 'light' : colorScheme;
  return (
    <div className={classes.floor} data-own-navigation data-theme={theme}>
      {isReady ? (
        <ScanProvider>
          <WithStore />
        </ScanProvider>
      ) : (
        <Skeletons count={3} />
      )}
    </div>
  );
}

function WithStore() {
  const t = useWords(frameWords);
  const { store } = useStore();
  const { isPending } = useQuery(locationsQuery());
  if (store) return <InStore store={store} />;
  if (isPending) return <Skeletons count={4} />;
  return (
    <main className={classes.main}>
      <Empty title={t('storeNone')}>
        <p>{t('storeNoneText')}</p>
      </Empty>
    </main>
  );
}

function InStore({ store }: { store: Store }) {
  const t = useWords(frameWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const scanner = useScanner();
  const line = useLine();
  const queue = useQuery(queueQuery(store.id, language));
  useLive(['fulfilment.', 'stock.', 'orders.', 'carts.'], () => {
    void queries.invalidateQueries({ queryKey: ['floor', 'queue'] });
    void queries.invalidateQueries({ queryKey: ['floor', 'work'] });
    void queries.invalidateQueries({ queryKey: ['floor', 'stock'] });
  });
  useSendKept(({ sent, refused }) =>
    scanner.tell({ tone: refused > 0 ? 'wrong' : 'good', word: t('back', { sent, refused }) }),
  );
  useFallbackScan(store);
  useFrameKeys();
  useIdleLock();
  useReadAhead(queue.data);
  const { role } = useMe();
  const { untaken: news, risen } = useNewWork(queue.data, role === 'manager' || role === 'admin');
  const age = queue.dataUpdatedAt > 0 ? formatAgo(new Date(queue.dataUpdatedAt), new Date(), language) : '…';
  return (
    <>
      <Header store={store} news={news} />
      {!line.server && (
        <Notice tone="brass" role="status">
          <span>
            <strong>{t('downTitle')}</strong> {t('downRead', { age })}
          </span>
        </Notice>
      )}
      {risen > 0 && (
        <Notice tone="brick" role="alert">
          <span>{t('risen', { n: risen })}</span>
          <Link to="/floor" search={{ stage: 'aside' }}>
            {t('risenShow')}
          </Link>
        </Notice>
      )}
      <main className={classes.main}>
        <Outlet />
      </main>
      <Sections />
      <ShownAnswer />
    </>
  );
}

/** What is said before anything is opened: it is elsewhere, or a colleague stands with it. */
const askedFirst: readonly string[] = ['wrong_location', 'being_handed_over'];

/** What no screen claimed: a code opens what it is the code of. */
function useFallbackScan(store: Store): void {
  const t = useWords(frameWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const me = useMe();
  useScans(async (text): Promise<Answer> => {
    try {
      const found = await queries.fetchQuery(findQuery(text, store.id, language));
      const { desk } = found;
      if (found.exact === 'work' && desk?.fulfilmentId && !askedFirst.includes(desk.verdict)) {
        await navigate({ to: '/floor/work/$workId', params: { workId: desk.fulfilmentId } });
        return { tone: 'good', word: desk.code, detail: desk.say };
      }
      if (found.exact === 'cart' && desk) {
        await navigate({ to: '/floor/till', search: { code: desk.code } });
        return { tone: 'good', word: desk.code, detail: desk.say };
      }
      const [goods] = found.goods;
      if (found.exact === 'goods' && goods) {
        await navigate({ to: '/floor/stock/$variantId', params: { variantId: goods.variant.id } });
        return { tone: 'good', word: goods.variant.sku, detail: goods.variant.title };
      }
      await navigate({ to: '/floor/find', search: { q: text } });
      if (isNothing(found)) return { tone: 'unknown', word: t('unknown'), detail: t('unknownText', { text }) };
      if (desk?.verdict === 'wrong_location') return { tone: 'wrong', word: t('elsewhere'), detail: desk.say };
      return { tone: desk ? 'wrong' : 'good', word: desk?.code ?? t('found'), detail: desk?.say };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'offline') throw error;
      const known = queries
        .getQueryData<Queue>(queueQuery(store.id, language).queryKey)
        ?.items.find((row) => sameCode(row.code, text));
      if (known) {
        await navigate({ to: '/floor/work/$workId', params: { workId: known.id } });
        return { tone: 'good', word: known.code };
      }
      await keepScan(text, me.id);
      return { tone: 'unknown', word: t('kept'), detail: t('keptText', { text }) };
    }
  }, 'last');
}

const bare = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '');
const sameCode = (a: string, b: string) => bare(a) === bare(b);

function useFrameKeys(): void {
  const navigate = useNavigate();
  const lock = useLock();
  useKeys({
    t: () => void navigate({ to: '/floor' }),
    s: () => void navigate({ to: '/floor/till' }),
    r: () => void navigate({ to: '/floor/returns', search: {} }),
    i: () => void navigate({ to: '/floor/stock' }),
    d: () => void navigate({ to: '/floor/day' }),
    l: () => {
      if (isStoreDevice()) void lock();
    },
    '/': () => document.querySelector<HTMLInputElement>('[data-floor-search]')?.focus(),
  });
}

const readAhead = 20;

/** What may be handed over next is on the device before the line goes down. */
function useReadAhead(queue: Queue | undefined): void {
  const queries = useQueryClient();
  const language = useLanguage();
  useEffect(() => {
    const rows = (queue?.items ?? []).filter((row) => ['ready', 'to_pick', 'picking'].includes(row.state));
    for (const row of rows.slice(0, readAhead)) {
      const query = workQuery(row.id, language);
      if (queries.getQueryData(query.queryKey)?.row.version !== row.version) void queries.prefetchQuery(query);
    }
  }, [queue, queries, language]);
}
