import type { Module } from '../../kernel/module.ts';
import { ordersLiveRules } from './liveRules.ts';
import { ordersMigrations } from './migrations.ts';
import { ordersPersonal } from './personal.ts';
import { ordersColumns } from './personalColumns.ts';
import { ordersRoutes } from './routes.ts';

export { issueAccessToken } from './accessToken.ts';
export { answerReceipt } from './answerReceipt.ts';
export { type CancelledLines, cancelLines } from './cancelLines.ts';
export type { LinePart } from './carveLines.ts';
export { createOrder, type NewOrder, type NewOrderLine } from './createOrder.ts';
export { type DailyTotal, dailyTotals } from './dailyTotals.ts';
export { discountLine } from './discountLine.ts';
export { findOrders, type OrderFilter, type OrderSummary } from './findOrders.ts';
export { importedOrders, markImported } from './importedOrders.ts';
export { issueReceipt } from './issueReceipt.ts';
export { type MovedLines, moveLines } from './moveLines.ts';
export { addNote, type Mention, mentionsOf, type Note, notesOf, seeMention } from './notes.ts';
export type {
  Address,
  Contact,
  Credits,
  LineSnapshot,
  Order,
  OrderDelivery,
  OrderLine,
  Way as OrderWay,
} from './order.ts';
export { orderIdsOfPerson } from './personal.ts';
export { getOrder, getOrders, lockOrder, orderOfCart, ordersOf, ordersOfReservations, stepsOf } from './readOrders.ts';
export { lockReceipt, type Receipt, type ReceiptState, readReceipt } from './readReceipt.ts';
export { changesOf, type NewChange, type RecordedChange, recordChange } from './recordChange.ts';
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
export { type OrderOwner, subjectsOfOrders } from './subjectsOfOrders.ts';
export { taxesOf } from './taxesOf.ts';
export { type OrderTransition, type TransitionRefusal, transitionOrder } from './transitionOrder.ts';

export const ordersModule: Module = {
  name: 'orders',
  personalColumns: ordersColumns,
  migrations: ordersMigrations,
  personal: ordersPersonal,
  routes: ordersRoutes,
  liveRules: ordersLiveRules,
};
