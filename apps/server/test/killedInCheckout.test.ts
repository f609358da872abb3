import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Browser } from '../../../demo/julia/browser.ts';
import { openStripe, type StripeSimulator } from '../../../demo/stripe/simulator.ts';
import { findFreePort } from '../src/engines/freePort.ts';
import { settlePayments } from '../src/flows/selling/settlePayments.ts';
import { availability, reconcileStock } from '../src/modules/stock/index.ts';
import { type SmallShop, smallShop } from './smallShop.ts';
import { type TestServer, testServer } from './testServer.ts';

const start = Date.parse('2026-11-24T09:02:00Z');
const repository = resolve(import.meta.dirname, '../../..');
const inShop = 12;

let now = start;
let work: string;
let stripe: StripeSimulator;
/** Sets the shop up, and looks at it afterwards, an hour later than the servers that die. */
let witness: TestServer;
let shop: SmallShop;
let locks: pg.Client[] = [];
const processes: ChildProcess[] = [];

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'throughline-killed-'));
  await mkdir(join(work, 'data'));
  for (const name of ['apps', 'packages', 'scripts', 'node_modules'])
    await symlink(join(repository, name), join(work, name));
  stripe = await openStripe({ now: () => now });
  stripe.state.webhooks = 'hold';
  const config = { stripe: { secretKey: stripe.secretKey, webhookSecret: stripe.webhookSecret, apiBase: stripe.url } };
  const { buildServer } = (await import(join(repository, 'scripts/build.mjs'))) as {
    buildServer(root: string): Promise<void>;
  };
  [witness] = await Promise.all([testServer({ config }), buildServer(work)]);
  witness.clock.travelTo(new Date(start));
  shop = await smallShop(witness, { krakowGreen: 1, warehouseBlue: inShop });
});

afterAll(async () => {
  for (const child of processes) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await Promise.all(locks.map((client) => client.end().catch(() => undefined)));
  await witness?.stop();
  await stripe?.close();
  await rm(work, { recursive: true, force: true });
});

/** A server as `npm start` runs it, on the witness's databases; started again it is found where it was. */
async function startServer(port: number): Promise<{ url: string; kill(): Promise<void> }> {
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(work, '.build/server.mjs')], {
    cwd: work,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      PUBLIC_URL: url,
      LOG_LEVEL: 'fatal',
      DATABASE_URL: witness.databaseUrl,
      CLICKHOUSE_URL: witness.clickhouseUrl,
      THROUGHLINE_DATA: join(work, 'data'),
      THROUGHLINE_DEMO: 'off',
      THROUGHLINE_CLOCK: 'controllable',
      THROUGHLINE_CLOCK_FROM: new Date(now).toISOString(),
      THROUGHLINE_STRIPE_SECRET_KEY: stripe.secretKey,
      THROUGHLINE_STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
      THROUGHLINE_STRIPE_API_BASE: stripe.url,
    },
  });
  processes.push(child);
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await until(() => said.includes(' is running') || child.exitCode !== null);
  if (child.exitCode !== null) throw new Error(`the server did not start:\n${said}`);
  return {
    url,
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('it did not come to that');
    await new Promise((done) => setTimeout(done, 15));
  }
}

/** Somebody else in the database, who keeps what a step needs until the test is over with it. */
async function keepLocked(statement: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: witness.databaseUrl });
  await client.connect();
  locks.push(client);
  // Its patience is the database's, which would end a session that rests in a transaction for so long.
  await client.query('set idle_in_transaction_session_timeout = 0; begin');
  await client.query(statement, values);
}

/** The servers that wait for one of these locks. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(witness.base.db);
  return rows[0]?.n ?? 0;
}

class Guest {
  readonly key = { 'idempotency-key': randomUUID() };
  readonly browser: Browser;
  readonly name: string;
  constructor(name: string, url: string) {
    this.name = name;
    this.browser = new Browser(url);
  }

  order = () =>
    this.browser.post(
      '/api/shop/orders',
      {
        from: { lines: [{ variantId: shop.blue, quantity: 1, way: { method: 'delivery' } }] },
        contact: { name: this.name, email: `${this.name}@example.com` },
        deliveryAddress: { line1: 'Długa 5', postcode: '31-146', city: 'Kraków', country: 'PL' },
        payment: { method: 'online', by: 'card' },
      },
      this.key,
    );

  /** What the server does not live to answer. */
  orderInVain(): void {
    void this.order().catch(() => undefined);
  }
}

const sessionOf = (orderId: string) =>
  [...stripe.sessions.values()].find((one) => one.client_reference_id === `order:${orderId}`);

