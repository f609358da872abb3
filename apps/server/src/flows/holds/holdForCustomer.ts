import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { getThread, threadsOfCustomers } from '../../modules/conversations/index.ts';
import { subjectsOf } from '../../modules/customers/index.ts';
import { getLocation } from '../../modules/locations/index.ts';
import type { FlowParts } from '../parts.ts';
import { checkHoldable } from './checkHoldable.ts';
import { completeHold } from './completeHold.ts';
import { type HoldRefusal, holdGoods } from './holdGoods.ts';
import { type HoldLength, holdUntil } from './holdUntil.ts';
import { type Hold, readHold } from './readHolds.ts';

export interface HoldForCustomer {
  /** The conversation it is made from, or the customer (after a call, at the counter). */
  person: { threadId: string } | { customerId: string };
  variantId: string;
  locationId: string;
  quantity: number;
  /** As long as the role allows unless said. */
  length?: HoldLength | undefined;
}

/**
 * A colleague holds goods in a store for a customer, in the customer's name: one act from chat, call or counter. The
 * confirmation reaches the customer in the chat and by e-mail, the store gets its task. Everybody may hold everywhere: who
 * has the customer in front of them and the goods in another store must not send her there on trust.
 */
export async function holdForCustomer(
  ctx: Ctx,
  parts: FlowParts,
  input: HoldForCustomer,
): Promise<Result<Hold, HoldRefusal | 'hold_limit_exceeded' | 'not_offered'>> {
  if (ctx.actor.kind !== 'staff') throw new AppError('not_allowed');
  const person = await findPerson(ctx, input.person);
  const location = await getLocation(ctx, input.locationId);
  await checkHoldable(ctx, location, input.variantId);
  const until = await holdUntil(ctx, { kind: 'agent_hold', location, length: input.length });
  if (!until.ok) return until;
  const held = await holdGoods(ctx, {
    ...person,
    variantId: input.variantId,
    quantity: input.quantity,
    locationId: location.id,
    purpose: 'agent_hold',
    until: until.value,
    near: location.point,
    heldBy: ctx.actor.staffId,
    advisedBy: ctx.actor.staffId,
  });
  if (!held.ok) return held;
  await completeHold(ctx, parts, held.value);
  return ok(await readHold(ctx, parts, held.value.reservationId));
}

async function findPerson(ctx: Ctx, person: HoldForCustomer['person']) {
  if ('threadId' in person) {
    const thread = await getThread(ctx, person.threadId);
    return { subjectId: thread.subjectId, subjectIds: await subjectsOf(ctx, thread.customerId), threadId: thread.id };
  }
  const subjectIds = await subjectsOf(ctx, person.customerId);
  const [subjectId] = subjectIds;
  if (!subjectId) throw new AppError('not_found', { detail: 'There is no such customer.' });
  const thread = (await threadsOfCustomers(ctx, [person.customerId])).get(person.customerId);
  return { subjectId, subjectIds, threadId: thread?.id };
}
