import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Browser } from '../../../demo/julia/browser.ts';
import { findFreePort } from '../src/engines/freePort.ts';
import { findProcessesOf } from '../src/engines/postmasterFile.ts';
import { temporaryFolder } from '../src/engines/testing/copyPackage.ts';
import { eventually, temporaryDataDir } from '../src/engines/testing/engineProcess.ts';
import { buildClone, layClone, layCloneWithoutChdb } from './processClone.fixture.ts';
import {
  addAdministrator,
  administrator,
  asking,
  databaseOf,
  ownEngines,
  withDatabase,
} from './processData.fixture.ts';
import { enginesOf, postgresPid, type Run, type RunOptions, runProgram, survivors } from './processServer.fixture.ts';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;
const asNobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];

let work: string;
let clone: string;
/** A data folder as a first `npm run migrate` and an administrator leave it; tests start on copies. */
let prepared: string;
let migrations: { first: string; second: string; complaints: string };

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'throughline-process-'));
  // As root, in a folder only root may enter: a clone in /root is one.
  await chmod(work, isRoot ? 0o700 : 0o755);
  clone = join(work, 'clone');
  prepared = join(work, 'prepared');
  await layClone(clone);
  buildClone(clone);
  const migrate = () =>
    spawnSync(process.execPath, ['scripts/migrate.mjs'], {
      cwd: clone,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, THROUGHLINE_DATA: prepared },
      encoding: 'utf8',
      timeout: 60_000,
    });
  const first = migrate();
  const second = migrate();
  migrations = { first: first.stdout, second: second.stdout, complaints: second.stderr };
});

afterAll(() => rm(work, { recursive: true, force: true }));

/** A copy of the prepared data folder, removed after the test with whatever still runs in it. */
async function dataFolder(): Promise<string> {
  const dataDir = await temporaryDataDir();
  await cp(prepared, dataDir, { recursive: true });
  return dataDir;
}

async function start(options: Partial<RunOptions> = {}): Promise<Run> {
  const run = await runProgram({ clone, ...options });
  await run.ready();
  return run;
}

async function signIn(url: string): Promise<Browser> {
  const browser = new Browser(url);
  await browser.post('/api/staff/sign-in', administrator);
  return browser;
}

/** A customer made over the API; the event of it travels to the analytics engine. */
async function makeCustomer(admin: Browser): Promise<string> {
  const email = `julia.${Math.random().toString(36).slice(2)}@example.com`;
  return (await admin.post('/api/staff/customers', { email, givenName: 'Julia' })).customerId;
}

const journeyOf = async (admin: Browser, customerId: string): Promise<number> =>
  (await admin.get(`/api/staff/customers/${customerId}/journey`)).n;

const analyticsOf = async (url: string): Promise<string> =>
  ((await (await fetch(`${url}/health/ready`)).json()) as { analytics: string }).analytics;

describe('npm run migrate', () => {
  test('makes the tables in an empty folder, and the second time says that all is up to date', async () => {
    expect(migrations.first).toMatch(/^Ran \d+ migrations: \S+/);
    expect(migrations.second).toBe('The database is up to date.\n');
    expect(migrations.complaints).toBe('');
    expect(findProcessesOf(join(prepared, 'postgres'))).toEqual([]);
    expect(existsSync(join(prepared, 'server.json'))).toBe(false);
  });

  test('is refused beside a running server whose engines it would stop', async () => {
    const dataDir = await dataFolder();
    const server = await start({ dataDir });
    const migrate = await runProgram({ clone, dataDir, program: '.build/migrate.mjs' });
    expect((await migrate.ended).code).toBe(1);
    expect(migrate.stderr()).toMatch(
      new RegExp(`^Throughline is already running here \\(pid ${server.pid}[^\\n]*\\n$`),
    );
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
  });
});

