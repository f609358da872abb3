import type { FlowParts } from '../flows/parts.ts';
import type { Analytics } from '../kernel/analytics.ts';
import type { Module } from '../kernel/module.ts';
import { customerPanelRoutes } from './customerPanel.ts';
import { floorRoutes } from './floor/index.ts';
import { handOverDeskRoute } from './handOverDesk.ts';
import { healthPageRoute } from './healthPage.ts';
import { officeProductsRoute } from './officeProducts.ts';
import { officeStockRoutes } from './officeStock.ts';
import { orderPageRoute } from './orderPage.ts';
import { inboxRoute } from './inbox.ts';
import { productPageRoute } from './productPage.ts';
import { searchPageRoute } from './searchPage.ts';
import { setupProgressRoute } from './setupProgress.ts';
import { variantStockRoutes } from './variantStock.ts';

/** Reads that span modules, one file a question. */
export function createViewsModule(parts: FlowParts, analytics: Analytics): Module {
  return {
    name: 'views',
    routes: [
      searchPageRoute,
      productPageRoute,
      ...variantStockRoutes,
      ...customerPanelRoutes(parts),
      handOverDeskRoute,
      officeProductsRoute,
      ...officeStockRoutes,
      orderPageRoute,
      healthPageRoute(analytics),
      setupProgressRoute,
      inboxRoute,
      ...floorRoutes,
    ],
  };
}
