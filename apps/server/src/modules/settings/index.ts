import type { Module } from '../../kernel/module.ts';
import { settingsMigrations } from './migrations.ts';
import { settingsColumns } from './personalColumns.ts';
import { routes } from './routes.ts';

export { chooseZone } from './chooseZone.ts';
export { getHomeMarketAndZones } from './getHomeMarketAndZones.ts';
export { getDiscountLimit, getHoldLimit, getIdLimit, getLimits } from './getLimits.ts';
export { getPolicy } from './getPolicy.ts';
export { getRetailer } from './getRetailer.ts';
export { deliveryZoneFor, listDeliveryZones } from './listDeliveryZones.ts';
export { getHomeMarket, getMarket, listMarkets } from './listMarkets.ts';
export { readStoreInfo, type StoreInfo } from './readStoreInfo.ts';
export { recallDeliveryZones, recallRetailer } from './recallSettings.ts';
export { type DeliveryZoneInput, saveDeliveryZones } from './saveDeliveryZones.ts';
export { type LimitsChange, saveLimits } from './saveLimits.ts';
export { type MarketInput, saveMarket } from './saveMarket.ts';
export { savePolicy } from './savePolicy.ts';
export { isTimeZone } from './timeZone.ts';
export type {
  DeliveryMethod,
  DeliveryZone,
  DiscountLimits,
  HoldLimits,
  HoldPurpose,
  HoldRole,
  LegalFacts,
  Limits,
  Market,
  Policy,
  PolicyKind,
  Retailer,
} from './types.ts';

export { type RetailerChange, updateRetailer } from './updateRetailer.ts';

export const settingsModule: Module = {
  name: 'settings',
  personalColumns: settingsColumns,
  migrations: settingsMigrations,
  routes,
};
