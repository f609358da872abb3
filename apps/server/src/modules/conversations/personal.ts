import { sql } from 'kysely';
import { inTransaction } from '../../kernel/database.ts';
import { countChanges, isPhoneOf, type Person, type PersonalData, section } from '../../kernel/personal.ts';

const threadsOf = (person: Person) => sql`select id from conversations.thread
  where customer_id = any(${[...person.customerIds]}::uuid[]) or subject_id = any(${[...person.subjectIds]}::uuid[])`;
const inThreads = (person: Person) => sql`(thread_id in (${threadsOf(person)})
  or subject_id = any(${[...person.subjectIds]}::uuid[]))`;
const callsOf = (person: Person) => sql`(thread_id in (${threadsOf(person)}) or ${isPhoneOf(sql`phone`, person)})`;

export const conversationsPersonal: PersonalData = {
  async export(ctx, person) {
    return [
      await section(
        ctx,
        'messages',
        sql`select jsonb_build_object('at', sent_at, 'channel', channel, 'direction', direction, 'by', author_kind,
            'noteOfOurStaff', internal, 'text', text) as row
          from conversations.message where ${inThreads(person)} order by sent_at, seq`,
      ),
      await section(
        ctx,
        'calls',
        sql`select jsonb_build_object('at', started_at, 'phone', phone, 'direction', direction, 'seconds', duration_seconds,
            'noteOfOurStaff', note) as row
          from conversations.call where ${callsOf(person)} order by started_at`,
      ),
    ];
  },

  async erase(ctx, person) {
    return inTransaction(ctx, (tx) =>
      countChanges(tx, [
        [
          'conversations.message',
          sql`update conversations.message set text = case when kind = 'text' then '' end, data = '{}',
              provider_id = null, client_key = null, delivery_reason = null
            where ${inThreads(person)} and (coalesce(text, '') <> '' or data <> '{}'::jsonb)`,
        ],
        [
          'conversations.call',
          sql`update conversations.call set phone = '', note = null where ${callsOf(person)} and (phone <> '' or note is not null)`,
        ],
        ['conversations.draft', sql`delete from conversations.draft where thread_id in (${threadsOf(person)})`],
        [
          'conversations.contact',
          sql`delete from conversations.contact where subject_id = any(${[...person.subjectIds]}::uuid[])
            or lower(reply_email) = any(${[...person.emails]}::text[])`,
        ],
      ]),
    );
  },
};
