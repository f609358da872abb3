import { createServer } from 'node:net';

/** A TCP port on 127.0.0.1 that was free a moment ago. Whoever binds it must still be ready for "address in use". */
export function findFreePort(): Promise<number> {
  return bindOnce(0);
}

/** Whether a TCP port on 127.0.0.1 can be bound now. */
export async function isPortFree(port: number): Promise<boolean> {
  try {
    await bindOnce(port);
    return true;
  } catch {
    return false;
  }
}

function bindOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.unref();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}
