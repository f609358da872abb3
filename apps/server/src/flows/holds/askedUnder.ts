import { actorKey, type Ctx } from '../../kernel/context.ts';
import { fingerprintOf } from '../../kernel/idempotency.ts';

/** A fingerprint of who asks under which key, kept with a hold so that a repeat of the request is known from another one. */
export const askedUnder = (ctx: Ctx): string | null =>
  ctx.idempotency ? fingerprintOf([actorKey(ctx.actor), ctx.idempotency.key]) : null;
