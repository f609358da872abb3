import { type Static, Type } from 'typebox';
import { Id, MoneySchema, Nullable, Strict, Timestamp } from '../kernel/schemas.ts';
import { PriceShape } from './shapes.ts';

export const WayShape = Strict({
  method: Type.String({ description: 'delivery, pickup, in_store' }),
  locationId: Nullable(Id),
  locationName: Nullable(Type.String()),
  city: Nullable(Type.String()),
});

/** A variant as a line of goods shows it, in the reader's language. */
export const CardShape = Strict({
  id: Id,
  productId: Id,
  sku: Type.String(),
  slug: Type.String(),
  title: Type.String(),
  optionsText: Type.String(),
  pictureUrl: Nullable(Type.String()),
  archived: Type.Boolean(),
});
export type CardShape = Static<typeof CardShape>;

const LineShape = Strict({
  id: Id,
  quantity: Type.Integer(),
  variant: CardShape,
  way: WayShape,
  /** null: it is no longer sold here, and is not in the totals. */
  price: Nullable(
    Strict({
      quoted: MoneySchema,
      current: MoneySchema,
      payable: { ...MoneySchema, description: 'What one piece costs you: the lower of both until validUntil' },
      validUntil: Timestamp,
      mustAccept: Type.Boolean({ description: 'The quote ran out and the price rose: accept it before ordering' }),
      reduction: PriceShape.properties.reduction,
      byHand: Nullable(Strict({ newUnit: MoneySchema, basisPoints: Type.Integer() })),
      discount: MoneySchema,
      gross: MoneySchema,
      net: MoneySchema,
      tax: MoneySchema,
      taxRateBp: Type.Integer(),
    }),
  ),
  hold: Nullable(
    Strict({
      reservationId: Id,
      until: Timestamp,
      stage: Nullable(Type.String({ description: 'to_pick, picking, ready' })),
    }),
  ),
  /** The last hold that ended without the customer's doing. */
  holdEnded: Nullable(Strict({ at: Timestamp, reason: Type.String() })),
  stock: Strict({
    word: Type.String({ description: 'in_stock, few_left, on_display, arriving, out_of_stock, discontinued' }),
    available: Type.Integer({ description: 'To be had this way now, what is held for this line included' }),
    isEnough: Type.Boolean(),
  }),
  delivery: Nullable(Strict({ earliest: Type.String({ format: 'date' }), latest: Type.String({ format: 'date' }) })),
  readyAt: Nullable(Timestamp),
});

const ChangeShape = Strict({
  lineId: Id,
  what: Type.String({ description: 'rose, fell, ran_out, not_sold, hold_ended' }),
  /** Prices of a piece, for rose and fell. A rise with mustAccept false does not concern this customer yet. */
  oldUnit: Nullable(MoneySchema),
  newUnit: Nullable(MoneySchema),
  mustAccept: Type.Boolean(),
  /** Pieces, for ran_out. */
  wanted: Nullable(Type.Integer()),
  available: Nullable(Type.Integer()),
});

/** A cart with everything a page shows of it: no ids of people, no reasons of staff. */
export const CartShape = Strict({
  /** null: there is no cart yet; the first goods make one. */
  id: Nullable(Id),
  version: Type.Integer(),
  state: Type.String({ description: 'open, ordered, merged' }),
  market: Type.String(),
  currency: Type.String(),
  lines: Type.Array(LineShape),
  changes: Type.Array(ChangeShape),
  code: Nullable(Strict({ code: Type.String(), isValid: Type.Boolean(), detail: Nullable(Type.String()) })),
  totals: Strict({
    goods: { ...MoneySchema, description: 'Without delivery, after discounts' },
    /** null: nothing is sent, or the postcode is not known yet. */
    delivery: Nullable(MoneySchema),
    discount: MoneySchema,
    gross: MoneySchema,
    net: MoneySchema,
    tax: MoneySchema,
    taxes: Type.Array(Strict({ taxRateBp: Type.Integer(), gross: MoneySchema, net: MoneySchema, tax: MoneySchema })),
  }),
  /** What delivery costs where nothing special holds; null when nothing is sent. */
  deliveryOffer: Nullable(Strict({ rate: MoneySchema, freeFrom: Nullable(MoneySchema) })),
  /** How what is sent is sent; null when nothing is. */
  deliveryMethod: Nullable(Strict({ id: Id, name: Type.String() })),
  /** Why the postcode cannot be served; the totals leave delivery out then. */
  deliveryProblem: Nullable(Type.String()),
  mustAccept: Type.Boolean(),
  isOrderable: Type.Boolean({ description: 'There are goods, all of them sold and available, and nothing to accept' }),
  asOf: Timestamp,
});
export type CartShape = Static<typeof CartShape>;
export type CartLineShape = CartShape['lines'][number];
export type CartChangeShape = CartShape['changes'][number];
