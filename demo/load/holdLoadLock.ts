import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Ctx } from '../../apps/server/src/kernel/context.ts';

const loadLock = 731_205_900;

/**
 * Does `act` while no other server does. The lock belongs to a connection of its own, so that it ends with the process,
 * whatever ends that. Waiting is asking again, because a statement that waits would run into the statement timeout.
 */
export async function holdLoadLock<T>(ctx: Pick<Ctx, 'db'>, onWait: () => void, act: () => Promise<T>): Promise<T> {
  return ctx.db.connection().execute(async (connection) => {
    for (let tries = 0; ; tries += 1) {
      const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${loadLock}) as mine`.execute(
        connection,
      );
      if (rows[0]?.mine) break;
      if (tries === 0) onWait();
      await sleep(250);
    }
    try {
      return await act();
    } finally {
      await sql`select pg_advisory_unlock(${loadLock})`.execute(connection);
    }
  });
}
