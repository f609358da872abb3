import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { unwrap, useApi } from '../shared/api.ts';
import { useWords } from '../shared/language.tsx';
import { useLive } from '../shell/live.ts';
import { useMe } from '../shell/me.ts';
import { CustomerPane } from './customer/CustomerPane.tsx';
import classes from './desk.module.css';
import { EmptyThread } from './EmptyThread.tsx';
import { Inbox } from './inbox/Inbox.tsx';
import { PaneEdge, usePaneWidths } from './PaneEdge.tsx';
import { useHearPresence } from './presence.ts';
import { keys, useColleagues, useThread } from './queries.ts';
import { Thread } from './thread/Thread.tsx';
import { useDeskFinders } from './useDeskFinders.ts';
import { useDeskLive } from './useDeskLive.ts';
import { useDeskPlace } from './useDeskPlace.ts';
import { deskWords } from './words.ts';

/** The contact centre: conversations, the open one, and who it is with. One pane at a time on a phone. */
export function DeskScreen() {
  const t = useWords(deskWords);
  const place = useDeskPlace();
  const { data: page } = useThread(place.threadId);
  const [widths, setWidth] = usePaneWidths();
  useDeskLive();
  useHearPresence();
  useDeskFinders(place);
  useHandedOver();
  const shown = !place.threadId ? 'list' : place.side === 'customer' ? 'customer' : 'thread';
  return (
    <main
      className={classes.desk}
      data-shown={shown}
      style={{ '--list': `${widths.list}px`, '--customer': `${widths.customer}px` } as React.CSSProperties}
    >
      <h1 className={classes.hidden}>{t('title')}</h1>
      <section className={classes.list} aria-label={t('inbox')}>
        <Inbox place={place} />
        <PaneEdge label={t('resize')} value={widths.list} onChange={(list) => setWidth({ list })} side="end" />
      </section>
      <section className={classes.thread} aria-label={t('conversation')}>
        {place.threadId ? <Thread key={place.threadId} threadId={place.threadId} place={place} /> : <EmptyThread />}
      </section>
      {place.threadId && (
        <aside className={classes.customer} aria-label={t('customer')}>
          <PaneEdge
            label={t('resizePanel')}
            value={widths.customer}
            onChange={(customer) => setWidth({ customer })}
            side="start"
          />
          <CustomerPane key={page?.customer.id ?? ''} page={page} place={place} />
        </aside>
      )}
    </main>
  );
}

/** A conversation that a colleague gives to this one is said aloud, with the way to it. */
function useHandedOver(): void {
  const t = useWords(deskWords);
  const me = useMe();
  const api = useApi();
  const queries = useQueryClient();
  const place = useDeskPlace();
  const { data: colleagues } = useColleagues();
  useLive(['conversations.thread.assigned'], ({ type, data }) => {
    const { threadId, assigneeId, byId } = data as { threadId?: string; assigneeId?: string; byId?: string };
    if (type === 'resync' || assigneeId !== me.id || !threadId || !byId || byId === me.id) return;
    void queries.prefetchQuery({
      queryKey: keys.thread(threadId),
      queryFn: () =>
        unwrap(api.GET('/api/staff/threads/{id}', { params: { path: { id: threadId }, query: { limit: 50 } } })),
    });
    const name = colleagues?.find((one) => one.id === byId)?.name ?? t('colleague');
    notifications.show({
      id: `handed-${threadId}`,
      message: t('handedToYou', { name }),
      autoClose: 12_000,
      onClick: () => place.open(threadId),
      style: { cursor: 'pointer' },
    });
  });
}