async function ordersOf(guest: Guest) {
  const { rows } = await sql<{ id: string; state: string; gross: number }>`
    select id, state, gross from orders.order where contact->>'email' = ${`${guest.name}@example.com`}
    order by placed_at`.execute(witness.base.db);
  return rows;
}

it('a server killed in the middle of eight checkouts leaves each placed and paid, or nothing held and nothing charged', async () => {
  const port = await findFreePort();
  const victim = await startServer(port);
  const names = ['holding', 'held', 'unasked', 'unheard', 'again', 'checking', 'told', 'silent'] as const;
  const guests = Object.fromEntries(names.map((name) => [name, new Guest(name, victim.url)])) as Record<
    (typeof names)[number],
    Guest
  >;
  await Promise.all(names.map((name) => guests[name].browser.post('/api/shop/session')));

  // Three who have paid: one is back at the shop, one's webhook is just being read, one's never comes.
  const paid: { order: { id: string }; accessToken: string }[] = [];
  for (const name of ['checking', 'told', 'silent'] as const) paid.push(await guests[name].order());
  const [checking, told, silent] = paid.map(({ order, accessToken }) => ({ id: order.id, token: accessToken }));
  for (const one of [checking, told, silent]) expect(stripe.pay(sessionOf(one?.id ?? '')?.id ?? '')).toBe(true);
  const never = new Promise<undefined>(() => undefined);
  const stalled = new Set<string>();
  const stall = (at: string) => {
    stalled.add(at);
    return never;
  };
  stripe.state.onCall = ({ what, sent, phase }) => {
    if (what.startsWith('GET') && phase === 'after') return stall('checking');
    if (!what.startsWith('POST')) return undefined;
    if (phase === 'before') return stalled.has('unasked') ? undefined : stall('unasked');
    return stall(sent);
  };
  const check = `/api/shop/orders/${checking?.id}/payment/check?token=${checking?.token}`;
  void guests.checking.browser.post(check, {}).catch(() => undefined);
  await keepLocked('select 1 from payments.payment where order_id = $1 for update', [told?.id]);
  const event = stripe.state.events.find(
    (one) => one.type === 'checkout.session.completed' && JSON.stringify(one).includes(told?.id ?? '?'),
  );
  if (!event) throw new Error('Stripe had nothing to tell');
  expect(await stripe.deliver(event, { to: `${victim.url}/webhooks/stripe/default` })).toBe(200);
  await until(async () => (await waiting()) === 1);

  // Whom Stripe was not asked for, and two whose page Stripe has made and nobody here knows of.
  guests.unasked.orderInVain();
  await until(() => stalled.has('unasked'));
  guests.unheard.orderInVain();
  guests.again.orderInVain();
  await until(() => stalled.size === 4);

  // Whose goods are held, and whose are being held.
  await keepLocked('lock table orders.order in share row exclusive mode');
  guests.held.orderInVain();
  await until(async () => (await waiting()) === 2);
  await keepLocked('select 1 from stock.level where variant_id = $1 for update', [shop.blue]);
  guests.holding.orderInVain();
  await until(async () => (await waiting()) === 3);

  await victim.kill();
  stripe.state.onCall = undefined;
  await Promise.all(locks.map((client) => client.end()));
  locks = [];

  // Started again. One customer presses again, sees the page that was made for them, and pays.
  const restarted = await startServer(port);
  const again = await guests.again.order();
  expect(again.action.url).toBe(sessionOf(again.order.id)?.url);
  stripe.pay(sessionOf(again.order.id)?.id ?? '');

  // What every server does once a minute; and once more when the time of all that was begun is over.
  for (const minutes of [4, 50]) {
    now += minutes * 60_000;
    witness.clock.travelTo(new Date(now));
    await settlePayments.handle(witness.ctx(), {});
  }

  const ends: Record<string, string[]> = {};
  for (const name of names) {
    const orders = await ordersOf(guests[name]);
    ends[name] = orders.map((one) => one.state);
    for (const one of orders) expect(stripe.kept(`order:${one.id}`)).toBe(one.state === 'paid' ? one.gross : 0);
  }
  expect(ends).toEqual({
    holding: [],
    held: [],
    unasked: ['cancelled'],
    unheard: ['cancelled'],
    again: ['paid'],
    checking: ['paid'],
    told: ['paid'],
    silent: ['paid'],
  });
  expect(stripe.sessions.size).toBe(5);
  const { rows: open } = await sql`select 1 from payments.movement where state = 'pending'`.execute(witness.base.db);
  expect(open).toEqual([]);
  expect(await reconcileStock(witness.ctx())).toEqual([]);
  const levels = await availability(witness.ctx(), { variantIds: [shop.blue] });
  expect(levels.reduce((sum, level) => sum + level.available, 0)).toBe(inShop - 4);
  await restarted.kill();
});
