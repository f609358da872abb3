import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import type { Policy, PolicyKind } from './types.ts';

/** A policy's text in every language. One statement. There is no built-in text: a shop promises only what it wrote. @throws AppError not_found */
export async function getPolicy(ctx: Ctx, kind: PolicyKind): Promise<Policy> {
  const { rows } = await sql<{ text: LocalizedText; version: number | null }>`
    select p.text, v.version from settings.policy p left join settings.revision v on v.part = 'policy:' || p.kind
    where p.kind = ${kind}`.execute(ctx.db);
  const row = rows[0];
  if (!row) throw new AppError('not_found', { detail: `The ${kind} policy has not been written yet.` });
  return { kind, text: row.text, version: row.version ?? 0 };
}
