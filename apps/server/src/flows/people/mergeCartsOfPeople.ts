import type { Subscriber } from '../../kernel/relay.ts';
import { mergeCarts, openCartOf } from '../../modules/carts/index.ts';
import { subjectsOf } from '../../modules/customers/index.ts';

/**
 * Two subjects are found to be one person: what each had in a cart is in one cart now, at the lower of two valid quotes,
 * holds included. Doing it twice changes nothing.
 */
export const mergeCartsOfPeople: Subscriber = {
  name: 'carts-follow-customers',
  types: ['customers.subject.linked'],
  async handle(ctx, events) {
    for (const event of events) {
      const { movedSubjectIds, customerId } = event.data as { movedSubjectIds: string[]; customerId: string };
      if (movedSubjectIds.length === 0) continue;
      const others = (await subjectsOf(ctx, customerId)).filter((id) => !movedSubjectIds.includes(id));
      const [from, into] = [await openCartOf(ctx, movedSubjectIds), await openCartOf(ctx, others)];
      if (from && into) await mergeCarts({ ...ctx, cause: event.id }, from.id, into.id);
    }
  },
};
