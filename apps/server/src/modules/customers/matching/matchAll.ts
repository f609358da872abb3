import { createEncoder, explainPattern, nameShares, type ScoredPairs, weightsOf } from '@throughline/science';
import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { joinByItself } from './joinByItself.ts';
import { linkColumns } from './linkColumns.ts';
import { loadRecords, recordWidth } from './loadRecords.ts';
import { type LastRun, readMatchSetting } from './matchSetting.ts';
import { type FoundPair, keepProposals, withdrawOthers } from './proposals.ts';
import { encodeCustomers, fingerprintOf, type KeptRecord, keepRecords, keysOf } from './recordKeys.ts';
import { proposedFrom } from './scoring.ts';

const chunk = 1_000;
/** No steward comes by more; the surest are kept. */
const mostProposals = 50_000;

/** From fewer customers nothing is learned. */
const learnFrom = 1_000;

/** All customers against all: estimates the weights anew, and keeps what it finds. Doing it twice changes nothing. */
export async function matchAll(ctx: Ctx): Promise<LastRun> {
  const startedAt = ctx.clock.now();
  const { columns, ids, isVerified } = await encodeAll(ctx);
  const { model, pairs, compared } = await linkColumns(columns, { from: proposedFrom, learnFrom });
  await sql`update customers.match_setting set model = ${JSON.stringify(model)}::jsonb`.execute(ctx.db);
  const setting = await readMatchSetting(ctx);
  const weights = weightsOf(model);
  const standing: string[] = [];
  const best = surest(pairs);
  for (let n = 0; n < best.length; n += chunk) {
    const found = best.slice(n, n + chunk).map(
      ({ a, b, bits, pattern }): FoundPair => ({
        customerId: ids[a] ?? '',
        otherId: ids[b] ?? '',
        bits,
        bothVerified: Boolean(isVerified[a] && isVerified[b]),
        steps: explainPattern(weights, pattern, nameShares(columns, a, b)),
      }),
    );
    const open = await keepProposals(ctx, found);
    standing.push(...open.map((proposal) => proposal.id));
    if (setting.automatic) await joinByItself(ctx, open, setting.automaticBits);
  }
  await withdrawOthers(ctx, standing, startedAt);
  await keepAll(ctx, ids);
  const run: LastRun = {
    startedAt: startedAt.toISOString(),
    finishedAt: ctx.clock.now().toISOString(),
    customers: ids.length,
    compared,
    proposed: standing.length,
  };
  await sql`update customers.match_setting set last_run = ${JSON.stringify(run)}::jsonb, read_until = ${startedAt}`.execute(
    ctx.db,
  );
  return run;
}

async function encodeAll(ctx: Ctx) {
  const encoder = createEncoder({ capacity: 4_096, width: recordWidth });
  const ids: string[] = [];
  const isVerified: boolean[] = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ id: string }>`
      select c.id from customers.customer c where c.id > ${after}
        and exists (select 1 from customers.subject s where s.customer_id = c.id)
      order by c.id limit ${chunk}`.execute(ctx.db);
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    const records = await loadRecords(
      ctx,
      rows.map((row) => row.id),
    );
    for (const record of records.values()) {
      encoder.add(record);
      ids.push(record.customerId);
      isVerified.push(record.isVerified);
    }
  }
  return { columns: encoder.finish(), ids, isVerified };
}

function surest(pairs: readonly ScoredPairs[]) {
  const all = pairs.flatMap((part) =>
    Array.from(part.a, (a, n) => ({ a, b: part.b[n] ?? 0, bits: part.bits[n] ?? 0, pattern: part.patterns[n] ?? 0 })),
  );
  return all.sort((x, y) => y.bits - x.bits).slice(0, mostProposals);
}

/** By what each is found later; from the records anew, because the run blanked what too many share, and that is counted. */
async function keepAll(ctx: Ctx, ids: readonly string[]): Promise<void> {
  for (let n = 0; n < ids.length; n += chunk) {
    const records = [...(await loadRecords(ctx, ids.slice(n, n + chunk))).values()];
    const columns = encodeCustomers(records);
    const kept = records.map(
      (record, at): KeptRecord => ({
        customerId: record.customerId,
        fingerprint: fingerprintOf(record),
        keys: keysOf(columns, at),
      }),
    );
    await inTransaction(ctx, (tx) => keepRecords(tx, kept));
  }
}
