import type { Module } from '../../kernel/module.ts';
import { paymentsMigrations } from './migrations.ts';
import { paymentsPersonal } from './personal.ts';
import { paymentsColumns } from './personalColumns.ts';

export { type AppliedOutcome, applyOutcome, failPayment } from './applyOutcome.ts';
export { askAgain, stopAction } from './askAgain.ts';
export {
  builtInProviders,
  createProviders,
  type Providers,
  providersConnection,
  providersOf,
} from './askProvider.ts';
export { authorise } from './authorise.ts';
export { type Claim, type Claimed, claimRefund } from './claimMovement.ts';
export { ordersPaidWith } from './findPaid.ts';
export { type InboxTask, inboxJob, markProcessed, receiveWebhook } from './inbox.ts';
export { type LatePayment, latePayments, lateRefundKey } from './latePayments.ts';
export { capturePayment, refundPayment, voidPayment } from './movePayment.ts';
export { noteCard } from './noteCard.ts';
export type { Movement, Payment } from './payment.ts';
export { performMovement } from './performMovement.ts';
export { CardSchema, type Instrument, type Outcome, type PaymentProvider } from './provider.ts';
export {
  findUnresolved,
  getPayment,
  lockPaymentsOf,
  movementsByKeys,
  movementsOf,
  paymentsOf,
  type Unresolved,
  waitingForUnknown,
} from './readPayments.ts';
export { recordStorePayment, type StorePayment } from './recordStorePayment.ts';
export { elsewhereMethods, recordTakenElsewhere, type TakenElsewhere } from './recordTakenElsewhere.ts';
export { settleMovement } from './settleMovement.ts';
export { type NewPayment, startPayment } from './startPayment.ts';
export type { PaymentState } from './states.ts';
export type { StripeConfig } from './stripe/config.ts';
export { stripePage } from './stripe/config.ts';
export {
  claimAgain,
  type MoneyToSend,
  moneyToSend,
  recordSending,
  type Sending,
  settleExcess,
} from './transfer/moneyToSend.ts';
export {
  findStatementLines,
  getStatementLine,
  keepStatementLine,
  markStatementLine,
  partsOfTransfer,
  type StatementLine,
} from './transfer/statementLines.ts';
export { transferDays } from './transfer/transfer.ts';

/** Payments and their providers. Routes that pay belong to flows: paying changes orders and stock too. */
export const paymentsModule: Module = {
  name: 'payments',
  personalColumns: paymentsColumns,
  migrations: paymentsMigrations,
  personal: paymentsPersonal,
};
