import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { customersOf, homeSubjectOf } from './customersOf.ts';
import { foldName } from './foldName.ts';
import { raiseVersions } from './lockCustomers.ts';

export interface NewName {
  customerId: string;
  givenName?: string;
  familyName?: string;
  /** Who says so: 'checkout', 'staff', 'id_seen', 'profile' … */
  source: string;
  /** The subject it is kept with, and goes back to when a link is undone: the shopper's own, else the customer's first. */
  subjectId?: string;
}

/** Keeps a name with its provenance. Throws not_found. */
export async function nameCustomer(ctx: Ctx, input: NewName): Promise<void> {
  const given = [
    { name: 'given_name', value: input.givenName?.trim() },
    { name: 'family_name', value: input.familyName?.trim() },
  ].flatMap(({ name, value }) => (value ? [{ name, value, folded: foldName(value) }] : []));
  if (given.length === 0) return;
  await inTransaction(ctx, async (tx) => {
    const home = await homeSubjectOf(tx, input.customerId);
    const mine = input.subjectId ?? (tx.actor.kind === 'shopper' ? tx.actor.subjectId : home);
    const now = await customersOf(tx, [home, mine]);
    const customerId = now.get(home);
    if (!customerId) throw new AppError('not_found', { detail: 'There is no such customer.' });
    const subjectId = now.get(mine) === customerId ? mine : home;
    await sql`
      insert into customers.trait (subject_id, name, source, value, folded, at)
      select ${subjectId}::uuid, t.name, ${input.source}, t.value, t.folded, ${tx.clock.now()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as t(name text, value text, folded text)
      on conflict (subject_id, name, source) do update set value = excluded.value, folded = excluded.folded, at = excluded.at`.execute(
      tx.db,
    );
    const versions = await raiseVersions(tx, [customerId]);
    await emit(tx, {
      type: 'customers.customer.named',
      subjectId,
      aggregate: 'customer',
      aggregateId: customerId,
      aggregateVersion: versions.get(customerId) ?? 1,
      data: { customerId, source: input.source },
    });
  });
}
