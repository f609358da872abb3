// @ts-check
/**
 * The embedded ClickHouse: chDB (ClickHouse as a library) in a process of its own, spoken to over HTTP on loopback.
 * Its own process, because the library is native: should it crash or run out of memory, the shop goes on.
 *
 * Started by startChdb.ts with an IPC channel. First message: {@link StartMessage}; answers {@link ChildMessage}. It ends
 * when told by SIGTERM and when the channel closes, that is when its parent is gone, however it went.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { createHttpInterface } from './chdbHttp.mjs';

/**
 * @typedef {object} StartMessage
 * @property {string} folder where the data is
 * @property {number} port 0 for any
 * @property {{ user: string, password: string }} credentials
 * @property {import('./chdbRequest.mjs').Limits} limits
 * @property {{ reads: number, writes: number }} lanes
 * @property {number} maxServerMemoryUsage bytes the whole engine may use
 */

/**
 * @typedef {{ type: 'ready', port: number, version: string }
 *   | { type: 'failed', what: 'load' | 'open' | 'listen', reason: string }} ChildMessage
 */

/** @param {ChildMessage} message */
function tell(message) {
  process.send?.(message);
}

/** @type {() => Promise<void>} */
let closeAll = async () => {};
let ending = false;

/** @param {number} code */
async function end(code) {
  if (ending) return;
  ending = true;
  // The parent waits a bounded time; native code that hangs must not keep the process.
  setTimeout(() => process.exit(1), 6_000).unref();
  await closeAll().catch(() => undefined);
  process.exit(code);
}

process.on('SIGTERM', () => void end(0));
// Ctrl-C in the terminal is for the server, which stops this process when it has drained.
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});
process.on('disconnect', () => void end(0));
process.once('message', (message) => void start(/** @type {StartMessage} */ (message)));

/** @param {StartMessage} options */
async function start(options) {
  // First of all, because niceness is each thread's own and passes to the threads it starts.
  protectTheOthers();
  /** @type {typeof import('chdb')} */
  let chdb;
  try {
    chdb = await import('chdb');
  } catch (error) {
    tell({ type: 'failed', what: 'load', reason: String(error) });
    return;
  }
  /** @type {import('chdb').Session} */
  let first;
  let version = '';
  try {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const config = `${options.folder}.xml`;
    writeFileSync(config, engineConfig(options.maxServerMemoryUsage), { mode: 0o600 });
    // This one stays open for the life of the process: the engine lives as long as a connection does.
    first = new chdb.Session(options.folder, { connectionArgs: [`--config-file=${config}`] });
    version = first.query('SELECT version()', 'TSV').trim();
  } catch (error) {
    tell({ type: 'failed', what: 'open', reason: error instanceof Error ? error.message : String(error) });
    return;
  }
  const http = createHttpInterface({
    connect: () => new chdb.Session(options.folder),
    version,
    credentials: options.credentials,
    limits: options.limits,
    lanes: options.lanes,
    // The parent starts a fresh one; an orderly exit would wait for the stuck query.
    onHang: () => process.kill(process.pid, 'SIGKILL'),
  });
  closeAll = async () => {
    await http.stop();
    first.close();
    await chdb.drainPending();
  };
  http.server.once('error', (error) => tell({ type: 'failed', what: 'listen', reason: error.message }));
  http.server.listen(options.port, '127.0.0.1', () => {
    const address = http.server.address();
    tell({
      type: 'ready',
      port: typeof address === 'object' && address !== null ? address.port : options.port,
      version,
    });
  });
}

/** Of all processes of the shop this one gives way first, when the processor or the memory is short. */
function protectTheOthers() {
  try {
    setPriority(5);
    if (process.platform === 'linux') writeFileSync('/proc/self/oom_score_adj', '500');
  } catch {
    // Not allowed here; it is only a preference.
  }
}

/**
 * Server settings, which cannot be SET later. The caches are ClickHouse's defaults cut to a small machine.
 * @param {number} maxServerMemoryUsage
 */
function engineConfig(maxServerMemoryUsage) {
  return `<clickhouse>
  <max_server_memory_usage>${maxServerMemoryUsage}</max_server_memory_usage>
  <mark_cache_size>67108864</mark_cache_size>
  <uncompressed_cache_size>0</uncompressed_cache_size>
  <mmap_cache_size>0</mmap_cache_size>
  <timezone>UTC</timezone>
</clickhouse>
`;
}
