import { type Environment, type KeyValueStore, memoryStore } from './environment.ts';
import { readContext } from './readContext.ts';

export interface TrackerOptions {
  /** The key of a source; public. */
  writeKey: string;
  /** Where Throughline answers, such as https://shop.example; '' = where the page came from. */
  host: string;
  /** The shop session's, so that tracking and shop know the same visitor; else one is made and kept. */
  anonymousId?: string;
  /** The shop session's sign-in epoch, which goes with `anonymousId`. */
  epoch?: number;
  /** Whether the visitor agreed to be measured. Until then nothing is sent and nothing stored, and what was stored is removed. */
  consent?: boolean;
}

export interface Tracker {
  /** Call it first, and again when session or consent change. */
  init(options: TrackerOptions): void;
  page(name?: string, properties?: object): void;
  track(event: string, properties?: object): void;
  /** Says who the visitor claims to be. It is a hint and verifies nothing. */
  identify(userId: string, traits?: object): void;
  /** Whoever uses this browser from here on is somebody new. */
  reset(): void;
  setConsent(given: boolean): void;
  /** `setConsent` by purposes, as consent banners say it; only `analytics` concerns the tracker. */
  consent(given: { analytics?: boolean }): void;
  /** The id under which this visitor is known, undefined without consent. */
  anonymousId(): string | undefined;
  /** Sends what waits; resolves when that was tried. */
  flush(): Promise<void>;
}

const prefix = 'tl_event:';
const idKey = 'tl_anonymous_id';
const userKey = 'tl_user_id';
const sessionKey = 'tl_session';
const idDays = 365;
/** A session ends with half an hour in which nothing happened, as in the reports. */
const sessionMs = 30 * 60_000;
const maxWaiting = 200;
const batchSize = 50;
/** Browsers take 64 KB of beacons at once. */
const beaconBytes = 60_000;
/** Answers after which trying again can help. Any other refusal will be the same next time. */
const passing = (status: number) => status >= 500 || [408, 425, 429, 460].includes(status);

/**
 * A tracker in the form of Segment's. An event is stored under its own key before it is sent and removed when the server
 * has it, so a lost connection, a closed page and two tabs lose nothing; what is sent twice keeps its `messageId`, and the
 * server counts it once.
 */
