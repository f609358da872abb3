import type { Step } from './loading.ts';
import { loadHistory } from './steps/loadHistory.ts';
import { loadOpenConversations } from './steps/loadOpenConversations.ts';
import { receiveStock, setStockLimits, takeStock } from './steps/loadStock.ts';
import { loadVisits } from './steps/loadVisits.ts';
import { saveDictionary } from './steps/saveDictionary.ts';
import { saveGoods } from './steps/saveGoods.ts';
import { saveMacros } from './steps/saveMacros.ts';
import { savePlaces } from './steps/savePlaces.ts';
import { savePrices, savePromotions } from './steps/savePrices.ts';
import { saveRetailer } from './steps/saveRetailer.ts';
import { saveShoppers } from './steps/saveShoppers.ts';
import { saveSmartLink } from './steps/saveSmartLink.ts';
import { saveStaff } from './steps/saveStaff.ts';

/** In this order: each needs those before it. */
export const steps: readonly Step[] = [
  { name: 'retailer', title: 'Retailer, delivery, policies', run: saveRetailer },
  { name: 'locations', title: 'Locations', run: savePlaces },
  { name: 'dictionary', title: 'Categories and attributes', run: saveDictionary },
  { name: 'products', title: 'Products', run: saveGoods },
  { name: 'prices', title: 'Prices', run: savePrices },
  { name: 'promotions', title: 'Promotions', run: savePromotions },
  { name: 'staff', title: 'Staff', run: saveStaff },
  { name: 'shoppers', title: 'Shoppers', run: saveShoppers },
  { name: 'macros', title: 'Macros of the contact centre', run: saveMacros },
  { name: 'stock', title: 'Opening stock', run: receiveStock },
  { name: 'history', title: 'Six weeks of orders, holds and chats', run: loadHistory },
  { name: 'stocktaking', title: 'Stocktaking', run: takeStock },
  { name: 'stock-limits', title: 'Display pieces and deliveries on their way', run: setStockLimits },
  { name: 'open-conversations', title: 'Conversations of today', run: loadOpenConversations },
  { name: 'smart-link', title: 'Smart link of the advertisement', run: saveSmartLink },
  { name: 'visits', title: 'Web visits', run: loadVisits },
];
