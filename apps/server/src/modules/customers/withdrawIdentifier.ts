import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { homeSubjectOf } from './customersOf.ts';
import { lockCustomersOf, raiseVersions } from './lockCustomers.ts';
import { tables } from './tables.ts';

/**
 * Takes back what somebody said to be theirs and is not: a number typed wrong, a colleague's address at the till. Only claims:
 * what was proven is another subject, and is separated by undoing its link. Throws not_found, and invalid_request for what
 * was proven.
 */
export async function withdrawIdentifier(
  ctx: Ctx,
  input: { customerId: string; identifierId: string; reason: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const anchorId = await homeSubjectOf(tx, input.customerId);
    const subjects = await lockCustomersOf(tx, [anchorId]);
    const customerId = subjects.find((subject) => subject.id === anchorId)?.customerId ?? input.customerId;
    const own = subjects.filter((subject) => subject.customerId === customerId).map((subject) => subject.id);
    const found = await tables(tx)
      .selectFrom('customers.identifier')
      .select(['id', 'kind', 'state', 'subject_id'])
      .where('id', '=', input.identifierId)
      .where('subject_id', 'in', own)
      .executeTakeFirst();
    if (!found) throw new AppError('not_found', { detail: 'This customer has no such address or number.' });
    if (found.state === 'verified')
      throw new AppError('invalid_request', {
        detail: 'This one was proven. If it is another person’s, undo the link that brought it here.',
      });
    await tables(tx).deleteFrom('customers.identifier').where('id', '=', found.id).execute();
    const versions = await raiseVersions(tx, [customerId]);
    await emit(tx, {
      type: 'customers.identifier.withdrawn',
      subjectId: found.subject_id,
      aggregate: 'customer',
      aggregateId: customerId,
      aggregateVersion: versions.get(customerId) ?? 1,
      data: { customerId, identifierId: found.id, kind: found.kind },
    });
    await audit(tx, {
      act: 'customers.identifier.withdrawn',
      target: 'customer',
      targetId: customerId,
      reason: input.reason,
      before: { kind: found.kind },
    });
  });
}
