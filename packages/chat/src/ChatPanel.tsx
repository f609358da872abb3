import { formatDay, formatDayAndTime, formatTime } from '@throughline/ui/format';
import { createTranslator, type Language } from '@throughline/ui/words';
import { type ComponentType, type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import { Composer } from './Composer.tsx';
import styles from './chat.module.css';
import type { Chat, ChatState } from './createChat.ts';
import { LeaveEmail } from './LeaveEmail.tsx';
import { MessageItem } from './MessageItem.tsx';
import { ProvePhone } from './ProvePhone.tsx';
import { useChat } from './useChat.ts';
import { words } from './words.ts';

/** A link of the page around: it goes on without loading the page anew. */
export type Anchor = ComponentType<{
  href: string;
  className?: string | undefined;
  children: ReactNode;
  'data-kind'?: string;
}>;

export interface ChatPanelProps {
  chat: Chat;
  language: Language;
  Link: Anchor;
  /** A panel over the page, or a page by itself. */
  mode: 'panel' | 'page';
  onClose?: () => void;
}

const phone = '(max-width: 599px)';

/**
 * The conversation on the screen. On a phone it is a dialog over everything and keeps the focus; on a wide screen the page
 * beside it stays usable, as one reads there while writing here. Esc closes, and the focus goes back where it was.
 */
export function ChatPanel({ chat, language, Link, mode, onClose }: ChatPanelProps) {
  const say = useMemo(() => createTranslator(words, language), [language]);
  const state = useChat(chat);
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const leaves = state.status !== undefined && !state.status.open;
  const tellTyping = useTellTyping();

  useEffect(() => {
    const panel = dialog.current;
    if (!panel || panel.open) return;
    if (matchMedia(phone).matches) panel.showModal();
    else panel.show();
    panel.querySelector<HTMLElement>('[data-first]')?.focus();
  }, []);
  useEffect(() => {
    const timer = setInterval(chat.refreshStatus, 60_000);
    return () => clearInterval(timer);
  }, [chat]);

  const body = (
    <>
      <header className={styles.head}>
        <div>
          <h2 id={titleId}>{say('title')}</h2>
          <p>{hours()}</p>
        </div>
        {mode === 'panel' && (
          <button type="button" className={styles.close} onClick={onClose} aria-label={say('close')}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="m6 6 12 12M18 6 6 18" />
            </svg>
          </button>
        )}
      </header>
      <Messages state={state} chat={chat} language={language} Link={Link} />
      {leaves && <p className={styles.note}>{say('closedHint')}</p>}
      {state.phase === 'unreachable' && <p className={styles.note}>{say('unreachable')}</p>}
      {!leaves && state.email === null && state.thread.messages.some(({ direction }) => direction === 'in') && (
        <LeaveEmail say={say} keep={chat.leaveEmail} />
      )}
      {state.phone?.isOffered && state.thread.messages.some(({ direction }) => direction === 'in') && (
        <ProvePhone say={say} chat={chat} proven={state.phone.proven} />
      )}
      <Composer say={say} leaves={leaves} knownEmail={state.email} send={chat.send} onTyping={tellTyping} />
    </>
  );
  if (mode === 'page') {
    return (
      <section className={styles.page} aria-labelledby={titleId}>
        {body}
      </section>
    );
  }
  return (
    <dialog
      ref={dialog}
      className={styles.panel}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onKeyDown={(event) => {
        // A dialog that is not modal hears of Esc as of any other key.
        if (event.key === 'Escape') onClose?.();
      }}
    >
      {body}
    </dialog>
  );

  function hours(): string {
    const { status } = state;
    if (!status) return ' ';
    if (status.open) {
      const until = status.closesAt ? say('open', { time: formatTime(status.closesAt, language, status.zone) }) : '';
      return [until, say('answers', { n: status.expectedAnswerMinutes })].filter(Boolean).join(' · ');
    }
    return status.opensAt
      ? say('closed', { when: formatDayAndTime(status.opensAt, language, status.zone) })
      : say('closedNow');
  }
}

function Messages({ state, chat, language, Link }: { state: ChatState; chat: Chat; language: Language; Link: Anchor }) {
  const say = useMemo(() => createTranslator(words, language), [language]);
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const { messages } = state.thread;
  const zone = state.status?.zone ?? 'Europe/Warsaw';
  const count = messages.length + state.unsent.length;

  // New words come into sight, unless older ones are being read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of messages is what moves the list.
  useEffect(() => {
    const box = list.current;
    if (box && atEnd.current) box.scrollTop = box.scrollHeight;
  }, [count, state.typing, state.goods]);
  useEffect(() => {
    const see = () => {
      if (document.visibilityState === 'visible') chat.seen();
    };
    if (state.unread > 0) see();
    document.addEventListener('visibilitychange', see);
    return () => document.removeEventListener('visibilitychange', see);
  }, [chat, state.unread]);

  return (
    <div
      ref={list}
      className={styles.messages}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
      tabIndex={0}
      role="log"
      aria-label={say('messages')}
      aria-live="polite"
      onScroll={(event) => {
        const box = event.currentTarget;
        atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
      }}
    >
      {count === 0 && (
        <p className={styles.welcome} aria-busy={state.phase === 'starting'}>
          {say(state.phase === 'starting' ? 'starting' : 'welcome')}
        </p>
      )}
      <ol>
        {messages.map((message, index) => {
          const before = messages[index - 1];
          const day = formatDay(message.sentAt, language, zone);
          const newDay = !before || formatDay(before.sentAt, language, zone) !== day;
          const { name } = message.author;
          const sameVoice = !newDay && before?.direction === message.direction && before.author.name === name;
          return [
            newDay && (
              <li key={`day ${day}`} className={styles.day}>
                {day}
              </li>
            ),
            <MessageItem
              key={message.seq}
              message={message}
              goods={state.goods}
              language={language}
              zone={zone}
              say={say}
              Link={Link}
              name={message.direction === 'out' && !sameVoice ? (name ?? undefined) : undefined}
            />,
          ];
        })}
        {state.unsent
          .filter((unsent) => !messages.some((message) => message.id === unsent.clientKey))
          .map((unsent) => (
            <li key={unsent.clientKey} className={styles.message} data-mine data-unsent>
              <p className={styles.bubble}>{unsent.text}</p>
              <span className={styles.meta}>
                {unsent.refused ? say('refused') : say(navigator.onLine ? 'sending' : 'waiting')}
                {unsent.refused && (
                  <>
                    {' '}
                    <button type="button" onClick={() => chat.retry(unsent.clientKey)}>
                      {say('retry')}
                    </button>{' '}
                    <button type="button" onClick={() => chat.discard(unsent.clientKey)}>
                      {say('discard')}
                    </button>
                  </>
                )}
              </span>
            </li>
          ))}
      </ol>
      {state.typing && <p className={styles.typing}>{say('typing', { name: state.typing.name ?? say('someone') })}</p>}
    </div>
  );
}

const saysEveryMs = 4_000;

/** Tells the desk that something is being typed, now and then; a server that does not listen is not told again. */
function useTellTyping(): () => void {
  const next = useRef(0);
  return () => {
    const now = Date.now();
    if (now < next.current) return;
    next.current = now + saysEveryMs;
    void fetch('/api/shop/chat/typing', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ typing: true }),
    }).then(
      (answer) => {
        if (answer.status === 404) next.current = Number.POSITIVE_INFINITY;
      },
      () => undefined,
    );
  };
}
