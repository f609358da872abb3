import { IconSearch } from '@throughline/ui/icons';
import { type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { Form, useLocation, useNavigate } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './SearchBox.module.css';
import { stepThrough } from './stepThrough.ts';
import type { SuggestionGroup } from './suggestions.ts';
import { words } from './words.ts';

const pauseMs = 180;
const longEnough = 2;

/** Loaded when somebody types. */
const SuggestionList = lazy(async () => ({ default: (await import('./SuggestionList.tsx')).SuggestionList }));

/** The search, with suggestions while typing. A plain form without scripts; what was asked stays in the box. */
export function SearchBox() {
  const language = useLanguage();
  const say = useWords(words);
  const location = useLocation();
  const navigate = useNavigate();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const asked = new URLSearchParams(location.search).get('q') ?? '';
  const [text, setText] = useState(asked);
  const [groups, setGroups] = useState<readonly SuggestionGroup[]>([]);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every page shows what it answers, also the same one again
  useEffect(() => {
    setText(asked);
    setOpen(false);
  }, [asked, location.key]);

  useEffect(() => {
    if (!open || text.trim().length < longEnough) {
      setGroups([]);
      return;
    }
    const asking = new AbortController();
    const timer = setTimeout(() => {
      void import('./suggestions.ts')
        .then(({ suggest }) => suggest(text, language, asking.signal))
        .then((found) => {
          setGroups(found);
          setActive(-1);
        })
        // Suggestions are a help: without them the search works.
        .catch(() => undefined);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [text, open, language]);

  const items = groups.flatMap((group) => group.items);
  const shown = open && items.length > 0;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.altKey) {
      event.preventDefault();
      setOpen(true);
      setActive((current) => stepThrough(current, event.key as 'ArrowDown' | 'ArrowUp', items.length));
    } else if (event.key === 'Enter' && shown && items[active]) {
      event.preventDefault();
      setOpen(false);
      void navigate(items[active].href);
    }
  };

  return (
    <Form
      role="search"
      method="get"
      action={addressOf.search(language)}
      className={styles.search}
      onSubmit={() => {
        setOpen(false);
        input.current?.blur();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <IconSearch size={20} stroke={1.5} aria-hidden className={styles.icon} />
      <input
        ref={input}
        type="search"
        name="q"
        value={text}
        placeholder={say('searchPlaceholder')}
        aria-label={say('search')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={200}
        role="combobox"
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && items[active] ? `${listId}-${items[active].id}` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
        }}
        onFocus={() => setActive(-1)}
        onKeyDown={onKeyDown}
        className={styles.input}
      />
      <button type="submit" className={`visually-hidden ${styles.submit}`}>
        {say('search')}
      </button>
      <div role="status" className="visually-hidden">
        {shown ? say('suggestionCount', { n: items.length }) : ''}
      </div>
      <div id={listId} role="listbox" aria-label={say('suggestions')} hidden={!shown} className={styles.list}>
        {shown && (
          <Suspense>
            <SuggestionList
              groups={groups}
              activeId={items[active]?.id}
              idOf={(id) => `${listId}-${id}`}
              onChoose={() => setOpen(false)}
            />
          </Suspense>
        )}
      </div>
    </Form>
  );
}
