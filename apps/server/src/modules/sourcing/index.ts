export { type Alternative, alternativesFor } from './alternatives.ts';
export { chooseSource } from './chooseSource.ts';
export { type Demand, type Plan, type StockWord, stockWord, type Why } from './policy.ts';
export { type DeliveryOffer, type PlaceWithStock, type WaysToGet, waysToGet, waysToShow } from './waysToGet.ts';
