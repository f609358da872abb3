import type pg from 'pg';

const lock = 731_205_002;
const askEveryMs = 100;

/**
 * Runs `act` while no other server of this database runs its own: ClickHouse has no lock for the making of tables, and
 * pg-boss deadlocks when two make its queues. Asks again instead of waiting in the database, whose limit for a statement
 * may be shorter than a long migration.
 */
export async function oneAtATime<T>(pool: pg.Pool, act: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    while (!(await tryLock(client))) await new Promise((resolve) => setTimeout(resolve, askEveryMs));
    return await act();
  } finally {
    // A connection that cannot say so is closed, and the lock with it.
    const failed = await client.query('select pg_advisory_unlock($1)', [lock]).then(
      () => false,
      () => true,
    );
    client.release(failed);
  }
}

async function tryLock(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [lock]);
  return rows[0]?.mine === true;
}
