import type { Money } from '../../kernel/money.ts';
import type { Order } from './order.ts';

/** What each rate of tax came to when the order was placed, the highest first. */
export function taxesOf(order: Order): { rateBp: number; net: Money; tax: Money }[] {
  const rates = [...new Set(order.lines.map((line) => line.taxRateBp))].sort((a, b) => b - a);
  const sum = (rateBp: number, of: 'net' | 'tax') => ({
    amount: order.lines.filter((line) => line.taxRateBp === rateBp).reduce((total, line) => total + line[of].amount, 0),
    currency: order.currency,
  });
  return rates.map((rateBp) => ({ rateBp, net: sum(rateBp, 'net'), tax: sum(rateBp, 'tax') }));
}
