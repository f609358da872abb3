import { sql } from 'kysely';
import type { Ctx } from './context.ts';
import type { JobDefinition } from './jobs.ts';
import type { Migration } from './migrate.ts';
import type { KeptRecord } from './personal.ts';
import { seal, unseal } from './seal.ts';

export const sealedCopyMigration: Migration = {
  id: '20261123T0043_kernel_sealed_copies',
  sql: `
    -- What the law makes us keep of somebody who was erased: encrypted under the server's secret, read by nobody but
    -- administrators, each reading in the audit, and gone on its day.
    create table kernel.sealed_copy (
      id uuid primary key,
      owner text not null,
      owner_id uuid not null,
      kept_for uuid not null, -- the request for erasure
      sealed bytea not null,
      reason text not null,
      sealed_at timestamptz not null,
      until timestamptz not null,
      constraint sealed_once unique (owner, owner_id)
    );
    create index sealed_copy_kept_for on kernel.sealed_copy (kept_for);
    create index sealed_copy_end on kernel.sealed_copy (until);
  `,
};

const purpose = 'sealed-copy';

export async function keepSealed(tx: Ctx, secret: string, keptFor: string, record: KeptRecord): Promise<void> {
  await sql`insert into kernel.sealed_copy (id, owner, owner_id, kept_for, sealed, reason, sealed_at, until)
    values (${tx.newId()}, ${record.owner}, ${record.ownerId}, ${keptFor}, ${seal(secret, purpose, JSON.stringify(record.data))},
      ${record.reason}, ${tx.clock.now()}, ${record.until})
    on conflict on constraint sealed_once do nothing`.execute(tx.db);
}

export interface SealedCopy {
  owner: string;
  ownerId: string;
  reason: string;
  sealedAt: string;
  until: string;
  data: Record<string, unknown>;
}

/** undefined where nothing is kept, or not any more. */
export async function readSealed(
  ctx: Ctx,
  secret: string,
  owner: string,
  ownerId: string,
): Promise<SealedCopy | undefined> {
  const { rows } = await sql<{ sealed: Buffer; reason: string; sealed_at: Date; until: Date }>`
    select sealed, reason, sealed_at, until from kernel.sealed_copy
    where owner = ${owner} and owner_id = ${ownerId} and until > ${ctx.clock.now()}`.execute(ctx.db);
  const row = rows[0];
  const text = row && unseal(secret, purpose, row.sealed);
  if (!row || text === undefined) return undefined;
  const data = JSON.parse(text) as Record<string, unknown>;
  return {
    owner,
    ownerId,
    reason: row.reason,
    sealedAt: row.sealed_at.toISOString(),
    until: row.until.toISOString(),
    data,
  };
}

/** Of which row a sealed copy is; undefined where there is none. */
export async function sealedOwner(ctx: Ctx, id: string): Promise<{ owner: string; ownerId: string } | undefined> {
  const { rows } = await sql<{ owner: string; owner_id: string }>`
    select owner, owner_id from kernel.sealed_copy where id = ${id}`.execute(ctx.db);
  return rows[0] && { owner: rows[0].owner, ownerId: rows[0].owner_id };
}

/** What is kept for one erasure: how many rows of which table, until when. */
export async function sealedCopiesOf(
  ctx: Ctx,
  keptFor: string,
): Promise<{ owner: string; reason: string; until: string; rows: number }[]> {
  const { rows } = await sql<{ owner: string; reason: string; until: Date; rows: number }>`
    select owner, reason, max(until) as until, count(*) as rows from kernel.sealed_copy
    where kept_for = ${keptFor} group by owner, reason order by owner`.execute(ctx.db);
  return rows.map((row) => ({ ...row, until: row.until.toISOString() }));
}

/** Daily: what need not be kept any longer is not. */
export const forgetSealed: JobDefinition = {
  name: 'kernel.forget-sealed-copies',
  cron: '11 4 * * *',
  async handle(ctx) {
    await sql`delete from kernel.sealed_copy where until <= ${ctx.clock.now()}`.execute(ctx.db);
  },
};
