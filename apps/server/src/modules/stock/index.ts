import type { Module } from '../../kernel/module.ts';
import { importRoutes } from './importRoutes.ts';
import { limitRoutes } from './limitRoutes.ts';
import { stockMigrations } from './migrations.ts';
import { stockPersonal } from './personal.ts';
import { stockColumns } from './personalColumns.ts';
import { reservationRoutes } from './reservationRoutes.ts';
import { stockRoutes } from './routes.ts';
import { sweepExpired } from './sweepExpired.ts';

export { bringReservation } from './bringReservation.ts';
export { changeOnHand, type OnHandChange, type OnHandChanged } from './changeOnHand.ts';
export { consumeReservations, releaseReservations } from './closeReservations.ts';
export { commitReservations } from './commitReservations.ts';
export { extendReservation } from './extendReservation.ts';
export { findLevels, levelStates } from './findLevels.ts';
export { lockHolds } from './lockHolds.ts';
export { type Availability, availability } from './readAvailability.ts';
export { type Drift, readDrift } from './readDrift.ts';
export { type FreeAt, freeUnits } from './readFreeUnits.ts';
export { lastSeen } from './readLastSeen.ts';
export { type LedgerLine, readLedger } from './readLedger.ts';
export { getReservations, holdsOnLevel, lockReservation, reservationsOf } from './readReservations.ts';
export { type Difference, reconcileStock } from './reconcile.ts';
export { type ReleasedLine, releaseLines } from './releaseLines.ts';
export { reopenReservations } from './reopenReservations.ts';
export type { Reservation, ReservationFacts, ReservationLine, Shortfall } from './reservation.ts';
export { type ReserveRequest, reserve, reserveIfNone } from './reserve.ts';
export { LedgerKinds } from './routes.ts';
export { type LevelLimits, setLevelLimits } from './setLevelLimits.ts';
export { splitReservation } from './splitReservation.ts';
export { sweepExpired } from './sweepExpired.ts';
export type { ReservationPurpose, ReservationState } from './tables.ts';
export { wasSuperseded } from './wasSuperseded.ts';

export const stockModule: Module = {
  name: 'stock',
  personal: stockPersonal,
  personalColumns: stockColumns,
  migrations: stockMigrations,
  routes: [...stockRoutes, ...limitRoutes, ...importRoutes, ...reservationRoutes],
  jobs: [{ name: 'stock.sweep-expired', cron: '* * * * *', handle: async (ctx) => void (await sweepExpired(ctx)) }],
};
