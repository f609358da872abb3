import type { Subscriber } from '../../kernel/relay.ts';
import { joinThreads } from './joinThreads.ts';
import { separateThread } from './separateThread.ts';

interface SubjectsMoved {
  customerId: string;
  fromCustomerId: string;
  movedSubjectIds: string[];
}

/**
 * Threads follow their people: joined when two customers are found to be one, taken apart when that is undone. A flow
 * that links may call joinThreads itself, in its transaction; then there is nothing left to do here.
 */
export const followCustomers: Subscriber = {
  name: 'conversations-follow-customers',
  types: ['customers.subject.linked', 'customers.subject.unlinked'],
  async handle(ctx, events) {
    for (const event of events) {
      const { customerId, fromCustomerId, movedSubjectIds } = event.data as unknown as SubjectsMoved;
      if (movedSubjectIds.length === 0) continue;
      const caused = { ...ctx, cause: event.id };
      if (event.type === 'customers.subject.linked') await joinThreads(caused, fromCustomerId, customerId);
      else
        await separateThread(caused, {
          fromCustomer: fromCustomerId,
          toCustomer: customerId,
          subjectIds: movedSubjectIds,
        });
    }
  },
};
