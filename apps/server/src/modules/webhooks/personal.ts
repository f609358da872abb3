import { sql } from 'kysely';
import { inTransaction } from '../../kernel/database.ts';
import { countChanges, mentions, needlesOf, type PersonalData } from '../../kernel/personal.ts';

/** Deliveries are of events, which are ids and facts; what receivers answered may repeat anything. */
export const webhooksPersonal: PersonalData = {
  async erase(ctx, person) {
    return inTransaction(ctx, (tx) =>
      countChanges(tx, [
        [
          'webhooks.delivery',
          sql`delete from webhooks.delivery where ${mentions(sql`payload || coalesce(last_error, '')`, needlesOf(person))}`,
        ],
      ]),
    );
  },
};
