import pg from 'pg';
import { EngineError } from './engineError.ts';
import type { PostgresAccess } from './postgresAccess.ts';

/** The one database of the embedded cluster, and the role that owns it. */
const POSTGRES_DATABASE = 'throughline';
const POSTGRES_USER = 'throughline';

/**
 * The cluster's superuser: for the operator, and for making the role above. The server does not use it, for a superuser
 * can run programs and read files through SQL; on somebody's own PostgreSQL it would not be one either.
 */
export const POSTGRES_ADMIN = 'throughline_admin';

/** A URL `pg` and other clients take. */
export function postgresUrl(
  port: number,
  password: string,
  user = POSTGRES_USER,
  database = POSTGRES_DATABASE,
): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * Proves that the database answers and knows the password; where it does not yet, makes the role and the database.
 *
 * @param isNew leaves out the try, which in a cluster made just now could only fail
 * @throws EngineError when the server does not accept the administrator's password either
 */
export async function ensureDatabase(port: number, access: PostgresAccess, isNew = false): Promise<void> {
  if (!isNew && (await answers(postgresUrl(port, access.password)))) return;
  const client = openClient(postgresUrl(port, access.adminPassword, POSTGRES_ADMIN, 'postgres'));
  try {
    await client.connect().catch((error: unknown) => {
      // 28P01: invalid password
      if ((error as { code?: string }).code !== '28P01') throw error;
      throw new EngineError(
        'The database does not accept the password in postgres-access.json of the data folder. Remove that file and start again: a new password is set.',
      );
    });
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [POSTGRES_USER]);
    const verb = role.rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(
      `${verb} ROLE ${POSTGRES_USER} LOGIN CREATEDB PASSWORD ${client.escapeLiteral(access.password)}`,
    );
    // To see how old other sessions' transactions are, which the outbox depends on.
    await client.query(`GRANT pg_monitor TO ${POSTGRES_USER}`);
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [POSTGRES_DATABASE]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${POSTGRES_DATABASE} OWNER ${POSTGRES_USER}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = openClient(url);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function openClient(connectionString: string): pg.Client {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000, query_timeout: 30_000 });
  // A server that goes away is told by the rejected promises; without a listener it would end the process.
  client.on('error', () => undefined);
  return client;
}
