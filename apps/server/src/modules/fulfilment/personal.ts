import { sql } from 'kysely';
import { inTransaction } from '../../kernel/database.ts';
import { countChanges, type PersonalData, section } from '../../kernel/personal.ts';
import { orderIdsOfPerson } from '../orders/index.ts';

export const fulfilmentPersonal: PersonalData = {
  async export(ctx, person) {
    const orders = await orderIdsOfPerson(ctx, person);
    return [
      await section(
        ctx,
        'handedOver',
        sql`select jsonb_build_object('kind', kind, 'code', code, 'state', state, 'collectedBy', collected_by,
            'carrier', carrier, 'trackingNumber', tracking_number, 'doneAt', done_at) as row
          from fulfilment.fulfilment
          where subject_id = any(${[...person.subjectIds]}::uuid[]) or order_id = any(${orders}::uuid[]) order by created_at`,
      ),
    ];
  },

  async erase(ctx, person) {
    const orders = await orderIdsOfPerson(ctx, person);
    const own = sql`(subject_id = any(${[...person.subjectIds]}::uuid[]) or order_id = any(${orders}::uuid[]))`;
    return inTransaction(ctx, (tx) =>
      countChanges(tx, [
        [
          'fulfilment.step',
          sql`update fulfilment.step set reason = null where reason is not null
            and fulfilment_id in (select id from fulfilment.fulfilment where ${own})`,
        ],
        [
          'fulfilment.shortage',
          sql`update fulfilment.shortage set reason = '' where reason <> ''
            and fulfilment_id in (select id from fulfilment.fulfilment where ${own})`,
        ],
        [
          'fulfilment.fulfilment',
          // What was not found keeps a reason, as its table demands, and not its words.
          sql`update fulfilment.fulfilment set reason = case when state = 'not_found' then '' end, collected_by = null, collector = null, tracking_number = null, tracking_url = null
            where ${own} and num_nonnulls(reason, collected_by, collector, tracking_number, tracking_url) > 0`,
        ],
      ]),
    );
  },
};
