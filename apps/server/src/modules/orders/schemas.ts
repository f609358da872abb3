import { Type } from 'typebox';
import { channels } from '../../kernel/context.ts';
import {
  Id,
  LanguageSchema,
  LocalizedText,
  MoneySchema,
  Nullable,
  Quantity,
  Strict,
  Timestamp,
} from '../../kernel/schemas.ts';
import { lineStates, orderStates } from './states.ts';

export const OrderStateSchema = Type.Enum(orderStates);
export const ChannelSchema = Type.Enum(channels);

const WaySchema = Type.Union([
  Strict({ method: Type.Literal('delivery') }),
  Strict({ method: Type.Literal('pickup'), locationId: Id }),
  Strict({ method: Type.Literal('in_store'), locationId: Id }),
]);

export const ContactSchema = Strict({
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
  phone: Type.Optional(Type.String({ minLength: 5, maxLength: 32 })),
});

export const AddressSchema = Strict({
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  line1: Type.String({ minLength: 1, maxLength: 200 }),
  line2: Type.Optional(Type.String({ maxLength: 200 })),
  postcode: Type.String({ minLength: 2, maxLength: 12 }),
  city: Type.String({ minLength: 1, maxLength: 100 }),
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  note: Type.Optional(Type.String({ maxLength: 500 })),
});

const line = {
  id: Id,
  kind: Type.Union([Type.Literal('goods'), Type.Literal('delivery')]),
  state: Type.Enum(lineStates),
  variantId: Nullable(Id),
  quantity: Quantity,
  unit: MoneySchema,
  discount: MoneySchema,
  net: MoneySchema,
  tax: MoneySchema,
  gross: MoneySchema,
  taxRateBp: Type.Integer(),
  way: WaySchema,
  snapshot: Strict({
    sku: Type.Optional(Type.String()),
    title: Type.Optional(LocalizedText),
    options: Type.Optional(LocalizedText),
  }),
};

const Totals = Strict({ gross: MoneySchema, net: MoneySchema, tax: MoneySchema, discount: MoneySchema });

const order = {
  id: Id,
  number: Type.String(),
  version: Type.Integer(),
  state: OrderStateSchema,
  market: Type.String(),
  currency: Type.String(),
  language: LanguageSchema,
  contact: ContactSchema,
  deliveryAddress: Nullable(AddressSchema),
  delivery: Nullable(
    Strict(
      {
        methodId: Id,
        name: LocalizedText,
        rate: MoneySchema,
        earliest: Nullable(Type.String({ format: 'date' })),
        latest: Nullable(Type.String({ format: 'date', description: 'Promised: there by the end of this date' })),
      },
      { description: 'How it is sent, as the customer was told when it was placed; null: nothing is sent' },
    ),
  ),
  couponCode: Nullable(Type.String()),
  /** What it was placed at. */
  totals: Totals,
  /** What it is worth now: without what was cancelled since. */
  worth: Totals,
  contractMadeAt: Strict({
    place: Type.Union([Type.Literal('distance'), Type.Literal('on_premises')]),
    at: Timestamp,
    locationId: Nullable(Id),
  }),
  placedAt: Timestamp,
  paidAt: Nullable(Timestamp),
  completedAt: Nullable(Timestamp),
  cancelledAt: Nullable(Timestamp),
  /** So long its goods are kept for a customer who pays by a link. */
  payBy: Nullable(Timestamp),
};

/** What a customer sees of their order: nothing about the staff behind it. */
export const ShopOrderSchema = Strict({ ...order, lines: Type.Array(Strict(line)) });

export const StaffOrderSchema = Strict({
  ...order,
  channel: ChannelSchema,
  subjectId: Nullable(Id),
  cartId: Nullable(Id),
  cancelReason: Nullable(Type.String()),
  lines: Type.Array(
    Strict({
      ...line,
      reservationId: Nullable(Id),
      cartLineId: Nullable(Id),
      credits: Strict({
        advisedBy: Nullable(Id),
        heldBy: Nullable(Id),
        handedOverBy: Nullable(Id),
        fulfilledBy: Nullable(Id),
      }),
    }),
  ),
});

export const OrderSummarySchema = Strict({
  id: Id,
  number: Type.String(),
  version: Type.Integer(),
  state: OrderStateSchema,
  channel: ChannelSchema,
  market: Type.String(),
  subjectId: Nullable(Id),
  contactName: Nullable(Type.String()),
  total: MoneySchema,
  worth: MoneySchema,
  placedAt: Timestamp,
  paidAt: Nullable(Timestamp),
  lines: Type.Array(Strict({ variantId: Nullable(Id), quantity: Quantity, way: WaySchema })),
});
