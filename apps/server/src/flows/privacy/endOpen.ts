import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import type { Person, PersonalData } from '../../kernel/personal.ts';
import { endThreads, threadsOfCustomers } from '../../modules/conversations/index.ts';
import { releaseReservations, reservationsOf } from '../../modules/stock/index.ts';

const liveHolds = async (ctx: Ctx, { subjectIds }: Person) =>
  (await reservationsOf(ctx, { subjectIds, purposes: ['reserve_and_try', 'agent_hold'], limit: 500 })).filter(
    (one) => one.state === 'held',
  );
const openThreads = async (ctx: Ctx, { customerIds }: Person) =>
  [...(await threadsOfCustomers(ctx, customerIds)).values()].filter((thread) => thread.state !== 'closed');

/**
 * What needs nobody's hands and ends with the person: goods kept aside go back on sale, the conversation is closed. First
 * of all, while it is still known whose they are; carts are emptied by their own module. What needs hands (an order, a return) is waited for.
 */
export const endOpen: PersonalData = {
  async ends(ctx, person) {
    const found = [
      { what: 'hold' as const, count: (await liveHolds(ctx, person)).length },
      { what: 'thread' as const, count: (await openThreads(ctx, person)).length },
    ];
    return found.filter(({ count }) => count > 0);
  },

  async erase(ctx, person) {
    return inTransaction(ctx, async (tx) => {
      const holds = await liveHolds(tx, person);
      await releaseReservations(
        tx,
        holds.map((one) => one.id),
        'by_customer',
      );
      const threads = await openThreads(tx, person);
      await endThreads(
        tx,
        threads.map((one) => one.id),
      );
      return {
        ...(holds.length > 0 ? { 'stock.reservation': holds.length } : {}),
        ...(threads.length > 0 ? { 'conversations.thread': threads.length } : {}),
      };
    });
  },
};
