import type { Actor, Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';

export function shopperOf(ctx: Ctx): Extract<Actor, { kind: 'shopper' }> {
  if (ctx.actor.kind !== 'shopper')
    throw new AppError('session_required', { detail: 'POST /api/shop/session starts one.' });
  return ctx.actor;
}

/** The member of staff who acts; the desk's acts always have a name. */
export function staffOf(ctx: Ctx): string {
  if (ctx.actor.kind !== 'staff') throw new AppError('sign_in_required');
  return ctx.actor.staffId;
}
