import type { Chat } from '@throughline/chat';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './chat.module.css';
import { launcherWords } from './launcherWords.ts';

type Package = typeof import('@throughline/chat');

/** A product's page says which variant it shows; other pages show none. */
const lookingAt = () => document.querySelector<HTMLElement>('[data-variant]')?.dataset.variant;

/**
 * The button that opens the conversation, on every page. The conversation itself is loaded when it is opened, or when
 * there is one that an answer may come to; a visitor who never writes loads none of it.
 */
export function ChatLauncher() {
  const language = useLanguage();
  const say = useWords(launcherWords);
  const { pathname } = useLocation();
  const [search, setSearch] = useSearchParams();
  const [isOpen, setOpen] = useState(false);
  const [loaded, setLoaded] = useState<{ program: Package; chat: Chat }>();
  const [unread, setUnread] = useState(0);
  const button = useRef<HTMLAnchorElement>(null);
  const isPage = pathname === `/${language}/chat`;
  const asked = search.get('chat') === 'open';

  const load = useCallback(async () => {
    const program = await import('@throughline/chat');
    setLoaded((known) => {
      if (known) return known;
      const anonymousId = /(?:^|; )tl_anonymous_id=([^;]+)/.exec(document.cookie)?.[1];
      return { program, chat: program.createChat({ language, lookingAt, ...(anonymousId ? { anonymousId } : {}) }) };
    });
  }, [language]);

  useEffect(() => {
    if (asked && !isPage) {
      setOpen(true);
      void load();
    }
  }, [asked, isPage, load]);
  // Who has a conversation hears of an answer on any page. Asked once the page has settled.
  useEffect(() => {
    if (isPage) return;
    const ask = async () => {
      const answer = await fetch(`/${language}/chat/state`).catch(() => undefined);
      const state = answer?.ok ? ((await answer.json()) as { hasThread: boolean }) : undefined;
      if (state?.hasThread) await load();
    };
    const timer = setTimeout(() => void ask(), 2_500);
    return () => clearTimeout(timer);
  }, [language, isPage, load]);
  useEffect(() => {
    if (!loaded) return;
    const follow = () => setUnread(loaded.chat.state().unread);
    follow();
    return loaded.chat.subscribe(follow);
  }, [loaded]);
  useEffect(() => () => loaded?.chat.stop(), [loaded]);
  // In another language goods have other names: the conversation is read anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change of language is what ends it.
  useEffect(() => () => setLoaded(undefined), [language]);

  if (isPage) return null;
  const close = () => {
    setOpen(false);
    if (asked) {
      search.delete('chat');
      setSearch(search, { replace: true, preventScrollReset: true });
    }
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <aside aria-label={say('chat')}>
      {!isOpen && (
        <Link
          ref={button}
          to={`/${language}/chat`}
          className={styles.launcher}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            setOpen(true);
            void load();
          }}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v8a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 3.5V17A2.5 2.5 0 0 1 4 14.5Z" />
          </svg>
          <span className={styles.word}>{say('chat')}</span>
          {unread > 0 && (
            <span className={styles.badge} aria-hidden="true">
              {unread}
            </span>
          )}
        </Link>
      )}
      <span className="visually-hidden" aria-live="polite">
        {unread > 0 && !isOpen ? say('unread', { n: unread }) : ''}
      </span>
      {isOpen && loaded && (
        <loaded.program.ChatPanel chat={loaded.chat} language={language} Link={ShopLink} mode="panel" onClose={close} />
      )}
    </aside>
  );
}

/** On a phone the panel covers the page: a link in it must uncover what it leads to. */
export function ShopLink({
  href,
  className,
  children,
  ...rest
}: {
  href: string;
  className?: string | undefined;
  children: ReactNode;
  'data-kind'?: string;
}) {
  return (
    <Link
      {...rest}
      to={href}
      className={className}
      onClick={(event) => {
        const dialog = event.currentTarget.closest('dialog');
        if (dialog && matchMedia('(max-width: 599px)').matches) dialog.dispatchEvent(new Event('cancel'));
      }}
    >
      {children}
    </Link>
  );
}
