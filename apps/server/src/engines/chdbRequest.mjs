// @ts-check
import { createHash, timingSafeEqual } from 'node:crypto';
import * as zlib from 'node:zlib';
import { HttpError } from './chdbErrors.mjs';

/** @import { IncomingMessage } from 'node:http' */

/**
 * @typedef {object} Limits
 * @property {number} maxMemoryUsage bytes a query may use, and the default
 * @property {number} maxExecutionTime seconds a query may take, and the default
 * @property {number} maxBodyBytes of one request, before and after decompression
 * @property {number} maxBufferedBytes of all requests being read or waiting
 */

/**
 * @typedef {object} ChdbRequest
 * @property {string} sql
 * @property {Buffer} data of an INSERT, sent as the body while the statement is in the URL
 * @property {string | undefined} database
 * @property {string} defaultFormat
 * @property {string | undefined} queryId
 * @property {[string, string][]} settings
 * @property {[string, string][]} parameters without the prefix param_
 */

/** Parameters that belong to the HTTP layer and are no settings of a query. */
const httpOnly = new Set([
  'query',
  'query_id',
  'database',
  'default_format',
  'user',
  'password',
  'quota_key',
  'role',
  'session_id',
  'session_check',
  'session_timeout',
  'compress',
  'decompress',
  'buffer_size',
  'wait_end_of_query',
  'enable_http_compression',
  'http_zlib_compression_level',
  'http_response_buffer_size',
  'send_progress_in_http_headers',
  'http_headers_progress_interval_ms',
  'add_http_cors_header',
  'cancel_http_readonly_queries_on_client_close',
  'http_write_exception_in_output_format',
  'http_make_head_request',
  'http_native_compression_disable_checksumming_on_decompress',
]);

/**
 * @param {IncomingMessage} request
 * @param {URL} url
 * @param {{ user: string, password: string }} expected
 */
export function checkCredentials(request, url, expected) {
  let user = url.searchParams.get('user') ?? 'default';
  let password = url.searchParams.get('password') ?? '';
  const authorization = request.headers.authorization;
  if (authorization?.startsWith('Basic ')) {
    const decoded = Buffer.from(authorization.slice(6), 'base64').toString('utf8');
    user = decoded.slice(0, decoded.indexOf(':'));
    password = decoded.slice(decoded.indexOf(':') + 1);
  } else if (request.headers['x-clickhouse-user'] !== undefined) {
    user = String(request.headers['x-clickhouse-user']);
    password = String(request.headers['x-clickhouse-key'] ?? '');
  }
  // Both are always compared, in constant time, so that the time tells nothing.
  const userIsRight = equal(user, expected.user);
  const passwordIsRight = equal(password, expected.password);
  if (userIsRight && passwordIsRight) return;
  throw new HttpError(
    403,
    516,
    'AUTHENTICATION_FAILED',
    'Authentication failed: password is incorrect, or there is no user with such name',
  );
}

/** @param {string} a @param {string} b */
function equal(a, b) {
  const digest = (/** @type {string} */ text) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/**
 * @param {IncomingMessage} request
 * @param {URL} url
 * @param {Buffer} body decompressed
 * @param {Limits} limits
 * @returns {Promise<ChdbRequest>}
 */
export async function readRequest(request, url, body, limits) {
  if (url.searchParams.has('session_id')) {
    throw new HttpError(501, 48, 'NOT_IMPLEMENTED', 'The embedded engine keeps no sessions between requests');
  }
  if (url.searchParams.get('decompress') === '1' || url.searchParams.get('compress') === '1') {
    throw new HttpError(501, 48, 'NOT_IMPLEMENTED', 'The embedded engine has no native compression over HTTP');
  }
  const fields = [...url.searchParams.entries()];
  let data = body;
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
    for (const [name, value] of form.entries())
      fields.push([name, typeof value === 'string' ? value : await value.text()]);
    data = Buffer.alloc(0);
  }
  const query = fields.find(([name]) => name === 'query')?.[1] ?? '';
  // As in ClickHouse: the statement is what the URL says, followed by the body; without one in the URL, all is the body.
  const sql = query === '' ? data.toString('utf8') : query;
  const format = request.headers['x-clickhouse-format'];
  const database = fields.find(([name]) => name === 'database')?.[1] ?? request.headers['x-clickhouse-database'];
  return {
    sql,
    data: query === '' ? Buffer.alloc(0) : data,
    database: database === undefined ? undefined : String(database),
    defaultFormat:
      fields.find(([name]) => name === 'default_format')?.[1] ??
      (format === undefined ? 'TabSeparated' : String(format)),
    queryId: fields.find(([name]) => name === 'query_id')?.[1],
    settings: readSettings(fields, limits),
    parameters: fields.filter(([name]) => name.startsWith('param_')).map(([name, value]) => [name.slice(6), value]),
  };
}

