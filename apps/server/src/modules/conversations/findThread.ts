import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { tables } from './tables.ts';
import type { ThreadRow } from './types.ts';

/** A thread by id; one that was joined into another leads there. Throws not_found. */
export async function findThread(ctx: Ctx, threadId: string): Promise<ThreadRow> {
  let id = threadId;
  for (let round = 0; round < 10; round += 1) {
    const row = await tables(ctx)
      .selectFrom('conversations.thread')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) break;
    if (row.joined_into === null) return row;
    id = row.joined_into;
  }
  throw new AppError('not_found', { detail: 'There is no such conversation.' });
}
