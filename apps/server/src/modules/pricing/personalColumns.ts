import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const pricingColumns: Readonly<Record<string, ColumnsOfText>> = {
  'pricing.manual_discount': { erased: 'reason', nobody: 'currency staff_id role' },
  'pricing.price': { nobody: 'market currency reason actor' },
  'pricing.price_head': { nobody: 'market' },
  'pricing.promotion': { nobody: 'market name scope code zone actor' },
  'pricing.tax_class': { nobody: 'code name' },
  'pricing.tax_rate': { nobody: 'market tax_class' },
  'pricing.variant_tax': { nobody: 'tax_class' },
};