describe('npm run backup and restore', () => {
  test('bring a running shop into an empty folder: customers, journeys, and everybody still signed in', async () => {
    const dataDir = await dataFolder();
    const server = await start({ dataDir });
    await addAdministrator(await databaseOf(dataDir));
    const admin = await signIn(server.url);
    const customerId = await makeCustomer(admin);
    await eventually('the customer is in the analytics engine', async () => (await journeyOf(admin, customerId)) > 0);
    const n = await journeyOf(admin, customerId);
    const keep = async (into: string, ...args: string[]) => {
      const run = await runProgram({
        clone,
        dataDir: into,
        command: [process.execPath, '.build/keep.mjs', ...args],
      });
      return { code: (await run.ended).code, said: run.stdout() + run.stderr() };
    };
    const folder = join(await temporaryDataDir(), 'backup');
    expect(await keep(dataDir, 'backup', folder)).toMatchObject({ code: 0 });
    expect((await stat(folder)).mode & 0o077).toBe(0);
    expect(await keep(dataDir, 'backup', folder)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/never written over/),
    });
    expect(await keep(dataDir, 'restore', folder)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/already running/),
    });
    expect(await keep(dataDir, 'restore', '--force', folder)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^Unknown option '--force'\. Usage: [^\n]+\n$/),
    });

    const elsewhere = await temporaryDataDir();
    expect(await keep(elsewhere, 'restore', folder)).toMatchObject({ code: 0 });
    const second = await start({ dataDir: elsewhere });
    admin.server = second.url;
    // The cookie of the first: the key that signed it is in the backup.
    expect(await admin.get('/api/staff/me')).toMatchObject({ email: administrator.email });
    expect(await journeyOf(admin, customerId)).toBe(n);
  });
});

