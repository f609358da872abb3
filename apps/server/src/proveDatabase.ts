import pg from 'pg';
import { ConfigError } from './config.ts';

/** PostgreSQL 15, as `server_version_num` tells it. */
const oldest = 150_000;

/**
 * Asks a configured PostgreSQL one question before anything is built on it, so that a wrong DATABASE_URL is told in one
 * line, whatever is wrong with it. Within 10 s.
 *
 * @throws ConfigError
 */
export async function proveDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 10_000 });
  client.on('error', () => undefined);
  let version: number;
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    version = Number(rows[0]?.server_version_num);
  } catch (error) {
    throw new ConfigError(
      `The database of DATABASE_URL ${reasonOf(error)}. Check DATABASE_URL, or leave it away to use the built-in PostgreSQL.`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  if (version < oldest)
    throw new ConfigError(
      `The database of DATABASE_URL is PostgreSQL ${Math.floor(version / 10_000)}; it must be 15 or newer.`,
    );
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  // Five letters and digits: PostgreSQL itself answered, and its message never holds the password.
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return `refuses us: ${String(message)}`;
  return `does not answer (${typeof code === 'string' ? code : String(message)})`;
}
