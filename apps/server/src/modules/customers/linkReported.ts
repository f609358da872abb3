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
 * A customer of so many subjects gets no more by report. It is a card of the house that a till puts on every sale: no person
 * would be told from another under it, and each link reads all that are there.
 */
export const mostReported = 1_000;

export interface NotLinked {
  report: Reported;
  /** `verified`: both are verified customers; `crowded`: too much was reported under this one already. */
  because: 'verified' | 'crowded';
}

/**
 * Links what trusted systems reported to the people it belongs to. A link that somebody undid stays undone, however often the
 * same is reported again; those known to be one person already are left as they are. Two verified customers are never joined,
 * and nothing more is put under a customer who has `mostReported`: returns the reports that would have.
 */
export async function linkReported(tx: Ctx, reports: readonly Reported[]): Promise<NotLinked[]> {
  const unique = [
    ...new Map(reports.map((report) => [`${report.subjectId} ${report.anchorId}`, report] as const)).values(),
  ].filter(({ subjectId, anchorId }) => subjectId !== anchorId);
  if (unique.length === 0) return [];
  const { rows } = await sql<{ n: number; isCrowded: boolean }>`
    with open as materialized (
      select r.n, a.customer_id from unnest(${unique.map(({ subjectId }) => subjectId)}::uuid[],
        ${unique.map(({ anchorId }) => anchorId)}::uuid[], ${unique.map((_, n) => n)}::int[]) as r(subject_id, anchor_id, n)
      join customers.subject s on s.id = r.subject_id
      join customers.subject a on a.id = r.anchor_id
      where s.customer_id <> a.customer_id and not exists (select 1 from customers.link l
        where (l.subject_id, l.anchor_subject_id) in ((r.subject_id, r.anchor_id), (r.anchor_id, r.subject_id)))
    ), holder as materialized (
      select d.customer_id, (select count(*) from (select 1 from customers.subject x
        where x.customer_id = d.customer_id limit ${mostReported}) q) >= ${mostReported} as is_crowded
      from (select distinct customer_id from open) d
    )
    select o.n, h.is_crowded as "isCrowded" from open o join holder h using (customer_id) order by o.n`.execute(tx.db);
  const notLinked: NotLinked[] = [];
  for (const { n, isCrowded } of rows) {
    const report = unique[n];
    if (!report) continue;
    if (isCrowded) notLinked.push({ report, because: 'crowded' });
    else if (!(await connect(tx, report)).ok) notLinked.push({ report, because: 'verified' });
  }
  return notLinked;
}
