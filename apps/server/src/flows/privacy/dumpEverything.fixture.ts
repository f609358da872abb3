import { sql } from 'kysely';
import type { TestServer } from '../../../test/testServer.ts';
import { openAnalytics } from '../../kernel/analytics.ts';

/** The forms in which a text may lie in a dump: as it is, in a `bytea`, in a mail's or a token's base64, in an address. */
function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  // Base64 depends on where the text begins; the middle of each of the three ways is there whatever surrounds it.
  const middles = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift, 120), bytes])
      .toString('base64')
      .slice(shift ? 4 : 0, -4),
  );
  return [text, bytes.toString('hex'), encodeURIComponent(text), ...middles.filter((one) => one.length >= 12)].map(
    (form) => form.toLowerCase(),
  );
}

/**
 * Every row of every table of both engines as text, and where a text is found in it. Queues are tables here (pg-boss), and
 * tests keep no files beside the engines' own.
 */
export async function findEverywhere(
  server: TestServer,
  needles: Record<string, string>,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(Object.keys(needles).map((name) => [name, []]));
  const look = (place: string, text: string) => {
    const lower = text.toLowerCase();
    for (const [name, needle] of Object.entries(needles)) {
      if (formsOf(needle).some((form) => lower.includes(form))) found.get(name)?.push(place);
    }
  };
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
    order by 1`.execute(server.base.db);
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string | null }>`
      select string_agg(t::text, E'\n') as text from ${sql.raw(name)} t`.execute(server.base.db);
    look(name, rows[0]?.text ?? '');
  }
  if (server.clickhouseUrl) {
    const engine = openAnalytics(server.clickhouseUrl, undefined);
    try {
      const kept = await engine.query<{ name: string }>(
        'select name from system.tables where database = currentDatabase()',
      );
      for (const { name } of kept)
        look(`clickhouse.${name}`, JSON.stringify(await engine.query(`select * from ${name}`)));
    } finally {
      await engine.close();
    }
  }
  return found;
}
