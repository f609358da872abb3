import type { Consent } from './consentCookie.ts';
import type { Tracker } from './startTracker.ts';

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

async function start(writeKey: string): Promise<void> {
  isStarting = true;
  try {
    // Most visits go without it.
    const { startTracker } = await import('./startTracker.ts');
    const loaded = await startTracker(writeKey, () => allowed);
    if (!loaded) return;
    tracker = loaded;
    for (const call of waiting.splice(0)) give(loaded, call);
  } catch {
    // A shop that cannot measure sells all the same; the next page tries again.
  } finally {
    isStarting = false;
  }
}
