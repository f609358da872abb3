import {
  comparePair,
  explainPattern,
  forEachPair,
  type NamePopulation,
  nameShares,
  scorePattern,
  weightsOf,
} from '@throughline/science';
import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { joinByItself } from './joinByItself.ts';
import { type CustomerRecord, loadRecords } from './loadRecords.ts';
import { type MatchSetting, modelFor, readMatchSetting } from './matchSetting.ts';
import { type FoundPair, keepProposals, wakeProposals, withdrawProposals } from './proposals.ts';
import {
  encodeCustomers,
  familyRule,
  fingerprintOf,
  forgetRecords,
  givenRule,
  type KeptRecord,
  keepRecords,
  keysOf,
} from './recordKeys.ts';
import { mostShared, proposedFrom } from './scoring.ts';

/** What was written in a transaction that began before it was read is read again; no transaction lasts so long. */
const overlapMs = 5 * 60_000;
const chunk = 100;
const mostInBlock = 60;

/**
 * New and changed customers against all others, by the keys they share. Read again from where it ended; doing it twice
 * changes nothing. Returns whether anybody was compared.
 */
export async function matchChanged(ctx: Ctx): Promise<boolean> {
  await wakeProposals(ctx);
  const setting = await readMatchSetting(ctx);
  const now = ctx.clock.now();
  const since = setting.readUntil ? new Date(setting.readUntil.getTime() - overlapMs) : new Date(0);
  const changed = await changedSince(ctx, since);
  let compared = false;
  for (let n = 0; n < changed.length; n += chunk)
    if (await matchSome(ctx, changed.slice(n, n + chunk), setting)) compared = true;
  await sql`update customers.match_setting set read_until = ${now}`.execute(ctx.db);
  return compared;
}

async function changedSince(ctx: Ctx, since: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct id from (
      select s.customer_id as id from customers.subject s join customers.identifier i on i.subject_id = s.id where i.at >= ${since}
      union all select s.customer_id from customers.subject s join customers.trait t on t.subject_id = s.id where t.at >= ${since}
      union all select s.customer_id from customers.subject s join customers.address a on a.subject_id = s.id where a.changed_at >= ${since}
      union all select c from customers.link l, unnest(array[l.from_customer, l.to_customer]) as c
        where l.at >= ${since} or l.undone_at >= ${since}
    ) changed`.execute(ctx.db);
  return rows.map((row) => row.id);
}

async function matchSome(ctx: Ctx, customerIds: readonly string[], setting: MatchSetting): Promise<boolean> {
  const records = await loadRecords(ctx, customerIds);
  const fresh = await notYetCompared(ctx, records);
  const gone = customerIds.filter((id) => !records.has(id));
  if (fresh.length === 0 && gone.length === 0) return false;
  const own = encodeCustomers(fresh);
  const kept = fresh.map(
    (record, n): KeptRecord => ({
      customerId: record.customerId,
      fingerprint: fingerprintOf(record),
      keys: keysOf(own, n),
    }),
  );
  // Kept before they are compared: how many have a contact counts the new ones too.
  const open = await inTransaction(ctx, async (tx) => {
    await forgetRecords(tx, gone);
    await keepRecords(tx, kept);
    const proposals = await keepProposals(tx, await findPairsOf(tx, fresh, kept, setting));
    await withdrawProposals(
      tx,
      [...gone, ...fresh.map((record) => record.customerId)],
      proposals.map((proposal) => proposal.id),
    );
    return proposals;
  });
  if (setting.automatic) await joinByItself(ctx, open, setting.automaticBits);
  return true;
}

async function notYetCompared(ctx: Ctx, records: ReadonlyMap<string, CustomerRecord>): Promise<CustomerRecord[]> {
  const { rows } = await sql<{ id: string; fingerprint: number }>`
    select customer_id as id, fingerprint from customers.match_record where customer_id = any (${[...records.keys()]}::uuid[])`.execute(
    ctx.db,
  );
  const known = new Map(rows.map((row) => [row.id, Number(row.fingerprint)]));
  return [...records.values()].filter((record) => known.get(record.customerId) !== fingerprintOf(record));
}

async function findPairsOf(
  ctx: Ctx,
  fresh: readonly CustomerRecord[],
  kept: readonly KeptRecord[],
  setting: MatchSetting,
): Promise<FoundPair[]> {
  const { others, crowded, names } = await meet(ctx, kept);
  const freshIds = new Set(fresh.map((record) => record.customerId));
  const met = await loadRecords(
    ctx,
    others.filter((id) => !freshIds.has(id)),
  );
  const all = [...fresh, ...met.values()];
  const columns = encodeCustomers(all, names);
  for (const [values, rule] of [
    [columns.email, 0],
    [columns.phone, 1],
  ] as const)
    values.forEach((value, at) => {
      if (crowded.has(`${rule} ${value}`)) values[at] = 0;
    });
  const weights = weightsOf(modelFor(setting, names.all));
  const found: FoundPair[] = [];
  forEachPair(columns, { part: 0, parts: 1 }, (a, b) => {
    const [one, other] = [all[a], all[b]];
    if (!one || !other || (a >= fresh.length && b >= fresh.length)) return;
    const pattern = comparePair(columns, a, b);
    const shares = nameShares(columns, a, b);
    const bits = scorePattern(weights, pattern, shares);
    if (bits < proposedFrom) return;
    found.push({
      customerId: one.customerId,
      otherId: other.customerId,
      bits,
      bothVerified: one.isVerified && other.isVerified,
      steps: explainPattern(weights, pattern, shares),
    });
  });
  return found;
}

/** Who shares a key with these, which contacts too many have, and how common their names are. Two statements. */
async function meet(
  ctx: Ctx,
  kept: readonly KeptRecord[],
): Promise<{ others: string[]; crowded: Set<string>; names: NamePopulation }> {
  const unique = new Map(kept.flatMap((record) => record.keys.map((key) => [`${key.rule} ${key.key}`, key] as const)));
  const { rows } = await sql<{ rule: number; key: string; n: number; ids: string[] | null }>`
    select r.rule, r.key::text as key,
      case when r.rule < ${givenRule} then cardinality(few.ids) else (
        select count(*)::int from customers.match_key k where k.rule = r.rule and k.key = r.key) end as n,
      case when r.rule < ${givenRule} and cardinality(few.ids) <= ${mostInBlock} then few.ids end as ids
    from jsonb_to_recordset(${JSON.stringify([...unique.values()])}::jsonb) as r(rule smallint, key bigint)
    cross join lateral (
      select array(select k.customer_id from customers.match_key k where k.rule = r.rule and k.key = r.key
        limit ${mostInBlock + 1}) as ids
    ) few`.execute(ctx.db);
  const { rows: counted } = await sql<{ n: number }>`select count(*)::int as n from customers.match_record`.execute(
    ctx.db,
  );
  const given = new Map<number, number>();
  const family = new Map<number, number>();
  const others = new Set<string>();
  const crowded = new Set<string>();
  for (const row of rows) {
    if (row.rule === givenRule) given.set(Number(row.key), row.n);
    else if (row.rule === familyRule) family.set(Number(row.key), row.n);
    else if (row.rule <= 1 && row.n > mostShared) crowded.add(`${row.rule} ${Number(row.key)}`);
    else for (const id of row.ids ?? []) others.add(id);
  }
  return { others: [...others], crowded, names: { given, family, all: counted[0]?.n ?? 0 } };
}
