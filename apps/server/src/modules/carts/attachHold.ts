import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import type { Result } from '../../kernel/result.ts';
import { type CartChange, type CartRefusal, changeCart } from './changeCart.ts';

export interface HoldOnLine {
  cartId: string;
  lineId: string;
  reservationId: string;
  /** RFC 3339; the terms of the line are made to last as long. */
  until: string;
  version?: number | undefined;
  /** Where it is held, and so collected; where the line says unless given. */
  locationId?: string | undefined;
  /** Staff who held it; the acting member of staff unless said. */
  heldBy?: string | null | undefined;
  advisedBy?: string | null | undefined;
}

/**
 * Ties a hold to the line it is for. A hold that the line had before is named, to be released by the caller.
 * The same hold attached again changes nothing but the version.
 *
 * @throws AppError not_found
 */
export async function attachHold(ctx: Ctx, input: HoldOnLine): Promise<Result<CartChange, CartRefusal>> {
  const heldBy = input.heldBy === undefined ? (staffIdOf(ctx.actor) ?? null) : input.heldBy;
  return inTransaction(ctx, (tx) =>
    changeCart(
      tx,
      { cartId: input.cartId, version: input.version },
      {
        expectsLine: true,
        superseded: sql`(select array_agg(was.reservation_id) from was where was.reservation_id <> ${input.reservationId})`,
        lines: sql`was as (
        select l.id, l.reservation_id from carts.line l join cart on cart.id = l.cart_id where l.id = ${input.lineId}
      ), touched as (
        update carts.line l set reservation_id = ${input.reservationId}, held_until = ${input.until}::timestamptz,
          held_by = ${heldBy}::uuid, location_id = coalesce(${input.locationId ?? null}::uuid, l.location_id), advised_by = coalesce(${input.advisedBy ?? null}::uuid, l.advised_by),
          valid_until = greatest(l.valid_until, ${input.until}::timestamptz), hold_ended_at = null, hold_ended_reason = null
        from was where l.id = was.id
        returning l.*
      ), gone as (select l.* from carts.line l where false)`,
      },
    ),
  );
}
