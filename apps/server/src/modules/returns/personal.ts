import { sql } from 'kysely';
import { inTransaction } from '../../kernel/database.ts';
import { countChanges, isPhoneOf, type Person, type PersonalData, section } from '../../kernel/personal.ts';
import { orderIdsOfPerson } from '../orders/index.ts';

const ofPerson = (person: Person, orders: string[]) => sql`(subject_id = any(${[...person.subjectIds]}::uuid[])
  or order_id = any(${orders}::uuid[]))`;
const declaredBy = (person: Person, orders: string[]) => sql`(order_id = any(${orders}::uuid[])
  or lower(email) = any(${[...person.emails]}::text[]))`;
const takenBackFrom = (person: Person) => sql`(lower(contact->>'email') = any(${[...person.emails]}::text[])
  or ${isPhoneOf(sql`contact->>'phone'`, person)})`;

export const returnsPersonal: PersonalData = {
  async export(ctx, person) {
    const orders = await orderIdsOfPerson(ctx, person);
    return [
      await section(
        ctx,
        'returns',
        sql`select jsonb_build_object('number', number, 'state', state, 'orderNumber', order_number, 'note', note,
            'answer', answer, 'answerText', answer_text, 'announcedAt', announced_at) as row
          from returns.return where ${ofPerson(person, orders)} order by announced_at`,
      ),
      await section(
        ctx,
        'withdrawals',
        sql`select jsonb_build_object('number', number, 'declaredAt', declared_at, 'name', name, 'email', email,
            'contract', contract, 'goods', goods) as row
          from returns.withdrawal where ${declaredBy(person, orders)} order by declared_at`,
      ),
    ];
  },

  async underWay(ctx, person) {
    const orders = await orderIdsOfPerson(ctx, person);
    const { rows } = await sql<{ number: string }>`select number from returns.return
      where state in ('announced', 'received', 'inspected') and ${ofPerson(person, orders)} order by announced_at`.execute(
      ctx.db,
    );
    return rows.map((row) => row.number);
  },

  async erase(ctx, person) {
    const orders = await orderIdsOfPerson(ctx, person);
    const mine = sql`select id from returns.return where ${ofPerson(person, orders)}`;
    return inTransaction(ctx, (tx) =>
      countChanges(tx, [
        [
          'returns.step',
          sql`update returns.step set reason = null where reason is not null and return_id in (${mine})`,
        ],
        [
          'returns.line',
          sql`update returns.line set deduction_reason = null where deduction_reason is not null and return_id in (${mine})`,
        ],
        [
          'returns.return',
          sql`update returns.return set note = null, close_reason = null, answer_text = null
            where ${ofPerson(person, orders)} and num_nonnulls(note, close_reason, answer_text) > 0`,
        ],
        [
          'returns.withdrawal',
          sql`update returns.withdrawal set name = '', email = '', contract = '', goods = null, close_reason = null
            where ${declaredBy(person, orders)} and email <> ''`,
        ],
        ['returns.blind', sql`update returns.blind set contact = '{}', note = null where ${takenBackFrom(person)}`],
      ]),
    );
  },
};
