import type { Module } from '../../kernel/module.ts';
import { fulfilmentLiveRules } from './liveRules.ts';
import { fulfilmentMigrations } from './migrations.ts';
import { fulfilmentPersonal } from './personal.ts';
import { fulfilmentColumns } from './personalColumns.ts';
import { fulfilmentRoutes } from './routes.ts';

export { cancelFulfilmentsOf } from './cancelFulfilments.ts';
export { carriers } from './carriers.ts';
export { changePromise } from './changePromise.ts';
export { changeTracking } from './changeTracking.ts';
export { createFirstFulfilments, createFulfilment, type NewFulfilment } from './createFulfilment.ts';
export { type DuePickup, duePickups } from './duePickups.ts';
export type { Fulfilment, FulfilmentLine } from './fulfilment.ts';
export { markArrived } from './markArrived.ts';
export { markHandedOver, markShipped } from './markHandedOver.ts';
export { markNotFound } from './markNotFound.ts';
export { markReady } from './markReady.ts';
export { type Parcel, type ParcelGiven, readParcel } from './parcel.ts';
export {
  doneSince,
  findByCode,
  fulfilmentsOfOrders,
  fulfilmentsOfReservations,
  getFulfilment,
  listArriving,
  listQueue,
  type Step,
  stepsOf,
  workOfSubjects,
} from './readFulfilments.ts';
export { type ReducedWork, reduceFulfilment } from './reduceFulfilment.ts';
export { reverseFulfilment } from './reverseFulfilment.ts';
export { FulfilmentSchema } from './routes.ts';
export { servedBy } from './serveFulfilment.ts';
export {
  getShortage,
  openShortage,
  type Shortage,
  type ShortageChoice,
  type ShortageKind,
  settleShortage,
  shortageChoices,
  shortageKinds,
  shortagesOfOrders,
} from './shortages.ts';
export type { FulfilmentState } from './states.ts';
export { takeFulfilment } from './takeFulfilment.ts';
export { undoHandOver } from './undoHandOver.ts';
export { type DayOfWork, workByDay } from './workByDay.ts';

export const fulfilmentModule: Module = {
  name: 'fulfilment',
  personalColumns: fulfilmentColumns,
  migrations: fulfilmentMigrations,
  personal: fulfilmentPersonal,
  routes: fulfilmentRoutes,
  liveRules: fulfilmentLiveRules,
};
