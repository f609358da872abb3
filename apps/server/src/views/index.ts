import type { FlowParts } from '../flows/parts.ts';
import type { Analytics } from '../kernel/analytics.ts';
import type { Module } from '../kernel/module.ts';
import { availabilityRoute } from './availability.ts';
import { customerPanelRoutes } from './customerPanel.ts';
import { customerProfileRoute } from './customerProfile.ts';
import { floorRoutes } from './floor/index.ts';
import { handOverDeskRoute } from './handOverDesk.ts';
import { healthPageRoute } from './healthPage.ts';
import { inboxRoute } from './inbox.ts';
import { officeProductsRoute } from './officeProducts.ts';
import { officeReturnsRoute } from './officeReturns.ts';
import { officeStockRoutes } from './officeStock.ts';
import { productPageRoute } from './productPage.ts';
import { searchPageRoute } from './searchPage.ts';
import { setupProgressRoute } from './setupProgress.ts';
import { shopOrderPageRoutes } from './shopOrderPage.ts';
import { shopReceiptPageRoute } from './shopReceiptPage.ts';
import { shopVariantsRoute } from './shopVariants.ts';
import { staffOrderPageRoute } from './staffOrderPage.ts';
import { variantStockRoutes } from './variantStock.ts';

/** Reads that span modules, one file a question. */
export function createViewsModule(parts: FlowParts, analytics: Analytics): Module {
  return {
    name: 'views',
    routes: [
      searchPageRoute,
      productPageRoute,
      shopVariantsRoute,
      availabilityRoute,
      ...shopOrderPageRoutes(parts),
      shopReceiptPageRoute,
      ...variantStockRoutes,
      ...customerPanelRoutes(parts),
      customerProfileRoute,
      handOverDeskRoute,
      officeProductsRoute,
      officeReturnsRoute,
      ...officeStockRoutes,
      staffOrderPageRoute,
      healthPageRoute(analytics),
      setupProgressRoute,
      inboxRoute,
      ...floorRoutes,
    ],
  };
}
