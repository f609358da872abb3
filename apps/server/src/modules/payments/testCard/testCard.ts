import type { Ctx } from '../../../kernel/context.ts';
import type { FollowUpRequest, Outcome, PaymentProvider } from '../provider.ts';
import { judge } from './cards.ts';
import { recall, remember } from './memory.ts';

async function followUp(ctx: Ctx, kind: 'capture' | 'void' | 'refund', request: FollowUpRequest): Promise<Outcome> {
  const { charge } = await remember(ctx, {
    key: request.key,
    kind,
    parentRef: request.providerRef,
    amount: request.amount,
    approved: true,
    reason: null,
    last4: null,
  });
  return { result: 'approved', providerRef: charge.ref };
}

/**
 * A card acquirer in this process, for development, demos and tests, behind the interface of a real one. What it did it
 * remembers by its own idempotency key, committed before it answers, so that a retry after a crash of ours finds the
 * earlier charge. Numbers: 4242424242424242 approves, 4000000000000002 is declined, 4000000000009995 has insufficient
 * funds, 4000000000000119 is charged but the answer is lost.
 */
export const testCard: PaymentProvider = {
  name: 'test_card',
  async authorise(ctx, request) {
    const verdict = judge(request.instrument, ctx.clock.now());
    const last4 = request.instrument.kind === 'card' ? request.instrument.number.slice(-4) : null;
    const { charge, isNew } = await remember(ctx, {
      key: request.key,
      kind: 'authorise',
      parentRef: null,
      amount: request.amount,
      approved: verdict.approved,
      reason: verdict.approved ? null : verdict.reason,
      last4,
    });
    if (isNew && verdict.approved && verdict.lost)
      throw new Error('test_card: the connection was lost before the answer');
    return charge.approved
      ? { result: 'approved', providerRef: charge.ref, cardLast4: last4 ?? undefined }
      : { result: 'declined', reason: charge.reason ?? 'card_declined', providerRef: charge.ref };
  },
  capture: (ctx, request) => followUp(ctx, 'capture', request),
  void: (ctx, request) => followUp(ctx, 'void', request),
  refund: (ctx, request) => followUp(ctx, 'refund', request),
  async lookUp(ctx, { key }) {
    const charge = await recall(ctx, key);
    if (!charge) return undefined;
    return charge.approved
      ? { result: 'approved', providerRef: charge.ref, cardLast4: charge.last4 ?? undefined }
      : { result: 'declined', reason: charge.reason ?? 'card_declined', providerRef: charge.ref };
  },
};
