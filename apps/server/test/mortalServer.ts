import type pg from 'pg';
import type { PaymentProvider } from '../src/modules/payments/index.ts';
import type { TestServer } from './testServer.ts';

/** A server that can be made to die at any of its steps, as when the power goes: what it had not committed never was. */
export interface Mortal {
  /** It dies instead of its next `step`-th statement or call of a provider; its connections break. */
  dieAt(step: number): void;
  /** A new process on the same data. */
  revive(): void;
  isDead(): boolean;
  /** A provider whose calls are steps, too, before they are made and before their answer is heard. */
  mortal(provider: PaymentProvider): PaymentProvider;
}

export function makeMortal(server: TestServer): Mortal {
  let left = Number.POSITIVE_INFINITY;
  let dead = false;
  const clients = new Set<pg.PoolClient>();

  function step(): void {
    if (!dead) {
      left -= 1;
      if (left > 0) return;
      dead = true;
      for (const client of clients)
        (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
      clients.clear();
    }
    throw new Error('this server is dead');
  }

  const watch = (client: pg.PoolClient) => {
    clients.add(client);
    client.on('error', () => undefined);
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        try {
          step();
        } catch (error) {
          return Promise.reject(error);
        }
        return send(...args);
      },
    });
  };
  const { pool } = server.database;
  for (const client of (pool as unknown as { _clients: pg.PoolClient[] })._clients) watch(client);
  pool.on('connect', watch);
  pool.on('remove', (client) => clients.delete(client));

  return {
    dieAt(at) {
      left = at;
      dead = false;
    },
    revive() {
      left = Number.POSITIVE_INFINITY;
      dead = false;
    },
    isDead: () => dead,
    mortal: (provider) => ({
      ...provider,
      async authorise(ctx, request) {
        step();
        const outcome = await provider.authorise(ctx, request);
        step();
        return outcome;
      },
      async refund(ctx, request) {
        step();
        const outcome = await provider.refund(ctx, request);
        step();
        return outcome;
      },
    }),
  };
}
