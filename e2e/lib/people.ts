import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  devices,
  request,
} from '@playwright/test';
import { demoPassword, signIns } from '../../demo/load/signIns.ts';

export type Colleague = 'agent' | 'another agent' | 'associate' | 'manager' | 'admin';

/** The demo's sign-ins by what they do; the store's people work in Kraków. */
export function emailOf(who: Colleague): string {
  const people = signIns();
  const of = (role: string) => people.filter((person) => person.role.startsWith(role));
  const found = {
    agent: of('agent')[0],
    'another agent': of('agent')[1],
    associate: of('associate')[0],
    manager: of('manager')[0],
    admin: of('admin')[0],
  }[who];
  if (!found) throw new Error(`the demo has no ${who}`);
  return found.email;
}

export const phone: BrowserContextOptions = {
  ...devices['Pixel 7'],
  viewport: { width: 390, height: 844 },
};
export const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
/** One session a colleague, server and worker: all tests sign in from one address, which may do so 30 times a minute. */
const signedIn = new Map<string, Cookies>();

/** A browser in which a colleague is signed in. */
export async function colleagueAt(
  browser: Browser,
  url: string,
  who: Colleague,
  options: BrowserContextOptions = desktop,
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, ...options });
  await context.addCookies(await sessionOf(url, who));
  return context;
}

/** The API as a colleague, without a screen. */
export async function staffApi(url: string, who: Colleague = 'admin'): Promise<APIRequestContext> {
  const storageState = { cookies: await sessionOf(url, who), origins: [] };
  return request.newContext({ baseURL: url, storageState, extraHTTPHeaders: { 'accept-language': 'en' } });
}

async function sessionOf(url: string, who: Colleague): Promise<Cookies> {
  const key = `${url} ${who}`;
  const cookies = signedIn.get(key) ?? [];
  const known = await request.newContext({ baseURL: url, storageState: { cookies, origins: [] } });
  // A test may have signed out, or changed who works here.
  const me = await known.get('/api/staff/me');
  const isStill = me.ok() && ((await me.json()) as { email: string }).email === emailOf(who);
  await known.dispose();
  if (isStill) return cookies;
  const fresh = await request.newContext({ baseURL: url });
  await signInStaff(fresh, emailOf(who));
  const state = await fresh.storageState();
  await fresh.dispose();
  signedIn.set(key, state.cookies);
  return state.cookies;
}

export async function signInStaff(api: APIRequestContext, email: string): Promise<void> {
  const answer = await api.post('/api/staff/sign-in', { data: { email, password: demoPassword } });
  if (answer.status() === 429) {
    // All tests sign in from one address, more often in a minute than people may.
    const { retryAfterSeconds } = (await answer.json()) as { retryAfterSeconds: number };
    await new Promise((wait) => setTimeout(wait, retryAfterSeconds * 1_000));
    return signInStaff(api, email);
  }
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`);
}

/** The newest mail to an address, from the mailbox of development; waits for one after `since`. */
export async function mailTo(
  api: APIRequestContext,
  address: string,
  matches: (mail: Mail) => boolean = () => true,
): Promise<Mail> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await api.get(`/api/dev/mailbox?to=${encodeURIComponent(address)}&limit=20`);
    const { items } = (await answer.json()) as { items: Mail[] };
    const mail = items.find(matches);
    if (mail) return mail;
    await new Promise((wait) => setTimeout(wait, 150));
  }
  throw new Error(`no such mail came to ${address}`);
}

export interface Mail {
  subject: string;
  text: string | null;
  html: string | null;
  to: string[];
  caughtAt: string;
}
