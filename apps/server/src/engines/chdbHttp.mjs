// @ts-check
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { describeError, HttpError } from './chdbErrors.mjs';
import { Lane } from './chdbLanes.mjs';
import { checkCredentials, readBody, readRequest } from './chdbRequest.mjs';
import { makeTag, prepare, quote, run } from './chdbRun.mjs';
import { isRead } from './chdbStatement.mjs';

/** @import { IncomingMessage, Server, ServerResponse } from 'node:http' */
/** @import { Session } from 'chdb' */
/** @import { Limits } from './chdbRequest.mjs' */

/**
 * @typedef {object} HttpOptions
 * @property {() => Session} connect opens a connection to the one engine of this process (0.3 ms)
 * @property {string} version of the engine
 * @property {{ user: string, password: string }} credentials
 * @property {Limits} limits
 * @property {{ reads: number, writes: number }} lanes how many of each run at once
 * @property {() => void} onHang called when a query runs on long after its time was up: the engine is stuck
 */

const contentTypes = /** @type {Record<string, string>} */ ({
  JSON: 'application/json; charset=UTF-8',
  JSONCompact: 'application/json; charset=UTF-8',
  JSONEachRow: 'application/x-ndjson; charset=UTF-8',
  JSONCompactEachRow: 'application/x-ndjson; charset=UTF-8',
  TabSeparated: 'text/tab-separated-values; charset=UTF-8',
  CSV: 'text/csv; charset=UTF-8; header=absent',
});

/**
 * The part of ClickHouse's HTTP interface that @clickhouse/client uses: ping, query, command, insert.
 * Described at https://clickhouse.com/docs/interfaces/http. Not here: sessions, roles, native compression, /replicas_status.
 *
 * @param {HttpOptions} options
 * @returns {{ server: Server, stop: () => Promise<void> }}
 */
