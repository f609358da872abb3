import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { collectStartGarbage } from './collectStartGarbage.ts';
import { type Config, readConfig } from './config.ts';
import { acquireInstanceLock, type Engines, type InstanceLock, startEngines } from './engines/index.ts';
import { explainFailure } from './explainFailure.ts';
import type { Screens } from './http/app.ts';
import type { ShopProgram } from './http/shopPages.ts';
import { erasureListOf } from './keep/erasures.ts';
import { openAnalytics } from './kernel/analytics.ts';
import { createClock, type FollowingClock } from './kernel/clock.ts';
import { createLog } from './kernel/createLog.ts';
import { hasMailbox } from './modules/engagement/index.ts';
import { issueSetupCode } from './modules/staff/index.ts';
import { composeModules } from './modules.ts';
import { proveDatabase } from './proveDatabase.ts';
import { readOrMakeSecret } from './secret.ts';
import { createServer, type Server } from './server.ts';

const version = '0.1.0';

/** What has been started so far; a stop takes it down in the opposite order, also from the middle of a start. */
interface Running {
  lock: InstanceLock | undefined;
  /** A promise, so that a stop can wait for engines that are just starting instead of leaving them behind. */
  engines: Promise<Engines> | undefined;
  server: Server | undefined;
  stopping: boolean;
}

/** The life of the process: config, lock, engines, server, listen; and back in the opposite order. */
async function main(): Promise<void> {
  const config = readConfig();
  const running: Running = { lock: undefined, engines: undefined, server: undefined, stopping: false };
  stopOnSignal(running);
  try {
    await start(config, running);
  } catch (error) {
    // Cut off by a stop, which ends the process itself; what fails then fails because of it.
    if (running.stopping) return;
    await takeDown(running).catch(() => undefined);
    throw error;
  }
}

async function start(config: Config, running: Running): Promise<void> {
  if (needsLock(config)) running.lock = await acquireInstanceLock(config.dataDir, { address: config.publicUrl });
  if (config.databaseUrl) await proveDatabase(config.databaseUrl);
  running.engines = startEngines({
    dataDir: config.dataDir,
    ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : {}),
    ...(config.clickhouseUrl ? { clickhouseUrl: config.clickhouseUrl } : {}),
    log: (line) => console.log(line),
  });
  const engines = await running.engines;
  const secret = config.secret ?? (await readOrMakeSecret(config.dataDir));
  const clock = createClock();
  if (config.clockFrom) clock.travelTo(config.clockFrom);
  const log = createLog({ level: config.logLevel, role: config.role });
  const analytics = openAnalytics(engines.clickhouseUrl, engines.clickhouseUnavailable);
  const composition = composeModules({ ...config, secret, erasureList: erasureListOf(config.dataDir) }, analytics);
  const server = await createServer({
    config: { ...config, secret },
    databaseUrl: engines.databaseUrl,
    analytics,
    clock,
    log,
    composition,
    trackerScript: await readTracker(),
    screens: config.role === 'worker' ? undefined : await loadScreens(),
    version,
  });
  running.server = server;
  if (config.demo && config.role !== 'worker') await loadDemoRetailer(server, config);
  await server.start();
  collectStartGarbage();
  if (config.role !== 'worker') await server.app.listen({ host: config.host, port: config.port });
  if (config.controllableClock) obeyParent(clock);
  if (!running.stopping) await greet(config, server, engines);
}

/** Built beside this program by scripts/build.mjs. */
async function readTracker(): Promise<string | undefined> {
  return readFile(new URL('./tracker.js', import.meta.url), 'utf8').catch(() => undefined);
}

/** Built beside this program; a server without them answers the API only. */
async function loadScreens(): Promise<Screens | undefined> {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  if (!existsSync(`${folder}shop/server/index.js`) || !existsSync(`${folder}console/index.html`)) return undefined;
  const program = (await import(pathToFileURL(`${folder}shop/server/index.js`).href)) as ShopProgram;
  return { shop: { program, folder: `${folder}shop/client` }, console: `${folder}console` };
}

/** With both engines elsewhere any number of servers may share this folder; the embedded ones belong to one. */
function needsLock(config: Config): boolean {
  return config.databaseUrl === undefined || config.clickhouseUrl === undefined;
}

/** A drain that hangs must not keep the engines, which stop after it. */
const drainWithinMs = 25_000;

