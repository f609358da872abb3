import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { countChanges, isPhoneOf, type Person, type PersonalData, section } from '../../kernel/personal.ts';
import { taxTermEnd } from './taxTerm.ts';

/** Orders of a person: placed under what they are known by, or as a guest with an address that is theirs. */
const ofPerson = (person: Person) => sql<boolean>`(o.subject_id = any(${[...person.subjectIds]}::uuid[])
  or lower(o.contact->>'email') = any(${[...person.emails]}::text[])
  or ${isPhoneOf(sql`o.contact->>'phone'`, person)})`;

/** Ids of a person's orders, for modules whose rows belong to one. */
export async function orderIdsOfPerson(ctx: Ctx, person: Person): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select o.id from orders.order o where ${ofPerson(person)}`.execute(ctx.db);
  return rows.map((row) => row.id);
}

export const ordersPersonal: PersonalData = {
  async export(ctx, person) {
    return [
      await section(
        ctx,
        'orders',
        sql`select jsonb_build_object('number', o.number, 'placedAt', o.placed_at, 'state', o.state, 'channel', o.channel,
            'gross', o.gross, 'currency', o.currency, 'contact', o.contact, 'deliveryAddress', o.delivery_address,
            'lines', (select jsonb_agg(jsonb_build_object('title', l.snapshot->'title', 'quantity', l.quantity,
                'gross', l.gross, 'method', l.method) order by l.position) from orders.line l where l.order_id = o.id),
            'notesOfOurStaff', (select jsonb_agg(n.text order by n.at) from orders.note n where n.order_id = o.id)) as row
          from orders.order o where ${ofPerson(person)} order by o.placed_at`,
      ),
    ];
  },

  async underWay(ctx, person) {
    const { rows } = await sql<{ number: string }>`select o.number from orders.order o
      where o.state in ('placed', 'paid', 'partly_fulfilled') and ${ofPerson(person)} order by o.placed_at`.execute(
      ctx.db,
    );
    return rows.map((row) => row.number);
  },

  /** The sale stays in the books without its buyer; who it was is sealed until the tax office may no longer ask. */
  async erase(ctx, person, erasing) {
    return inTransaction(ctx, async (tx) => {
      const { rows } = await sql<{ id: string; placed_at: Date; contact: object; delivery_address: object | null }>`
        select o.id, o.placed_at, o.contact, o.delivery_address from orders.order o
        where ${ofPerson(person)} and (o.contact <> '{}'::jsonb or o.delivery_address is not null) for update`.execute(
        tx.db,
      );
      for (const row of rows) {
        await erasing.keep(tx, {
          owner: 'orders.order',
          ownerId: row.id,
          data: { contact: row.contact, deliveryAddress: row.delivery_address },
          until: taxTermEnd(row.placed_at),
          reason: 'tax',
        });
      }
      const { rows: all } = await sql<{
        id: string;
      }>`select o.id from orders.order o where ${ofPerson(person)}`.execute(tx.db);
      const ids = all.map((row) => row.id);
      return countChanges(tx, [
        ['orders.note', sql`delete from orders.note where order_id = any(${ids}::uuid[])`],
        ['orders.access_token', sql`delete from orders.access_token where order_id = any(${ids}::uuid[])`],
        ['orders.receipt_token', sql`delete from orders.receipt_token where order_id = any(${ids}::uuid[])`],
        ['orders.receipt', sql`delete from orders.receipt where order_id = any(${ids}::uuid[])`],
        [
          'orders.step',
          sql`update orders.step set reason = null where order_id = any(${ids}::uuid[]) and reason is not null`,
        ],
        [
          'orders.change',
          sql`update orders.change set reason = null, facts = '{}' where order_id = any(${ids}::uuid[])
            and (reason is not null or facts <> '{}'::jsonb)`,
        ],
        [
          'orders.order',
          sql`update orders.order set contact = '{}', delivery_address = null, cancel_reason = null
            where id = any(${rows.map((row) => row.id)}::uuid[])`,
        ],
      ]);
    });
  },
};
