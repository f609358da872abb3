import type { Ctx } from '../../kernel/context.ts';
import { tables } from './tables.ts';

/** Why two subjects are, or were, one person. */
export interface LinkRecord {
  id: string;
  subjectId: string;
  anchorSubjectId: string;
  evidence: string;
  /** RFC 3339 */
  at: string;
  /** kind:id */
  actor: string;
  undoneAt: string | null;
}

/** The links of a customer's subjects, undone ones too, newest first. */
export async function linksOf(ctx: Ctx, subjectIds: readonly string[]): Promise<LinkRecord[]> {
  if (subjectIds.length === 0) return [];
  const rows = await tables(ctx)
    .selectFrom('customers.link')
    .select(['id', 'subject_id', 'anchor_subject_id', 'evidence_kind', 'at', 'actor', 'undone_at'])
    .where((eb) => eb.or([eb('subject_id', 'in', [...subjectIds]), eb('anchor_subject_id', 'in', [...subjectIds])]))
    .orderBy('seq', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subjectId: row.subject_id,
    anchorSubjectId: row.anchor_subject_id,
    evidence: row.evidence_kind,
    at: row.at.toISOString(),
    actor: row.actor,
    undoneAt: row.undone_at?.toISOString() ?? null,
  }));
}
