import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import type { Result } from '../../kernel/result.ts';
import type { Fulfilment } from './fulfilment.ts';
import { byActor, type MoveRefusal, moveFulfilment } from './moveFulfilment.ts';
import type { Parcel } from './parcel.ts';

/** The goods left with the customer. Of two associates the first wins; the second is told who it was and when. */
export async function markHandedOver(
  ctx: Ctx,
  input: { id: string; orderId?: string | undefined; collectedBy?: string | undefined; idSeen?: boolean | undefined },
): Promise<Result<Fulfilment, MoveRefusal>> {
  return inTransaction(ctx, (tx) =>
    moveFulfilment(tx, {
      id: input.id,
      to: 'handed_over',
      happened: 'handed_over',
      set: sql`, done_by = ${byActor(tx)}::uuid, done_at = ${tx.clock.now()}, order_id = coalesce(f.order_id, ${input.orderId ?? null}::uuid),
        collected_by = ${input.collectedBy ?? null}, id_seen = ${input.idSeen ?? false}`,
    }),
  );
}

/** A parcel left the house, with what is known of it on its way. */
export async function markShipped(
  ctx: Ctx,
  input: { id: string; parcel?: Parcel; label?: string | undefined },
): Promise<Result<Fulfilment, MoveRefusal>> {
  const { carrier = null, trackingNumber = null, trackingUrl = null } = input.parcel ?? {};
  return inTransaction(ctx, (tx) =>
    moveFulfilment(tx, {
      id: input.id,
      to: 'shipped',
      happened: 'shipped',
      reason: input.label,
      set: sql`, done_by = ${byActor(tx)}::uuid, done_at = ${tx.clock.now()},
        carrier = ${carrier}, tracking_number = ${trackingNumber}, tracking_url = ${trackingUrl}`,
    }),
  );
}
