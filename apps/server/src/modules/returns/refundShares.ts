/**
 * What the next `units` of a line are worth, minor units: the difference of two rounded totals, so that all partial
 * returns of a line, in whatever pieces and order, sum to exactly what the line cost.
 */
export function shareOfUnits(gross: number, quantity: number, settledBefore: number, units: number): number {
  return worthOf(gross, quantity, settledBefore + units) - worthOf(gross, quantity, settledBefore);
}

/** gross · units / quantity, rounded half up; exact for all safe integers. */
function worthOf(gross: number, quantity: number, units: number): number {
  const [g, q, u] = [BigInt(gross), BigInt(quantity), BigInt(units)];
  return Number((2n * g * u + q) / (2n * q));
}

export interface DeliveryToRefund {
  /** What delivery of the contract cost. */
  paid: number;
  /** The cheapest delivery on offer; null = what was paid was it. */
  standard: number | null;
  goods: readonly { bought: number; withdrawnBefore: number; withdrawnNow: number }[];
}

/**
 * Delivery is given back once the whole contract is withdrawn from, in however many steps, and never more of it than the
 * standard way costs (directive 2011/83, article 13).
 */
export function deliveryRefund({ paid, standard, goods }: DeliveryToRefund): number {
  const isWhole = goods.length > 0 && goods.every((line) => line.withdrawnBefore + line.withdrawnNow === line.bought);
  return isWhole && goods.some((line) => line.withdrawnNow > 0) ? Math.min(paid, standard ?? paid) : 0;
}
