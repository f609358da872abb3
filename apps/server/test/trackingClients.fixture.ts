import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const require = createRequire(import.meta.url);

/** A file of a package, from where its main module lies. */
const buildOf = (main: string, path: string): string => join(main.slice(0, main.lastIndexOf('/dist/')), path);

/** Stands between clients and the server, and is the network of a bad day. */
export interface BadNetwork {
  url: string;
  /** Faults so far, by kind. */
  faults: Record<string, number>;
  isBad: boolean;
  close(): Promise<void>;
}

const plan = [
  'fine',
  '500 before',
  'fine',
  'fine',
  '500 after',
  'fine',
  'fine',
  '429',
  'fine',
  'fine',
  'cut after',
  'fine',
] as const;

/**
 * Of twelve requests with events one is answered 500 before the server gets it, one after, one is told to wait, and one's
 * connection is cut after the server has answered. While the server is away the answer is 502, as of any reverse proxy.
 */
export async function badNetwork(port: number, serverUrl: () => string): Promise<BadNetwork> {
  const faults: Record<string, number> = {};
  const network = { isBad: true };
  let n = 0;
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const fault = incoming.method === 'POST' && network.isBad ? (plan[n++ % plan.length] ?? 'fine') : 'fine';
      if (fault !== 'fine') faults[fault] = (faults[fault] ?? 0) + 1;
      if (fault === '500 before') return answer(incoming, outgoing, 500);
      if (fault === '429') return answer(incoming, outgoing, 429, { 'retry-after': '1' });
      forward(serverUrl(), incoming, Buffer.concat(chunks), (reply, body) => {
        if (!reply) {
          faults['502 away'] = (faults['502 away'] ?? 0) + 1;
          answer(incoming, outgoing, 502);
        } else if (fault === '500 after') answer(incoming, outgoing, 500);
        else if (fault === 'cut after') incoming.socket.destroy();
        else outgoing.writeHead(reply.statusCode ?? 500, reply.headers).end(body);
      });
    });
  });
  await listen(server, port);
  return Object.assign(network, {
    url: `http://127.0.0.1:${port}`,
    faults,
    close: () => close(server),
  });
}

function answer(incoming: IncomingMessage, outgoing: ServerResponse, status: number, headers: object = {}): void {
  const { origin } = incoming.headers;
  outgoing
    .writeHead(status, {
      ...headers,
      ...(origin ? { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' } : {}),
    })
    .end('the network');
}

function forward(
  url: string,
  incoming: IncomingMessage,
  body: Buffer,
  done: (reply: IncomingMessage | undefined, body: Buffer) => void,
): void {
  const target = request(`${url}${incoming.url}`, { method: incoming.method, headers: incoming.headers, agent: false });
  target.on('response', (reply) => {
    const chunks: Buffer[] = [];
    reply.on('data', (chunk: Buffer) => chunks.push(chunk));
    reply.on('end', () => done(reply, Buffer.concat(chunks)));
    reply.on('error', () => done(undefined, Buffer.alloc(0)));
  });
  target.on('error', () => done(undefined, Buffer.alloc(0)));
  target.end(body);
}

/** A shop of another origin whose page holds the published browser builds, as they are in the packages. */
export async function shopPage(port: number): Promise<{ url: string; close(): Promise<void> }> {
  const builds: Record<string, string> = {
    '/segment.js': buildOf(require.resolve('@segment/analytics-next'), 'dist/umd/index.js'),
    '/rudder.js': buildOf(require.resolve('@rudderstack/analytics-js'), 'dist/npm/modern/bundled/umd/index.js'),
  };
  const server = createServer((incoming, outgoing) => {
    const [path = ''] = (incoming.url ?? '').split('?');
    const build = builds[path];
    if (build) {
      outgoing.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(build, 'utf8'));
      return;
    }
    const script = path === '/with-segment' ? 'segment' : path === '/with-rudder' ? 'rudder' : undefined;
    outgoing
      .writeHead(script ? 200 : 404, { 'content-type': 'text/html' })
      .end(`<!doctype html><title>Velora</title>${script ? `<script src="/${script}.js"></script>` : ''}`);
  });
  await listen(server, port);
  return { url: `http://localhost:${port}`, close: () => close(server) };
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** The snippets of the tracking guide that run in Node, by the package they are of. */
export function guideSnippets(): Map<string, string> {
  const text = readFileSync(join(root, 'docs/guides/tracking.md'), 'utf8');
  const [fromServer = ''] = text.split('## From a page');
  return new Map(
    [...fromServer.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => [
      / from '([^']+)'/.exec(code)?.[1] ?? '',
      code,
    ]),
  );
}
