import { sql } from 'kysely';
import { inTransaction } from '../../kernel/database.ts';
import { countChanges, type PersonalData, section } from '../../kernel/personal.ts';

export const cartsPersonal: PersonalData = {
  async export(ctx, person) {
    return [
      await section(
        ctx,
        'carts',
        sql`select jsonb_build_object('state', c.state, 'market', c.market, 'createdAt', c.created_at, 'updatedAt', c.updated_at,
            'lines', (select jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'quantity', l.quantity,
              'method', l.method, 'heldUntil', l.held_until)) from carts.line l where l.cart_id = c.id)) as row
          from carts.cart c where c.subject_id = any(${[...person.subjectIds]}::uuid[]) order by c.created_at`,
      ),
    ];
  },

  async erase(ctx, person) {
    return inTransaction(ctx, (tx) =>
      countChanges(tx, [
        [
          'carts.line',
          sql`update carts.line set discount_reason = '' where discount_reason <> ''
            and cart_id in (select id from carts.cart where subject_id = any(${[...person.subjectIds]}::uuid[]))`,
        ],
      ]),
    );
  },
};
