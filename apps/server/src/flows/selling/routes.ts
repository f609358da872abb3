import { Type } from 'typebox';
import { created, type RouteDefinition, route, shoppers, staff } from '../../kernel/route.ts';
import { Id, MoneySchema, Nullable, Quantity, Strict, Timestamp } from '../../kernel/schemas.ts';
import { WaySchema } from '../../modules/carts/index.ts';
import { type ConfirmationSender, requireWording } from '../../modules/customers/index.ts';
import { FulfilmentSchema } from '../../modules/fulfilment/index.ts';
import { AddressSchema, ShopOrderSchema, StaffOrderSchema, toShopOrder } from '../../modules/orders/index.ts';
import { CardSchema } from '../../modules/payments/index.ts';
import type { FlowParts } from '../parts.ts';
import { shopAddress } from '../shopAddress.ts';
import { handOver } from './handOver.ts';
import { keepNewsWish } from './keepNewsWish.ts';
import { payHere } from './payHere.ts';
import { payOrder } from './payOrder.ts';
import { placeForCustomer } from './placeForCustomer.ts';
import { placeOrder } from './placeOrder.ts';
import { quoteForCustomer } from './quoteForCustomer.ts';
import { sellOnTheSpot } from './sellOnTheSpot.ts';
import { takeBack } from './takeBack.ts';

export const StoreMoneySchema = Strict({
  method: Type.Union([Type.Literal('cash'), Type.Literal('card_terminal')]),
  amount: MoneySchema,
  terminalRef: Type.Optional(Type.String({ maxLength: 80 })),
  cardLast4: Type.Optional(Type.String({ pattern: '^\\d{4}$', description: 'Of the card, as printed on the slip' })),
});
export const ReceiptTo = Type.String({ format: 'email', maxLength: 254, description: 'Where the receipt goes' });
export const DiscountSchema = Strict({
  discount: Type.Union([
    Strict({ newUnit: MoneySchema }),
    Strict({ basisPoints: Type.Integer({ minimum: 1, maximum: 10_000 }) }),
  ]),
  reason: Type.String({ minLength: 3, maxLength: 500 }),
});
/** What is sold at a counter: goods scanned there, or a cart by its code; a discount by hand on a piece of either. */
export const CounterGoodsSchema = Type.Union([
  Strict({
    lines: Type.Array(Strict({ variantId: Id, quantity: Quantity, discount: Type.Optional(DiscountSchema) }), {
      minItems: 1,
      maxItems: 50,
    }),
  }),
  Strict({
    code: Type.String({ minLength: 6, maxLength: 20 }),
    discounts: Type.Optional(Type.Array(Strict({ variantId: Id, discount: DiscountSchema }), { maxItems: 50 })),
  }),
]);
const tag = 'orders';
const floor = staff('associate', 'manager', 'admin');

const FarWaySchema = Type.Union([
  Strict({ method: Type.Literal('pickup'), locationId: Id }),
  Strict({ method: Type.Literal('delivery') }),
]);

/** `latest` of what was shown: a later day is refused with `promise_changed`, and nothing is ordered or charged. */
const DeliveredBy = Type.String({ format: 'date', description: 'The last day by which it was said to be delivered' });
const PersonSchema = Type.Union([Strict({ threadId: Id }), Strict({ customerId: Id })]);
const GoodsForCustomerSchema = Type.Union([
  Strict({
    lines: Type.Array(Strict({ variantId: Id, quantity: Quantity, way: FarWaySchema }), {
      minItems: 1,
      maxItems: 50,
    }),
  }),
  Strict({ cartId: Id, version: Type.Integer({ minimum: 0 }), way: FarWaySchema }),
]);

