export { type Alternative, alternativesFor } from './alternatives.ts';
export { chooseSource } from './chooseSource.ts';
export { collectOn, deliveredBy, isPast, type OnDate } from './onDate.ts';
export { lastOf, type ParcelDays, parcelDays, type Sender } from './parcelDays.ts';
export { type Demand, type Plan, type StockWord, stockWord, type Why } from './policy.ts';
export {
  type DeliveryOffer,
  type OfferedMethod,
  type PlaceWithStock,
  type WaysQuery,
  type WaysToGet,
  waysToGet,
  waysToShow,
} from './waysToGet.ts';
