import { type TestServer, testConfig, testServer } from '../../test/testServer.ts';
import { cartRoutes } from '../flows/carts/routes.ts';
import { statements } from '../kernel/database.ts';
import { createHandoffLinks } from '../modules/carts/index.ts';
import { composeModules } from '../modules.ts';
import { customerPanelRoutes } from './customerPanel.ts';
import { handOverDeskRoute } from './handOverDesk.ts';
import { searchPageRoute } from './searchPage.ts';
import { variantStockRoutes } from './variantStock.ts';

/** For tests: a server on which carts and views answer, whether or not they are composed already. */
export function viewServer(options: { sharing?: TestServer } = {}): Promise<TestServer> {
  const config = testConfig();
  const parts = { links: createHandoffLinks(config), publicUrl: config.publicUrl };
  const known = new Set(
    composeModules(config).modules.flatMap((module) => (module.routes ?? []).map((one) => `${one.method} ${one.path}`)),
  );
  const own = [
    ...cartRoutes(parts),
    ...variantStockRoutes,
    ...customerPanelRoutes(parts),
    searchPageRoute,
    handOverDeskRoute,
  ];
  const routes = own.filter((one) => !known.has(`${one.method} ${one.path}`));
  return testServer({ ...options, extra: [{ name: 'carts-and-views', routes }] });
}

/** Statements an act costs: the least of three runs, for the job queue's own upkeep may fall into one of them. */
export async function costOf(act: () => Promise<unknown>): Promise<number> {
  const costs: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const before = statements.sent;
    await act();
    costs.push(statements.sent - before);
  }
  return Math.min(...costs);
}
