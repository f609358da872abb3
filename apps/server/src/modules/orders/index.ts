import type { Module } from '../../kernel/module.ts';
import { ordersLiveRules } from './liveRules.ts';
import { ordersMigrations } from './migrations.ts';
import { ordersRoutes } from './routes.ts';

export { issueAccessToken } from './accessToken.ts';
export { createOrder, type NewOrder, type NewOrderLine } from './createOrder.ts';
export { type DailyTotal, dailyTotals } from './dailyTotals.ts';
export { findOrders, type OrderFilter, type OrderSummary } from './findOrders.ts';
export { importedOrders, markImported } from './importedOrders.ts';
export type { Address, Contact, Credits, LineSnapshot, Order, OrderLine } from './order.ts';
export { getOrder, getOrders, lockOrder, orderOfCart, ordersOf, ordersOfReservations, stepsOf } from './readOrders.ts';
export { type NewCredit, recordCredit } from './recordCredit.ts';
export {
  AddressSchema,
  ShopOrderSchema,
  StaffOrderSchema,
} from './schemas.ts';
export { type SettledLines, settleLines } from './settleLines.ts';
export { type ShopOrder, toShopOrder } from './shopOrder.ts';
export type { OrderState } from './states.ts';
export { type StoreSales, storeSales } from './storeSales.ts';
export { type OrderTransition, type TransitionRefusal, transitionOrder } from './transitionOrder.ts';

export const ordersModule: Module = {
  name: 'orders',
  migrations: ordersMigrations,
  routes: ordersRoutes,
  liveRules: ordersLiveRules,
};
