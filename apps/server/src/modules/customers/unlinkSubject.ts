import { actorKey, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { connectedSets } from './connectedSets.ts';
import { type LockedSubject, lockCustomersOf, raiseVersions } from './lockCustomers.ts';
import { tables } from './tables.ts';

export interface Unlinked {
  linkId: string;
  /** The customer that kept its id. */
  customerId: string;
  /** The customer that the others are again; the same one when other evidence still holds them together. */
  separatedCustomerId: string;
  movedSubjectIds: string[];
}

/**
 * Takes a link back. What only this link held together falls apart into the customers it was: subjects go back with
 * everything that happened under them and every trait they brought; what other evidence still joins stays joined. The
 * order in which links are undone does not matter. Undoing twice is the same as once. Throws not_found.
 */
export async function unlinkSubject(ctx: Ctx, linkId: string): Promise<Unlinked> {
  return inTransaction(ctx, async (tx) => {
    const link = await tables(tx)
      .selectFrom('customers.link')
      .select(['subject_id', 'anchor_subject_id', 'from_customer'])
      .where('id', '=', linkId)
      .executeTakeFirst();
    if (!link) throw new AppError('not_found', { detail: 'There is no such link.' });
    const subjects = await lockCustomersOf(tx, [link.subject_id, link.anchor_subject_id]);
    const undone = await tables(tx)
      .updateTable('customers.link')
      .set({ undone_at: tx.clock.now(), undone_by: actorKey(tx.actor) })
      .where('id', '=', linkId)
      .where('undone_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    const customerId = subjects.find((subject) => subject.id === link.anchor_subject_id)?.customerId ?? '';
    if (!undone) {
      const other = subjects.find((subject) => subject.id === link.subject_id)?.customerId ?? customerId;
      return { linkId, customerId, separatedCustomerId: other, movedSubjectIds: [] };
    }
    return separate(tx, { linkId, subjectId: link.subject_id, from: link.from_customer, customerId, subjects });
  });
}

async function separate(
  tx: Ctx,
  input: { linkId: string; subjectId: string; from: string; customerId: string; subjects: LockedSubject[] },
): Promise<Unlinked> {
  const { customerId, linkId } = input;
  const members = input.subjects.filter((subject) => subject.customerId === customerId);
  const links = await tables(tx)
    .selectFrom('customers.link')
    .select(['subject_id', 'anchor_subject_id'])
    .where(
      'subject_id',
      'in',
      members.map((subject) => subject.id),
    )
    .where('undone_at', 'is', null)
    .execute();
  const sets = connectedSets(
    members.map((subject) => subject.id),
    links.map((link) => [link.subject_id, link.anchor_subject_id] as const),
  );
  const homeOf = new Map(members.map((subject) => [subject.id, subject.homeCustomerId]));
  // The part with the customer's own home subject keeps the id, so that a customer in use always holds its home subject.
  const leaving = members.filter((subject) =>
    sets.some((set) => set.has(subject.id) && ![...set].some((id) => homeOf.get(id) === customerId)),
  );
  const separated = leaving.length === 0 ? customerId : returnTo(leaving, input.from);
  if (leaving.length > 0) {
    await tables(tx)
      .updateTable('customers.subject')
      .set({ customer_id: separated })
      .where(
        'id',
        'in',
        leaving.map((subject) => subject.id),
      )
      .execute();
  }
  const versions = await raiseVersions(tx, [customerId, separated]);
  await emit(tx, {
    type: 'customers.subject.unlinked',
    subjectId: input.subjectId,
    aggregate: 'customer',
    aggregateId: customerId,
    aggregateVersion: versions.get(customerId) ?? 1,
    data: {
      linkId,
      fromCustomerId: customerId,
      customerId: separated,
      movedSubjectIds: leaving.map((subject) => subject.id),
    },
  });
  return { linkId, customerId, separatedCustomerId: separated, movedSubjectIds: leaving.map((subject) => subject.id) };
}

/** The id the separated people had before the link, if its home subject is among them; else that of their verified or oldest. */
function returnTo(leaving: LockedSubject[], before: string): string {
  if (leaving.some((subject) => subject.homeCustomerId === before)) return before;
  const [first] = [...leaving].sort(
    (a, b) =>
      Number(b.kind === 'verified') - Number(a.kind === 'verified') ||
      a.createdAt.getTime() - b.createdAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  );
  return first?.homeCustomerId ?? before;
}
