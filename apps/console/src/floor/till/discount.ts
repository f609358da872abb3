import type { Money } from '@throughline/ui/format';

/** As the API takes it. */
export interface Discount {
  discount: { newUnit: Money } | { basisPoints: number };
  reason: string;
}

/** A piece's price after a discount by hand; rounded as the server rounds, in the shop's favour. */
export function discounted(unit: Money, discount: Discount | undefined): Money {
  if (!discount) return unit;
  const asked = discount.discount;
  if ('newUnit' in asked) return asked.newUnit;
  return { ...unit, amount: unit.amount - Math.floor((unit.amount * asked.basisPoints) / 10_000) };
}

/** Whether it is a discount, and within a limit of so many basis points. */
export function judgeDiscount(unit: Money, discount: Discount, limitBp: number): 'ok' | 'none' | 'over' {
  const after = discounted(unit, discount).amount;
  if (after >= unit.amount || after < 0) return 'none';
  return Math.ceil(((unit.amount - after) * 10_000) / unit.amount) > limitBp ? 'over' : 'ok';
}

/** What was typed as money ("3 869,50", "3,869.50"), in minor units; undefined where it is none. */
export function readMoney(text: string, currency: string): Money | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/[^\d.,]/g, '');
  const match = /^(\d[\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(plain);
  if (!match?.[1]) return undefined;
  const whole = Number(match[1].replace(/[.,]/g, ''));
  const amount = whole * 100 + Number((match[2] ?? '').padEnd(2, '0') || '0');
  return Number.isSafeInteger(amount) ? { amount, currency } : undefined;
}
