import type { Environment, KeyValueStore } from './environment.ts';

/** The browser the tracker runs in. Whatever the browser refuses (storage, cookies, beacons) is done without. */
export function browserEnvironment(view: Window & typeof globalThis): Environment {
  return {
    now: () => Date.now(),
    uuid: () => view.crypto.randomUUID?.() ?? randomUuid(view),
    storage: localStore(view),
    cookies: {
      read: (name) =>
        view.document.cookie
          .split('; ')
          .find((part) => part.startsWith(`${name}=`))
          ?.slice(name.length + 1),
      write(name, value, days) {
        view.document.cookie = `${name}=${value}; Max-Age=${days * 86_400}; Path=/; SameSite=Lax${view.location.protocol === 'https:' ? '; Secure' : ''}`;
      },
    },
    page: () => ({ url: view.location.href, referrer: view.document.referrer }),
    locale: view.navigator.language,
    userAgent: view.navigator.userAgent,
    async send(url, body) {
      // text/plain and no header of our own: a simple request, so that browsers ask no preflight.
      const answer = await view.fetch(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'text/plain' },
        credentials: 'omit',
        keepalive: body.length < 60_000,
      });
      return answer.status;
    },
    beacon: (url, body) => view.navigator.sendBeacon?.(url, body) ?? false,
    onLeave(listener) {
      view.addEventListener('pagehide', listener);
      view.document.addEventListener('visibilitychange', () => {
        if (view.document.visibilityState === 'hidden') listener();
      });
    },
    onOnline: (listener) => view.addEventListener('online', listener),
    later: (act, ms) => void view.setTimeout(act, ms),
  };
}

function localStore(view: Window): KeyValueStore | undefined {
  try {
    const storage = view.localStorage;
    storage.setItem('tl_probe', '1');
    storage.removeItem('tl_probe');
    return {
      keys: () => Object.keys(storage),
      get: (key) => storage.getItem(key) ?? undefined,
      set: (key, value) => storage.setItem(key, value),
      remove: (key) => storage.removeItem(key),
    };
  } catch {
    return undefined;
  }
}

/** crypto.randomUUID exists on secure pages only; a shop on a test address over http is tracked too. */
function randomUuid(view: Window): string {
  const bytes = view.crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
