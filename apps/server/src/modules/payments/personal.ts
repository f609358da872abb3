import { sql } from 'kysely';
import { inTransaction } from '../../kernel/database.ts';
import { bytesMention, countChanges, mentions, needlesOf, type PersonalData, section } from '../../kernel/personal.ts';

export const paymentsPersonal: PersonalData = {
  async export(ctx, person) {
    return [
      await section(
        ctx,
        'payments',
        sql`select jsonb_build_object('method', method, 'state', state, 'amount', amount, 'currency', currency,
            'cardEndsIn', card_last4, 'at', created_at) as row
          from payments.payment where subject_id = any(${[...person.subjectIds]}::uuid[]) order by created_at`,
      ),
    ];
  },

  /** What providers and banks told, word for word, is not kept; amounts and references are in the books without it. */
  async erase(ctx, person) {
    const needles = needlesOf(person);
    const paid = sql`select order_id from payments.payment where subject_id = any(${[...person.subjectIds]}::uuid[])`;
    return inTransaction(ctx, (tx) =>
      countChanges(tx, [
        [
          'payments.inbox',
          sql`update payments.inbox set body = '', headers = '{}'
            where length(body) > 0 and (${bytesMention(sql`body`, needles)}
              or key in (select key from payments.payment where subject_id = any(${[...person.subjectIds]}::uuid[])))`,
        ],
        [
          'payments.statement_line',
          sql`update payments.statement_line set title = '', payer = null, payer_account = null
            where (order_id in (${paid}) or ${mentions(sql`title || coalesce(payer, '')`, needles)})
              and (title <> '' or payer is not null)`,
        ],
        [
          'payments.movement',
          sql`update payments.movement set reason = null where reason is not null
            and payment_id in (select id from payments.payment where subject_id = any(${[...person.subjectIds]}::uuid[]))`,
        ],
        [
          'payments.payment',
          sql`update payments.payment set card_last4 = null, action_url = null, decline_reason = null
            where subject_id = any(${[...person.subjectIds]}::uuid[]) and num_nonnulls(card_last4, action_url, decline_reason) > 0`,
        ],
      ]),
    );
  },
};
