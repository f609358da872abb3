import { sql } from 'kysely';
import { inTransaction } from './database.ts';
import { countChanges, mentions, needlesOf, type PersonalData } from './personal.ts';

/**
 * The kernel holds nobody's data by design: events and audit are ids and facts. What callers were answered (idempotency),
 * what jobs and events that failed said, and a reason somebody typed may name a person all the same.
 */
export const kernelPersonal: PersonalData = {
  async erase(ctx, person) {
    const needles = needlesOf(person);
    const actors = person.subjectIds.map((id) => `shopper:${id}`);
    return inTransaction(ctx, async (tx) => {
      const hasArchive = await sql`select 1 where to_regclass('jobs.archive') is not null`.execute(tx.db);
      return countChanges(tx, [
        [
          'kernel.idempotency',
          sql`delete from kernel.idempotency where actor = any(${actors}::text[])
            or ${mentions(sql`outcome::text`, [...needles, ...person.fullNames])}`,
        ],
        ['kernel.dead_event', sql`delete from kernel.dead_event where ${mentions(sql`event::text || error`, needles)}`],
        [
          'kernel.audit',
          sql`update kernel.audit set reason = null, before = null, after = null
            where ${mentions(sql`coalesce(reason, '') || coalesce(before::text, '') || coalesce(after::text, '')`, needles)}`,
        ],
        [
          'jobs.job',
          sql`delete from jobs.job where ${mentions(sql`coalesce(data::text, '') || coalesce(output::text, '')`, needles)}`,
        ],
        ...(hasArchive.rows.length > 0
          ? [
              [
                'jobs.archive',
                sql`delete from jobs.archive
                  where ${mentions(sql`coalesce(data::text, '') || coalesce(output::text, '')`, needles)}`,
              ] as const,
            ]
          : []),
      ]);
    });
  },
};
