import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type IdentifierKind, normaliseIdentifier } from './normaliseIdentifier.ts';

export interface Claim {
  subjectId: string;
  kind: IdentifierKind;
  value: string;
  /** Where it was typed or came from: 'checkout', 'chat', 'staff', 'email_from' … */
  source: string;
}

/** What one subject may claim of a kind. Beyond it somebody is trying out other people's contacts, and nothing is kept. */
const limitPerKind = 10;

/**
 * Keeps what somebody says to be theirs. A claim is a hint for staff: it never links or merges, shows a shopper nothing
 * and changes nothing about the person whose identifier it really is. Values that cannot be an identifier or are blocked
 * are left out silently. One statement; repeats change nothing. Returns how many were new.
 */
export async function claimIdentifiers(ctx: Ctx, claims: readonly Claim[]): Promise<number> {
  return (await keepClaims(ctx, claims)).length;
}

/** `claimIdentifiers`; returns the ids of those that were new, so that they can be withdrawn. */
export async function keepClaims(ctx: Ctx, claims: readonly Claim[]): Promise<string[]> {
  const rows = claims.flatMap((claim) => {
    const value = normaliseIdentifier(claim.kind, claim.value);
    return value === undefined ? [] : [{ ...claim, value, id: ctx.newId() }];
  });
  if (rows.length === 0) return [];
  const kept = await sql<{ id: string }>`
    insert into customers.identifier (id, subject_id, kind, value, state, source, at)
    select c.id, c."subjectId", c.kind, c.value, 'claimed', c.source, ${ctx.clock.now()}
    from (
      select r.*, row_number() over (partition by r."subjectId", r.kind) as n from (
        select distinct on (q."subjectId", q.kind, q.value) q.*
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as q(id uuid, "subjectId" uuid, kind text, value text, source text)
      ) r
    ) c
    where c.n + (select count(*) from customers.identifier i
      where i.subject_id = c."subjectId" and i.kind = c.kind and i.state = 'claimed') <= ${limitPerKind}
    on conflict (subject_id, kind, value) do nothing
    returning id`.execute(ctx.db);
  return kept.rows.map((row) => row.id);
}

/** What was claimed for an act that came to nothing is not kept. What was verified meanwhile stays. */
export async function withdrawClaims(ctx: Ctx, claimIds: readonly string[]): Promise<void> {
  if (claimIds.length === 0) return;
  await sql`delete from customers.identifier where id = any (${[...claimIds]}::uuid[]) and state = 'claimed'`.execute(
    ctx.db,
  );
}

/** One claim of `claimIdentifiers`. */
export async function claimIdentifier(ctx: Ctx, claim: Claim): Promise<void> {
  await claimIdentifiers(ctx, [claim]);
}
