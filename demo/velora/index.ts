/** The demo retailer Velora: pure data and pure functions. A loader turns them into platform writes. */
export { attributeDefinitions } from './attributes.ts';
export { addDays } from './calendar.ts';
export { categories } from './categories.ts';
export { policies, retailer } from './content.ts';
export { deliveryRates, zoneOfPostcode } from './delivery-rates.ts';
export type * from './history/events.ts';
export { endOfHistory, generateHistory, ordersOf, startOfHistory } from './history.ts';
export { locations } from './locations.ts';
export { macros } from './macros.ts';
export { makers } from './makers.ts';
export { type OpenConversation, openConversations } from './open-conversations.ts';
export { shopperOf, shoppers } from './people.ts';
export { drawDimensions, drawPicture } from './pictures.ts';
export { entries, products } from './products.ts';
export { lowestBefore, priceHistory, promotionsOn } from './promotions.ts';
export { staff, staffOf } from './staff.ts';
export { stockRows } from './stock.ts';
export type * from './types.ts';
