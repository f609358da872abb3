import { sql } from 'kysely';
import type { Analytics } from '../../kernel/analytics.ts';
import { inTransaction } from '../../kernel/database.ts';
import { countChanges, mentions, needlesOf, type PersonalData, section } from '../../kernel/personal.ts';

/** More of one person's steps than anybody reads; the export says when there were more. */
const mostTouchpoints = 10_000;

/** `analytics` is asked each time; without an engine there is nothing in it to find. */
export function journeysPersonal(analytics: () => Analytics): PersonalData {
  return {
    async export(ctx, person) {
      const subjectIds = [...person.subjectIds];
      const engine = analytics();
      const touchpoints = engine.unavailable
        ? []
        : await engine.query<Record<string, unknown>>(
            `select at, kind, channel, source, campaign, properties from touchpoint
              where subject_id in {subjects:Array(UUID)} order by at limit ${mostTouchpoints}`,
            { subjects: subjectIds },
          );
      return [
        await section(
          ctx,
          'visits',
          sql`select jsonb_build_object('from', started_at, 'until', last_at, 'campaign', campaign) as row
            from journeys.visit where subject_id = any(${subjectIds}::uuid[]) order by started_at`,
        ),
        { name: 'steps', rows: touchpoints },
      ];
    },

    /** Raw events in the inbox, what could not be used, and what waits to be sent go first, so that nothing follows them. */
    async erase(ctx, person) {
      const subjectIds = [...person.subjectIds];
      const needles = needlesOf(person);
      const erased = await inTransaction(ctx, (tx) =>
        countChanges(tx, [
          ['journeys.inbox', sql`delete from journeys.inbox where ${mentions(sql`event::text`, needles)}`],
          // A file not taken in yet may hold them and cannot be searched, it may be zipped: it is to be sent again.
          ['journeys.history_part', sql`delete from journeys.history_part`],
          [
            'journeys.history_upload',
            sql`update journeys.history_upload set state = 'failed', is_file_kept = false, worker = null,
                leased_until = null, fault = 'A customer was erased meanwhile; send the file again without them.'
              where state in ('uploading', 'uploaded', 'running', 'paused', 'failed') and is_file_kept`,
          ],
          ['journeys.history_fault', sql`delete from journeys.history_fault where ${mentions(sql`sample`, needles)}`],
          ['journeys.dead_letter', sql`delete from journeys.dead_letter where ${mentions(sql`event`, needles)}`],
          [
            'journeys.outgoing',
            sql`update journeys.outgoing o set rows = (
                select coalesce(json_agg(r), '[]') from json_array_elements(o.rows) r
                where not ((r->>'subject_id')::uuid = any(${subjectIds}::uuid[])))
              where exists (select 1 from json_array_elements(o.rows) r
                where (r->>'subject_id')::uuid = any(${subjectIds}::uuid[]))`,
          ],
          [
            'journeys.device_user',
            sql`delete from journeys.device_user where subject_id = any(${subjectIds}::uuid[])
              or anonymous_id = any(${[...person.anonymousIds]}::text[])`,
          ],
          ['journeys.visit', sql`delete from journeys.visit where subject_id = any(${subjectIds}::uuid[])`],
        ]),
      );
      const engine = analytics();
      if (engine.unavailable) return erased;
      const list = subjectIds.map((id) => `'${id}'`).join(', ');
      const [counted] = await engine.query<{ n: string }>(
        `select toString(count()) as n from touchpoint where subject_id in (${list})`,
      );
      // Waits until the parts are rewritten: "erased" is said only of what is gone.
      for (const table of ['touchpoint', 'subject_customer']) {
        await engine.command(`alter table ${table} delete where subject_id in (${list}) settings mutations_sync = 2`);
      }
      return { ...erased, 'clickhouse.touchpoint': Number(counted?.n ?? 0) };
    },
  };
}
