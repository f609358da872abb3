import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { moveFulfilment } from './moveFulfilment.ts';
import { fulfilmentsOfReservations } from './readFulfilments.ts';
import { openStates } from './states.ts';

/** The holds ended: whatever work was open for them ends too. Work that is over stays as it was. */
export async function cancelFulfilmentsOf(ctx: Ctx, reservationIds: readonly string[], reason: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const works = await fulfilmentsOfReservations(tx, reservationIds);
    for (const work of works.values()) {
      if (openStates.includes(work.state))
        await moveFulfilment(tx, { id: work.id, to: 'cancelled', happened: 'cancelled', reason });
    }
  });
}
