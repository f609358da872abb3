import { pino } from 'pino';
import { type Config, ConfigError, readConfig } from './config.ts';
import { acquireInstanceLock, EngineError, type Engines, type InstanceLock, startEngines } from './engines/index.ts';
import { openAnalytics } from './kernel/analytics.ts';
import { createClock, type FollowingClock } from './kernel/clock.ts';
import { MigrationError } from './kernel/migrate.ts';
import { composeModules } from './modules.ts';
import { hasMailbox } from './modules/engagement/index.ts';
import { readOrMakeSecret } from './secret.ts';
import { createServer, type Server } from './server.ts';

const version = '0.1.0';

/** The life of the process: config, lock, engines, server, listen; and back in the opposite order. */
async function main(): Promise<void> {
  const config = readConfig();
  const lock = needsLock(config) ? await acquireInstanceLock(config.dataDir, { address: config.publicUrl }) : undefined;
  let engines: Engines | undefined;
  let server: Server | undefined;
  try {
    engines = await startEngines({
      dataDir: config.dataDir,
      ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : {}),
      ...(config.clickhouseUrl ? { clickhouseUrl: config.clickhouseUrl } : {}),
      log: (line) => console.log(line),
    });
    const secret = config.secret ?? (await readOrMakeSecret(config.dataDir));
    const clock = createClock();
    const log = pino({ level: config.logLevel, base: { role: config.role } });
    const analytics = openAnalytics(engines.clickhouseUrl, engines.clickhouseUnavailable);
    const composition = composeModules({ ...config, secret }, analytics);
    server = await createServer({
      config: { ...config, secret },
      databaseUrl: engines.databaseUrl,
      analytics,
      clock,
      log,
      composition,
      version,
    });
    if (config.demo && config.role !== 'worker') await loadDemoRetailer(server, config);
    await server.start();
    if (config.role !== 'worker') await server.app.listen({ host: config.host, port: config.port });
    if (config.controllableClock) obeyParent(clock);
    stopOnSignal(server, engines, lock);
    await greet(config, server, engines);
  } catch (error) {
    await server?.stop().catch(() => undefined);
    await engines?.stop().catch(() => undefined);
    await lock?.release();
    throw error;
  }
}

/** With both engines elsewhere any number of servers may share this folder; the embedded ones belong to one. */
function needsLock(config: Config): boolean {
  return config.databaseUrl === undefined || config.clickhouseUrl === undefined;
}

function stopOnSignal(server: Server, engines: Engines, lock: InstanceLock | undefined): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) {
      console.error('Stopping at once.');
      process.exit(1);
    }
    stopping = true;
    if (signal === 'SIGINT')
      console.log('\nStopping: finishing requests, events and jobs (Ctrl-C again stops at once).');
    server
      .stop()
      .then(() => engines.stop())
      .then(() => lock?.release())
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        console.error(error);
        process.exit(1);
      });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
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
  const address = config.publicUrl;
  const lines = [
    '',
    `Throughline ${version} is running${config.role === 'all' ? '' : ` as ${config.role}`}.`,
    '',
    `  Start here     ${address}/`,
    `  API            ${address}/api`,
    `  Reference      ${address}/docs`,
    ...(!hasMailbox(config) ? [] : [`  Mailbox        ${address}/mailbox   (no SMTP_URL is set: e-mails are caught here)`]),
    ...(config.demo ? await demoSignIns() : []),
    ...(engines.clickhouseUnavailable ? ['', `  Insight is off: ${engines.clickhouseUnavailable}`] : []),
    '',
  ];
  console.log(lines.join('\n'));
  process.send?.({ ready: true, port: portOf(server) });
}

async function demoSignIns(): Promise<string[]> {
  const { signIns } = await import('../../../demo/load/index.ts');
  const people = signIns();
  return ['', `  Demo sign-ins (password ${people[0]?.password ?? ''}), POST ${'/api/staff/sign-in'}:`, ...people.map((one) => `    ${one.role.padEnd(22)} ${one.email}`)];
}

/** Only a server that shows the demo carries its pictures and texts in memory, and only while it loads them. */
async function loadDemoRetailer(server: Server, config: Config): Promise<void> {
  const { loadDemo, trackThrough } = await import('../../../demo/load/index.ts');
  await loadDemo(server.base, { publicUrl: config.publicUrl, onProgress: (line) => console.log(line), track: trackThrough(server.app) });
}

function portOf(server: Server): number | undefined {
  const address = server.app.server.address();
  return typeof address === 'object' && address !== null ? address.port : undefined;
}

function readable(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof EngineError || error instanceof MigrationError)
    return error.message;
  const { code, port, path } = error as { code?: unknown; port?: unknown; path?: unknown };
  if (code === 'EADDRINUSE')
    return `Port ${String(port)} is taken by another program. Stop it, or set PORT to another number.`;
  if (code === 'EACCES' || code === 'EROFS')
    return `${String(path ?? 'The data folder')} cannot be written. Set THROUGHLINE_DATA to a folder this user may write.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT') {
    return `The database does not answer (${String(code)}). Check DATABASE_URL, or leave it away to use the built-in PostgreSQL.`;
  }
  if (typeof code === 'string' && /^(28|3D)/.test(code))
    return `The database refuses us: ${(error as Error).message}. Check DATABASE_URL.`;
  return undefined;
}

main().catch((error: unknown) => {
  const line = readable(error);
  console.error(line ?? error);
  process.exit(1);
});
