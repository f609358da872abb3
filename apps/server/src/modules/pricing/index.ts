import type { Module } from '../../kernel/module.ts';
import { pricingMigrations } from './migrations.ts';
import { pricingPersonal } from './personal.ts';
import { pricingColumns } from './personalColumns.ts';
import { routes } from './routes.ts';
import { promotionClock } from './tellPromotions.ts';

export type { AskedDiscount, CheckedDiscount } from './checkManualDiscount.ts';
export { archivePromotion, endPromotion } from './endPromotion.ts';
export type { ExplainedReduction } from './explainPrice.ts';
export { followTaxClasses } from './followTaxClasses.ts';
export { grantManualDiscount, type ManualDiscountInput } from './grantManualDiscount.ts';
export { importPrices, type PriceImport } from './importPrices.ts';
export { type LowestPrice, lowestBetween } from './lowestIn30Days.ts';
export { type Payable, payable } from './payable.ts';
export { type HistoryPromotion, type HistoryRow, type PriceHistory, priceHistory } from './priceHistory.ts';
export { type LinesToPrice, type LineToPrice, type PricedLine, type PricedLines, priceLines } from './priceLines.ts';

export { quotePrices } from './quotePrices.ts';
export { getPromotion, type ListedPromotion, promotionByCode } from './readPromotions.ts';
export { recallPrices } from './recallPrices.ts';

export { importPromotion, type PromotionInput, savePromotion } from './savePromotion.ts';
export { type PriceChange, type PriceInput, setPrices } from './setPrices.ts';
export { addTaxRate, getTaxRates, setTaxClasses } from './taxes.ts';
export type {
  AppliedPrice,
  CodePromotion,
  ManualDiscount,
  PriceQuote,
  PriceRow,
  Promotion,
  PromotionSpan,
  PromotionState,
  Reduction,
} from './types.ts';

export const pricingModule: Module = {
  name: 'pricing',
  personal: pricingPersonal,
  personalColumns: pricingColumns,
  migrations: pricingMigrations,
  routes,
  jobs: [promotionClock],
};
