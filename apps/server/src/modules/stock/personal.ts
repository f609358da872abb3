import { sql } from 'kysely';
import { inTransaction } from '../../kernel/database.ts';
import { countChanges, mentions, needlesOf, type PersonalData, section } from '../../kernel/personal.ts';

export const stockPersonal: PersonalData = {
  async export(ctx, person) {
    return [
      await section(
        ctx,
        'holds',
        sql`select jsonb_build_object('purpose', purpose, 'state', state, 'from', created_at, 'until', expires_at,
            'endedAt', closed_at) as row
          from stock.reservation where subject_id = any(${[...person.subjectIds]}::uuid[]) order by created_at`,
      ),
    ];
  },

  /** Pieces and moments stay in the ledger; a reason that names the person does not. */
  async erase(ctx, person) {
    return inTransaction(ctx, (tx) =>
      countChanges(tx, [
        [
          'stock.movement',
          sql`update stock.movement set reason = null
            where reason is not null and ${mentions(sql`reason`, needlesOf(person))}`,
        ],
      ]),
    );
  },
};
