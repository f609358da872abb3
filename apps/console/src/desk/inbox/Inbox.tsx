import { Button, Menu, Skeleton } from '@mantine/core';
import { IconChevronDown, IconPhonePlus, IconSlash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useWords } from '../../shared/language.tsx';
import { useActs } from '../../shell/keys/acts.ts';
import { useMe } from '../../shell/me.ts';
import { callWords } from '../call/words.ts';
import { type InboxLine, keys, useCounts, useInbox, type View } from '../queries.ts';
import { SearchField } from '../SearchField.tsx';
import { threadWords } from '../thread/words.ts';
import type { DeskPlace } from '../useDeskPlace.ts';
import { deskWords } from '../words.ts';
import { InboxRow } from './InboxRow.tsx';
import classes from './inbox.module.css';
import { Mentions } from './Mentions.tsx';
import { inboxWords } from './words.ts';

const LogCall = lazy(() => import('../call/LogCall.tsx').then(({ LogCall: component }) => ({ default: component })));
const EditMacros = lazy(() =>
  import('../macros/EditMacros.tsx').then(({ EditMacros: component }) => ({ default: component })),
);

const rowHeight = 78;
const inFront: readonly View[] = ['mine', 'waiting', 'all'];
const behind: readonly View[] = ['unassigned', 'snoozed', 'closed'];

/** Conversations: which list, search, rows. Only the rows in sight are in the page. */
export function Inbox({ place }: { place: DeskPlace }) {
  const t = useWords(deskWords);
  const call = useWords(callWords);
  const macroWord = useWords(threadWords);
  const searchField = useRef<HTMLInputElement>(null);
  const [isCallOpen, setCallOpen] = useState(false);
  const [isMacrosOpen, setMacrosOpen] = useState(false);
  const me = useMe();
  // The server decides; a manager of one store is shown no door.
  const maySetMacros = me.role === 'admin' || (me.role === 'manager' && me.locationIds === 'all');
  const { data: counts } = useCounts();
  const inbox = useInbox(place.view, place.query);
  const lines = inbox.data?.pages.flatMap((page) => page.items) ?? [];
  const list = useList(lines, place);
  useActs([
    { id: 'next', label: t('next'), group: t('inbox'), key: 'j', isHidden: true, run: () => list.move(1) },
    { id: 'previous', label: t('previous'), group: t('inbox'), key: 'k', isHidden: true, run: () => list.move(-1) },
    { id: 'open', label: t('open'), group: t('inbox'), key: 'o', isHidden: true, run: list.openCursor },
    { id: 'find', label: t('find'), group: t('inbox'), key: '/', run: () => searchField.current?.focus() },
    ...(maySetMacros
      ? [{ id: 'macros', label: macroWord('manageMacros'), group: t('inbox'), run: () => setMacrosOpen(true) }]
      : []),
    { id: 'call', label: call('title'), group: t('inbox'), key: 'c', run: () => setCallOpen(true) },
    ...([...inFront, ...behind] as View[]).map((view) => ({
      id: `view-${view}`,
      label: t('goView', { view: t(view) }),
      group: t('inbox'),
      key: `g ${{ mine: 'm', waiting: 'w', all: 'a', unassigned: 'u', snoozed: 's', closed: 'c' }[view]}`,
      run: () => place.show(view),
    })),
  ]);
  const isSearch = place.query.length >= 2;
  return (
    <>
      <header className={classes.head}>
        <div className={classes.titleLine}>
          <h2>{t('inbox')}</h2>
          <Mentions />
          {maySetMacros && (
            <button
              type="button"
              className={classes.iconButton}
              onClick={() => setMacrosOpen(true)}
              title={macroWord('manageMacros')}
            >
              <IconSlash size={18} stroke={1.6} aria-hidden="true" />
              <span className={classes.hidden}>{macroWord('manageMacros')}</span>
            </button>
          )}
          <button type="button" className={classes.iconButton} onClick={() => setCallOpen(true)} title={call('title')}>
            <IconPhonePlus size={18} stroke={1.6} aria-hidden="true" />
            <span className={classes.hidden}>{call('title')}</span>
          </button>
        </div>
        <Search field={searchField} place={place} onDown={() => list.move(0)} />
        <Views place={place} counts={counts} />
      </header>
      <p className={classes.hidden} role="status">
        {isSearch && inbox.isSuccess ? t('conversations', { n: lines.length }) : ''}
      </p>
      {inbox.isPending ? (
        <Loading />
      ) : inbox.isError && lines.length === 0 ? (
        <div className={classes.empty} role="alert">
          <p>{t('failed')}</p>
          <Button variant="default" size="xs" onClick={() => void inbox.refetch()}>
            {t('again')}
          </Button>
        </div>
      ) : lines.length === 0 ? (
        <Empty place={place} />
      ) : (
        <Rows
          lines={lines}
          list={list}
          place={place}
          onEnd={() => void (inbox.hasNextPage && !inbox.isFetchingNextPage && inbox.fetchNextPage())}
        />
      )}
      {isMacrosOpen && (
        <Suspense fallback={null}>
          <EditMacros onClose={() => setMacrosOpen(false)} />
        </Suspense>
      )}
      {isCallOpen && (
        <Suspense fallback={null}>
          <LogCall onClose={() => setCallOpen(false)} place={place} />
        </Suspense>
      )}
    </>
  );
}