describe('a server with the engines that come with it', () => {
  test('is stopped, started again, and all is still there', async () => {
    const dataDir = await dataFolder();
    // By the program behind `npm start`, which builds first.
    const first = await start({ dataDir, program: 'scripts/start.mjs' });
    await addAdministrator(await databaseOf(dataDir));
    const shopper = new Browser(first.url);
    const session = await shopper.post('/api/shop/session');
    const admin = await signIn(first.url);
    const customerId = await makeCustomer(admin);
    await eventually('the customer is in the analytics engine', async () => (await journeyOf(admin, customerId)) > 0);
    const engines = enginesOf(first, dataDir);
    first.send('SIGINT');
    expect(await first.ended).toMatchObject({ code: 0 });
    expect(await survivors(engines)).toEqual([]);
    expect(first.complaints()).toEqual([]);

    const second = await start({ dataDir });
    for (const browser of [shopper, admin]) browser.server = second.url;
    // The cookies still work: the secret that signed them was kept, and so were the sessions.
    expect(await shopper.post('/api/shop/session')).toEqual(session);
    expect(await admin.get('/api/staff/me')).toMatchObject({ email: administrator.email });
    expect(await journeyOf(admin, customerId)).toBeGreaterThan(0);
    expect(second.complaints()).toEqual([]);
  });

  test('is killed, started again, and goes on with the database that was left running', async () => {
    const dataDir = await dataFolder();
    const first = await start({ dataDir });
    await addAdministrator(await databaseOf(dataDir));
    const admin = await signIn(first.url);
    const customerId = await makeCustomer(admin);
    await eventually('the customer is in the analytics engine', async () => (await journeyOf(admin, customerId)) > 0);
    const orphan = postgresPid(dataDir);
    const chdb = first.children();
    first.send('SIGKILL');
    expect(await first.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(postgresPid(dataDir)).toBe(orphan);

    const second = await start({ dataDir });
    expect(second.stdout()).toContain(`Took over the PostgreSQL left running from before (pid ${orphan}`);
    admin.server = second.url;
    expect(await admin.get('/api/staff/me')).toMatchObject({ email: administrator.email });
    expect(await analyticsOf(second.url)).toBe('up');
    expect(await journeyOf(admin, customerId)).toBeGreaterThan(0);
    const engines = [...enginesOf(second, dataDir), ...chdb];
    second.send('SIGTERM');
    expect(await second.ended).toMatchObject({ code: 0 });
    // The adopted database is nobody's child, and is stopped all the same.
    expect(await survivors(engines)).toEqual([]);
  });

  test('is refused a second start on the same data folder, in one line', async () => {
    const dataDir = await dataFolder();
    const first = await start({ dataDir });
    const second = await runProgram({ clone, dataDir });
    const { code, tookMs } = await second.ended;
    expect([code, second.stdout()]).toEqual([1, '']);
    expect(second.stderr()).toBe(
      `Throughline is already running here (pid ${first.pid}, ${first.url}). Stop it first, or give this one another data folder.\n`,
    );
    expect(tookMs).toBeLessThan(5_000);
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
  });

  test('answers what it has begun when Ctrl-C comes, ends streams and silent connections, and leaves nothing running', async () => {
    const dataDir = await dataFolder();
    const server = await start({ dataDir });
    const databaseUrl = await databaseOf(dataDir);
    await addAdministrator(databaseUrl);
    const admin = await signIn(server.url);
    const engines = enginesOf(server, dataDir);
    expect(engines.length).toBeGreaterThan(5);

    const mainEngines = [postgresPid(dataDir), ...server.children()];
    const silentClosed = await openSilently(server.url);
    const stream = await openStream(server.url);
    const { answer, letGo } = await requestThatWaits(databaseUrl, admin);
    const stoppedAt = performance.now();
    // The terminal's Ctrl-C goes to the whole group, and npm passes on the one it gets itself.
    server.send('SIGINT', 'group');
    setTimeout(() => server.send('SIGINT'), 2);
    await server.says('Stopping:');
    await new Promise((resolve) => setTimeout(resolve, 500));
    // Both engines are still there for the request that waits.
    expect(enginesOf(server, dataDir)).toEqual(expect.arrayContaining(mainEngines));
    await letGo();
    expect((await answer).status).toBe(200);
    expect(await server.ended).toMatchObject({ code: 0 });
    expect(performance.now() - stoppedAt).toBeLessThan(10_000);
    await stream.ended;
    await silentClosed.done;
    expect(await survivors(engines)).toEqual([]);
    expect(server.complaints()).toEqual([]);
    expect(existsSync(join(dataDir, 'server.json'))).toBe(false);
  });

  test('stops in the middle of its first start, while the demo retailer is loading', async () => {
    const dataDir = await dataFolder();
    const server = await runProgram({ clone, dataDir, environment: { THROUGHLINE_DEMO: 'on' } });
    await server.says('Demo 4/');
    const engines = enginesOf(server, dataDir);
    expect(engines.length).toBeGreaterThan(5);
    const stoppedAt = performance.now();
    server.send('SIGINT', 'group');
    expect(await server.ended).toMatchObject({ code: 0 });
    expect(performance.now() - stoppedAt).toBeLessThan(10_000);
    expect(await survivors(engines)).toEqual([]);
    expect(server.complaints()).toEqual([]);
    expect(existsSync(join(dataDir, 'server.json'))).toBe(false);
  });

  test('stops at once when told twice, and takes its engines along', async () => {
    const dataDir = await dataFolder();
    const server = await start({ dataDir });
    const databaseUrl = await databaseOf(dataDir);
    await addAdministrator(databaseUrl);
    const admin = await signIn(server.url);
    const engines = enginesOf(server, dataDir);
    await requestThatWaits(databaseUrl, admin);
    server.send('SIGINT', 'group');
    await server.says('Stopping:');
    await new Promise((resolve) => setTimeout(resolve, 700));
    server.send('SIGINT', 'group');
    expect(await server.ended).toMatchObject({ code: 1 });
    expect(await survivors(engines)).toEqual([]);
  });

  test('starts where chDB does not run: the shop works, Insight says what to configure', async () => {
    const without = join(await temporaryFolder(0o755), 'clone');
    await layCloneWithoutChdb(without, clone);
    const dataDir = await dataFolder();
    const server = await start({ clone: without, dataDir });
    expect(server.stdout()).toMatch(/Insight is off: Journeys and analytics are off: .*Set CLICKHOUSE_URL/);
    expect(server.complaints()).toEqual([]);
    await addAdministrator(await databaseOf(dataDir));
    const admin = await signIn(server.url);
    const report = await admin.call('GET', '/api/staff/insight/path-to-purchase');
    expect([report.status, report.body.code]).toEqual([503, 'insight_unavailable']);
    expect(report.body.detail).toContain('Set CLICKHOUSE_URL');
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    expect(await analyticsOf(server.url)).toBe('not_configured');
    expect((await new Browser(server.url).call('POST', '/api/shop/session', {})).status).toBe(200);
    server.send('SIGINT');
    expect(await server.ended).toMatchObject({ code: 0 });
  });
});

describe('a start that cannot succeed is told in one line that says what to do', () => {
  /** Runs to its end: exit code 1, one line on stderr, quickly. */
  async function refusalOf(environment: Record<string, string>, dataDir: string): Promise<string> {
    const run = await runProgram({ clone, dataDir, environment });
    const { code, tookMs } = await run.ended;
    expect(code, run.stdout() + run.stderr()).toBe(1);
    expect(run.stderr()).toMatch(/^[^\n]{20,400}\n$/);
    expect(run.stderr()).not.toMatch(/^\s+at |node_modules|undefined/);
    expect(tookMs).toBeLessThan(10_000);
    return run.stderr().trim();
  }

  test.each<[string, Record<string, string>, RegExp]>([
    ['a port that is none', { PORT: 'http' }, /^PORT is "http"; it must be a whole number/],
    ['a port out of range', { PORT: '70000' }, /^PORT is "70000"; it must be a whole number/],
    ['a log level that is none', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud"; it must be one of fatal, error/],
    [
      'a role that is none',
      { THROUGHLINE_ROLE: 'boss' },
      /^THROUGHLINE_ROLE is "boss"; it must be one of all, api, worker/,
    ],
    ['a short secret', { THROUGHLINE_SECRET: 'hush' }, /^THROUGHLINE_SECRET must have at least 32 characters/],
    [
      'another kind of database',
      { DATABASE_URL: 'mysql://shop:hush@db/shop' },
      /^DATABASE_URL is not a URL that starts with postgres/,
    ],
  ])('%s', async (_name, environment, line) => {
    const dataDir = join(await temporaryDataDir(), 'data');
    const said = await refusalOf(environment, dataDir);
    expect(said).toMatch(line);
    expect(said).not.toContain('hush@');
    // Read before anything is done.
    expect(existsSync(dataDir)).toBe(false);
  });

  test('a database that does not answer, refuses the password, or is not there', async () => {
    const dataDir = await temporaryDataDir();
    const { databaseUrl } = await ownEngines();
    const closed = new URL(databaseUrl);
    closed.port = String(await findFreePort());
    const wrong = new URL(databaseUrl);
    wrong.password = 'guess-guess-guess';
    const says = async (url: string) => {
      const line = await refusalOf({ DATABASE_URL: url }, dataDir);
      expect(line).toMatch(/Check DATABASE_URL, or leave it away to use the built-in PostgreSQL\.$/);
      expect(line).not.toContain('guess-guess-guess');
      return line;
    };
    expect(await says(closed.toString())).toMatch(/does not answer \(ECONNREFUSED\)/);
    expect(await says(wrong.toString())).toMatch(/refuses us: password authentication failed for user/);
    expect(await says(withDatabase(databaseUrl, 'nowhere'))).toMatch(/refuses us: database "nowhere" does not exist/);
    // Nothing was made, and the folder is free for the next try.
    expect(await readdir(dataDir)).toEqual([]);
  });

  test('something at the address of the database that is no PostgreSQL', async () => {
    const other = createServer((socket) => socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : 0;
    expect(
      await refusalOf({ DATABASE_URL: `postgres://shop:shop@127.0.0.1:${port}/shop` }, await temporaryDataDir()),
    ).toMatch(/^The database of DATABASE_URL does not answer/);
  });

  test('a port another program has: what was started is stopped again', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = String(typeof address === 'object' ? address?.port : 0);
    const dataDir = await dataFolder();
    expect(await refusalOf({ PORT: port }, dataDir)).toBe(
      `Port ${port} is taken by another program. Stop it, or set PORT to another number.`,
    );
    expect(findProcessesOf(join(dataDir, 'postgres'))).toEqual([]);
    expect(existsSync(join(dataDir, 'server.json'))).toBe(false);
  });

  test('a secret that was cut off', async () => {
    const dataDir = await dataFolder();
    await writeFile(join(dataDir, 'secret'), '');
    expect(await refusalOf({}, dataDir)).toMatch(/secret holds no secret of 32 characters or more/);
  });
});

describe('several servers on one database', () => {
  test('started at once on empty engines they share sessions, sign-ins and data', async () => {
    const { databaseUrl, clickhouseUrl } = await ownEngines();
    const dataDir = await temporaryDataDir();
    const environment = { DATABASE_URL: databaseUrl, CLICKHOUSE_URL: clickhouseUrl };
    const [one, two] = await Promise.all([start({ dataDir, environment }), start({ dataDir, environment })]);
    await addAdministrator(databaseUrl);
    const shopper = new Browser(one.url);
    const session = await shopper.post('/api/shop/session');
    shopper.server = two.url;
    expect(await shopper.post('/api/shop/session')).toEqual(session);
    const admin = await signIn(two.url);
    const customerId = await makeCustomer(admin);
    admin.server = one.url;
    await eventually('the customer is in the analytics engine', async () => (await journeyOf(admin, customerId)) > 0);

    one.send('SIGTERM');
    expect(await one.ended).toMatchObject({ code: 0 });
    // The engines are the operator's: they and the other server go on.
    admin.server = two.url;
    expect(await admin.get('/api/staff/me')).toMatchObject({ email: administrator.email });
    two.send('SIGTERM');
    expect(await two.ended).toMatchObject({ code: 0 });
    expect([...one.complaints(), ...two.complaints()]).toEqual([]);
  });

  test('what an api process writes waits for a worker process, which delivers it', async () => {
    const { databaseUrl, clickhouseUrl } = await ownEngines();
    const dataDir = await temporaryDataDir();
    const environment = { DATABASE_URL: databaseUrl, CLICKHOUSE_URL: clickhouseUrl };
    const api = await start({ dataDir, environment: { ...environment, THROUGHLINE_ROLE: 'api' } });
    await addAdministrator(databaseUrl);
    const admin = await signIn(api.url);
    const customerId = await makeCustomer(admin);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await journeyOf(admin, customerId)).toBe(0);

    const worker = await start({ dataDir, environment: { ...environment, THROUGHLINE_ROLE: 'worker' } });
    await eventually('the worker has delivered it', async () => (await journeyOf(admin, customerId)) > 0);
    // A worker does not listen, and says so by naming no address.
    expect(worker.stdout()).not.toContain('http://');
    await expect(fetch(worker.url)).rejects.toThrow();
    for (const run of [worker, api]) {
      run.send('SIGTERM');
      expect(await run.ended).toMatchObject({ code: 0 });
      expect(run.complaints()).toEqual([]);
    }
  });

  test('start while ClickHouse is away, and Insight begins when it is back', async () => {
    const { databaseUrl, clickhouseUrl } = await ownEngines();
    const gate = await openGate(new URL(clickhouseUrl));
    const behind = new URL(clickhouseUrl);
    behind.port = String(gate.port);
    const server = await start({
      dataDir: await temporaryDataDir(),
      environment: { DATABASE_URL: databaseUrl, CLICKHOUSE_URL: behind.toString() },
    });
    await addAdministrator(databaseUrl);
    const admin = await signIn(server.url);
    const customerId = await makeCustomer(admin);
    expect((await admin.call('GET', `/api/staff/customers/${customerId}/journey`)).status).toBe(503);
    gate.open();
    await eventually(
      'the customer is in the analytics engine',
      async () => (await admin.call('GET', `/api/staff/customers/${customerId}/journey`)).body.n > 0,
      20_000,
    );
  });
});

describe('npm start', () => {
  test('works as an ordinary user in a clone of their own, and not on a data folder they may not write', async () => {
    const own = await temporaryFolder(0o755);
    await layClone(own);
    const asUser = isRoot ? asNobody : [];
    if (isRoot) {
      if (!nobodyCanRun(own)) return;
      await giveTo(own, NOBODY);
    }
    const dataDir = join(own, '.data');
    onTestFinished(() => {
      for (const pid of findProcessesOf(join(dataDir, 'postgres'))) process.kill(pid, 'SIGKILL');
    });
    const run = await runProgram({
      clone: own,
      command: [...asUser, process.execPath, 'scripts/start.mjs'],
      environment: { HOME: own },
    });
    await run.ready();
    expect(await analyticsOf(run.url)).toBe('up');
    if (isRoot) expect((await stat(join(dataDir, 'postgres'))).uid).toBe(NOBODY);
    const engines = enginesOf(run, dataDir);
    run.send('SIGINT', 'group');
    expect(await run.ended).toMatchObject({ code: 0 });
    expect(await survivors(engines)).toEqual([]);
    expect(run.complaints()).toEqual([]);

    const closed = await temporaryFolder(isRoot ? 0o755 : 0o555);
    const refused = await runProgram({
      clone: own,
      dataDir: join(closed, 'data'),
      command: [...asUser, process.execPath, '.build/server.mjs'],
    });
    expect((await refused.ended).code).toBe(1);
    expect(refused.stderr()).toBe(
      `The data folder ${join(closed, 'data')} cannot be made or written to (EACCES). Give it to the user Throughline runs as, or choose another.\n`,
    );
  });
});

/** Node and the packages may lie in a folder of root's. */
function nobodyCanRun(folder: string): boolean {
  const program = `require('fs').readFileSync('node_modules/fastify/package.json')`;
  const [file = '', ...args] = [...asNobody, process.execPath, '-e', program];
  const can = spawnSync(file, args, { cwd: folder }).status === 0;
  if (!can) console.log('skipped: an ordinary user cannot reach this node or these packages');
  return can;
}

async function giveTo(folder: string, uid: number): Promise<void> {
  await chown(folder, uid, uid);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    // The packages are linked: they stay whose they are.
    if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, entry.name), uid, uid);
  }
}

