import { floorFindRoute } from './floorFind.ts';
import { floorQueueRoute } from './floorQueue.ts';
import { floorWorkRoute } from './floorWork.ts';
import { storeDayRoute } from './storeDay.ts';
import { tillQuoteRoute } from './tillQuote.ts';

/** What the screens of a store read. */
export const floorRoutes = [floorQueueRoute, floorWorkRoute, floorFindRoute, tillQuoteRoute, storeDayRoute];
