import { sql } from 'kysely';
import { inTransaction } from '../../kernel/database.ts';
import { countChanges, type Person, type PersonalData, section } from '../../kernel/personal.ts';

const ofPerson = (person: Person) => sql`(subject_id = any(${[...person.subjectIds]}::uuid[])
  or customer_id = any(${[...person.customerIds]}::uuid[]) or lower(to_address) = any(${[...person.emails]}::text[]))`;

const ofTexts = (person: Person) => sql`(subject_id = any(${[...person.subjectIds]}::uuid[])
  or to_number = any(${[...person.phones]}::text[]))`;

const ofReports = (person: Person) => sql`address = any(${[...person.emails, ...person.phones]}::text[])`;

export const engagementPersonal: PersonalData = {
  async export(ctx, person) {
    return [
      await section(
        ctx,
        'mails',
        sql`select jsonb_build_object('to', to_address, 'subject', subject, 'text', body_text, 'state', state,
            'at', queued_at) as row
          from engagement.mail where ${ofPerson(person)} order by queued_at`,
      ),
      await section(
        ctx,
        'texts',
        sql`select jsonb_build_object('to', to_number, 'text', body, 'state', state, 'at', queued_at) as row
          from engagement.text_message where ${ofTexts(person)} order by queued_at`,
      ),
      await section(
        ctx,
        'reportsOfProviders',
        sql`select jsonb_build_object('address', address, 'kind', kind, 'at', at) as row
          from engagement.report where ${ofReports(person)} order by at`,
      ),
    ];
  },

  /** That a mail went out, and for which reason, stays; to whom and with what words does not. What waits is not sent. */
  async erase(ctx, person) {
    return inTransaction(ctx, (tx) =>
      countChanges(tx, [
        [
          'engagement.mail',
          sql`update engagement.mail set to_address = '', subject = '', html = '', body_text = '', pictures = '[]',
              data = null, response = null, version = version + 1,
              state = case when state = 'sent' then 'sent' else 'failed' end, leased_until = null,
              failed_at = case when state = 'sent' then null else coalesce(failed_at, ${tx.clock.now()}) end,
              last_error = case when state = 'sent' then null else 'erased' end
            where ${ofPerson(person)} and to_address <> ''`,
        ],
        // They hold nothing but codes: there is no reason to keep that one went out.
        ['engagement.text_message', sql`delete from engagement.text_message where ${ofTexts(person)}`],
        [
          'engagement.caught_text',
          sql`delete from engagement.caught_text where to_number = any(${[...person.phones]}::text[])`,
        ],
        ['engagement.report', sql`delete from engagement.report where ${ofReports(person)}`],
        [
          'engagement.caught_mail',
          sql`delete from engagement.caught_mail where to_addresses && ${[...person.emails]}::text[]`,
        ],
      ]),
    );
  },
};
