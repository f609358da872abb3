import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Fulfilment } from './fulfilment.ts';
import { fulfilmentEvent } from './fulfilmentEvent.ts';
import type { Parcel } from './parcel.ts';
import { getFulfilment } from './readFulfilments.ts';

/**
 * What is known of a parcel that left already, given later or put right; in the caller's transaction. Where nothing
 * differs nothing is written and nobody hears of it.
 *
 * @throws AppError not_found
 */
export async function changeTracking(
  ctx: Ctx,
  input: { id: string; parcel: Parcel },
): Promise<Result<{ fulfilment: Fulfilment; isChanged: boolean }, 'illegal_transition'>> {
  const { carrier, trackingNumber, trackingUrl } = input.parcel;
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql`update fulfilment.fulfilment set version = version + 1, updated_at = ${tx.clock.now()},
        carrier = ${carrier}, tracking_number = ${trackingNumber}, tracking_url = ${trackingUrl}
      where id = ${input.id} and state = 'shipped'
        and (carrier, tracking_number, tracking_url) is distinct from (${carrier}::text, ${trackingNumber}::text, ${trackingUrl}::text)
      returning id`.execute(tx.db);
    const fulfilment = await getFulfilment(tx, input.id);
    if (fulfilment.state !== 'shipped')
      return refuse('illegal_transition', {
        detail: 'It has not left yet: give the number when it does. Nothing was changed.',
        state: fulfilment.state,
      });
    if (rows.length > 0) await emit(tx, fulfilmentEvent('tracking_changed', fulfilment));
    return ok({ fulfilment, isChanged: rows.length > 0 });
  });
}
