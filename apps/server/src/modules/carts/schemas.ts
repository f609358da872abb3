import { type Static, Type } from 'typebox';
import { channels } from '../../kernel/context.ts';
import { Id, MoneySchema, Nullable, Quantity, Strict, Timestamp } from '../../kernel/schemas.ts';

export const WaySchema = Type.Union([
  Strict({ method: Type.Literal('delivery') }),
  Strict({ method: Type.Literal('pickup'), locationId: Id }),
  Strict({ method: Type.Literal('in_store'), locationId: Id }),
]);

export const TermsSchema = Strict({
  unit: MoneySchema,
  quotedAt: Timestamp,
  validUntil: Timestamp,
  channel: Type.Enum(channels),
});

export const CartLineSchema = Strict({
  id: Id,
  variantId: Id,
  quantity: Quantity,
  way: WaySchema,
  terms: TermsSchema,
  reservationId: Nullable(Id),
  heldUntil: Nullable(Timestamp),
  heldBy: Nullable(Id),
  advisedBy: Nullable(Id),
  holdEnded: Nullable(Strict({ at: Timestamp, reason: Type.String() })),
  discountByHand: Nullable(
    Strict({
      newUnit: MoneySchema,
      basisPoints: Type.Integer({ minimum: 0, maximum: 10_000 }),
      reason: Type.String(),
      by: Id,
    }),
  ),
  addedAt: Timestamp,
});

export const CartSchema = Strict({
  id: Id,
  version: Type.Integer(),
  market: Type.String(),
  currency: Type.String(),
  subjectId: Id,
  state: Type.Union([Type.Literal('open'), Type.Literal('ordered'), Type.Literal('merged')]),
  couponCode: Nullable(Type.String()),
  orderId: Nullable(Id),
  mergedInto: Nullable(Id),
  updatedAt: Timestamp,
  lines: Type.Array(CartLineSchema),
});

export const HandoffSchema = Strict({
  id: Id,
  cartId: Id,
  lineId: Nullable(Id),
  locationId: Nullable(Id),
  code: Type.String({ description: 'Short code for staff at the location, e.g. K7-42MX' }),
  token: Type.String(),
  url: Type.String(),
  expiresAt: Timestamp,
});
export type HandoffBody = Static<typeof HandoffSchema>;
