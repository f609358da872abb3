import type { Consent } from './consentCookie.ts';

interface Tracker {
  init(options: { writeKey: string; host: string; anonymousId?: string; epoch?: number; consent?: boolean }): void;
  page(name?: string, properties?: object): void;
  track(event: string, properties?: object): void;
  setConsent(given: boolean): void;
}

type Queued = [name: string, ...parameters: unknown[]];

/** What the page told before the tracker was there: kept here only, and only after consent. */
let waiting: Queued[] = [];
let tracker: Tracker | undefined;
let isStarting = false;
let allowed = false;

/** Starts measuring after a yes, and ends it after a no: then what was stored is removed. */
export function followConsent(consent: Consent | null, writeKey: string | null): void {
  allowed = consent === 'all' && writeKey !== null;
  if (!allowed) {
    waiting = [];
    tracker?.setConsent(false);
  } else if (tracker) tracker.setConsent(true);
  else if (writeKey !== null && !isStarting) void start(writeKey);
}

/** Tells of a page or a deed; without consent it is forgotten at once. */
export function tell(...call: Queued): void {
  if (!allowed) return;
  if (tracker) give(tracker, call);
  else waiting.push(call);
}

function give(to: Tracker, [name, ...parameters]: Queued): void {
  if (name === 'page') to.page(undefined, parameters[0] as object | undefined);
  else to.track(name, parameters[0] as object | undefined);
}

/** The shop's session names the visitor, so that what is measured and what is ordered are known to be one person's. */
async function start(writeKey: string): Promise<void> {
  isStarting = true;
  try {
    const [session] = await Promise.all([openSession(), loadScript('/tracker.js')]);
    const loaded = (window as unknown as { throughline?: Tracker }).throughline;
    if (!loaded || !allowed) return;
    loaded.init({ writeKey, host: '', ...session });
    tracker = loaded;
    for (const call of waiting.splice(0)) give(loaded, call);
  } catch {
    // A shop that cannot measure sells all the same; the next page tries again.
  } finally {
    isStarting = false;
  }
}

async function openSession(): Promise<{ anonymousId: string; epoch: number }> {
  const answer = await fetch('/api/shop/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (!answer.ok) throw new Error('no session');
  const { anonymousId, epoch } = (await answer.json()) as { anonymousId: string; epoch: number };
  return { anonymousId, epoch };
}

function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(src));
    document.head.append(script);
  });
}
