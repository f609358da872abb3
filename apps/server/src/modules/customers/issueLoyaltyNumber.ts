import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { newLoyaltyNumber, readLoyaltyNumber } from './loyaltyNumber.ts';
import { verifyIdentifier } from './subjectForVerified.ts';

/**
 * The card number of a customer who proved who they are: the one they have, or a new one, asked for at once from two devices
 * too. Only we give them out, so it is proven from the first. Throws not_found.
 */
export async function issueLoyaltyNumber(ctx: Ctx, customerId: string): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    await sql`select 1 from customers.customer where id = ${customerId} for update`.execute(tx.db);
    const { rows } = await sql<{ value: string }>`
      select i.value from customers.subject home
      join customers.subject s on s.customer_id = home.customer_id
      join customers.identifier i on i.subject_id = s.id
      where home.home_customer_id = ${customerId} and i.kind = 'loyalty' and i.state = 'verified' order by i.at, i.id`.execute(
      tx.db,
    );
    const ours = rows.find((row) => readLoyaltyNumber(row.value)?.kind === 'ours');
    if (ours) return ours.value;
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const value = newLoyaltyNumber();
      const taken =
        await sql`select 1 from customers.identifier where kind = 'loyalty' and value = ${value} limit 1`.execute(
          tx.db,
        );
      if (taken.rows.length > 0) continue;
      const evidence = { kind: 'card_issued', source: 'shop' };
      const issued = await verifyIdentifier(tx, { kind: 'loyalty', value, customerId, evidence });
      if (issued.ok) return value;
    }
    throw new AppError('internal', { detail: 'no free card number was found' });
  });
}
