import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Ctx, languages } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { emit } from '../../../kernel/outbox.ts';
import { customersOf } from '../customersOf.ts';
import { raiseVersions } from '../lockCustomers.ts';
import { openSubjects } from '../openSubjects.ts';
import { firstFacts, haveFacts, refreshFacts } from '../profile/refreshFacts.ts';
import type { ImportChoice, ImportRow, RowFields } from './importTypes.ts';
import { matchRows } from './matchRows.ts';
import { planRow } from './planRow.ts';
import { type RowToWrite, writeRows } from './writeRows.ts';

const appliedAtOnce = 500;

interface StagedRow {
  line: number;
  fields: RowFields | null;
  is_refused: boolean;
  same_as: number | null;
  found: string | null;
  doubt: string | null;
}
type Outcome = 'made' | 'filled' | 'unchanged' | 'skipped';
interface Done {
  line: number;
  outcome: Outcome;
  subjectId: string | null;
}

/**
 * Applies the next rows: compared anew, because people may have come since the preview, and written with how far it came in
 * one transaction. A server that ends in the middle has done a row wholly or not at all. Returns whether there are more.
 */
export async function applyImport(ctx: Ctx, row: ImportRow): Promise<boolean> {
  const choice = row.choice;
  if (!choice) throw new Error('nobody chose what becomes of the rows');
  return inTransaction(ctx, async (tx) => {
    const next = await sql<{ line: number }>`
      select line from customers.import_row where import_id = ${row.id} and line > ${row.line}
      order by line limit ${appliedAtOnce}`.execute(tx.db);
    const last = next.rows.at(-1);
    if (!last) {
      await finish(tx, row.id);
      return false;
    }
    await matchRows(tx, row.id, row.line, last.line);
    const { rows } = await sql<StagedRow>`
      select line, fields, is_refused, same_as, found, doubt from customers.import_row
      where import_id = ${row.id} and line > ${row.line} and line <= ${last.line} order by line`.execute(tx.db);
    const plans = rows.map((one) => ({ one, plan: planOf(one, choice) }));
    const done: Done[] = plans
      .filter(({ plan }) => plan === 'skip')
      .map(({ one }) => ({ line: one.line, outcome: 'skipped', subjectId: null }));
    done.push(
      ...(await makePeople(
        tx,
        row,
        plans.filter(({ plan }) => plan === 'make').map(({ one }) => one),
      )),
    );
    const fills = plans.filter(({ plan }) => plan === 'fill').map(({ one }) => one);
    done.push(
      ...(await fillPeople(
        tx,
        row,
        fills.filter((one) => one.same_as === null).map((one) => ({ ...one, customerId: one.found ?? '' })),
      )),
    );
    // Last: whom they repeat is there by now.
    done.push(
      ...(await fillRepeated(
        tx,
        row,
        fills.filter((one) => one.same_as !== null),
        done,
      )),
    );
    await tell(tx, row.id, done);
    await keepOutcomes(tx, row.id, done, last.line);
    return true;
  });
}

const planOf = (one: StagedRow, choice: ImportChoice) =>
  planRow(
    {
      isRefused: one.is_refused || one.fields === null,
      isRepeated: one.same_as !== null,
      isFound: one.found !== null,
      isDoubtful: one.doubt !== null,
    },
    choice,
  );

/** A person of a file is known by the file and the line: the same file again finds them, and makes nobody twice. */
const keyOf = (digest: string, line: number) =>
  createHash('sha256').update(`${digest}:${line}`).digest('hex').slice(0, 40);

async function makePeople(tx: Ctx, row: ImportRow, rows: readonly StagedRow[]): Promise<Done[]> {
  const made: RowToWrite[] = [];
  for (const language of languages) {
    const theirs = rows.filter((one) => (one.fields?.language ?? row.options.language ?? tx.language) === language);
    if (theirs.length === 0) continue;
    const subjects = await openSubjects(
      { ...tx, language },
      theirs.map((one) => ({ source: 'import', anonymousId: keyOf(row.digest ?? row.id, one.line) })),
    );
    made.push(
      ...theirs.map((one, at) => ({
        line: one.line,
        subjectId: subjects[at]?.subjectId ?? '',
        fields: one.fields ?? {},
      })),
    );
  }
  const { rows: known } = await sql<{ id: string }>`
    select distinct subject_id as id from customers.identifier
    where subject_id = any (${made.map((one) => one.subjectId)}::uuid[])`.execute(tx.db);
  const there = new Set(known.map((one) => one.id));
  const fresh = made.filter((one) => !there.has(one.subjectId));
  await writeRows(tx, row.id, fresh);
  return made.map(({ line, subjectId }) => ({
    line,
    subjectId: there.has(subjectId) ? null : subjectId,
    outcome: there.has(subjectId) ? 'unchanged' : 'made',
  }));
}

