import { closingOfOpeningDay, type Location } from '../../modules/locations/index.ts';
import type { Reservation } from '../../modules/stock/index.ts';
import { readHoldContext } from './holdContext.ts';

/**
 * Where one press of its customer takes a hold: to closing time of the next opening day after its end, once. Further
 * only our staff may hold it, so that nobody keeps goods off the shelf without end.
 */
export function longerForCustomer(
  reservation: Pick<Reservation, 'state' | 'expiresAt' | 'context'>,
  location: Location | undefined,
  now: Date,
): Date | undefined {
  const { state, expiresAt, context } = reservation;
  if (!location || state !== 'held' || !expiresAt || expiresAt <= now) return undefined;
  const hold = readHoldContext(context);
  return hold && !hold.extendedByCustomer ? closingOfOpeningDay(location, expiresAt, 1) : undefined;
}