export function createTracker(environment: Environment): Tracker {
  const memory = memoryStore();
  let options: TrackerOptions | undefined;
  /** The last page told of, and what led to it. */
  let last: { url: string; referrer: string } | undefined;
  let order = 0;
  let failures = 0;
  let scheduled = false;
  let sending: Promise<void> | undefined;

  const store = (): KeyValueStore => environment.storage ?? memory;
  const isAllowed = () => options?.consent === true;

  function write(key: string, value: string): void {
    try {
      store().set(key, value);
    } catch {
      // Storage is full: kept while the page lives.
      memory.set(key, value);
    }
  }

  function anonymousId(): string | undefined {
    if (!isAllowed()) return undefined;
    const known = options?.anonymousId ?? store().get(idKey) ?? memory.get(idKey) ?? environment.cookies.read(idKey);
    const id = known || environment.uuid();
    if (store().get(idKey) !== id) write(idKey, id);
    // The cookie stays where storage is refused or cleared.
    if (environment.cookies.read(idKey) !== id) environment.cookies.write(idKey, id, idDays);
    return id;
  }

  function forget(): void {
    for (const each of [store(), memory]) {
      for (const key of each.keys()) if (key.startsWith('tl_')) each.remove(key);
    }
    if (environment.cookies.read(idKey) !== undefined) environment.cookies.write(idKey, '', 0);
  }

  function waiting(): { key: string; text: string }[] {
    const found = [...new Set([store(), memory])].flatMap((each) =>
      each.keys().flatMap((key) => (key.startsWith(prefix) ? [{ key, text: each.get(key) ?? '' }] : [])),
    );
    // Keys begin with the time, in one width: text order is time order.
    return found.filter(({ text }) => text !== '').sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  function drop(key: string): void {
    store().remove(key);
    memory.remove(key);
  }

  /** The browser's referrer belongs to the first address; in a single-page app the address before led to each other one. */
  function referrerOf(url: string): string {
    if (!last) return environment.page().referrer;
    return last.url === url ? last.referrer : last.url;
  }

  /** When the session began is its id, over all tabs. */
  function session(now: number): { sessionId: number; sessionStart?: true } {
    const [began = 0, last = 0] = (store().get(sessionKey) ?? '').split(':').map(Number);
    const goesOn = began > 0 && now - last < sessionMs && now >= last;
    const id = goesOn ? began : now;
    write(sessionKey, `${id}:${now}`);
    return { sessionId: id, ...(goesOn ? {} : { sessionStart: true }) };
  }

  function add(type: string, fields: Record<string, unknown>): void {
    const id = anonymousId();
    if (!id || !options) return;
    const { url } = environment.page();
    const referrer = referrerOf(url);
    const now = environment.now();
    const event = {
      type,
      ...fields,
      messageId: environment.uuid(),
      timestamp: new Date(now).toISOString(),
      anonymousId: id,
      ...(store().get(userKey) ? { userId: store().get(userKey) } : {}),
      context: {
        ...readContext(url, referrer),
        ...(options.epoch ? { epoch: options.epoch } : {}),
        ...session(now),
        consent: { categoryPreferences: { analytics: true } },
        locale: environment.locale,
        userAgent: environment.userAgent,
        library: { name: '@throughline/tracker', version: '0.1.0' },
      },
    };
    if (type === 'page') last = { url, referrer };
    const before = waiting();
    for (const { key } of before.slice(0, Math.max(0, before.length - maxWaiting + 1))) drop(key);
    order += 1;
    write(`${prefix}${now}:${String(order).padStart(6, '0')}:${event.messageId}`, JSON.stringify(event));
    schedule(50);
  }

  function schedule(ms: number): void {
    if (scheduled) return;
    scheduled = true;
    environment.later(() => {
      scheduled = false;
      void flush();
    }, ms);
  }

  const bodyOf = (texts: string[]) =>
    `{"writeKey":${JSON.stringify(options?.writeKey)},"sentAt":"${new Date(environment.now()).toISOString()}","batch":[${texts.join(',')}]}`;
  const address = () => `${options?.host.replace(/\/$/, '')}/v1/batch`;

  async function sendWaiting(): Promise<void> {
    for (;;) {
      const batch = isAllowed() ? waiting().slice(0, batchSize) : [];
      if (batch.length === 0) return;
      const status = await environment.send(address(), bodyOf(batch.map(({ text }) => text))).catch(() => 0);
      if (status === 0 || passing(status)) {
        failures += 1;
        schedule(Math.min(60_000, 1_000 * 2 ** Math.min(failures, 6)));
        return;
      }
      failures = 0;
      for (const { key } of batch) drop(key);
    }
  }

  function flush(): Promise<void> {
    sending ??= sendWaiting().finally(() => {
      sending = undefined;
    });
    return sending;
  }

  function leave(): void {
    if (!isAllowed()) return;
    const texts: string[] = [];
    let bytes = 0;
    for (const { text } of waiting()) {
      bytes += text.length * 2;
      if (bytes > beaconBytes) break;
      texts.push(text);
    }
    // A beacon has no answer, so the events stay until one comes: the next page sends them again, under the same ids.
    if (texts.length > 0) environment.beacon(address(), bodyOf(texts));
  }

  function setConsent(given: boolean): void {
    if (!options) return;
    options = { ...options, consent: given };
    if (given) schedule(0);
    else forget();
  }

  environment.onLeave(leave);
  environment.onOnline(() => void flush());

  return {
    init(given) {
      options = given;
      if (given.consent !== true) forget();
      else {
        anonymousId();
        schedule(0);
      }
    },
    page: (name, properties = {}) => add('page', { ...(name ? { name } : {}), properties }),
    track: (event, properties = {}) => add('track', { event, properties }),
    identify(userId, traits = {}) {
      if (!isAllowed()) return;
      write(userKey, userId);
      add('identify', { traits });
    },
    reset() {
      if (!options) return;
      const { anonymousId: _, epoch: __, ...kept } = options;
      options = kept;
      last = undefined;
      drop(userKey);
      drop(idKey);
      drop(sessionKey);
      if (!isAllowed()) return;
      const id = environment.uuid();
      write(idKey, id);
      environment.cookies.write(idKey, id, idDays);
    },
    setConsent,
    consent: ({ analytics }) => analytics !== undefined && setConsent(analytics),
    anonymousId,
    flush,
  };
}
