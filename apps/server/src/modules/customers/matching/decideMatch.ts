import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import { actorKey, type Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { once } from '../../../kernel/idempotency.ts';
import { emit } from '../../../kernel/outbox.ts';
import { Refusal, refuse } from '../../../kernel/result.ts';
import { customersOf } from '../customersOf.ts';
import { connect } from '../linkSubject.ts';
import { lockCustomersOf } from '../lockCustomers.ts';
import { unlinkSubject } from '../unlinkSubject.ts';
import { decidedBetween } from './proposals.ts';

export type Decision = 'merge' | 'not_same' | 'later';
/** What a person knows who joins two customers that both proved who they are. */
export type MergeReason = 'said_so' | 'id_seen' | 'same_documents';

export interface Decided {
  id: string;
  state: 'open' | 'later' | 'merged' | 'not_same';
  /** The one customer they are now, after a merge. */
  customerId: string | null;
}

interface Proposal {
  id: string;
  low: string;
  high: string;
  state: string;
  bits: number;
  linkId: string | null;
}

const laterMs = 30 * 86_400_000;

/**
 * What a person says of two customers who may be one. A merge is a link with its evidence, and `undoMatch` takes it back.
 * Two verified customers are joined by a manager or an administrator only, who says why; a pair that somebody called two
 * people is not joined over its head. Throws not_found.
 */
export async function decideMatch(
  ctx: Ctx,
  input: { id: string; decision: Decision; reason?: MergeReason | undefined },
): Promise<Decided | Refusal> {
  return once(ctx, 'customers.decide_match', async (tx) => {
    const proposal = await lockProposal(tx, input.id);
    if (proposal.state !== 'open' && proposal.state !== 'later')
      return refuse('already_decided', { detail: 'Somebody decided on this pair already. Undo that first.' });
    if (input.decision === 'merge') {
      const linkId = await join(tx, proposal, { source: 'steward', reason: input.reason });
      if (linkId instanceof Refusal) return linkId;
      return write(tx, proposal, { state: 'merged', linkId, reason: input.reason });
    }
    return write(tx, proposal, {
      state: input.decision,
      laterUntil: input.decision === 'later' ? new Date(tx.clock.now().getTime() + laterMs) : null,
    });
  });
}

/** Joins without a person, where the retailer allows it and it stands to reason; never two verified customers. */
export async function joinProposal(tx: Ctx, id: string): Promise<boolean> {
  const proposal = await lockProposal(tx, id);
  if (proposal.state !== 'open') return false;
  const linkId = await join(tx, proposal, { source: 'automatic' });
  if (linkId instanceof Refusal) return false;
  await write(tx, proposal, { state: 'merged', linkId });
  return true;
}

/** Takes a decision back: what was joined is two again, and the pair is in the queue. Throws not_found. */
export async function undoMatch(ctx: Ctx, id: string): Promise<Decided> {
  return once(ctx, 'customers.undo_match', async (tx) => {
    const proposal = await lockProposal(tx, id);
    if (proposal.linkId !== null) await unlinkSubject(tx, proposal.linkId);
    return write(tx, proposal, { state: 'open' });
  });
}

async function lockProposal(tx: Ctx, id: string): Promise<Proposal> {
  const { rows } = await sql<Proposal>`
    select id, low_subject as low, high_subject as high, state, bits, link_id as "linkId"
    from customers.match_proposal where id = ${id} and state <> 'withdrawn' for update`.execute(tx.db);
  if (!rows[0])
    throw new AppError('not_found', { detail: 'There is no such pair; it may have been settled otherwise.' });
  return rows[0];
}

async function join(
  tx: Ctx,
  proposal: Proposal,
  { source, reason }: { source: 'steward' | 'automatic'; reason?: MergeReason | undefined },
): Promise<string | Refusal> {
  const subjects = await lockCustomersOf(tx, [proposal.low, proposal.high]);
  const customerOf = (id: string) => subjects.find((subject) => subject.id === id)?.customerId ?? '';
  const [low, high] = [customerOf(proposal.low), customerOf(proposal.high)];
  const isVerified = (customerId: string) =>
    subjects.some((subject) => subject.customerId === customerId && subject.kind === 'verified');
  const areBothVerified = low !== high && isVerified(low) && isVerified(high);
  if (areBothVerified) {
    const mayJoin = tx.actor.kind === 'staff' && (tx.actor.role === 'manager' || tx.actor.role === 'admin');
    if (!mayJoin || !reason)
      return refuse('merge_refused', {
        detail: 'Both proved who they are; nothing was changed. A manager may join them, and says why.',
      });
  }
  const { rows: apart } =
    await sql`${decidedBetween(sql`${low}::uuid`, sql`${high}::uuid`)} and d.state = 'not_same' limit 1`.execute(tx.db);
  if (apart.length > 0)
    return refuse('merge_refused', {
      detail: 'Somebody said that two of these are not the same person; nothing was changed. Undo that first.',
    });
  const linked = await connect(tx, {
    subjectId: proposal.high,
    anchorId: proposal.low,
    evidence: {
      kind: 'matched',
      source,
      proposal: proposal.id,
      bits: String(proposal.bits),
      ...(reason ? { reason } : {}),
    },
    deliberate: areBothVerified,
  });
  return linked instanceof Refusal ? linked : linked.value.linkId;
}

async function write(
  tx: Ctx,
  proposal: Proposal,
  to: { state: Decided['state']; linkId?: string; reason?: MergeReason | undefined; laterUntil?: Date | null },
): Promise<Decided> {
  const isOpen = to.state === 'open';
  await sql`update customers.match_proposal set state = ${to.state}, later_until = ${to.laterUntil ?? null},
      link_id = ${to.linkId ?? null}, reason = ${to.reason ?? null},
      decided_at = ${isOpen ? null : tx.clock.now()}, decided_by = ${isOpen ? null : actorKey(tx.actor)}
    where id = ${proposal.id}`.execute(tx.db);
  const now = await customersOf(tx, [proposal.low, proposal.high]);
  const [customerId, otherId] = [now.get(proposal.low) ?? '', now.get(proposal.high) ?? ''];
  await audit(tx, {
    act: 'customers.match.decided',
    target: 'customer',
    targetId: customerId,
    ...(to.reason ? { reason: to.reason } : {}),
    before: { state: proposal.state },
    after: { proposalId: proposal.id, state: to.state, otherCustomerId: otherId, bits: proposal.bits },
  });
  await emit(tx, {
    type: 'customers.match.decided',
    aggregate: 'match_proposal',
    aggregateId: proposal.id,
    aggregateVersion: 1,
    data: { proposalId: proposal.id, decision: to.state, customerId, otherCustomerId: otherId },
  });
  return { id: proposal.id, state: to.state, customerId: to.state === 'merged' ? customerId : null };
}
