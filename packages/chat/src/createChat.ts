import { type Answer, createBrowserApi, ProblemError, unwrap } from '@throughline/client';
import { connectLive, type Live } from '@throughline/ui/live';
import type { Language } from '@throughline/ui/words';
import { addConfirmed, countUnread, markSeen, mergeChat, noThread, type Thread } from './mergeChat.ts';
import {
  addUnsent,
  dropUnsent,
  flushUnsent,
  readUnsent,
  refuseUnsent,
  type Sent,
  type Shelf,
  type Unsent,
} from './outbox.ts';

export type ChatStatus = Pick<
  Answer<'/api/shop/chat/status', 'get'>,
  'open' | 'closesAt' | 'opensAt' | 'zone' | 'expectedAnswerMinutes'
>;
export type Goods = Answer<'/api/shop/variants', 'get'>['items'][number];

export interface ChatState {
  phase: 'starting' | 'ready' | 'unreachable';
  thread: Thread;
  unsent: Unsent[];
  status: ChatStatus | undefined;
  unread: number;
  /** Who is typing an answer, until they stop. */
  typing: { name: string | null } | undefined;
  /** Goods that messages point at, by variant. */
  goods: ReadonlyMap<string, Goods>;
  /** The signed-in shopper's proven address; undefined until it is known whether there is one. */
  email: string | null | undefined;
  /** The proven telephone likewise; null also where nothing can be proven by text message. */
  phone: { proven: string | null; isOffered: boolean } | undefined;
}

/** What became of a step of proving a telephone; 'phoneWrong' … are words of the chat. */
export type Proving = 'done' | 'phoneWrong' | 'codeWrong' | 'tooMany' | 'phoneTaken' | 'notDone';

export interface Chat {
  state(): ChatState;
  subscribe(listener: () => void): () => void;
  send(text: string, email?: string): void;
  /**
   * Says where an answer and a code may go as well; a claim, which opens nothing.
   *
   * @returns whether it was kept
   */
  leaveEmail(email: string): Promise<boolean>;
  /** Sends a code to a telephone. */
  askCode(phone: string): Promise<Proving>;
  /** With its code the telephone is proven: who was unknown is signed in by it, and who is signed in has it as well. */
  provePhone(phone: string, code: string): Promise<Proving>;
  retry(clientKey: string): void;
  discard(clientKey: string): void;
  /** Everything shown so far was seen. */
  seen(): void;
  refreshStatus(): void;
  stop(): void;
}

const typingMs = 9_000;
const longestPauseMs = 30_000;
/**
 * Who signs in gets another cookie, and what was under way meanwhile bore the old one. A session begun at once would take
 * the place of the new one and sign out again; a moment later the new cookie is here, and its session is found.
 */
const settleMs = 1_500;

/**
 * The conversation of this browser with the shop, without a screen: read from the last number on, live, and with
 * messages that survive a lost line, a reload and a restart of the server until each has arrived exactly once.
 */
