import type { Answer, Body } from '@throughline/client';
import type { SaleDraft } from './saleDraft.ts';

export type Quote = Answer<'/api/staff/floor/quote', 'post'>;
export type QuoteLine = Quote['lines'][number];
export type Order = Answer<'/api/staff/sales', 'post'>;

/** What is being sold, as the server asks for it: a cart by its code, or lines. */
export const goodsOf = (sale: SaleDraft): Body<'/api/staff/floor/quote', 'post'>['goods'] =>
  sale.code
    ? {
        code: sale.code,
        discounts: Object.entries(sale.discounts ?? {}).map(([variantId, discount]) => ({ variantId, discount })),
      }
    : {
        lines: sale.lines.map(({ variantId, quantity, discount }) => ({
          variantId,
          quantity,
          ...(discount ? { discount } : {}),
        })),
      };