/** The cursor in the list: where J and K are, which Enter opens. */
function useList(lines: readonly InboxLine[], place: DeskPlace) {
  const [cursor, setCursor] = useState(-1);
  const wantsFocus = useRef(false);
  const opened = lines.findIndex((line) => line.id === place.threadId);
  const at = cursor >= 0 && cursor < lines.length ? cursor : opened;
  const move = (by: number) => {
    const next = Math.max(0, Math.min(lines.length - 1, at < 0 ? 0 : at + by));
    wantsFocus.current = true;
    setCursor(next);
  };
  return {
    at: Math.max(0, at),
    wantsFocus,
    move,
    openCursor: () => {
      const line = lines[Math.max(0, at)];
      if (line) place.open(line.id);
    },
    forget: () => setCursor(-1),
  };
}

function Rows(props: {
  lines: readonly InboxLine[];
  list: ReturnType<typeof useList>;
  place: DeskPlace;
  onEnd: () => void;
}) {
  const { lines, list, place, onEnd } = props;
  const t = useWords(deskWords);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= lines.length - 10) onEnd();
  });
  const { at } = list;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cursor moved by a key; rows that come in by themselves take no focus.
  useEffect(() => {
    if (!list.wantsFocus.current) return;
    list.wantsFocus.current = false;
    virtual.scrollToIndex(at);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"] a`)?.focus());
  }, [at, list]);
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    list.move(by);
  };
  return (
    <div className={classes.scroller} ref={scroller}>
      <ul
        className={classes.rows}
        style={{ height: virtual.getTotalSize() }}
        aria-label={t(place.view)}
        onKeyDown={press}
      >
        {items.map((item) => {
          const line = lines[item.index];
          return line ? (
            <li
              key={item.key}
              data-index={item.index}
              className={classes.slot}
              style={{ transform: `translateY(${item.start}px)` }}
              aria-setsize={lines.length}
              aria-posinset={item.index + 1}
            >
              <InboxRow
                line={line}
                link={place.linkTo(line.id)}
                isOpen={line.id === place.threadId}
                isCursor={item.index === at}
                onOpen={list.forget}
              />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

function Search(props: { field: React.RefObject<HTMLInputElement | null>; place: DeskPlace; onDown: () => void }) {
  const { field, place, onDown } = props;
  const t = useWords(deskWords);
  const [text, setText] = useState(place.query);
  /** What the address was asked to say and does not say yet. */
  const asked = useRef<string>(undefined);
  const latest = useRef(place);
  latest.current = place;
  useEffect(() => {
    const words = text.trim();
    if (words === latest.current.query) return;
    const timer = setTimeout(() => {
      asked.current = words;
      latest.current.find(words);
    }, 200);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    if (asked.current === undefined) setText(place.query);
    else if (asked.current === place.query) asked.current = undefined;
  }, [place.query]);
  return (
    <SearchField
      field={field}
      text={text}
      onChange={setText}
      placeholder={t('search')}
      onChoose={onDown}
      hasListBelow
    />
  );
}

function Views({ place, counts }: { place: DeskPlace; counts: Record<View, number> | undefined }) {
  const t = useWords(deskWords);
  const short = useWords(inboxWords);
  const isBehind = behind.includes(place.view);
  return (
    <nav className={classes.views} aria-label={t('views')}>
      {inFront.map((view) => (
        <button
          key={view}
          type="button"
          aria-current={place.view === view && !place.query ? 'true' : undefined}
          title={t(view)}
          onClick={() => place.show(view)}
        >
          {short(view as 'mine' | 'waiting' | 'all')} <span>{counts?.[view] ?? ''}</span>
        </button>
      ))}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <button type="button" aria-current={isBehind && !place.query ? 'true' : undefined}>
            {isBehind ? t(place.view) : short('more')}
            {isBehind && <span>{counts?.[place.view] ?? ''}</span>}
            <IconChevronDown size={14} stroke={1.8} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {behind.map((view) => (
            <Menu.Item key={view} onClick={() => place.show(view)} rightSection={<span>{counts?.[view] ?? ''}</span>}>
              {t(view)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}

function Empty({ place }: { place: DeskPlace }) {
  const t = useWords(deskWords);
  const queries = useQueryClient();
  if (place.query) {
    return (
      <div className={classes.empty}>
        <p>{t('emptySearch', { query: place.query })}</p>
        <Button variant="default" size="xs" onClick={() => place.find('')}>
          {t('clearSearch')}
        </Button>
      </div>
    );
  }
  const text = {
    mine: t('emptyMine'),
    unassigned: t('emptyUnassigned'),
    waiting: t('emptyWaiting'),
    all: t('emptyAll'),
    snoozed: t('emptySnoozed'),
    closed: t('emptyClosed'),
  }[place.view];
  return (
    <div className={classes.empty}>
      <p>{text}</p>
      {place.view === 'mine' && (
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            void queries.invalidateQueries({ queryKey: keys.inbox });
            place.show('waiting');
          }}
        >
          {t('emptyMineAct')}
        </Button>
      )}
    </div>
  );
}

function Loading() {
  return (
    <div aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <div key={row} className={classes.loading}>
          <Skeleton height={12} width="45%" />
          <Skeleton height={10} width="85%" />
          <Skeleton height={10} width="30%" />
        </div>
      ))}
    </div>
  );
}
