import type { Money } from '../../kernel/money.ts';

/** The facts that travel with a hold's event, so that what follows a hold can follow from the event alone. */
export interface HoldContext {
  cartId: string;
  lineId: string;
  threadId: string | null;
  heldBy: string | null;
  advisedBy: string | null;
  /** As quoted, one unit, gross. */
  unit: Money;
  /** A fingerprint of the request that made it, so that its repeat can be told from another request for the same. */
  askedUnder?: string | null;
  /** Its customer has moved its end already. */
  extendedByCustomer?: boolean;
  /** The hold in another store whose place this one took. */
  movedFrom?: string | null;
}

/** Holds of carts carry these facts; holds of a checkout or a till do not and are finished by their own flow. */
export function readHoldContext(context: Record<string, unknown>): HoldContext | undefined {
  const { cartId, lineId, unit } = context;
  if (typeof cartId !== 'string' || typeof lineId !== 'string' || typeof unit !== 'object' || unit === null)
    return undefined;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    cartId,
    lineId,
    threadId: text(context.threadId),
    heldBy: text(context.heldBy),
    advisedBy: text(context.advisedBy),
    unit: unit as Money,
    askedUnder: text(context.askedUnder),
    extendedByCustomer: context.extendedByCustomer === true,
    movedFrom: text(context.movedFrom),
  };
}