export function createHttpInterface(options) {
  const lanes = {
    read: new Lane({ limit: options.lanes.reads, maxWaiting: 200 }),
    write: new Lane({ limit: options.lanes.writes, maxWaiting: 200 }),
  };
  /** @type {Set<AbortController>} */
  const active = new Set();
  let stopping = false;
  /** @type {NodeJS.Timeout | undefined} */
  let quiet;

  const server = createServer(
    { maxHeaderSize: 1024 * 1024, keepAliveTimeout: 10_000, requestTimeout: 120_000 },
    (request, response) => {
      handle(request, response).catch((error) => response.destroy(error instanceof Error ? error : undefined));
    },
  );

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async function handle(request, response) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/ping' || (url.pathname === '/' && url.search === '' && request.method === 'GET')) {
      response.writeHead(200, { 'content-type': 'text/plain; charset=UTF-8' }).end('Ok.\n');
      return;
    }
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    active.add(gone);
    let free = () => {};
    try {
      if (stopping) throw new HttpError(503, 236, 'ABORTED', 'The engine is stopping');
      checkCredentials(request, url, options.credentials);
      if (url.pathname !== '/') throw new HttpError(404, 354, 'BAD_ARGUMENTS', `There is no handle ${url.pathname}`);
      const read = await readBody(request, options.limits);
      free = read.free;
      const asked = await readRequest(request, url, read.body, options.limits);
      if (request.method === 'GET') asked.settings.push(['readonly', '2']);
      await answer(asked, response, gone.signal);
    } catch (error) {
      sendError(request, response, error);
    } finally {
      active.delete(gone);
      free();
    }
  }

  /**
   * @param {import('./chdbRequest.mjs').ChdbRequest} asked
   * @param {ServerResponse} response
   * @param {AbortSignal} gone
   */
  async function answer(asked, response, gone) {
    const statement = prepare(asked);
    const lane = isRead(statement.keyword) ? lanes.read : lanes.write;
    const leave = await lane.enter(gone, options.limits.maxExecutionTime * 1000);
    if (leave === 'aborted') return;
    if (leave === 'busy') {
      throw new HttpError(503, 202, 'TOO_MANY_SIMULTANEOUS_QUERIES', 'Too many simultaneous queries');
    }
    const tag = makeTag();
    // Only reads are killed when nobody waits for them any more, as in ClickHouse; a write is let finish.
    let finished = false;
    const killWhenGone = () => void kill(tag, () => finished);
    if (lane === lanes.read) gone.addEventListener('abort', killWhenGone);
    const watchdog = setTimeout(options.onHang, (3 * options.limits.maxExecutionTime + 30) * 1000);
    watchdog.unref();
    /** @type {Session | undefined} */
    let session;
    try {
      session = options.connect();
      const result = await run(session, asked, statement, tag, gone);
      if (gone.aborted) return;
      const exceptionTag = randomBytes(8).toString('hex');
      response.writeHead(200, {
        'content-type': contentTypes[result.format] ?? 'application/octet-stream',
        'x-clickhouse-query-id': asked.queryId ?? randomUUID(),
        'x-clickhouse-format': result.format,
        'x-clickhouse-timezone': 'UTC',
        'x-clickhouse-server-display-name': 'throughline-embedded',
        'x-clickhouse-summary': JSON.stringify({
          read_rows: '0',
          read_bytes: '0',
          written_rows: '0',
          written_bytes: '0',
          ...result.summary,
        }),
        'x-clickhouse-exception-tag': exceptionTag,
      });
      await send(response, result.chunks, exceptionTag, gone);
    } finally {
      finished = true;
      clearTimeout(watchdog);
      gone.removeEventListener('abort', killWhenGone);
      session?.close();
      leave();
      clearTimeout(quiet);
      quiet = setTimeout(returnMemory, 1_000).unref();
    }
  }

  /**
   * @param {ServerResponse} response
   * @param {AsyncIterable<Uint8Array>} chunks
   * @param {string} exceptionTag
   * @param {AbortSignal} gone
   */
  async function send(response, chunks, exceptionTag, gone) {
    try {
      for await (const chunk of chunks) {
        if (gone.aborted) return;
        if (!response.write(chunk)) await drained(response, gone);
      }
      response.end();
    } catch (error) {
      // The status is sent; ClickHouse then closes the body with an exception block that clients know.
      const message = `${describeError(error).message}\n`;
      const length = Buffer.byteLength(message);
      response.end(`\r\n__exception__\r\n${exceptionTag}\r\n${message}${length} ${exceptionTag}\r\n__exception__\r\n`);
    }
  }

  /** A reader that does not read holds a place in the lane; it is given as long as a query may take. @param {ServerResponse} response @param {AbortSignal} gone */
  function drained(response, gone) {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        response.off('drain', done);
        gone.removeEventListener('abort', done);
        resolve(undefined);
      };
      const timer = setTimeout(() => response.destroy(), options.limits.maxExecutionTime * 1000);
      response.on('drain', done);
      gone.addEventListener('abort', done);
    });
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response @param {unknown} error */
  function sendError(request, response, error) {
    const { status, code, message } = describeError(error);
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    if (!request.complete) {
      // Most clients read the answer only when they have sent everything, so the rest of a refused body is thrown away
      // as it comes, for a bounded time.
      response.setHeader('connection', 'close');
      request.resume();
      const timer = setTimeout(() => request.destroy(), 10_000);
      request.once('close', () => clearTimeout(timer));
    }
    response
      .writeHead(status, { 'content-type': 'text/plain; charset=UTF-8', 'x-clickhouse-exception-code': String(code) })
      .end(`${message} (version ${options.version} (embedded))\n`);
  }

  /**
   * Frees the engine of a query nobody waits for. More than once, because it may not have reached the engine yet.
   * @param {string} tag @param {() => boolean} isFinished
   */
  async function kill(tag, isFinished) {
    const which = `SELECT query_id FROM system.processes WHERE startsWith(Settings['log_comment'], ${quote(tag)})`;
    for (let round = 0; round < 20 && !isFinished(); round += 1) {
      const session = options.connect();
      try {
        await session.queryAsync(`KILL QUERY WHERE query_id IN (${which}) ASYNC`, { format: 'Null' });
      } catch {
        // It has just ended.
      } finally {
        session.close();
      }
      await new Promise((resolve) => setTimeout(resolve, 50 * (round + 1)));
    }
  }

  /** The allocator keeps what a heavy query has freed for minutes; given back after a quiet second it is others'. */
  async function returnMemory() {
    if (lanes.read.running + lanes.write.running > 0 || stopping) return;
    const session = options.connect();
    await session.queryAsync('SYSTEM JEMALLOC PURGE', { format: 'Null' }).catch(() => undefined);
    session.close();
  }

  server.maxConnections = 512;

  return {
    server,
    async stop() {
      stopping = true;
      server.close();
      server.closeIdleConnections();
      // Inserts end in moments; what takes longer is a report, and is killed.
      const deadline = Date.now() + 2000;
      while (active.size > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
      for (const gone of active) gone.abort();
      server.closeAllConnections();
    },
  };
}
