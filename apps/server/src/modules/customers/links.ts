import type { Ctx } from '../../kernel/context.ts';
import { tables } from './tables.ts';

/** Why two subjects are, or were, one person. */
export interface LinkRecord {
  id: string;
  subjectId: string;
  anchorSubjectId: string;
  evidence: string;
  /** Where it came from and the ids to look it up by; no contact data. */
  details: Record<string, string>;
  /** RFC 3339 */
  at: string;
  /** kind:id */
  actor: string;
  undoneAt: string | null;
  undoneBy: string | null;
}

/** The links of a customer's subjects, undone ones too, newest first. */
export async function linksOf(ctx: Ctx, subjectIds: readonly string[]): Promise<LinkRecord[]> {
  if (subjectIds.length === 0) return [];
  const rows = await tables(ctx)
    .selectFrom('customers.link')
    .select([
      'id',
      'subject_id',
      'anchor_subject_id',
      'evidence_kind',
      'evidence',
      'at',
      'actor',
      'undone_at',
      'undone_by',
    ])
    .where((eb) => eb.or([eb('subject_id', 'in', [...subjectIds]), eb('anchor_subject_id', 'in', [...subjectIds])]))
    .orderBy('seq', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subjectId: row.subject_id,
    anchorSubjectId: row.anchor_subject_id,
    evidence: row.evidence_kind,
    details: row.evidence as unknown as Record<string, string>,
    at: row.at.toISOString(),
    actor: row.actor,
    undoneAt: row.undone_at?.toISOString() ?? null,
    undoneBy: row.undone_by,
  }));
}
