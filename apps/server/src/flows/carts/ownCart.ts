import { sql } from 'kysely';
import type { Actor, Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Cart, cartsOfLines, createFirstCart, type NewLine, openCartOf } from '../../modules/carts/index.ts';
import type { Market } from '../../modules/settings/index.ts';

export function shopperOf(ctx: Ctx): Extract<Actor, { kind: 'shopper' }> {
  if (ctx.actor.kind !== 'shopper') throw new AppError('session_required');
  return ctx.actor;
}

/** The cart this shopper is filling, if there is one. One statement. */
export function findOwnCart(ctx: Ctx): Promise<Cart | undefined> {
  return openCartOf(ctx, shopperOf(ctx).subjectIds);
}

/** @throws AppError not_found */
export async function ownCart(ctx: Ctx): Promise<Cart> {
  const cart = await findOwnCart(ctx);
  if (!cart) throw new AppError('not_found', { detail: 'There is no cart yet; the first goods make one.' });
  return cart;
}

/** The cart of a line of one's own; another person's line and none are the same. @throws AppError not_found */
export async function cartOfOwnLine(ctx: Ctx, lineId: string): Promise<Cart> {
  const cart = (await cartsOfLines(ctx, [lineId])).get(lineId);
  if (!cart) throw new AppError('not_found', { detail: 'This line is not in your cart.' });
  return cart;
}

/**
 * The open cart of a person, or a new one with `lines` in it (`isNew`). Two tabs that add the first goods at once wait
 * here for each other: a second cart would hide what is in the first.
 */
export async function ensureCart(
  tx: Ctx,
  person: { subjectId: string; subjectIds: readonly string[] },
  market: Market,
  lines: NewLine[],
): Promise<{ cart: Cart; isNew: boolean }> {
  const known = await openCartOf(tx, person.subjectIds);
  if (known) return { cart: known, isNew: false };
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cart:${person.subjectId}`}, 0))`.execute(tx.db);
  const cart = await createFirstCart(tx, {
    market: market.code,
    currency: market.currency,
    subjectId: person.subjectId,
    lines,
    unlessOpenFor: person.subjectIds,
  });
  if (cart) return { cart, isNew: true };
  const made = await openCartOf(tx, person.subjectIds);
  if (!made) throw new AppError('internal', { detail: 'an open cart was found and is not there' });
  return { cart: made, isNew: false };
}
