import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { subjectsOf } from '../customers/index.ts';
import { lockThreadOfSubject } from './lockThread.ts';
import { type Thread, toThread } from './types.ts';

/** The thread of the person behind a subject, opened if there is none. Joins the caller's transaction. */
export async function openThread(ctx: Ctx, subjectId: string): Promise<Thread> {
  return inTransaction(ctx, async (tx) => toThread(await lockThreadOfSubject(tx, subjectId)));
}

/** The same for a customer a colleague wants to write to first. Throws not_found. */
export async function openThreadOfCustomer(ctx: Ctx, customerId: string): Promise<Thread> {
  const [first] = await subjectsOf(ctx, customerId);
  if (!first) throw new AppError('not_found', { detail: 'There is no such customer.' });
  return openThread(ctx, first);
}
