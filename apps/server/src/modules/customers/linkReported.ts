import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { connect, type Evidence } from './linkSubject.ts';

/** A subject, and whose it is by the word of a system that is trusted. */
export interface Reported {
  subjectId: string;
  /** The subject that the identifier belongs to, not its customer: taken apart from others, it takes the link with it. */
  anchorId: string;
  evidence: Evidence;
}

/**
 * Links what trusted systems reported to the people it belongs to. A link that somebody undid stays undone, however often the
 * same is reported again; those known to be one person already are left as they are. Two verified customers are never joined:
 * returns the reports that would have.
 */
export async function linkReported(tx: Ctx, reports: readonly Reported[]): Promise<Reported[]> {
  const unique = [
    ...new Map(reports.map((report) => [`${report.subjectId} ${report.anchorId}`, report] as const)).values(),
  ].filter(({ subjectId, anchorId }) => subjectId !== anchorId);
  if (unique.length === 0) return [];
  const { rows } = await sql<{ n: number }>`
    select r.n from unnest(${unique.map(({ subjectId }) => subjectId)}::uuid[],
      ${unique.map(({ anchorId }) => anchorId)}::uuid[], ${unique.map((_, n) => n)}::int[]) as r(subject_id, anchor_id, n)
    join customers.subject s on s.id = r.subject_id
    join customers.subject a on a.id = r.anchor_id
    where s.customer_id <> a.customer_id and not exists (select 1 from customers.link l
      where (l.subject_id, l.anchor_subject_id) in ((r.subject_id, r.anchor_id), (r.anchor_id, r.subject_id)))
    order by r.n`.execute(tx.db);
  const refused: Reported[] = [];
  for (const { n } of rows) {
    const report = unique[n];
    if (report && !(await connect(tx, report)).ok) refused.push(report);
  }
  return refused;
}
