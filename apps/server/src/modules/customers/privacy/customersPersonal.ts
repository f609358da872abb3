import { type RawBuilder, sql } from 'kysely';
import { inTransaction } from '../../../kernel/database.ts';
import { countChanges, mentions, needlesOf, type PersonalData, section } from '../../../kernel/personal.ts';
import { suppress } from '../consent/suppression.ts';
import { forgetRecords } from '../matching/recordKeys.ts';
import { refreshFacts } from '../profile/refreshFacts.ts';

export const customersPersonal: PersonalData = {
  async export(ctx, person) {
    const ids = sql`any(${[...person.subjectIds]}::uuid[])`;
    return [
      await section(
        ctx,
        'names',
        sql`select jsonb_build_object('name', name, 'value', value, 'source', source, 'at', at) as row
          from customers.trait where subject_id = ${ids} order by at`,
      ),
      await section(
        ctx,
        'identifiers',
        sql`select jsonb_build_object('kind', kind, 'value', value, 'state', state, 'source', source, 'at', at) as row
          from customers.identifier where subject_id = ${ids} order by at`,
      ),
      await section(
        ctx,
        'addresses',
        sql`select jsonb_build_object('name', name, 'line1', line1, 'line2', line2, 'postcode', postcode, 'city', city,
            'country', country, 'note', note) as row
          from customers.address where subject_id = ${ids} order by changed_at`,
      ),
      await section(
        ctx,
        'facts',
        sql`select jsonb_build_object('name', d.label, 'value', v.value, 'source', v.source, 'at', v.at) as row
          from customers.trait_value v join customers.trait_definition d using (name) where subject_id = ${ids} order by v.at`,
      ),
      await section(
        ctx,
        'tags',
        sql`select jsonb_build_object('tag', tag, 'at', at) as row from customers.tag where subject_id = ${ids} order by at`,
      ),
      await section(
        ctx,
        'notes',
        sql`select jsonb_build_object('noteOfOurStaff', body, 'at', created_at) as row
          from customers.note where subject_id = ${ids} and removed_at is null order by created_at`,
      ),
      await section(
        ctx,
        'devices',
        sql`select jsonb_build_object('browser', browser, 'system', system, 'source', source, 'from', first_at, 'until', last_at) as row
          from customers.device where subject_id = ${ids} order by first_at`,
      ),
      await section(
        ctx,
        'searches',
        sql`select jsonb_build_object('words', words, 'times', times, 'last', last_at) as row
          from customers.search where subject_id = ${ids} order by last_at`,
      ),
      await section(
        ctx,
        'figures',
        sql`select to_jsonb(f) - 'customer_id' - 'tags' as row from customers.profile_facts f
          where customer_id = any(${[...person.customerIds]}::uuid[])`,
      ),
      await section(
        ctx,
        'consents',
        sql`select jsonb_build_object('purpose', purpose, 'channel', channel, 'state', state, 'source', source,
            'wording', wording, 'at', at) as row
          from customers.consent where subject_id = ${ids} order by at`,
      ),
      await section(
        ctx,
        'sessions',
        sql`select jsonb_build_object('from', created_at, 'until', expires_at) as row
          from customers.session where subject_id = ${ids} order by created_at`,
      ),
      await section(
        ctx,
        'timeline',
        sql`select jsonb_build_object('at', at, 'what', type, 'channel', channel) as row
          from customers.timeline where subject_id = ${ids} order by at`,
      ),
    ];
  },

  /**
   * Last of all, because the others find the person by what is here. Subjects and links stay, and mean nobody. What was
   * agreed to stays too: it is the proof of what was lawful, and names nobody either.
   */
  async erase(ctx, person) {
    const ids = sql`any(${[...person.subjectIds]}::uuid[])`;
    const emails = sql`any(${[...person.emails]}::text[])`;
    const theirs = (
      identifier: RawBuilder<unknown>,
    ) => sql`((${identifier}.kind = 'email' and ${identifier}.value = ${emails})
      or (${identifier}.kind = 'phone' and ${identifier}.value = any(${[...person.phones]}::text[])))`;
    return inTransaction(ctx, async (tx) => {
      for (const value of person.emails) await suppress(tx, { kind: 'email', value }, 'erased');
      for (const value of person.phones) await suppress(tx, { kind: 'phone', value }, 'erased');
      await forgetRecords(tx, person.customerIds);
      const erased = await countChanges(tx, [
        ['customers.trait_value', sql`delete from customers.trait_value where subject_id = ${ids}`],
        ['customers.tag', sql`delete from customers.tag where subject_id = ${ids}`],
        ['customers.note', sql`delete from customers.note where subject_id = ${ids}`],
        ['customers.dealing', sql`delete from customers.dealing where subject_id = ${ids}`],
        ['customers.activity', sql`delete from customers.activity where subject_id = ${ids}`],
        ['customers.device', sql`delete from customers.device where subject_id = ${ids}`],
        ['customers.search', sql`delete from customers.search where subject_id = ${ids}`],
        // A pair that was decided says nothing but that two who are nobody now were or were not one.
        [
          'customers.match_proposal',
          sql`delete from customers.match_proposal
            where (low_subject = ${ids} or high_subject = ${ids}) and state in ('open', 'later', 'withdrawn')`,
        ],
        [
          'customers.session',
          sql`delete from customers.session where subject_id = ${ids} or verified_subject_id = ${ids}`,
        ],
        ['customers.trait', sql`delete from customers.trait where subject_id = ${ids}`],
        // The name given with the address in another browser, by a guest of whom nothing else is known.
        [
          'customers.trait',
          sql`delete from customers.trait t where exists (
              select 1 from customers.identifier i where i.subject_id = t.subject_id and i.state = 'claimed' and ${theirs(sql`i`)})
            and not exists (
              select 1 from customers.identifier other where other.subject_id = t.subject_id
                and other.kind in ('email', 'phone') and not (other.state = 'claimed' and ${theirs(sql`other`)}))`,
        ],
        ['customers.address', sql`delete from customers.address where subject_id = ${ids}`],
        [
          'customers.consent_request',
          sql`delete from customers.consent_request where subject_id = ${ids} or email = ${emails}`,
        ],
        ['customers.timeline', sql`delete from customers.timeline where subject_id = ${ids}`],
        [
          // Rows of files: those that were them, and those of a file that is still being looked at.
          'customers.import_row',
          sql`update customers.import_row set fields = null, cells = null, email = null, phone = null, loyalty = null
            where (fields is not null or cells is not null) and (subject_id = ${ids} or email = ${emails}
              or phone = any(${[...person.phones]}::text[])
              or (cells is not null and ${mentions(sql`cells::text`, needlesOf(person))}))`,
        ],
        // A file not read yet may hold them and cannot be searched, it may be zipped: it is to be sent again.
        ['customers.import_part', sql`delete from customers.import_part`],
        [
          'customers.import',
          sql`update customers.import set columns = '[]', version = version + 1, state = 'failed',
              fault = 'A customer was erased meanwhile; send the file again.'
            where state in ('uploading', 'mapping') or (state = 'checking' and total is null)`,
        ],
        [
          'customers.data_request',
          sql`update customers.data_request set answer = null, reason = null
            where customer_id = any(${[...person.customerIds]}::uuid[]) and (answer is not null or reason is not null)`,
        ],
        [
          'customers.identifier',
          sql`delete from customers.identifier i where subject_id = ${ids} or ${theirs(sql`i`)}`,
        ],
        [
          'customers.subject',
          // A browser that still sends the old id begins as somebody new.
          sql`update customers.subject set anonymous_id = 'erased-' || id where id = ${ids} and anonymous_id is not null
            and anonymous_id <> 'erased-' || id`,
        ],
      ]);
      await refreshFacts(tx, person.customerIds);
      return erased;
    });
  },
};
