import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import type { Fulfilment } from './fulfilment.ts';
import { fulfilmentEvent } from './fulfilmentEvent.ts';
import { getFulfilment } from './readFulfilments.ts';
import { openStates } from './states.ts';

/**
 * How long it is kept, or who comes for it, changed; in the caller's transaction. Its state stays.
 *
 * @throws AppError version_conflict when the work is over
 */
export async function changePromise(
  ctx: Ctx,
  input: { id: string; keepUntil?: Date | undefined; collector?: string | null | undefined },
): Promise<Fulfilment> {
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql`update fulfilment.fulfilment set version = version + 1, updated_at = ${tx.clock.now()},
        keep_until = greatest(keep_until, ${input.keepUntil ?? null}::timestamptz),
        collector = ${input.collector === undefined ? sql`collector` : sql`${input.collector}`}
      where id = ${input.id} and state = any (${[...openStates]}::text[]) returning id`.execute(tx.db);
    if (rows.length === 0)
      throw new AppError('version_conflict', { detail: 'It was changed meanwhile; look at it again.' });
    const work = await getFulfilment(tx, input.id);
    await emit(tx, fulfilmentEvent('promised', work));
    return work;
  });
}
