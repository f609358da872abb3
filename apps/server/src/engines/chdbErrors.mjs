// @ts-check

/** An error as ClickHouse words it, so that @clickhouse/client raises its ClickHouseError with code and type. */
export class HttpError extends Error {
  /**
   * @param {number} status
   * @param {number} code ClickHouse's error code
   * @param {string} type its name
   * @param {string} message
   */
  constructor(status, code, type, message) {
    super(`Code: ${code}. DB::Exception: ${message}. (${type})`);
    this.status = status;
    this.code = code;
  }
}

/**
 * HTTP status of an engine error, after ClickHouse's exceptionCodeToHTTPStatus (src/Server/HTTP/exceptionCodeToHTTPStatus.cpp).
 * @param {number} code
 */
function statusOf(code) {
  if (code === 159 || code === 160) return 408; // TIMEOUT_EXCEEDED, TOO_SLOW
  if (
    code === 60 ||
    code === 81 ||
    code === 46 ||
    code === 16 ||
    code === 47 ||
    code === 50 ||
    code === 73 ||
    code === 115
  )
    return 404;
  if (code === 164 || code === 497) return 403; // READONLY, ACCESS_DENIED
  if (code === 48) return 501; // NOT_IMPLEMENTED
  if (code === 202) return 503; // TOO_MANY_SIMULTANEOUS_QUERIES
  if (
    code === 6 ||
    code === 26 ||
    code === 27 ||
    code === 38 ||
    code === 41 ||
    code === 53 ||
    code === 62 ||
    code === 117
  )
    return 400;
  if (code === 36 || code === 43 || code === 44 || code === 456 || code === 457) return 400;
  return 500;
}

/**
 * @param {unknown} error
 * @returns {{ status: number, code: number, message: string }}
 */
export function describeError(error) {
  if (error instanceof HttpError) return { status: error.status, code: error.code, message: error.message };
  const text = error instanceof Error ? error.message : String(error);
  const code = Number(/Code: (\d+)/.exec(text)?.[1] ?? 1001);
  const message = text.startsWith('Code: ') ? text : `Code: ${code}. DB::Exception: ${text}. (STD_EXCEPTION)`;
  return { status: statusOf(code), code, message };
}
