import type { Readable } from 'node:stream';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Module, Stream } from '../kernel/module.ts';
import { noLimits } from './noLimits.ts';
import { KeepError, type KeptTable, type Shape, type Source } from './source.ts';

/** The background work of pg-boss, which makes its tables itself; what is open in it is copied as jobs. */
const jobsSchema = 'jobs';

/** A module's tables are in a schema of its name. What else stands in the database (the demo's log of its loading) stays. */
const oursOf = (modules: readonly Module[]) =>
  `n.nspname in (${modules.map((module) => pg.escapeLiteral(module.name)).join(', ')})`;

/**
 * A running database as it is at one moment: one repeatable-read transaction, so that whoever writes meanwhile is not
 * held up and not seen. `client` may be asked for more of the same moment until it is closed.
 */
export async function openSnapshot(
  databaseUrl: string,
  modules: readonly Module[],
): Promise<Source & { client: pg.Client }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  const streams = modules.flatMap((module) => module.keeping?.streams ?? []);
  try {
    await client.query(noLimits);
    await client.query("begin isolation level repeatable read read only; set local timezone = 'UTC'");
    const shape = await readShape(client, streams, oursOf(modules));
    return {
      shape,
      client,
      rowsOf: async (table) => client.query(copyTo(await copyText(client, table, streams))) as Readable,
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function readShape(client: pg.Client, streams: readonly Stream[], ours: string): Promise<Shape> {
  const one = async <T>(text: string) => (await client.query<T & pg.QueryResultRow>(text)).rows;
  const [{ made_at: madeAt } = { made_at: new Date(0) }] = await one<{ made_at: Date }>(
    'select clock_timestamp() as made_at',
  );
  const [{ exists } = { exists: false }] = await one<{ exists: boolean }>(
    `select to_regclass('kernel.migration') is not null as exists`,
  );
  if (!exists) throw new KeepError('There is nothing to copy: this database holds no Throughline.');
  return {
    madeAt: madeAt.toISOString(),
    migrations: await one('select id, checksum from kernel.migration order by id'),
    tables: await readTables(client, ours),
    partitions: await one(`
      select p.oid::regclass::text as parent, c.oid::regclass::text as name, pg_get_expr(c.relpartbound, c.oid) as bounds
      from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
      join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and c.relispartition and ${ours} order by 2`),
    sequences: await readSequences(client, streams, ours),
    jobs: await one(`
      select name, data from ${jobsSchema}.job
      where state in ('created', 'retry', 'active') and name !~ '^__' and data is not null order by created_on, id`),
  };
}

async function readTables(client: pg.Client, ours: string): Promise<KeptTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; refers_to: string[] }>(`
    select c.oid::regclass::text as name,
      (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(array_agg(f.confrelid::regclass::text), '{}') from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers_to
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${ours} and c.oid <> 'kernel.migration'::regclass
    order by 1`);
  const ordered: KeptTable[] = [];
  const placed = new Set<string>();
  while (ordered.length < rows.length) {
    const next = rows.filter((row) => !placed.has(row.name) && row.refers_to.every((name) => placed.has(name)));
    if (next.length === 0) throw new Error('tables refer to one another in a circle');
    for (const { name, columns } of next) {
      ordered.push({ name, columns });
      placed.add(name);
    }
  }
  return ordered;
}

async function readSequences(client: pg.Client, streams: readonly Stream[], ours: string) {
  const { rows } = await client.query<{ name: string; value: string }>(`
    select c.oid::regclass::text as name, s.last_value::text as value from pg_sequences s
    join pg_namespace n on n.nspname = s.schemaname join pg_class c on c.relnamespace = n.oid and c.relname = s.sequencename
    where s.last_value is not null and ${ours} order by 1`);
  // A stream's rows are numbered anew, behind the numbers it has given out.
  const moved = new Map<string, string>();
  for (const stream of streams) {
    const { rows: last } = await client.query<{ value: string }>(
      `select (${baseOf(stream)} + (select count(*) from ${stream.rows}))::text as value`,
    );
    moved.set(stream.sequence, last[0]?.value ?? '0');
  }
  return rows.map(({ name, value }) => ({
    name,
    value: moved.has(name) && BigInt(moved.get(name) ?? 0) > BigInt(value) ? (moved.get(name) ?? value) : value,
  }));
}

const baseOf = ({ rows, cursors }: Stream) =>
  `greatest((select coalesce(max(seq), 0) from ${rows}), (select coalesce(max(seq), 0) from ${cursors}))`;

/**
 * Of a stream every row gets transaction 0 and a number in the order in which it was to be read, and every cursor the
 * number of the last row it had seen: in another PostgreSQL, whose transactions are counted anew, the rest is read next
 * and nothing twice. The numbers go on behind all that were given, so no deduplication token is ever used again.
 */
async function copyText(client: pg.Client, table: KeptTable, streams: readonly Stream[]): Promise<string> {
  const { rows: xids } = await client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute where attrelid = $1::regclass and atttypid = 'xid8'::regtype and not attisdropped`,
    [table.name],
  );
  const isRows = streams.find((stream) => stream.rows === table.name);
  const isCursors = streams.find((stream) => stream.cursors === table.name);
  if (xids.length > 0 && !isRows && !isCursors)
    throw new Error(`${table.name} holds transaction ids and is no stream: they mean nothing elsewhere`);
  const expression = (column: string) => {
    if (isRows && column === 'xid') return `'0'::text`;
    if (isRows && column === 'seq') return `${baseOf(isRows)} + row_number() over (order by t.xid, t.seq)`;
    if (isCursors?.momentary.includes(column)) return 'null';
    if (isCursors && column === 'xid') return `'0'::text`;
    if (isCursors && column === 'seq')
      return `${baseOf(isCursors)} + (select count(*) from ${isCursors.rows} r where (r.xid, r.seq) <= (t.xid, t.seq))`;
    return `t.${column}`;
  };
  return `copy (select ${table.columns.map(expression).join(', ')} from ${table.name} t) to stdout`;
}
