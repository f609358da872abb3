import { type Static, Type } from 'typebox';
import { Id, Nullable, Strict, Timestamp } from '../../kernel/schemas.ts';

export const WaySchema = Type.Union([
  Strict({ method: Type.Literal('delivery') }),
  Strict({ method: Type.Literal('pickup'), locationId: Id }),
  Strict({ method: Type.Literal('in_store'), locationId: Id }),
]);

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
