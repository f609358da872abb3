import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { emit } from '../../kernel/outbox.ts';
import type { Fulfilment } from './fulfilment.ts';
import { fulfilmentEvent } from './fulfilmentEvent.ts';
import { getFulfilment } from './readFulfilments.ts';

/** How long it is kept, or who comes for it, changed; in the caller's transaction. Its state stays. */
export async function changePromise(
  ctx: Ctx,
  input: { id: string; keepUntil?: Date | undefined; collector?: string | null | undefined },
): Promise<Fulfilment> {
  return inTransaction(ctx, async (tx) => {
    await sql`update fulfilment.fulfilment set version = version + 1, updated_at = ${tx.clock.now()},
        keep_until = greatest(keep_until, ${input.keepUntil ?? null}::timestamptz),
        collector = ${input.collector === undefined ? sql`collector` : sql`${input.collector}`}
      where id = ${input.id}`.execute(tx.db);
    const work = await getFulfilment(tx, input.id);
    await emit(tx, fulfilmentEvent('promised', work));
    return work;
  });
}
