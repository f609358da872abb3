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

  async ends(ctx, person) {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from carts.cart c
      where c.state = 'open' and c.subject_id = any(${[...person.subjectIds]}::uuid[])
        and exists (select 1 from carts.line l where l.cart_id = c.id)`.execute(ctx.db);
    const count = rows[0]?.count ?? 0;
    return count > 0 ? [{ what: 'cart', count }] : [];
  },

  async erase(ctx, person) {
    return inTransaction(ctx, (tx) =>
      countChanges(tx, [
        // Holds were released before (flows/privacy/endOpen.ts); one that is being paid for keeps its line.
        [
          'carts.line',
          sql`delete from carts.line where reservation_id is null and cart_id in (
            select id from carts.cart where state = 'open' and subject_id = any(${[...person.subjectIds]}::uuid[]))`,
        ],
        [
          'carts.line',
          sql`update carts.line set discount_reason = '' where discount_reason <> ''
            and cart_id in (select id from carts.cart where subject_id = any(${[...person.subjectIds]}::uuid[]))`,
        ],
      ]),
    );
  },
};
