import { sql } from 'kysely';
import { inTransaction } from '../../kernel/database.ts';
import { countChanges, mentions, needlesOf, type PersonalData } from '../../kernel/personal.ts';

/** Why a colleague gave a discount may name whom they gave it to; how much it was stays. */
export const pricingPersonal: PersonalData = {
  async erase(ctx, person) {
    return inTransaction(ctx, (tx) =>
      countChanges(tx, [
        [
          'pricing.manual_discount',
          sql`update pricing.manual_discount set reason = 'erased' where ${mentions(sql`reason`, needlesOf(person))}`,
        ],
      ]),
    );
  },
};
