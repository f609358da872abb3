export interface Tracker {
  init(options: { writeKey: string; host: string; anonymousId?: string; epoch?: number; consent?: boolean }): void;
  page(name?: string, properties?: object): void;
  track(event: string, properties?: object): void;
  setConsent(given: boolean): void;
}

/**
 * Loads the tracker and begins. The shop's session names the visitor, so that what is measured and what is ordered are
 * known to be one person's.
 *
 * @returns undefined where it is not there, or was forbidden meanwhile
 */
export async function startTracker(writeKey: string, isAllowed: () => boolean): Promise<Tracker | undefined> {
  const [session] = await Promise.all([openSession(), loadScript('/tracker.js')]);
  const loaded = (window as unknown as { throughline?: Tracker }).throughline;
  if (!loaded || !isAllowed()) return undefined;
  loaded.init({ writeKey, host: '', consent: true, ...session });
  return loaded;
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
