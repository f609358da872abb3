import type { Fulfilment } from '../../modules/fulfilment/index.ts';
import type { Order, OrderLine } from '../../modules/orders/index.ts';
import type { Payment } from '../../modules/payments/index.ts';

type Line = Pick<OrderLine, 'kind' | 'state' | 'reservationId' | 'way' | 'gross'>;
type Work = Pick<Fulfilment, 'kind' | 'reservationId'>;

/** What is handed over with this work: of a line that was cancelled or moved elsewhere nothing. */
export const isOfWork = (line: Line, work: Work): boolean =>
  line.kind === 'goods' && line.state === 'open' && (work.kind === 'hold' || line.reservationId === work.reservationId);

/** Minor units that came in and were not given back. */
export const receivedOf = (payments: readonly Pick<Payment, 'captured' | 'refunded'>[]): number =>
  payments.reduce((sum, payment) => sum + payment.captured.amount - payment.refunded.amount, 0);

/**
 * What is to be paid when this work is handed over, minor units: everything the order is worth and nobody has paid, less
 * what stays in a store for another day. Nobody pays at the counter for goods that are not there; what is sent home is
 * paid before it leaves.
 */
export function owedNow(
  order: Pick<Order, 'paidAt' | 'worth'> & { lines: readonly Line[] },
  received: number,
  work: Work,
): number {
  if (order.paidAt !== null) return 0;
  const stays = order.lines
    .filter(
      (line) =>
        line.kind === 'goods' && line.state === 'open' && line.way.method !== 'delivery' && !isOfWork(line, work),
    )
    .reduce((sum, line) => sum + line.gross.amount, 0);
  return Math.max(0, order.worth.gross.amount - received - stays);
}