async function fillPeople(
  tx: Ctx,
  row: ImportRow,
  rows: readonly (StagedRow & { customerId: string })[],
): Promise<Done[]> {
  if (rows.length === 0) return [];
  const known = await knownOf(tx, [...new Set(rows.map((one) => one.customerId))]);
  const writes: RowToWrite[] = [];
  const done = rows.map((one): Done => {
    const there = known.get(one.customerId);
    const fields = there && one.fields ? missingOf(one.fields, there.has) : {};
    if (!there || Object.keys(fields).length === 0) return { line: one.line, outcome: 'unchanged', subjectId: null };
    writes.push({ line: one.line, subjectId: there.homeId, fields });
    return { line: one.line, outcome: 'filled', subjectId: there.homeId };
  });
  await writeRows(tx, row.id, writes);
  return done;
}

async function fillRepeated(
  tx: Ctx,
  row: ImportRow,
  rows: readonly StagedRow[],
  done: readonly Done[],
): Promise<Done[]> {
  if (rows.length === 0) return [];
  const here = new Map(done.map((one) => [one.line, one.subjectId]));
  const { rows: firsts } = await sql<{ line: number; subject_id: string | null; found: string | null }>`
    select line, subject_id, found from customers.import_row where import_id = ${row.id}
      and line = any (${rows.map((one) => one.same_as)}::int[])`.execute(tx.db);
  const subjectOf = new Map(firsts.map((one) => [one.line, here.get(one.line) ?? one.subject_id]));
  const foundOf = new Map(firsts.map((one) => [one.line, one.found]));
  const customers = await customersOf(
    tx,
    [...subjectOf.values()].filter((id) => id !== null),
  );
  const results: Done[] = [];
  let left = rows.flatMap((one) => {
    const subjectId = subjectOf.get(one.same_as ?? 0);
    const customerId = (subjectId && customers.get(subjectId)) || foundOf.get(one.same_as ?? 0);
    if (customerId) return [{ ...one, customerId }];
    results.push({ line: one.line, outcome: 'skipped', subjectId: null });
    return [];
  });
  // One line of a person at a time: what the one filled is not empty for the next.
  while (left.length > 0) {
    const turn = left.filter((one, at) => left.findIndex((other) => other.customerId === one.customerId) === at);
    const lines = new Set(turn.map((one) => one.line));
    results.push(...(await fillPeople(tx, row, turn)));
    left = left.filter((one) => !lines.has(one.line));
  }
  return results;
}

interface Known {
  homeId: string;
  has: ReadonlySet<string>;
}

/** What is known of customers, whoever said it, and the subject each began with. */
async function knownOf(tx: Ctx, customerIds: readonly string[]): Promise<Map<string, Known>> {
  const { rows } = await sql<{ customer_id: string; home_id: string; has: string[] }>`
    select q.id as customer_id, home.id as home_id, array(
      select i.kind from customers.subject s join customers.identifier i on i.subject_id = s.id where s.customer_id = home.customer_id
      union select t.name from customers.subject s join customers.trait t on t.subject_id = s.id where s.customer_id = home.customer_id
      union select 'trait:' || v.name from customers.subject s join customers.trait_value v on v.subject_id = s.id
        where s.customer_id = home.customer_id
      union select 'tag:' || g.tag from customers.subject s join customers.tag g on g.subject_id = s.id where s.customer_id = home.customer_id
      union select 'consent:' || c.channel || ':' || c.state || ':' || extract(epoch from c.at) * 1000
        from customers.subject s join customers.consent c on c.subject_id = s.id
        where s.customer_id = home.customer_id and c.purpose = 'marketing') as has
    from unnest(${[...customerIds]}::uuid[]) as q(id)
    join customers.subject home on home.home_customer_id = q.id`.execute(tx.db);
  return new Map(rows.map((row) => [row.customer_id, { homeId: row.home_id, has: new Set(row.has) }]));
}

