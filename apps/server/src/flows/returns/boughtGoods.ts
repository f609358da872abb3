import type { Sale } from './readSale.ts';

/** What the arithmetic of a return needs of its order. */
export function boughtGoods({ order, policy }: Pick<Sale, 'order' | 'policy'>) {
  const delivery = order.lines.find((line) => line.kind === 'delivery' && line.state !== 'cancelled');
  return {
    lines: order.lines
      .filter((line) => line.kind === 'goods' && line.state !== 'cancelled')
      .map((line) => ({ orderLineId: line.id, quantity: line.quantity, gross: line.gross.amount })),
    delivery: delivery && {
      orderLineId: delivery.id,
      paid: delivery.gross.amount,
      standard: policy.standardDelivery,
    },
  };
}
