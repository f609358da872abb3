import type { FlowParts } from '../flows/parts.ts';
import type { Module } from '../kernel/module.ts';
import { customerPanelRoutes } from './customerPanel.ts';
import { handOverDeskRoute } from './handOverDesk.ts';
import { orderPageRoutes } from './orderPage.ts';
import { productPageRoute } from './productPage.ts';
import { searchPageRoute } from './searchPage.ts';
import { shopVariantsRoute } from './shopVariants.ts';
import { variantStockRoutes } from './variantStock.ts';

/** Reads that span modules, one file a question. */
export function createViewsModule(parts: FlowParts): Module {
  return {
    name: 'views',
    routes: [
      searchPageRoute,
      productPageRoute,
      shopVariantsRoute,
      ...orderPageRoutes,
      ...variantStockRoutes,
      ...customerPanelRoutes(parts),
      handOverDeskRoute,
    ],
  };
}
