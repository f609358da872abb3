import { randomUUID } from 'node:crypto';
import { demoPassword, signIns } from '../load/signIns.ts';
import { Browser, type Json } from './browser.ts';
import { daysOfStory, doorOn, inKrakow } from './calendar.ts';
import type { ServerProcess, Stage } from './servers.ts';

export type Shopper = Browser & { anonymousId: string };

/** Two servers on one database, the demo retailer on them, and ids the story speaks of. */
export interface Scene {
  a: ServerProcess;
  b: ServerProcess;
  stage: Stage;
  /** The date on which she looks, by Kraków's calendar. */
  looks: string;
  /** The date on which she can come, and when the store closes then. */
  comes: { date: string; closes: string };
  krakow: string;
  green: string;
  blue: string;
  travelTo(instant: Date): Promise<void>;
  now(): Date;
  /** Starts a server anew in place of the first one, which was killed; its clock stands where the story is. */
  restartA(): Promise<void>;
  /** A colleague at a server (the first unless said), signed in once and remembered while the session lasts. */
  colleague(role: string, at?: ServerProcess, which?: number): Promise<Browser>;
}

/** At twenty to two on the first day, at the earliest `from`, on which the story can happen. */
export async function openScene(stage: Stage, from: string): Promise<Scene> {
  const a = await stage.start({ THROUGHLINE_DEMO: 'on' });
  const b = await stage.start({ THROUGHLINE_DEMO: 'on' });
  const anyone = new Browser(a.url);
  const stores = await anyone.get('/api/shop/locations');
  const krakow = stores.items.find((store: Json) => store.address.city === 'Kraków').id;
  const places = await (await staffMember(a, 'admin')).get('/api/staff/locations');
  const store = places.items.find((one: Json) => one.id === krakow);
  const days = daysOfStory(store, from);
  let now = inKrakow(days.looks, '13:40');
  await Promise.all([a.travelTo(now), b.travelTo(now)]);
  const page = await anyone.get('/api/shop/products/lund-sofa');
  const variant = (sku: string) => page.variants.find((one: Json) => one.sku === sku).id;
  const signedIn = new Map<string, { browser: Browser; until: number }>();
  const scene: Scene = {
    a,
    b,
    stage,
    looks: days.looks,
    comes: { date: days.comes, closes: doorOn(store, days.comes).at(-1)?.[1] ?? '' },
    krakow,
    green: variant('LUND-SOFA-GREEN-VELVET'),
    blue: variant('LUND-SOFA-BLUE-VELVET'),
    now: () => now,
    async travelTo(instant) {
      now = instant;
      await Promise.all([scene.a.travelTo(instant), scene.b.travelTo(instant)]);
    },
    async restartA() {
      const anew = await stage.start({ THROUGHLINE_DEMO: 'on' });
      await anew.travelTo(now);
      scene.a = anew;
    },
    async colleague(role, at = scene.a, which = 0) {
      const key = `${role} ${which} ${at.url}`;
      const known = signedIn.get(key);
      if (known && known.until > now.getTime()) return known.browser;
      const browser = await staffMember(at, role, 'pl', which);
      // A session lasts a week of the story's time; a new one is cheap.
      signedIn.set(key, { browser, until: now.getTime() + 5 * 86_400_000 });
      return browser;
    },
  };
  return scene;
}

export async function staffMember(server: ServerProcess, role: string, language = 'pl', which = 0): Promise<Browser> {
  const person = signIns().filter((one) => one.role === role)[which];
  if (!person) throw new Error(`the demo has no ${role}`);
  const browser = new Browser(server.url, language);
  await browser.post('/api/staff/sign-in', { email: person.email, password: demoPassword });
  return browser;
}

/** A shopper with a session, and the tracker's id in it. */
export async function shopper(server: ServerProcess, language = 'en'): Promise<Shopper> {
  const browser = new Browser(server.url, language);
  const session = await browser.post('/api/shop/session', { anonymousId: randomUUID() });
  return Object.assign(browser, { anonymousId: session.anonymousId as string });
}

/** Waits until something is so: what follows from events follows within moments, not at once. */
export async function eventually<T>(
  look: () => Promise<T | undefined | false>,
  what: string,
  seconds = 15,
): Promise<T> {
  const until = Date.now() + seconds * 1_000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > until) throw new Error(`it did not happen within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function mailTo(
  server: ServerProcess,
  address: string,
  fits: (mail: Json) => boolean,
  what: string,
): Promise<Json> {
  const browser = new Browser(server.url);
  let subjects: string[] = [];
  return eventually(async () => {
    const { items } = await browser.get(`/api/dev/mailbox?to=${encodeURIComponent(address)}`);
    subjects = items.map((mail: Json) => mail.subject);
    return items.find(fits);
  }, what).catch((error: Error) => {
    throw new Error(`${error.message}; in the mailbox: ${subjects.join(' | ') || 'nothing'}`);
  });
}

export async function mailsTo(server: ServerProcess, address: string): Promise<Json[]> {
  return (await new Browser(server.url).get(`/api/dev/mailbox?to=${encodeURIComponent(address)}&limit=100`)).items;
}

export const money = (amount: { amount: number; currency: string }): string =>
  new Intl.NumberFormat('pl-PL', { style: 'currency', currency: amount.currency }).format(amount.amount / 100);
