import { Agent, request as httpRequest } from 'node:http';

export interface Call {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** A body of JSON as it is sent, where making it must not be measured. */
  text?: string;
}

export interface Answer {
  status: number;
  text: string;
  /** What the answer set, as the next request sends it. */
  cookie: string;
}

export interface Measured {
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  failures: number;
  calls: number;
}

/** One keep-alive connection per client; node's own http, because fetch would measure itself. */
export function createClient(origin: string, clients: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const { hostname, port } = new URL(origin);
  const send = (call: Call) =>
    new Promise<Answer>((resolve, reject) => {
      const payload = call.text ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
      const request = httpRequest(
        {
          agent,
          hostname,
          port,
          method: call.method ?? 'GET',
          path: call.path,
          headers: {
            ...(payload ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) } : {}),
            ...call.headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              text: Buffer.concat(chunks).toString(),
              cookie: (response.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; '),
            }),
          );
        },
      );
      request.on('error', reject);
      request.end(payload);
    });
  return { send, close: () => agent.destroy() };
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

/** `clients` callers, each calling again as soon as it is answered, for `seconds`, or until `most` calls were made. */
export async function closedLoop(
  clients: number,
  seconds: number,
  act: (n: number) => Promise<boolean>,
  most = Number.POSITIVE_INFINITY,
): Promise<Measured> {
  const times: number[] = [];
  let failures = 0;
  let n = 0;
  const start = performance.now();
  const end = start + seconds * 1_000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end && n < most) {
        const before = performance.now();
        n += 1;
        if (!(await act(n))) failures += 1;
        times.push(performance.now() - before);
      }
    }),
  );
  const elapsed = (performance.now() - start) / 1_000;
  times.sort((a, b) => a - b);
  return {
    perSecond: Math.round((times.length / elapsed) * 10) / 10,
    p50Ms: round(percentile(times, 0.5)),
    p95Ms: round(percentile(times, 0.95)),
    p99Ms: round(percentile(times, 0.99)),
    failures,
    calls: times.length,
  };
}

export function round(value: number, digits = 2): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
