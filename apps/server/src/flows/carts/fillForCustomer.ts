import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Result } from '../../kernel/result.ts';
import type { Cart } from '../../modules/carts/index.ts';
import { getThread } from '../../modules/conversations/index.ts';
import { subjectsOf } from '../../modules/customers/index.ts';
import { getHomeMarket } from '../../modules/settings/index.ts';
import { type AddRefusal, putLines } from './addGoods.ts';
import { type CartDone, changeOnce } from './changeOnce.ts';
import { quoteGoods, type WantedGoods } from './quoteGoods.ts';

export type ForWhom = { threadId: string } | { customerId: string };

/**
 * A colleague puts goods into a customer's cart, from the conversation or at the counter: into the cart the customer has,
 * or a new one, at the same price for all channels. The line remembers on whose advice it is there.
 *
 * @throws AppError not_found, archived
 */
export async function fillForCustomer(
  ctx: Ctx,
  input: { person: ForWhom; lines: readonly WantedGoods[] },
): Promise<Result<CartDone, AddRefusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw new AppError('not_allowed');
  const market = await getHomeMarket(ctx);
  return changeOnce(ctx, 'cart.fillForCustomer', async (tx): Promise<Result<Cart, AddRefusal>> => {
    const person = await findPerson(tx, input.person);
    const quoted = await quoteGoods(tx, market, input.lines);
    if (!quoted.ok) return quoted;
    const lines = quoted.value.map((line) => ({ ...line, advisedBy: actor.staffId }));
    const put = await putLines(tx, person, market, lines);
    if (!put.ok) return put;
    await audit(tx, { act: 'carts.filled', target: 'cart', targetId: put.value.id, after: { lines: lines.length } });
    return put;
  });
}

/** @throws AppError not_found */
export async function findPerson(ctx: Ctx, person: ForWhom): Promise<{ subjectId: string; subjectIds: string[] }> {
  const thread = 'threadId' in person ? await getThread(ctx, person.threadId) : undefined;
  const customerId = 'threadId' in person ? (thread?.customerId ?? '') : person.customerId;
  const subjectIds = await subjectsOf(ctx, customerId);
  const subjectId = thread?.subjectId ?? subjectIds[0];
  if (!subjectId) throw new AppError('not_found', { detail: 'There is no such customer.' });
  return { subjectId, subjectIds };
}
