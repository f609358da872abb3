import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { tables } from './tables.ts';

export interface LockedSubject {
  id: string;
  kind: 'verified' | 'anonymous';
  customerId: string;
  homeCustomerId: string;
  createdAt: Date;
}

/**
 * Locks the customers that these subjects belong to now, and gives all subjects of those customers. Whoever moves a
 * subject holds the locks of the customers it leaves and enters, so what is read here cannot move until commit.
 * Throws not_found for an unknown subject.
 */
export async function lockCustomersOf(tx: Ctx, subjectIds: readonly string[]): Promise<LockedSubject[]> {
  for (let round = 0; round < 10; round += 1) {
    const customerIds = await customerIdsOf(tx, subjectIds);
    // Ordered, so that two acts on the same two customers do not deadlock.
    await sql`select id from customers.customer where id = any(${customerIds}::uuid[]) order by id for update`.execute(
      tx.db,
    );
    const subjects = await tables(tx)
      .selectFrom('customers.subject')
      .select([
        'id',
        'kind',
        'customer_id as customerId',
        'home_customer_id as homeCustomerId',
        'created_at as createdAt',
      ])
      .where('customer_id', 'in', customerIds)
      .execute();
    const here = new Set(subjects.map((subject) => subject.id));
    // Between reading and locking another act may have moved one of them elsewhere: then lock where it is now.
    if (subjectIds.every((id) => here.has(id))) return subjects;
  }
  throw new AppError('version_conflict', {
    detail: 'This customer is being changed by many at once; nothing was changed. Try again.',
  });
}

async function customerIdsOf(tx: Ctx, subjectIds: readonly string[]): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('customers.subject')
    .select(['id', 'customer_id'])
    .where('id', 'in', [...subjectIds])
    .execute();
  if (new Set(rows.map((row) => row.id)).size !== new Set(subjectIds).size) {
    throw new AppError('not_found', { detail: 'There is no such subject.' });
  }
  return [...new Set(rows.map((row) => row.customer_id))];
}

/** Raises the versions of customers whose locks are held. */
export async function raiseVersions(tx: Ctx, customerIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tables(tx)
    .updateTable('customers.customer')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', 'in', [...new Set(customerIds)])
    .returning(['id', 'version'])
    .execute();
  return new Map(rows.map((row) => [row.id, row.version]));
}
