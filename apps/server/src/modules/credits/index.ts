import type { Module } from '../../kernel/module.ts';
import { creditsMigrations } from './migrations.ts';
import { creditsPersonal } from './personal.ts';
import { creditsColumns } from './personalColumns.ts';
import { creditsRoutes } from './routes.ts';

export type { Credit } from './credit.ts';
export { giveBackCredit, issueCredit, type NewCredit, type Spending, spendCredit } from './moveCredit.ts';
export { getCredits, reconcileCredits, wasGivenBack } from './readCredits.ts';

/** Store credit: money a customer has with the shop, behind a code, with a ledger. */
export const creditsModule: Module = {
  name: 'credits',
  personalColumns: creditsColumns,
  migrations: creditsMigrations,
  personal: creditsPersonal,
  routes: creditsRoutes,
};
