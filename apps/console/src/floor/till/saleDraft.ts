import { useSyncExternalStore } from 'react';
import type { Discount } from './discount.ts';

export interface DraftLine {
  variantId: string;
  quantity: number;
  discount?: Discount | undefined;
}

/** What lies on the counter; kept on the device, so that neither a lock nor another person at it loses it. */
export interface SaleDraft {
  lines: DraftLine[];
  /** A cart handed over by its code, instead of lines. */
  code?: string | undefined;
  /** By hand on pieces of that cart, by variant. */
  discounts?: Record<string, Discount> | undefined;
  customerId?: string | undefined;
  couponCode?: string | undefined;
}

const key = 'floor.sale';
const empty: SaleDraft = { lines: [] };
const listeners = new Set<() => void>();
let text: string | null | undefined;
let draft: SaleDraft = empty;

function read(): SaleDraft {
  const stored = localStorage.getItem(key);
  if (stored === text) return draft;
  text = stored;
  try {
    draft = stored ? (JSON.parse(stored) as SaleDraft) : empty;
  } catch {
    draft = empty;
  }
  return draft;
}

export const saleNow = (): SaleDraft => read();

export function keepSale(next: SaleDraft): void {
  localStorage.setItem(key, JSON.stringify(next));
  for (const listener of listeners) listener();
}

/** A discount by hand on a piece, or none any more; of a cart by code the cart itself stays as it is. */
export function discountSale(variantId: string, discount: Discount | undefined): void {
  const sale = read();
  if (sale.code) {
    const { [variantId]: _, ...others } = sale.discounts ?? {};
    keepSale({ ...sale, discounts: { ...others, ...(discount ? { [variantId]: discount } : {}) } });
    return;
  }
  const lines = sale.lines.map((line) =>
    line.variantId === variantId ? { variantId, quantity: line.quantity, ...(discount ? { discount } : {}) } : line,
  );
  keepSale({ ...sale, lines });
}

export const clearSale = (): void => keepSale(empty);

/** One more of it, on its own line. A cart by code is sold as it is. */
export function addToSale(variantId: string, quantity = 1): void {
  const sale = read();
  const known = sale.lines.find((line) => line.variantId === variantId);
  const lines = known
    ? sale.lines.map((line) => (line === known ? { ...line, quantity: line.quantity + quantity } : line))
    : [...sale.lines, { variantId, quantity }];
  keepSale({ ...sale, lines: lines.filter((line) => line.quantity > 0) });
}

export const useSale = (): SaleDraft =>
  useSyncExternalStore((changed) => {
    listeners.add(changed);
    addEventListener('storage', changed);
    return () => {
      listeners.delete(changed);
      removeEventListener('storage', changed);
    };
  }, read);
