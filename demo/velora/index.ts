/** The demo retailer Velora: pure data and pure functions. A loader turns them into platform writes. */
export { attributeDefinitions } from './attributes.ts';
export { addDays, addMinutes, daysBetween, instantOf, weekdayOf } from './calendar.ts';
export { categories, categoryBranch } from './categories.ts';
export { policies, retailer, returnTerms, tagline } from './content.ts';
export { deliveryClassOf, deliveryRates, zoneOfPostcode } from './delivery-rates.ts';
export type * from './history/events.ts';
export { endOfHistory, generateHistory, ordersOf, startOfHistory, stockUsedBy } from './history.ts';
export { hoursOn, locationOf, locations, stores, WAREHOUSE } from './locations.ts';
export { makers } from './makers.ts';
export { shopperOf, shoppers } from './people.ts';
export { drawDimensions, drawPicture } from './pictures.ts';
export { entries, findEntry, products } from './products.ts';
export { lowestBefore, priceHistory, promotionsOn, velvetSofas } from './promotions.ts';
export { agents, staff, staffOf } from './staff.ts';
export { stockLevel, stockRows } from './stock.ts';
export type * from './types.ts';
