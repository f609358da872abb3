import type { Module } from '../../kernel/module.ts';
import { locationsMigrations } from './migrations.ts';
import { locationsColumns } from './personalColumns.ts';
import { routes } from './routes.ts';

export { addDays, instantAt, isDate, localDate, localTime, startOfDay } from './calendar.ts';
export { distanceKm } from './distance.ts';
export { findTowns } from './findTowns.ts';
export {
  closingOfOpeningDay,
  closingOn,
  hoursOn,
  type OpenInterval,
  openIntervals,
  pickupReadyAt,
  type TodayHours,
  todayHours,
} from './hours.ts';
export { byDistance, type NearLocation, nearestLocations } from './nearestLocations.ts';

export { getLocation, getLocationByCode, getLocations, type LocationFilter, listLocations } from './readLocations.ts';
export type { Near } from './readNear.ts';
export { recallLocations } from './recallLocations.ts';

export { saveHours } from './saveHours.ts';
export { type LocationInput, type SavedLocation, saveLocation } from './saveLocation.ts';
export { setArchived } from './setArchived.ts';

export type {
  Address,
  Capability,
  HoursException,
  Location,
  LocationKind,
  Opening,
  OpenSpan,
  Point,
  Town,
  Weekday,
  WeeklyHours,
} from './types.ts';
export { weekdays } from './types.ts';
export { isWorkingDay } from './workingDay.ts';

export const locationsModule: Module = {
  name: 'locations',
  personalColumns: locationsColumns,
  migrations: locationsMigrations,
  routes,
};
