// @ts-check
import { randomBytes } from 'node:crypto';
import { HttpError } from './chdbErrors.mjs';
import { readPlainInsert, readStatement } from './chdbStatement.mjs';

/** @import { Session } from 'chdb' */
/** @import { ChdbRequest, Limits } from './chdbRequest.mjs' */

/**
 * @typedef {object} Answer
 * @property {string} format
 * @property {AsyncIterable<Uint8Array>} chunks fails mid-way when the engine does
 * @property {Record<string, string>} summary as in X-ClickHouse-Summary
 */

/** Formats whose chunks may be joined; of the others (JSON, …WithNames) each chunk is a document of its own. */
const joinable = new Set([
  'JSONEachRow',
  'NDJSON',
  'JSONLines',
  'JSONCompactEachRow',
  'JSONStringsEachRow',
  'JSONCompactStringsEachRow',
  'TabSeparated',
  'TSV',
  'TabSeparatedRaw',
  'TSVRaw',
  'CSV',
]);

/** A result that is built as a whole may be this large; larger ones are to be streamed. */
const MAX_WHOLE_RESULT_BYTES = 256 * 1024 * 1024;

/**
 * Refuses what ClickHouse refuses over HTTP, so that what runs here runs there.
 * @param {ChdbRequest} request
 */
export function prepare(request) {
  const statement = readStatement(request.sql);
  if (statement.keyword === '') throw new HttpError(400, 62, 'SYNTAX_ERROR', 'Syntax error: Empty query');
  if (statement.several)
    throw new HttpError(400, 62, 'SYNTAX_ERROR', 'Syntax error (Multi-statements are not allowed)');
  if (statement.writesFile) throw new HttpError(400, 1, 'UNSUPPORTED_METHOD', 'INTO OUTFILE is not allowed');
  return statement;
}

/**
 * Runs one request on a connection of its own. Settings, parameters and the current database are the connection's and
 * end with it. They are set by SET and not through chdb's parameter API, because that API's state is shared between
 * connections: it can only run one query at a time, and two at once have aborted the engine (see chdb's index.js).
 *
 * @param {Session} session
 * @param {ChdbRequest} request
 * @param {ReturnType<typeof readStatement>} statement
 * @param {string} tag marks the query in system.processes, so that it can be killed
 * @param {AbortSignal} gone
 * @returns {Promise<Answer>}
 */
export async function run(session, request, statement, tag, gone) {
  const format = statement.format ?? request.defaultFormat;
  const streams = ['SELECT', 'WITH', 'FROM', '('].includes(statement.keyword) && joinable.has(format);
  await session.queryAsync(preamble(request, tag, !streams), { format: 'Null' });
  if (gone.aborted) throw new HttpError(499, 394, 'QUERY_WAS_CANCELLED', 'Query was cancelled');

  if (statement.keyword === 'INSERT' && !statement.hasInlineData)
    return insert(session, request, statement.text, format);
  if (streams) return { format, chunks: await stream(session, statement.text, format), summary: {} };
  const result = await session.queryAsync(statement.text, { format });
  return {
    format,
    chunks: once(result.bytes()),
    summary: {
      read_rows: String(result.rowsRead),
      read_bytes: String(result.bytesRead),
      elapsed_ns: nanoseconds(result.elapsed),
    },
  };
}

/**
 * @param {ChdbRequest} request
 * @param {string} tag
 * @param {boolean} whole
 */
function preamble(request, tag, whole) {
  const settings = new Map(request.settings);
  const comment = settings.get('log_comment');
  settings.set('log_comment', comment === undefined ? tag : `${tag} ${comment}`);
  if (whole && !settings.has('max_result_bytes')) settings.set('max_result_bytes', String(MAX_WHOLE_RESULT_BYTES));
  const readonly = settings.get('readonly');
  settings.delete('readonly');
  const sets = [];
  for (const [name, value] of [...settings, ...request.parameters.map(([key, text]) => [`param_${key}`, text])]) {
    if (!/^\w+$/.test(name ?? '')) throw new HttpError(404, 115, 'UNKNOWN_SETTING', `Unknown setting ${name}`);
    sets.push(`${name} = ${quote(value ?? '')}`);
  }
  // One statement for all: each costs the engine a tenth of a millisecond.
  const lines = [`SET ${sets.join(', ')}`];
  if (request.database !== undefined)
    lines.push(`USE \`${request.database.replaceAll(/[`\\]/g, (sign) => `\\${sign}`)}\``);
  // Last, because nothing can be set after it.
  if (readonly !== undefined) lines.push(`SET readonly = ${quote(readonly)}`);
  return lines.join(';\n');
}

/** @param {string} text */
export function quote(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\0', '\\0')}'`;
}

/**
 * @param {Session} session
 * @param {ChdbRequest} request
 * @param {string} text
 * @param {string} format
 * @returns {Promise<Answer>}
 */
async function insert(session, request, text, format) {
  const none = { written_rows: '0', written_bytes: '0' };
  if (request.data.length === 0) return { format, chunks: once(new Uint8Array(0)), summary: none };
  const plain = readPlainInsert(text);
  if (plain !== undefined && (plain.format === 'JSONEachRow' || plain.format === 'JSONCompactEachRow')) {
    // The bytes go to the engine's own parser without becoming a string here.
    const written = await session.insert({
      table: plain.table,
      values: request.data,
      format: plain.format,
      ...(plain.columns === undefined ? {} : { columns: plain.columns }),
    });
    return {
      format,
      chunks: once(new Uint8Array(0)),
      summary: {
        written_rows: String(written.rowsWritten),
        written_bytes: String(written.bytesWritten),
        elapsed_ns: nanoseconds(written.elapsed),
      },
    };
  }
  await session.queryAsync(`${text}\n${request.data.toString('utf8')}`, { format: 'Null' });
  return { format, chunks: once(new Uint8Array(0)), summary: {} };
}

/**
 * Streams, with the first chunk already fetched: most errors show there, and can still be told by the HTTP status.
 * @param {Session} session
 * @param {string} text
 * @param {string} format
 * @returns {Promise<AsyncIterable<Uint8Array>>}
 */
async function stream(session, text, format) {
  const iterator = session.queryStream(text, { format })[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    try {
      for (let next = first; next.done !== true; next = await iterator.next()) yield next.value.raw();
    } finally {
      await iterator.return?.();
    }
  })();
}

/** @param {Uint8Array} bytes */
async function* once(bytes) {
  if (bytes.length > 0) yield bytes;
}

/** @param {number} seconds */
function nanoseconds(seconds) {
  return String(Math.round((seconds ?? 0) * 1e9));
}

export function makeTag() {
  return `throughline-${randomBytes(9).toString('base64url')}`;
}
