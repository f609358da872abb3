import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconHourglass, IconLink, IconSlash } from '@tabler/icons-react';
import { channelWords } from '@throughline/ui/channels';
import { formatDayAndTime } from '@throughline/ui/format';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { leaveField } from '../../shared/leaveField.ts';
import { useActs } from '../../shell/keys/acts.ts';
import { modKey } from '../../shell/keys/KeysHelp.tsx';
import { useMe } from '../../shell/me.ts';
import { languageName } from '../languageName.ts';
import { nameOf } from '../nameOf.ts';
import {
  type Macro,
  type ThreadPage,
  useLocations,
  useMacros,
  usePanel,
  useRetailerName,
  type Verdict,
} from '../queries.ts';
import { useSignal } from '../signals.ts';
import { deskWords } from '../words.ts';
import { fillMacro, findMacros, type MacroFields, openFields, slashBefore } from './fillMacro.ts';
import { MacroList } from './MacroList.tsx';
import { queueSend, sendNow, setUndoSeconds, takeBack, undoSeconds, usePending } from './pendingSends.ts';
import classes from './thread.module.css';
import { useDraft } from './useDraft.ts';
import { threadWords } from './words.ts';

const longest = 4_000;
type Mode = 'reply' | 'note';

/** The answer or a note: kept on the server as it grows, sent by Ctrl/⌘ Enter, to be taken back for some seconds. */
export function Composer({ page, onTyping }: { page: ThreadPage; onTyping: (doing: 'writing' | 'noting') => void }) {
  const t = useWords(deskWords);
  const w = useWords(threadWords);
  const channelWord = useWords(channelWords);
  const language = useLanguage();
  const { thread } = page;
  const field = useRef<HTMLTextAreaElement>(null);
  const [mode, setMode] = useMode(thread.id);
  const [replyBy, setReplyBy] = useState<'chat' | 'email'>();
  const [cursor, setCursor] = useState(0);
  const [isMacroShut, setMacroShut] = useState(false);
  const [macroAt, setMacroAt] = useState(0);
  const [undo, setUndo] = useState(undoSeconds);
  const [problem, setProblem] = useState('');
  const listId = useId();
  const draft = useDraft(thread.id, page.draft);
  const pending = usePending(thread.id);
  const { data: macros = [] } = useMacros();
  const fields = useMacroFields(page);
  const addCartLink = useCartLink(page);
  const ways = page.replyBy.filter((verdict): verdict is Extract<Verdict, { ok: true }> => verdict.ok);
  const way = ways.find((one) => one.channel === replyBy) ?? usualWay(page, ways);
  const isNote = mode === 'note' || !way;
  const name = nameOf(page.customer.displayName, page.claimed.name, t('someone'));
  const slash = isMacroShut ? undefined : slashBefore(draft.text, cursor);
  const found = slash ? findMacros(macros, slash.typed, language).slice(0, 8) : [];
  const over = draft.text.length - longest;

  const focus = () => field.current?.focus();
  const insert = (words: string, from?: number) => {
    const at = field.current?.selectionEnd ?? draft.text.length;
    const begin = from ?? field.current?.selectionStart ?? at;
    const next = draft.text.slice(0, begin) + words + draft.text.slice(at);
    draft.write(next);
    requestAnimationFrame(() => {
      focus();
      field.current?.setSelectionRange(begin + words.length, begin + words.length);
      setCursor(begin + words.length);
    });
  };
  const takeMacro = (macro: Macro) => {
    if (!slash) return;
    const text = fillMacro(macro, page.customer.language, fields);
    insert(text, slash.from);
    setMacroAt(0);
  };
  const send = () => {
    const text = draft.text.trim();
    if (text === '') {
      // Nothing more to write: what waits need not wait.
      const waiting = pending.find((one) => one.state === 'waiting');
      if (waiting) sendNow(waiting.clientKey);
      return;
    }
    const open = isNote ? [] : openFields(text);
    if (open.length > 0) return setProblem(w('openField', { fields: open.join(', ') }));
    if (over > 0) return setProblem(w('tooLong', { n: over }));
    setProblem('');
    queueSend({
      threadId: thread.id,
      text,
      card: undefined,
      internal: isNote,
      replyBy: way?.channel ?? 'chat',
      ifSeq: thread.lastSeq,
    });
    draft.clear();
    // The button that sent it has nothing to send any more.
    focus();
  };
  useSignal('compose', ({ text, mode: wanted }) => {
    if (wanted) setMode(wanted);
    if (text) insert(draft.text && !/\s$/.test(draft.text) ? ` ${text}` : text);
    else focus();
  });
  useSignal('card', ({ variantId, title }) => {
    if (!way) return;
    queueSend({
      threadId: thread.id,
      text: undefined,
      card: { variantId, title },
      internal: false,
      replyBy: way.channel,
      ifSeq: thread.lastSeq,
    });
  });
  const undoLast = () => {
    const last = pending.findLast((one) => one.state === 'waiting');
    const back = last && takeBack(last.clientKey);
    if (back?.text) {
      setMode(back.internal ? 'note' : 'reply');
      draft.write(draft.text ? `${back.text}\n\n${draft.text}` : back.text);
      requestAnimationFrame(focus);
    }
  };
  const group = t('conversation');
  useActs([
    {
      id: 'reply',
      label: w('reply'),
      group,
      key: 'r',
      run: () => {
        setMode('reply');
        requestAnimationFrame(focus);
      },
    },
    {
      id: 'note',
      label: w('note'),
      group,
      key: 'n',
      run: () => {
        setMode('note');
        requestAnimationFrame(focus);
      },
    },
    { id: 'undo', label: w('undoKey'), group, key: 'z', run: undoLast },
    { id: 'cart-link', label: w('cartLink'), group, run: () => void addCartLink(insert) },
  ]);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.altKey) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (slash && found.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setMacroAt((macroAt + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    } else if (slash && found.length > 0 && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      const macro = found[Math.min(macroAt, found.length - 1)];
      if (macro) takeMacro(macro);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (slash) setMacroShut(true);
      else
        leaveField(
          event.currentTarget,
          event.currentTarget.closest('section')?.querySelector<HTMLElement>('[role=log]'),
        );
    }
  };
  return (
    <form
      className={classes.composer}
      data-note={isNote || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {draft.other !== undefined && (
        <div className={classes.otherDraft} role="alert">
          <p>
            {w('otherDraft')} <q>{draft.other.slice(0, 160)}</q>
          </p>
          <button type="button" onClick={draft.takeOther}>
            {w('takeOther')}
          </button>
          <button type="button" onClick={draft.keepOwn}>
            {w('keepOwn')}
          </button>
        </div>
      )}
      <div className={classes.modes}>
        <fieldset aria-label={w('via')}>
          <button
            type="button"
            aria-pressed={!isNote}
            disabled={!way}
            onClick={() => setMode('reply')}
            title={`${w('reply')} (R)`}
          >
            {w('reply')}
          </button>
          <button type="button" aria-pressed={isNote} onClick={() => setMode('note')} title={`${w('note')} (N)`}>
            {w('note')}
          </button>
        </fieldset>
        {!isNote && way && (
          <Menu position="top-start" withinPortal>
            <Menu.Target>
              <button type="button" className={classes.way}>
                <span className={classes.hidden}>{w('via')}: </span>
                {sayWay(way, w)}
                <IconChevronDown size={14} stroke={1.8} aria-hidden="true" />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {page.replyBy.map((verdict) => (
                <Menu.Item key={verdict.channel} disabled={!verdict.ok} onClick={() => setReplyBy(verdict.channel)}>
                  {verdict.ok
                    ? sayWay(verdict, w)
                    : `${channelWord(verdict.channel)}: ${w(verdict.reason === 'no_address' ? 'noAddress' : 'noChat')}`}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {!isNote && page.customer.language !== language && (
          <span className={classes.answerIn}>
            {w('answerIn', { language: languageName(page.customer.language, language) })}
          </span>
        )}
      </div>
      {!way && mode === 'reply' && <p className={classes.cannot}>{w('cannotReply')}</p>}
      <div className={classes.field}>
        {slash && (
          <MacroList
            id={listId}
            macros={found}
            typed={slash.typed}
            at={Math.min(macroAt, found.length - 1)}
            onTake={takeMacro}
            preview={(macro) => fillMacro(macro, page.customer.language, fields)}
          />
        )}
        <textarea
          ref={field}
          value={draft.text}
          lang={isNote ? undefined : page.customer.language}
          rows={2}
          placeholder={isNote ? w('writeNote') : w('writeIn', { channel: channelWord(way?.channel ?? 'chat'), name })}
          aria-label={isNote ? w('writeNote') : w('writeIn', { channel: channelWord(way?.channel ?? 'chat'), name })}
          aria-autocomplete="list"
          aria-controls={slash ? listId : undefined}
          aria-activedescendant={
            slash && found.length > 0 ? `${listId}-${Math.min(macroAt, found.length - 1)}` : undefined
          }
          aria-invalid={problem !== '' || undefined}
          aria-describedby={`${listId}-problem`}
          onChange={(event) => {
            draft.write(event.currentTarget.value);
            setCursor(event.currentTarget.selectionEnd);
            setMacroShut(false);
            setMacroAt(0);
            setProblem('');
            if (event.currentTarget.value !== '') onTyping(isNote ? 'noting' : 'writing');
          }}
          onSelect={(event) => setCursor(event.currentTarget.selectionEnd)}
          onKeyDown={press}
        />
      </div>
      <p id={`${listId}-problem`} className={classes.problem} role="alert">
        {problem || (over > 0 ? w('tooLong', { n: over }) : '')}
      </p>
      <div className={classes.tools}>
        <button
          type="button"
          title={w('macroHint')}
          aria-label={w('macros')}
          onClick={() => {
            setMacroShut(false);
            insert(draft.text === '' || /\s$/.test(draft.text) ? '/' : ' /');
          }}
        >
          <IconSlash size={16} stroke={1.8} aria-hidden="true" />
          <span>{w('macros')}</span>
        </button>
        <button type="button" aria-label={w('cartLink')} onClick={() => void addCartLink(insert)}>
          <IconLink size={16} stroke={1.7} aria-hidden="true" />
          <span>{w('cartLink')}</span>
        </button>
        <Menu position="top-start" withinPortal>
          <Menu.Target>
            <button type="button" title={w('undoTime')}>
              <IconHourglass size={16} stroke={1.7} aria-hidden="true" />
              <span>{undo === 0 ? w('undoNone') : w('undoSeconds', { n: undo })}</span>
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{w('undoTime')}</Menu.Label>
            {[0, 5, 10, 20].map((seconds) => (
              <Menu.Item
                key={seconds}
                onClick={() => {
                  setUndoSeconds(seconds);
                  setUndo(seconds);
                }}
              >
                {seconds === 0 ? w('undoNone') : w('undoSeconds', { n: seconds })}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <span className={classes.draftState} aria-live="off">
          {draft.text ? w(draft.isKept ? 'draftKept' : 'draftKeeping') : ''}
        </span>
        <Button
          type="submit"
          size="compact-md"
          className={classes.send ?? ''}
          disabled={draft.text.trim() === ''}
          title={`${modKey} Enter`}
        >
          {isNote ? w('saveNote') : way?.channel === 'email' ? w('sendEmail', { to: way.to }) : w('sendChat', { name })}
        </Button>
      </div>
      {!isNote && undo > 0 && draft.text !== '' && <p className={classes.undoHint}>{w('undoFor', { n: undo })}</p>}
    </form>
  );
}

const sayWay = (
  verdict: Extract<Verdict, { ok: true }>,
  w: ReturnType<typeof useWords<(typeof threadWords)['en']>>,
): string =>
  verdict.channel === 'chat'
    ? w(verdict.away ? 'chatAway' : 'chat')
    : `${w('email')}: ${verdict.to}${verdict.addressState === 'claimed' ? ` (${w('claimedAddress')})` : ''}`;

/** Where the customer wrote last; a chat they have left gives way to e-mail when they themselves left a message there. */
function usualWay(page: ThreadPage, ways: readonly Extract<Verdict, { ok: true }>[]) {
  const last = page.messages.findLast((message) => message.direction === 'in' && !message.internal);
  return ways.find((way) => way.channel === last?.channel) ?? ways[0];
}

const modes = new Map<string, Mode>();

/** Reply or note, remembered for each conversation while the desk is open. */
function useMode(threadId: string): [Mode, (mode: Mode) => void] {
  const [mode, setMode] = useState<Mode>(modes.get(threadId) ?? 'reply');
  useEffect(() => {
    modes.set(threadId, mode);
  }, [threadId, mode]);
  return [mode, setMode];
}

/** What macros are filled with: from the customer's newest hold and order. */
function useMacroFields(page: ThreadPage): MacroFields {
  const me = useMe();
  const { data: panel } = usePanel(page.customer.id);
  const { data: locations } = useLocations();
  const retailer = useRetailerName();
  const hold = panel?.holds[0];
  const order = panel?.orders[0];
  const zone = locations?.get(hold?.locationId ?? '')?.zone ?? 'Europe/Warsaw';
  const called = nameOf(page.customer.displayName, page.claimed.name, '');
  const customer = /[@…]/.test(called) ? '' : called.split(' ')[0];
  return {
    agent: me.name.split(' ')[0] ?? me.name,
    ...(retailer ? { retailer } : {}),
    ...(customer ? { customer } : {}),
    ...(order ? { order: order.number } : {}),
    ...(hold ? { store: hold.locationName } : {}),
    ...(hold?.code ? { code: hold.code } : {}),
    ...(hold?.until ? { until: formatDayAndTime(hold.until, page.customer.language, zone) } : {}),
  };
}

/** The link under which the customer goes on with the cart, wherever they are. */
function useCartLink(page: ThreadPage) {
  const w = useWords(threadWords);
  const api = useApi();
  const { data: panel } = usePanel(page.customer.id);
  return async (insert: (text: string) => void) => {
    const cartId = panel?.cart?.id;
    if (!cartId) {
      notifications.show({ message: w('noCart') });
      return;
    }
    try {
      const { url } = await unwrap(
        api.POST('/api/staff/carts/{id}/handoff', { params: { path: { id: cartId } }, body: {} }),
      );
      insert(url);
    } catch (error) {
      notifications.show({ color: 'red', message: error instanceof Error ? error.message : String(error) });
    }
  };
}