/**
 * The settings a request asks for, with the limits of memory and time: a request may lower them and not raise them.
 * @param {[string, string][]} fields
 * @param {Limits} limits
 * @returns {[string, string][]}
 */
function readSettings(fields, limits) {
  const settings = new Map(fields.filter(([name]) => !httpOnly.has(name) && !name.startsWith('param_')));
  for (const [name, ceiling] of /** @type {const} */ ([
    ['max_memory_usage', limits.maxMemoryUsage],
    ['max_execution_time', limits.maxExecutionTime],
  ])) {
    const asked = Number(settings.get(name) ?? 0);
    settings.set(name, String(asked > 0 ? Math.min(asked, ceiling) : ceiling));
  }
  return [...settings];
}

let bufferedBytes = 0;

/**
 * Reads a body, bounded alone and together with all others in memory.
 * @param {IncomingMessage} request
 * @param {Limits} limits
 * @returns {Promise<{ body: Buffer, free: () => void }>}
 */
export async function readBody(request, limits) {
  /** @type {Buffer[]} */
  const chunks = [];
  let size = 0;
  const free = () => {
    bufferedBytes -= size;
    size = 0;
  };
  try {
    // Without destroying it on an early end: the refusal has still to be sent over the same socket.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      bufferedBytes += chunk.length;
      if (size > limits.maxBodyBytes) throw tooLarge(limits);
      if (bufferedBytes > limits.maxBufferedBytes) {
        throw new HttpError(503, 202, 'TOO_MANY_SIMULTANEOUS_QUERIES', 'Too many bytes are being inserted at once');
      }
      chunks.push(chunk);
    }
    const raw = Buffer.concat(chunks);
    const body = await decompress(raw, String(request.headers['content-encoding'] ?? ''), limits);
    bufferedBytes += body.length - size;
    size = body.length;
    return { body, free };
  } catch (error) {
    free();
    throw error;
  }
}

/** @typedef {(raw: Buffer, options: { maxOutputLength: number }, done: (error: Error | null, decoded: Buffer) => void) => void} Decoder */

/** zstd came with Node 22.15. @type {Record<string, Decoder | undefined>} */
const decoders = {
  gzip: zlib.gunzip,
  deflate: zlib.inflate,
  zstd: 'zstdDecompress' in zlib ? /** @type {Decoder} */ (zlib.zstdDecompress) : undefined,
};

/** @param {Buffer} raw @param {string} encoding @param {Limits} limits */
async function decompress(raw, encoding, limits) {
  if (encoding === '' || encoding === 'identity') return raw;
  const decode = decoders[encoding];
  if (decode === undefined) throw new HttpError(501, 48, 'NOT_IMPLEMENTED', `Unknown content encoding ${encoding}`);
  try {
    return await new Promise((resolve, reject) => {
      decode(raw, { maxOutputLength: limits.maxBodyBytes }, (error, decoded) =>
        error ? reject(error) : resolve(decoded),
      );
    });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limits);
    throw new HttpError(400, 354, 'ZLIB_INFLATE_FAILED', `The body is not ${encoding}`);
  }
}

/** @param {Limits} limits */
function tooLarge(limits) {
  return new HttpError(413, 307, 'TOO_MANY_BYTES', `The request body is larger than ${limits.maxBodyBytes} bytes`);
}
