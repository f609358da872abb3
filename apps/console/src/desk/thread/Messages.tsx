import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { formatDay } from '@throughline/ui/format';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { type Message, type ThreadPage, useZone } from '../queries.ts';
import { MessageView } from './MessageView.tsx';
import { PendingView } from './PendingView.tsx';
import { usePending } from './pendingSends.ts';
import classes from './thread.module.css';
import { threadWords } from './words.ts';

const nearMs = 5 * 60_000;

/** What was said, by day; older words on demand. Stays at the end while one is there. */
export function Messages({ page, isShopperTyping }: { page: ThreadPage; isShopperTyping: boolean }) {
  const w = useWords(threadWords);
  const language = useLanguage();
  const zone = useZone();
  const { older, more, readOlder, isReading } = useOlder(page);
  const pending = usePending(page.thread.id);
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const heightBefore = useRef(0);
  const messages = [...older, ...page.messages];
  const lastId = messages.at(-1)?.id;
  const firstId = messages[0]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was added moves the view.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box && isAtEnd.current) box.scrollTop = box.scrollHeight;
  }, [lastId, pending.length, isShopperTyping]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes in above must not push away what is read.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box && heightBefore.current > 0) box.scrollTop += box.scrollHeight - heightBefore.current;
    heightBefore.current = 0;
  }, [firstId]);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    // A narrower window or a growing answer keeps the end in sight.
    const watch = new ResizeObserver(() => {
      if (isAtEnd.current) box.scrollTop = box.scrollHeight;
    });
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  return (
    <div
      ref={scroller}
      className={classes.messages}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      role="log"
      aria-label={w('customer')}
      onScroll={({ currentTarget: box }) => {
        isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 60;
      }}
    >
      <div className={classes.column}>
        {more ? (
          <Button
            variant="subtle"
            size="xs"
            loading={isReading}
            onClick={() => {
              heightBefore.current = scroller.current?.scrollHeight ?? 0;
              void readOlder();
            }}
          >
            {w('earlier')}
          </Button>
        ) : (
          <p className={classes.begin}>{w('beginning')}</p>
        )}
        {messages.map((message, index) => {
          const before = messages[index - 1];
          const day = formatDay(message.sentAt, language, zone);
          const isNewDay = !before || formatDay(before.sentAt, language, zone) !== day;
          return (
            <div
              key={message.id}
              className={classes.entry}
              data-follows={(!isNewDay && follows(before, message)) || undefined}
            >
              {isNewDay && (
                <h3 className={classes.day}>
                  <span>{day}</span>
                </h3>
              )}
              <MessageView message={message} page={page} follows={!isNewDay && follows(before, message)} zone={zone} />
            </div>
          );
        })}
        {pending.map((one) => (
          <PendingView key={one.clientKey} pending={one} lastSeq={page.thread.lastSeq} />
        ))}
        <p className={classes.typing} aria-live="polite">
          {isShopperTyping ? w('typing') : ''}
        </p>
      </div>
    </div>
  );
}

/** Said by the same person on the same way right after: no need to name them again. */
function follows(before: Message | undefined, message: Message): boolean {
  return (
    before !== undefined &&
    before.direction !== 'system' &&
    before.kind !== 'call' &&
    message.kind !== 'call' &&
    before.author.id === message.author.id &&
    before.author.kind === message.author.kind &&
    before.internal === message.internal &&
    before.channel === message.channel &&
    new Date(message.sentAt).getTime() - new Date(before.sentAt).getTime() < nearMs
  );
}

function useOlder(page: ThreadPage) {
  const api = useApi();
  const queries = useQueryClient();
  const [older, setOlder] = useState<{ messages: readonly Message[]; hasMore: boolean }>();
  const [isReading, setReading] = useState(false);
  const first = older?.messages[0] ?? page.messages[0];
  // As the newest page moves on, what falls out of it must not leave a gap.
  const edge = page.messages[0]?.seq ?? 0;
  const end = older?.messages.at(-1)?.seq;
  const hasGap = end !== undefined && end + 1 < edge;
  return {
    older: (older?.messages ?? []).filter((message) => message.seq < edge && !hasGap),
    more: hasGap || !older ? page.hasMore : older.hasMore,
    isReading,
    async readOlder() {
      setReading(true);
      const before = hasGap ? edge : (first?.seq ?? 0);
      const read = await queries
        .fetchQuery({
          queryKey: ['desk', 'older', page.thread.id, before],
          queryFn: () =>
            unwrap(
              api.GET('/api/staff/threads/{id}', {
                params: { path: { id: page.thread.id }, query: { before, limit: 50 } },
              }),
            ),
        })
        .catch(() => undefined);
      setReading(false);
      if (read)
        setOlder((known) => ({
          messages: [...read.messages, ...(hasGap ? [] : (known?.messages ?? []))],
          hasMore: read.hasMore,
        }));
    },
  };
}
