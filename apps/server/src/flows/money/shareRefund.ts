/** What one payment can still give back. */
export interface Refundable {
  paymentId: string;
  /** Minor units. */
  left: number;
}

/**
 * Shares an amount out over the payments of an order, the last one first: who paid a deposit by transfer and the rest at
 * the counter gets the counter's money back first. undefined: together they cannot give so much.
 */
export function shareRefund(amount: number, oldestFirst: readonly Refundable[]): Refundable[] | undefined {
  const shares: Refundable[] = [];
  let owed = amount;
  for (const { paymentId, left } of [...oldestFirst].reverse()) {
    const share = Math.min(owed, left);
    if (share > 0) shares.push({ paymentId, left: share });
    owed -= Math.max(share, 0);
  }
  return owed === 0 ? shares : undefined;
}