export const sellingRoutes = (parts: FlowParts, confirmations: ConfirmationSender): RouteDefinition[] => [
  route({
    method: 'POST',
    path: '/api/shop/orders',
    summary: 'Order with obligation to pay: a cart, or goods named in this one call',
    tag,
    audience: shoppers,
    idempotencyKey: 'required',
    body: Strict({
      from: Type.Union([
        Strict({ cartId: Id, version: Type.Integer({ minimum: 0 }) }),
        Strict({
          lines: Type.Array(Strict({ variantId: Id, quantity: Quantity, way: WaySchema }), {
            minItems: 1,
            maxItems: 50,
          }),
        }),
      ]),
      contact: Strict({
        name: Type.String({ minLength: 1, maxLength: 120 }),
        email: Type.String({ format: 'email', maxLength: 254 }),
        phone: Type.Optional(Type.String({ minLength: 5, maxLength: 40 })),
      }),
      deliveryAddress: Type.Optional(AddressSchema),
      deliveryMethodId: Type.Optional({
        ...Id,
        description: 'As /api/shop/availability offers them for the postcode; the usual one unless said',
      }),
      couponCode: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
      total: Type.Optional(MoneySchema),
      deliveredBy: Type.Optional(DeliveredBy),
      payment: Type.Union([
        Strict({ method: Type.Literal('pay_in_store') }),
        Strict({ method: Type.Literal('card'), card: CardSchema }),
        Strict({
          method: Type.Literal('online', { description: 'On the page of the provider: the answer says where' }),
          by: Type.Union([Type.Literal('card'), Type.Literal('blik')]),
        }),
        Strict({ method: Type.Literal('transfer') }),
        Strict({ method: Type.Literal('store_credit', { description: 'All of it from the store credit' }) }),
      ]),
      storeCredit: Type.Optional(
        Strict(
          { code: Type.String({ minLength: 12, maxLength: 24 }), amount: MoneySchema },
          { description: 'Pays so much, or all if that is less; it is given back when the order comes to nothing' },
        ),
      ),
      news: Type.Optional(
        Strict(
          { wording: Type.String({ pattern: '^checkout-[0-9]+$', maxLength: 40, description: 'Of the words shown' }) },
          {
            description:
              'The box for news by e-mail was ticked: holds at once for an address proven by who is signed in, else once the link in a mail is used',
          },
        ),
      ),
    }),
    response: Strict({
      order: ShopOrderSchema,
      accessToken: Type.String(),
      paymentState: Nullable(Type.String()),
      action: Nullable(
        Strict({
          url: Nullable(Type.String({ description: 'Where the customer pays; null for a transfer' })),
          until: Timestamp,
        }),
      ),
    }),
    status: 201,
    handle: async (ctx, { body }) => {
      const { payment, news, ...rest } = body;
      if (news) await requireWording(ctx, 'checkout', news.wording);
      const placed = await placeOrder(ctx, {
        ...rest,
        payment:
          payment.method === 'card'
            ? { method: 'card', instrument: { kind: 'card', ...payment.card } }
            : payment.method === 'online'
              ? { ...payment, returnTo: shopAddress(parts, ctx.language, '/checkout/paid') }
              : payment,
      });
      if (!placed.ok) return placed;
      const { order, accessToken } = placed.value;
      if (news && !placed.value.isRepeat)
        await keepNewsWish(ctx, confirmations, order, { wording: news.wording, language: ctx.language });
      return created({
        order: toShopOrder(order),
        accessToken,
        paymentState: placed.value.payment?.state ?? null,
        action: placed.value.payment?.action ?? null,
      });
    },
  }),
  route({
    method: 'POST',
    path: '/api/shop/orders/:id/pay',
    summary: 'Pay an order that was placed for me, from the link I was sent',
    tag,
    audience: shoppers,
    idempotencyKey: 'required',
    params: Strict({ id: Id }),
    body: Strict({
      token: Type.Optional(Type.String({ maxLength: 100 })),
      payment: Type.Union([
        Strict({ method: Type.Literal('card'), card: CardSchema }),
        Strict({ method: Type.Literal('online'), by: Type.Union([Type.Literal('card'), Type.Literal('blik')]) }),
        Strict({ method: Type.Literal('transfer') }),
      ]),
    }),
    response: Strict({
      order: ShopOrderSchema,
      paymentState: Type.String(),
      action: Nullable(Strict({ url: Nullable(Type.String()), until: Timestamp })),
    }),
    handle: async (ctx, { params, body }) => {
      const { payment, token } = body;
      const paid = await payOrder(ctx, {
        orderId: params.id,
        token,
        payment:
          payment.method === 'card'
            ? { method: 'card', instrument: { kind: 'card', ...payment.card } }
            : payment.method === 'online'
              ? { ...payment, returnTo: shopAddress(parts, ctx.language, '/checkout/paid') }
              : payment,
      });
      if (!paid.ok) return paid;
      const { order, payment: made } = paid.value;
      return { order: toShopOrder(order), paymentState: made.state, action: made.action };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/orders',
    summary: 'Order for a customer: paid by a link, at a till, or when it is collected',
    tag,
    audience: staff('agent', 'associate', 'manager', 'admin'),
    idempotencyKey: 'required',
    body: Strict({
      person: PersonSchema,
      goods: GoodsForCustomerSchema,
      deliveryAddress: Type.Optional(AddressSchema),
      deliveryMethodId: Type.Optional({ ...Id, description: 'How it is sent; the usual way of the zone unless said' }),
      deliveredBy: Type.Optional(DeliveredBy),
      email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
      payment: Type.Enum(['link', 'in_store']),
      locationId: Type.Optional(
        Type.String({ format: 'uuid', description: 'Where the customer stands, at a counter' }),
      ),
    }),
    response: StaffOrderSchema,
    status: 201,
    handle: async (ctx, { body }) => {
      const placed = await placeForCustomer(ctx, parts, body);
      return placed.ok ? created(placed.value) : placed;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/orders/quote',
    summary:
      'What an order for a customer would cost, and by when it comes by every way of delivery; nothing is placed',
    tag,
    audience: staff('agent', 'associate', 'manager', 'admin'),
    body: Strict({
      person: PersonSchema,
      goods: GoodsForCustomerSchema,
      postcode: Type.Optional(Type.String({ minLength: 3, maxLength: 12 })),
    }),
    response: Strict({
      total: MoneySchema,
      methods: Type.Array(
        Strict({
          id: Id,
          name: Type.String(),
          earliest: Nullable(Type.String({ format: 'date' })),
          latest: Nullable(Type.String({ format: 'date', description: 'null: not all of it can be sent now' })),
          price: MoneySchema,
          total: MoneySchema,
        }),
        { description: 'The usual one first; empty where nothing is sent, or the postcode is not known' },
      ),
    }),
    handle: async (ctx, { body }) => {
      const quoted = await quoteForCustomer(ctx, body);
      if (!quoted.ok) return quoted;
      const { total, methods } = quoted.value;
      return {
        total,
        methods: methods.map(({ method, days, ...sums }) => ({
          id: method.id,
          name: method.name[ctx.language],
          earliest: days?.earliest ?? null,
          latest: days?.latest ?? null,
          ...sums,
        })),
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/fulfilments/:id/hand-over',
    summary: 'The customer takes it: payment where something is owed, goods out of the books, order completed',
    tag: 'fulfilment',
    audience: floor,
    idempotencyKey: 'required',
    params: Strict({ id: Id }),
    body: Strict({
      payment: Type.Optional(StoreMoneySchema),
      discount: Type.Optional(DiscountSchema),
      collectedBy: Type.Optional(
        Type.String({ minLength: 2, maxLength: 120, description: 'Who came, when it is not the customer' }),
      ),
      idSeen: Type.Optional(
        Type.Boolean({ description: 'An ID was looked at; needed above the amount of the policy' }),
      ),
      receiptTo: Type.Optional(ReceiptTo),
      pieces: Type.Optional(
        Type.Array(Strict({ variantId: Id, quantity: Quantity }), {
          minItems: 1,
          maxItems: 100,
          description: 'Only these leave now; the rest stays as it is. All of it unless said',
        }),
      ),
    }),
    response: StaffOrderSchema,
    handle: async (ctx, { params, body }) => {
      const done = await handOver(ctx, { fulfilmentId: params.id, ...body });
      return done.ok ? done.value : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/fulfilments/:id/reverse',
    summary: 'Take back a mistaken step, with a reason; a hand-over for half an hour, where no money was taken in it',
    tag: 'fulfilment',
    audience: floor,
    params: Strict({ id: Id }),
    body: Strict({
      reason: Type.String({ minLength: 3, maxLength: 500 }),
      version: Type.Optional(Type.Integer({ minimum: 1, description: 'Of the work as it was shown' })),
    }),
    response: FulfilmentSchema,
    handle: async (ctx, { params, body }) => {
      const back = await takeBack(ctx, { fulfilmentId: params.id, ...body });
      return back.ok ? back.value : back;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/orders/:id/pay-here',
    summary:
      'The customer pays at the counter for an order that waits for its money; its goods are fetched from then on',
    tag: 'till',
    audience: floor,
    idempotencyKey: 'required',
    params: Strict({ id: Id }),
    body: Strict({ locationId: Id, payment: StoreMoneySchema }),
    response: StaffOrderSchema,
    handle: async (ctx, { params, body }) => {
      const paid = await payHere(ctx, { orderId: params.id, ...body });
      return paid.ok ? paid.value : paid;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/sales',
    summary: 'A sale at the counter, of goods scanned here or of a cart handed over by its code',
    tag: 'till',
    audience: floor,
    idempotencyKey: 'required',
    body: Strict({
      locationId: Id,
      goods: CounterGoodsSchema,
      customerId: Type.Optional(Id),
      couponCode: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
      receiptTo: Type.Optional(ReceiptTo),
      payment: Type.Optional(StoreMoneySchema),
      storeCredit: Type.Optional(Strict({ code: Type.String({ minLength: 12, maxLength: 24 }), amount: MoneySchema })),
    }),
    response: StaffOrderSchema,
    status: 201,
    handle: async (ctx, { body }) => {
      const sold = await sellOnTheSpot(ctx, body);
      return sold.ok ? created(sold.value) : sold;
    },
  }),
];
