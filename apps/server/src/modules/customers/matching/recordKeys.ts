import { type Columns, createEncoder, fillKeys, hashText, type NamePopulation } from '@throughline/science';
import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { type CustomerRecord, recordWidth } from './loadRecords.ts';

/** Counted, and finding nobody: how a name sounds. */
export const givenRule = 100;
export const familyRule = 101;

/** Some customers as columns, with their keys. Without counts a name is as common as it is among them. */
export function encodeCustomers(records: readonly CustomerRecord[], names?: NamePopulation): Columns {
  const encoder = createEncoder({ capacity: records.length, width: recordWidth });
  for (const record of records) encoder.add(record);
  const columns = encoder.finish(names && { ...names, all: Math.max(1, names.all) });
  fillKeys(columns, { part: 0, parts: 1 });
  return columns;
}

export interface RecordKey {
  rule: number;
  key: number;
}

/** All keys of one record of the columns, each once. */
export function keysOf(columns: Columns, record: number): RecordKey[] {
  const keys: RecordKey[] = [];
  columns.keys.forEach((column, rule) => {
    const own = new Set(column.subarray(record * columns.width, (record + 1) * columns.width));
    for (const key of own) if (key !== 0) keys.push({ rule, key });
  });
  const [given, family] = [columns.given[record] ?? 0, columns.family[record] ?? 0];
  if (given) keys.push({ rule: givenRule, key: columns.names.givenSound[given] ?? 0 });
  if (family) keys.push({ rule: familyRule, key: columns.names.familySound[family] ?? 0 });
  return keys;
}

/** Changes when anything changes that is compared. */
export const fingerprintOf = (record: CustomerRecord): number => hashText(JSON.stringify(record));

export interface KeptRecord {
  customerId: string;
  fingerprint: number;
  keys: readonly RecordKey[];
}

/** Keeps what customers can be found by. In a transaction of the caller. Three statements. */
export async function keepRecords(tx: Ctx, records: readonly KeptRecord[]): Promise<void> {
  await forgetRecords(
    tx,
    records.map((record) => record.customerId),
  );
  const heads = records.map(({ customerId, fingerprint }) => ({ customerId, fingerprint }));
  await sql`insert into customers.match_record (customer_id, fingerprint, at)
    select r."customerId", r.fingerprint, ${tx.clock.now()}
    from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as r("customerId" uuid, fingerprint bigint)
    on conflict (customer_id) do nothing`.execute(tx.db);
  const keys = records.flatMap(({ customerId, keys: own }) => own.map((key) => ({ customerId, ...key })));
  await sql`insert into customers.match_key (customer_id, rule, key)
    select r."customerId", r.rule, r.key
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as r("customerId" uuid, rule smallint, key bigint)
    on conflict do nothing`.execute(tx.db);
}

/** Forgets by what customers can be found; also for erasure. */
export async function forgetRecords(tx: Ctx, customerIds: readonly string[]): Promise<void> {
  await sql`delete from customers.match_record where customer_id = any (${[...customerIds]}::uuid[])`.execute(tx.db);
}
