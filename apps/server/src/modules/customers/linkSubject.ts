import { actorKey, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { homeSubjectOf } from './customersOf.ts';
import { lockCustomersOf, raiseVersions } from './lockCustomers.ts';
import { tables } from './tables.ts';

/** Why two subjects are one person: a kind, where it came from, and ids to look it up by. No contact data. */
export interface Evidence {
  /** 'sign_in', 'staff_confirmed', 'id_seen', 'handoff', 'order_link' … */
  kind: string;
  source: string;
  [id: string]: string;
}

export interface Linked {
  linkId: string;
  /** The customer that both are now. */
  customerId: string;
  /** Subjects that changed their customer. */
  movedSubjectIds: string[];
}

/**
 * Says that a subject is this customer, on evidence that can be shown and undone (unlinkSubject). Everyone already known
 * to be the same person comes along. A verified customer keeps its id. Refuses `merge_refused` where both are verified
 * customers: two people who proved who they are are never made one silently. Throws not_found.
 */
export async function linkSubject(
  ctx: Ctx,
  input: { subjectId: string; customerId: string; evidence: Evidence },
): Promise<Result<Linked, 'merge_refused'>> {
  return inTransaction(ctx, async (tx) => {
    const anchorId = await homeSubjectOf(tx, input.customerId);
    return connect(tx, { subjectId: input.subjectId, anchorId, evidence: input.evidence });
  });
}

/**
 * The link itself, between two subjects. `fresh`: the subject's verified identifier was created in this very
 * transaction, so its customer is nobody else's yet and may join a verified one. `deliberate`: a person who may do so joins
 * two verified customers, and says why (matching/decideMatch.ts).
 */
export async function connect(
  tx: Ctx,
  input: { subjectId: string; anchorId: string; evidence: Evidence; fresh?: boolean; deliberate?: boolean },
): Promise<Result<Linked, 'merge_refused'>> {
  const { subjectId, anchorId } = input;
  if (subjectId === anchorId)
    throw new AppError('invalid_request', { detail: 'A subject is itself already; link another one.' });
  const subjects = await lockCustomersOf(tx, [subjectId, anchorId]);
  const customerOf = (id: string) => subjects.find((subject) => subject.id === id)?.customerId ?? '';
  const isVerified = (customerId: string) =>
    subjects.some((subject) => subject.customerId === customerId && subject.kind === 'verified');

  let [from, to] = [customerOf(subjectId), customerOf(anchorId)];
  if (from !== to && isVerified(from) && isVerified(to) && !input.fresh && !input.deliberate) {
    return refuse('merge_refused', {
      detail: 'Both are verified customers; nothing was changed. Ask the person to sign in and bring the two together.',
    });
  }
  if (isVerified(from) && !isVerified(to) && !input.fresh) [from, to] = [to, from];

  const linkId = await writeLink(tx, input, from, to);
  const moved =
    from === to ? [] : subjects.filter((subject) => subject.customerId === from).map((subject) => subject.id);
  if (linkId.isNew || moved.length > 0) {
    if (moved.length > 0) {
      await tables(tx)
        .updateTable('customers.subject')
        .set({ customer_id: to })
        .where('customer_id', '=', from)
        .execute();
    }
    const versions = await raiseVersions(tx, [from, to]);
    await emit(tx, {
      type: 'customers.subject.linked',
      subjectId,
      aggregate: 'customer',
      aggregateId: to,
      aggregateVersion: versions.get(to) ?? 1,
      data: {
        linkId: linkId.id,
        customerId: to,
        fromCustomerId: from,
        movedSubjectIds: moved,
        evidence: input.evidence.kind,
      },
    });
  }
  return ok({ linkId: linkId.id, customerId: to, movedSubjectIds: moved });
}

/** The same two subjects are linked once, however often the evidence is seen; a link that was undone may come again. */
async function writeLink(
  tx: Ctx,
  input: { subjectId: string; anchorId: string; evidence: Evidence },
  from: string,
  to: string,
): Promise<{ id: string; isNew: boolean }> {
  const pair = [input.subjectId, input.anchorId];
  const known = await tables(tx)
    .selectFrom('customers.link')
    .select('id')
    .where('subject_id', 'in', pair)
    .where('anchor_subject_id', 'in', pair)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (known) return { id: known.id, isNew: false };
  const { kind, ...rest } = input.evidence;
  const id = tx.newId();
  await tables(tx)
    .insertInto('customers.link')
    .values({
      id,
      subject_id: input.subjectId,
      anchor_subject_id: input.anchorId,
      from_customer: from,
      to_customer: to,
      evidence_kind: kind,
      evidence: JSON.stringify(rest),
      at: tx.clock.now(),
      actor: actorKey(tx.actor),
      undone_at: null,
      undone_by: null,
    })
    .execute();
  return { id, isNew: true };
}