export function createChat(options: {
  language: Language;
  anonymousId?: string;
  shelf?: Shelf;
  /** The variant on the page around, if there is one: who answers sees what is asked about. */
  lookingAt?: () => string | undefined;
}): Chat {
  const api = createBrowserApi({ language: options.language });
  const shelf = options.shelf ?? localStorage;
  const listeners = new Set<() => void>();
  let state: ChatState = {
    phase: 'starting',
    thread: noThread,
    unsent: readUnsent(shelf),
    status: undefined,
    unread: 0,
    typing: undefined,
    goods: new Map(),
    email: undefined,
    phone: undefined,
  };
  let live: Live | undefined;
  let stopped = false;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = 1_000;

  const change = (more: Partial<ChatState>) => {
    state = { ...state, ...more };
    state.unread = countUnread(state.thread);
    for (const listener of listeners) listener();
  };
  const showUnsent = () => change({ unsent: readUnsent(shelf) });

  /** One reading at a time; asked for meanwhile, it is done once more. */
  let reading: Promise<void> | undefined;
  let readAgain = false;
  function read(): Promise<void> {
    if (reading) {
      readAgain = true;
      return reading;
    }
    reading = readAll().finally(() => {
      reading = undefined;
      if (readAgain && !stopped) {
        readAgain = false;
        void read();
      }
    });
    return reading;
  }
  /** Who has just signed in gets this conversation a moment later, from a busy server many moments: it has not gone. */
  let missingMs = Number.POSITIVE_INFINITY;
  let missingTimer: ReturnType<typeof setTimeout> | undefined;
  function waitForThread(): void {
    clearTimeout(missingTimer);
    missingTimer = setTimeout(() => void read(), missingMs);
    missingMs *= 2;
  }
  async function readAll(): Promise<void> {
    try {
      for (let hasMore = true; hasMore && !stopped; ) {
        const { lastSeq, threadId } = state.thread;
        const query = lastSeq > 0 && threadId ? { after: lastSeq, thread: threadId } : {};
        const page = await unwrap(api.GET('/api/shop/chat', { params: { query } }));
        if (threadId) missingMs = settleMs;
        if (!page.threadId && missingMs <= longestPauseMs) waitForThread();
        change({ phase: 'ready', thread: mergeChat(state.thread, page) });
        hasMore = page.hasMore;
      }
      await readGoods();
    } catch (error) {
      if (isUnknownHere(error)) {
        retryTimer = setTimeout(() => void begin(), settleMs);
        return;
      }
      if (state.phase === 'starting') change({ phase: 'unreachable', email: state.email ?? null });
      again();
    }
  }

  async function readGoods(): Promise<void> {
    const ids = [...new Set(state.thread.messages.flatMap(({ data }) => variantsIn(data)))];
    const missing = ids.filter((id) => !state.goods.has(id)).slice(-50);
    if (missing.length === 0) return;
    const { items } = await unwrap(api.GET('/api/shop/variants', { params: { query: { ids: missing } } }));
    change({ goods: new Map([...state.goods, ...items.map((item) => [item.id, item] as const)]) });
  }

  /** Told once, and anew when another one is looked at. */
  let toldVariant: string | undefined;
  async function send(message: Unsent): Promise<Sent> {
    const { clientKey, text, email } = message;
    const variantId = options.lookingAt?.();
    const isNews = variantId !== undefined && variantId !== toldVariant;
    const context = { page: location.pathname, ...(isNews ? { variantId } : {}) };
    try {
      const confirmed = email
        ? await unwrap(api.POST('/api/shop/chat/leave-message', { body: { clientKey, text, email } }))
        : await unwrap(api.POST('/api/shop/chat/messages', { body: { clientKey, text, context } }));
      if (!email) toldVariant = variantId ?? toldVariant;
      change({ thread: addConfirmed(state.thread, confirmed) });
      return 'sent';
    } catch (error) {
      if (isUnknownHere(error)) {
        await new Promise((settled) => setTimeout(settled, settleMs));
        await startSession();
        return 'lost';
      }
      const status = error instanceof ProblemError ? error.problem.status : 0;
      return status >= 400 && status < 500 && status !== 429 && status !== 408 ? 'refused' : 'lost';
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(retryTimer);
    const left = await navigator.locks.request('tl_chat_unsent', () => flushUnsent(shelf, send));
    showUnsent();
    if (left) again();
    else {
      pauseMs = 1_000;
      void read();
    }
  }

  /** After a pause that grows, and at once when the browser is online again or the stream is back. */
  function again(): void {
    clearTimeout(retryTimer);
    if (stopped) return;
    retryTimer = setTimeout(
      () => {
        void read();
        void flush();
      },
      pauseMs * (0.5 + Math.random()),
    );
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }

  async function startSession(): Promise<void> {
    const { anonymousId } = options;
    await unwrap(api.POST('/api/shop/session', { body: anonymousId ? { anonymousId } : {} }));
  }

  let beginTimer: ReturnType<typeof setTimeout> | undefined;
  async function begin(): Promise<void> {
    try {
      await startSession();
      if (stopped) return;
      // What an earlier stream hears is meant for whom this browser was before.
      live?.close();
      live = undefined;
      listen();
      refreshStatus();
      await readMe();
      await read();
      await flush();
    } catch {
      if (state.phase === 'starting') change({ phase: 'unreachable', email: state.email ?? null });
      again();
    }
  }

  let isSignedIn = false;
  async function readMe(): Promise<void> {
    const [me, { ways }] = await Promise.all([unwrap(api.GET('/api/shop/me')), unwrap(api.GET('/api/shop/sign-in'))]);
    isSignedIn = me.signedIn;
    change({
      email: me.customer?.email ?? null,
      phone: { proven: me.customer?.phone ?? null, isOffered: ways.includes('phone') },
    });
  }

  async function prove(step: () => Promise<void>): Promise<Proving> {
    try {
      await step();
      return 'done';
    } catch (error) {
      return (error instanceof ProblemError && provingFaults[error.code]) || 'notDone';
    }
  }

  function listen(): void {
    if (live) return;
    live = connectLive('/api/shop/live');
    live.onEvent(({ type, data }) => {
      if (type === 'conversations.answer.typing') showTyping(typeof data.name === 'string' ? data.name : null);
      else if (type === 'resync' || type.startsWith('conversations.')) {
        if (type === 'conversations.message.posted' && data.direction === 'out') change({ typing: undefined });
        void read();
      }
    });
    live.onState((now) => {
      // The session of this browser ended, or another tab's sign-in is just replacing it: nothing more will come here.
      if (now === 'refused') {
        clearTimeout(beginTimer);
        beginTimer = setTimeout(() => void begin(), settleMs);
      }
      if (now !== 'open') return;
      pauseMs = 1_000;
      void read();
      void flush();
    });
  }

  /** It is said again as long as somebody types; by the browser's own clock, for the two may differ by minutes. */
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  function showTyping(name: string | null): void {
    clearTimeout(typingTimer);
    change({ typing: { name } });
    typingTimer = setTimeout(() => change({ typing: undefined }), typingMs);
  }

  const refreshStatus = () =>
    void unwrap(api.GET('/api/shop/chat/status')).then(
      (status) => change({ status }),
      () => undefined,
    );
  const onOnline = () => {
    pauseMs = 1_000;
    void read();
    void flush();
  };
  const onStorage = () => showUnsent();
  addEventListener('online', onOnline);
  addEventListener('storage', onStorage);
  void begin();

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send(text, email) {
      addUnsent(shelf, {
        clientKey: crypto.randomUUID(),
        text,
        at: new Date().toISOString(),
        ...(email ? { email } : {}),
      });
      showUnsent();
      void flush();
    },
    async leaveEmail(email) {
      try {
        await unwrap(api.PUT('/api/shop/chat/contact', { body: { email } }));
        return true;
      } catch {
        return false;
      }
    },
    askCode: (phone) => prove(async () => void (await unwrap(api.POST('/api/shop/sign-in/code', { body: { phone } })))),
    provePhone: (phone, code) =>
      prove(async () => {
        if (isSignedIn) {
          await unwrap(api.POST('/api/shop/me/phone', { body: { phone, code } }));
          return readMe();
        }
        await unwrap(api.POST('/api/shop/sign-in', { body: { phone, code } }));
        // Another cookie and another person: the conversation follows them in a moment.
        await begin();
      }),
    retry(clientKey) {
      refuseUnsent(shelf, clientKey, false);
      showUnsent();
      void flush();
    },
    discard(clientKey) {
      dropUnsent(shelf, clientKey);
      showUnsent();
    },
    seen() {
      const { thread } = state;
      const seq = thread.messages.findLast((one) => one.direction === 'out' && one.delivery !== 'read')?.seq;
      if (seq === undefined) return;
      change({ thread: markSeen(thread, seq) });
      void api.POST('/api/shop/chat/read', { body: { seq } }).catch(() => undefined);
    },
    refreshStatus,
    stop() {
      stopped = true;
      clearTimeout(retryTimer);
      clearTimeout(typingTimer);
      clearTimeout(missingTimer);
      clearTimeout(beginTimer);
      live?.close();
      removeEventListener('online', onOnline);
      removeEventListener('storage', onStorage);
    },
  };
}

const provingFaults: Partial<Record<string, Proving>> = {
  invalid_request: 'phoneWrong',
  code_invalid: 'codeWrong',
  rate_limited: 'tooMany',
  identifier_taken: 'phoneTaken',
};

const isUnknownHere = (error: unknown) => error instanceof ProblemError && error.code === 'session_required';

/** Variants that a message's card shows. */
function variantsIn(data: Record<string, unknown>): string[] {
  const lines = Array.isArray(data.lines) ? data.lines : [];
  return [data, ...lines].flatMap((one: unknown) => {
    const id = typeof one === 'object' && one !== null && 'variantId' in one ? one.variantId : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}