/** Of what a row says, what nobody said before. */
function missingOf(fields: RowFields, has: ReadonlySet<string>): RowFields {
  const missing: RowFields = {};
  for (const kind of ['email', 'phone', 'loyalty'] as const)
    if (fields[kind] && !has.has(kind)) missing[kind] = fields[kind];
  if (fields.givenName && !has.has('given_name')) missing.givenName = fields.givenName;
  if (fields.familyName && !has.has('family_name')) missing.familyName = fields.familyName;
  const tags = (fields.tags ?? []).filter((tag) => !has.has(`tag:${tag}`));
  if (tags.length > 0) missing.tags = tags;
  const traits = Object.entries(fields.traits ?? {}).filter(([name]) => !has.has(`trait:${name}`));
  if (traits.length > 0) missing.traits = Object.fromEntries(traits);
  const at = fields.consentAt ? Date.parse(fields.consentAt) : undefined;
  const consents = (fields.consents ?? []).filter(({ channel, isGiven }) => {
    const state = isGiven ? 'given' : 'withdrawn';
    if (at === undefined) return ![...has].some((one) => one.startsWith(`consent:${channel}:${state}:`));
    return ![...has].some(
      (one) => one.startsWith(`consent:${channel}:${state}:`) && Number(one.split(':').at(-1)) === at,
    );
  });
  if (consents.length > 0) {
    missing.consents = consents;
    if (fields.consentSource) missing.consentSource = fields.consentSource;
    if (fields.consentAt) missing.consentAt = fields.consentAt;
    if (fields.language) missing.language = fields.language;
  }
  return missing;
}

async function tell(tx: Ctx, importId: string, done: readonly Done[]): Promise<void> {
  const subjects = done.flatMap((one) => one.subjectId ?? []);
  if (subjects.length === 0) return;
  const customers = await customersOf(tx, subjects);
  const versions = await raiseVersions(tx, [...customers.values()]);
  const filled = new Set(done.filter((one) => one.outcome === 'filled').map((one) => one.subjectId));
  const madeOnly = [...customers].filter(([subjectId]) => !filled.has(subjectId)).map(([, customerId]) => customerId);
  const known = new Set(await haveFacts(tx, madeOnly));
  await firstFacts(
    tx,
    madeOnly.filter((id) => !known.has(id)),
  );
  await refreshFacts(
    tx,
    [...customers].filter(([subjectId, id]) => filled.has(subjectId) || known.has(id)).map(([, id]) => id),
  );
  await emit(
    tx,
    ...done.flatMap(({ subjectId, outcome, line }) => {
      const customerId = subjectId && customers.get(subjectId);
      return customerId
        ? [
            {
              type: 'customers.customer.imported' as const,
              subjectId,
              aggregate: 'customer',
              aggregateId: customerId,
              aggregateVersion: versions.get(customerId) ?? 1,
              data: { customerId, importId, line, outcome },
            },
          ]
        : [];
    }),
  );
}

async function keepOutcomes(tx: Ctx, importId: string, done: readonly Done[], last: number): Promise<void> {
  await sql`
    update customers.import_row r set outcome = d.outcome, subject_id = d."subjectId", fields = null, email = null, phone = null,
      loyalty = null, cells = case when r.faults = '[]' then null else r.cells end
    from jsonb_to_recordset(${JSON.stringify(done)}::jsonb) as d(line int, outcome text, "subjectId" uuid)
    where r.import_id = ${importId} and r.line = d.line`.execute(tx.db);
  await sql`update customers.import set line = ${last}, done = done + ${done.length}, worked_at = ${tx.clock.now()}
    where id = ${importId}`.execute(tx.db);
}

async function finish(tx: Ctx, importId: string): Promise<void> {
  await sql`update customers.import set state = 'applied', version = version + 1, line = 0, applied_at = ${tx.clock.now()},
    worked_at = ${tx.clock.now()}, counts = counts || (
      select jsonb_build_object('made', count(*) filter (where outcome = 'made'),
        'filled', count(*) filter (where outcome = 'filled'), 'unchanged', count(*) filter (where outcome = 'unchanged'),
        'skipped', count(*) filter (where outcome = 'skipped'))
      from customers.import_row where import_id = ${importId})
    where id = ${importId}`.execute(tx.db);
}