/** A browser that opened a connection ahead of need and says nothing; `done` when the server has closed it. */
async function openSilently(url: string): Promise<{ done: Promise<void> }> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined).resume();
  const done = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await once(socket, 'connect');
  return { done };
}

/** A live stream; `ended` when the server ends it. */
async function openStream(url: string): Promise<{ ended: Promise<string> }> {
  const signedIn = await fetch(`${url}/api/staff/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(administrator),
  });
  const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]);
  const stream = await fetch(`${url}/api/staff/live`, { headers: { cookie: cookie.join('; ') } });
  expect(stream.status).toBe(200);
  return { ended: stream.text() };
}

/** A request that cannot go on before `letGo`, because its table is locked. */
async function requestThatWaits(databaseUrl: string, admin: Browser) {
  const blocker = new pg.Client({ connectionString: databaseUrl });
  blocker.on('error', () => undefined);
  await blocker.connect();
  onTestFinished(() => blocker.end().catch(() => undefined));
  await blocker.query('begin');
  await blocker.query('lock table staff.member in access exclusive mode');
  const answer = admin.call('GET', '/api/staff/members');
  answer.catch(() => undefined);
  await eventually('the request waits', () =>
    asking(databaseUrl, async (client) => {
      const { rows } = await client.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock'`);
      return rows.length > 0;
    }),
  );
  return { answer, letGo: () => blocker.query('commit') };
}

/** Passes connections on once it is open; before, it refuses them. */
async function openGate(target: URL): Promise<{ port: number; open(): void }> {
  let isOpen = false;
  const sockets = new Set<Socket>();
  const gate = createServer((socket) => {
    socket.on('error', () => undefined);
    if (!isOpen) {
      socket.destroy();
      return;
    }
    const onward = connect(Number(target.port), target.hostname);
    onward.on('error', () => socket.destroy());
    socket.pipe(onward).pipe(socket);
    sockets.add(socket);
  });
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    gate.close();
  });
  const address = gate.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    open: () => {
      isOpen = true;
    },
  };
}