async function takeDown(running: Running): Promise<void> {
  await Promise.race([
    running.server?.stop().catch((error: unknown) => console.error(error)),
    new Promise((resolve) => setTimeout(resolve, drainWithinMs).unref()),
  ]);
  await stopEngines(running);
}

async function stopEngines(running: Running): Promise<void> {
  const engines = await running.engines?.catch(() => undefined);
  await engines?.stop();
  await running.lock?.release();
}

/**
 * From the first moment, because a start may take long (the demo, a recovery) and Ctrl-C must not leave a database
 * running behind it. A second signal leaves the drain out, a third waits for nothing.
 */
function stopOnSignal(running: Running): void {
  let signals = 0;
  let firstAt = 0;
  const onSignal = (signal: NodeJS.Signals) => {
    const now = performance.now();
    // npm passes on the Ctrl-C that the terminal has sent to us as well: one key, two signals, a millisecond apart.
    if (signals > 0 && now - firstAt < 500) return;
    signals += 1;
    if (signals === 1) {
      firstAt = now;
      running.stopping = true;
      if (signal === 'SIGINT')
        console.log('\nStopping: finishing requests, events and jobs (Ctrl-C again stops at once).');
      end(takeDown(running));
    } else if (signals === 2) {
      console.error('Stopping at once.');
      // The drain that was begun may come to its end now: it was cut off all the same.
      process.exitCode = 1;
      end(stopEngines(running));
    } else process.exit(1);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

function end(down: Promise<void>): void {
  down
    .then(() => process.exit())
    .catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
}

/** The story of Julia and the tests of time run servers as children and move their clocks over IPC. */
function obeyParent(clock: FollowingClock): void {
  process.on('message', (message: unknown) => {
    const { travelTo } = message as { travelTo?: unknown };
    if (typeof travelTo !== 'string') return;
    clock.travelTo(new Date(travelTo));
    process.send?.({ travelledTo: travelTo });
  });
}

async function greet(config: Config, server: Server, engines: Engines): Promise<void> {
  const lines = [
    '',
    `Throughline ${version} is running${config.role === 'all' ? '' : ` as ${config.role}`}.`,
    // A worker does not listen.
    ...(config.role === 'worker' ? [] : await addresses(config)),
    ...(config.role === 'worker' ? [] : await firstRun(config, server)),
    ...(engines.clickhouseUnavailable ? ['', `  Insight is off: ${engines.clickhouseUnavailable}`] : []),
    '',
  ];
  console.log(lines.join('\n'));
  process.send?.({ ready: true, port: portOf(server) });
}

async function addresses(config: Config): Promise<string[]> {
  const address = config.publicUrl;
  return [
    '',
    `  Shop           ${address}/`,
    `  Console        ${address}/console`,
    `  API            ${address}/api`,
    `  Reference      ${address}/docs`,
    ...(hasMailbox(config)
      ? [`  Mailbox        ${address}/mailbox   (no SMTP_URL is set: e-mails are caught here)`]
      : []),
    ...(config.demo ? await demoSignIns(config) : []),
  ];
}

/** In the terminal and nowhere else: whoever can read it runs the server, and may become its first administrator. */
async function firstRun(config: Config, server: Server): Promise<string[]> {
  const code = await issueSetupCode(server.base);
  if (!code) return [];
  return [
    '',
    '  Nobody can sign in yet. Set this instance up (the code works once, for 24 hours; a restart prints a new one):',
    `    ${config.publicUrl}/console/setup#${code}`,
  ];
}

async function demoSignIns(config: Config): Promise<string[]> {
  const { signIns } = await import('../../../demo/load/index.ts');
  const people = signIns();
  return [
    '',
    `  People of the demo; sign in at ${config.publicUrl}/console with the password ${people[0]?.password ?? ''}:`,
    ...people.map((one) => `    ${one.role.padEnd(22)} ${one.email}`),
  ];
}

/** Only a server that shows the demo carries its pictures and texts in memory, and only while it loads them. */
async function loadDemoRetailer(server: Server, config: Config): Promise<void> {
  const { loadDemo, trackThrough } = await import('../../../demo/load/index.ts');
  await loadDemo(server.base, {
    publicUrl: config.publicUrl,
    onProgress: (line) => console.log(line),
    track: trackThrough(server.app),
  });
}

function portOf(server: Server): number | undefined {
  const address = server.app.server.address();
  return typeof address === 'object' && address !== null ? address.port : undefined;
}

main().catch((error: unknown) => {
  console.error(explainFailure(error) ?? error);
  process.exit(1);
});
