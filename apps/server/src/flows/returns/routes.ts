import { Type } from 'typebox';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { taxInGross } from '../../kernel/money.ts';
import { allStaff, created, everyone, type RouteDefinition, route, staff } from '../../kernel/route.ts';
import { Id, LocalizedText, MoneySchema, Nullable, Quantity, Strict, Timestamp } from '../../kernel/schemas.ts';
import { getVariants } from '../../modules/catalogue/index.ts';
import { getLocations } from '../../modules/locations/index.ts';
import { findOrders, getOrder } from '../../modules/orders/index.ts';
import {
  answerWithdrawal,
  BlindContactSchema,
  ChosenOutcomeSchema,
  ConditionSchema,
  DeductionSchema,
  getReturn,
  getWithdrawal,
  ReasonSchema,
  ReturnSchema,
  ReturnStateSchema,
  RuleSchema,
  readPolicy,
  WithdrawalSchema,
} from '../../modules/returns/index.ts';
import { getRetailer } from '../../modules/settings/index.ts';
import type { FlowParts } from '../parts.ts';
import { ReceiptTo, StoreMoneySchema } from '../selling/routes.ts';
import { announceByPost, bestRule } from './announceByPost.ts';
import { describeReturn, toShopReturn } from './describeReturn.ts';
import { findSales } from './findSales.ts';
import { answerByStaff, closeByStaff, inspectParcel, receiveParcel, scanParcel, settleParcel } from './handleParcel.ts';
import { readRecord } from './readRecord.ts';
import { readSale } from './readSale.ts';
import { showSale } from './showSale.ts';
import { blindWorth, readBlind, type TakenBlind, takeBlind } from './takeBlind.ts';
import { exchangeGoods, type TakenReturn, takeReturn } from './takeReturn.ts';
import { matchWithdrawal, withdraw } from './withdraw.ts';

const tag = 'returns';
const floor = staff('associate', 'manager', 'admin');
const Version = Type.Optional(Type.Integer({ minimum: 1, description: 'Of the return as it was shown' }));
const Token = Type.Optional(Type.String({ maxLength: 100, description: 'The guest’s way to the order' }));
const Reason = Type.String({ minLength: 3, maxLength: 500 });
const PayoutSchema = Type.Enum(['original', 'cash', 'store_credit'], {
  description: 'The way it was paid; in cash as far as the policy goes; on a code to spend later',
});
const Deduction = Type.Optional(DeductionSchema);
const deskFields = {
  orderId: Id,
  locationId: Id,
  lines: Type.Array(
    Strict({
      orderLineId: Id,
      quantity: Quantity,
      reason: ReasonSchema,
      rule: RuleSchema,
      condition: ConditionSchema,
      outcome: ChosenOutcomeSchema,
      deduction: Deduction,
    }),
    { minItems: 1, maxItems: 50 },
  ),
  payout: PayoutSchema,
  note: Type.Optional(Type.String({ maxLength: 500 })),
};
const TakenSchema = Strict({
  return: ReturnSchema,
  creditCode: Nullable(Type.String({ description: 'The code the customer takes along' })),
  refundPending: Type.Boolean({ description: 'The provider has not answered yet; it is asked again by itself' }),
});
const PlaceSchema = Nullable(
  Strict({ name: Type.String(), line1: Type.String(), postcode: Type.String(), city: Type.String() }),
);
const DescribedSchema = Strict({
  return: ReturnSchema,
  goods: Type.Array(
    Strict({
      lineId: Id,
      title: LocalizedText,
      optionsText: LocalizedText,
      sku: Nullable(Type.String()),
      pictureUrl: Nullable(Type.String()),
      taxRateBp: Type.Integer(),
      tax: MoneySchema,
    }),
  ),
  order: Strict({
    number: Type.String(),
    placedAt: Timestamp,
    channel: Type.String(),
    contactName: Nullable(Type.String()),
  }),
  payments: Type.Array(Strict({ id: Id, method: Type.String(), refunded: MoneySchema, isWaiting: Type.Boolean() })),
  place: PlaceSchema,
  creditCode: Nullable(Type.String()),
  creditUntil: Nullable(Timestamp),
  zone: Type.String(),
  seller: Strict({
    shopName: Type.String(),
    companyName: Type.String(),
    address: Type.String(),
    taxId: Type.String(),
    registration: Type.String(),
    email: Type.String(),
    phone: Type.String(),
  }),
  steps: Type.Array(
    Strict({
      from: Nullable(ReturnStateSchema),
      to: ReturnStateSchema,
      actor: Type.String(),
      locationId: Nullable(Id),
      reason: Nullable(Type.String()),
      at: Timestamp,
    }),
  ),
});
const RuleAnswerSchema = Strict({
  rule: RuleSchema,
  applies: Type.Boolean(),
  until: Nullable(Timestamp),
  why: Nullable(Type.Enum(['not_distance', 'not_had_yet', 'too_late', 'excepted', 'condition'])),
  conditions: Nullable(Type.Array(ConditionSchema)),
});
const ShopReturnSchema = Strict({
  id: Id,
  number: Type.String(),
  state: ReturnStateSchema,
  orderId: Id,
  orderNumber: Type.String(),
  announcedAt: Timestamp,
  settledAt: Nullable(Timestamp),
  refundDueAt: Nullable(Timestamp),
  total: MoneySchema,
  note: Nullable(Type.String()),
  lines: Type.Array(
    Strict({
      title: LocalizedText,
      optionsText: LocalizedText,
      pictureUrl: Nullable(Type.String()),
      quantity: Quantity,
      reason: ReasonSchema,
      deductionPercent: Type.Integer(),
      deductionReason: Nullable(Type.String()),
    }),
  ),
  complaint: ReturnSchema.properties.complaint,
  closeReason: Nullable(Type.String()),
  receivedAt: Nullable(Timestamp),
  answerDueAt: Nullable(Timestamp),
  place: PlaceSchema,
  zone: Type.String(),
  sellerName: Type.String(),
});
const statementFields = {
  name: Type.String({ minLength: 1, maxLength: 200 }),
  contract: Type.String({ minLength: 1, maxLength: 200, description: 'Number of the order, or what names it' }),
  email: Type.String({ format: 'email', maxLength: 254, description: 'Where the acknowledgement goes' }),
  goods: Type.Optional(Type.String({ maxLength: 1000, description: 'Where it is not all of it' })),
  lines: Type.Optional(Type.Array(Strict({ orderLineId: Id, quantity: Quantity }), { minItems: 1, maxItems: 50 })),
};

const BlindSchema = Strict({
  id: Id,
  number: Type.String(),
  locationId: Id,
  place: PlaceSchema,
  contact: BlindContactSchema,
  total: MoneySchema,
  creditCode: Type.String(),
  creditUntil: Timestamp,
  note: Nullable(Type.String()),
  takenAt: Timestamp,
  zone: Type.String(),
  seller: Strict({ name: Type.String(), address: Type.String(), taxId: Type.String() }),
  lines: Type.Array(
    Strict({
      variantId: Id,
      title: LocalizedText,
      optionsText: LocalizedText,
      sku: Nullable(Type.String()),
      quantity: Quantity,
      condition: ConditionSchema,
      outcome: ChosenOutcomeSchema,
      amount: MoneySchema,
      tax: MoneySchema,
      taxRateBp: Type.Integer(),
    }),
  ),
});

async function toBlind(ctx: Ctx, { return: it, credit }: TakenBlind) {
  const { zone, legal, name } = await getRetailer(ctx);
  const variants = await getVariants(
    ctx,
    it.lines.map((line) => line.variantId),
  );
  const place = (await getLocations(ctx, [it.locationId])).get(it.locationId);
  const { currency } = it.total;
  const unknown = { en: '?', pl: '?', ru: '?' };
  return {
    id: it.id,
    number: it.number,
    locationId: it.locationId,
    place: place
      ? { name: place.name, line1: place.address.line1, postcode: place.address.postcode, city: place.address.city }
      : null,
    contact: it.contact,
    total: it.total,
    creditCode: credit.code,
    creditUntil: credit.expiresAt,
    note: it.note,
    takenAt: it.takenAt,
    zone,
    seller: { name: legal.companyName || name, address: legal.address, taxId: legal.taxId },
    lines: it.lines.map((line) => ({
      variantId: line.variantId,
      title: variants.get(line.variantId)?.title ?? unknown,
      optionsText: variants.get(line.variantId)?.optionsText ?? unknown,
      sku: variants.get(line.variantId)?.sku ?? null,
      quantity: line.quantity,
      condition: line.condition,
      outcome: line.outcome,
      amount: { amount: line.amount, currency },
      tax: { amount: taxInGross(line.amount, line.taxRateBp).tax, currency },
      taxRateBp: line.taxRateBp,
    })),
  };
}

const toTaken = (taken: TakenReturn) => ({
  return: taken.return,
  creditCode: taken.credit?.code ?? null,
  refundPending: taken.refundPending,
});

/** A customer reaches a return by its order. @throws AppError not_found */
async function ownReturn(ctx: Ctx, id: string, token: string | undefined) {
  const it = await getReturn(ctx, id);
  await getOrder(ctx, it.orderId, token);
  return toShopReturn(await describeReturn(ctx, id));
}

export const returnRoutes = (parts: FlowParts): RouteDefinition[] => [
  route({
    method: 'GET',
    path: '/api/shop/orders/:id/return',
    summary: 'What of an order can come back, under which rule and until when, and what is on its way',
    tag,
    audience: everyone,
    params: Strict({ id: Id }),
    query: Strict({ token: Token }),
    response: Strict({
      orderId: Id,
      orderNumber: Type.String(),
      contactName: Nullable(Type.String()),
      contactEmail: Nullable(Type.String()),
      zone: Type.String(),
      canWithdraw: Type.Boolean({ description: 'The right of withdrawal is still there for some of it' }),
      withdrawUntil: Nullable(Timestamp),
      lines: Type.Array(
        Strict({
          orderLineId: Id,
          title: LocalizedText,
          optionsText: LocalizedText,
          quantity: Quantity,
          returnable: Type.Integer(),
          cancellable: Type.Integer({ description: 'Not handed over and not sent: cancelled by a withdrawal' }),
          rules: Type.Array(RuleAnswerSchema),
        }),
      ),
      returns: Type.Array(ShopReturnSchema),
    }),
    async handle(ctx, { params, query }) {
      const order = await getOrder(ctx, params.id, query.token);
      const sale = await readSale(ctx, params.id);
      const open = sale.lines.flatMap((line) =>
        line.rules.filter((rule) => rule.rule === 'withdrawal' && rule.applies),
      );
      return {
        orderId: order.id,
        orderNumber: order.number,
        contactName: order.contact.name ?? null,
        contactEmail: order.contact.email ?? null,
        zone: sale.zone,
        canWithdraw: open.length > 0,
        withdrawUntil: open.map((rule) => rule.until).sort()[0] ?? null,
        lines: sale.lines.map(({ line, returnable, cancellable, rules }) => ({
          orderLineId: line.id,
          title: line.snapshot.title ?? { en: '', pl: '', ru: '' },
          optionsText: line.snapshot.options ?? { en: '', pl: '', ru: '' },
          quantity: line.quantity,
          returnable,
          cancellable,
          rules,
        })),
        returns: await Promise.all(sale.returns.map(async (it) => toShopReturn(await describeReturn(ctx, it.id)))),
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/shop/orders/:id/returns',
    summary: 'Announce what will come back: gives the number for the parcel',
    tag,
    audience: everyone,
    idempotencyKey: 'required',
    perMinute: 20,
    params: Strict({ id: Id }),
    body: Strict({
      token: Token,
      lines: Type.Array(Strict({ orderLineId: Id, quantity: Quantity, reason: ReasonSchema }), {
        minItems: 1,
        maxItems: 50,
      }),
      note: Type.Optional(Type.String({ maxLength: 500 })),
    }),
    response: ShopReturnSchema,
    status: 201,
    async handle(ctx, { params, body }) {
      const announced = await announceByPost(ctx, { orderId: params.id, ...body });
      return announced.ok ? created(toShopReturn(await describeReturn(ctx, announced.value.id))) : announced;
    },
  }),
  route({
    method: 'GET',
    path: '/api/shop/returns/:id',
    summary: 'A return, for the owner of its order or a guest with the token of it',
    tag,
    audience: everyone,
    params: Strict({ id: Id }),
    query: Strict({ token: Token }),
    response: ShopReturnSchema,
    handle: (ctx, { params, query }) => ownReturn(ctx, params.id, query.token),
  }),
  route({
    method: 'POST',
    path: '/api/shop/withdrawals',
    summary: 'Withdraw from a contract: kept with its time and acknowledged by e-mail at once',
    tag,
    audience: everyone,
    idempotencyKey: 'required',
    perMinute: 5,
    body: Strict({ ...statementFields, orderId: Type.Optional(Id), token: Token }),
    response: Strict({
      number: Type.String(),
      declaredAt: Timestamp,
      zone: Type.String(),
      returnId: Nullable(Id),
      returnNumber: Nullable(Type.String()),
      isCancelled: Type.Boolean({ description: 'Something had not left the house and was cancelled at once' }),
      refund: Nullable(MoneySchema),
      needsPerson: Type.Boolean({ description: 'A colleague looks at it, or at a part of it, first' }),
    }),
    status: 201,
    async handle(ctx, { body }) {
      const declared = await withdraw(ctx, parts, body);
      if (!declared.ok) return declared;
      const { withdrawal, returnId, returnNumber, refund } = declared.value;
      // Who only knows a number and an e-mail learns nothing about the order here; the mail tells its owner.
      const isKnown = body.orderId !== undefined;
      return created({
        number: withdrawal.number,
        declaredAt: withdrawal.declaredAt,
        zone: await zoneOf(ctx),
        returnId: isKnown ? returnId : null,
        returnNumber: isKnown ? returnNumber : null,
        isCancelled: isKnown && withdrawal.cancelled.length > 0,
        refund: isKnown ? refund : null,
        needsPerson: !isKnown || withdrawal.state === 'open',
      });
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/returns/sales',
    summary: 'The sale that goods come from: by number, link, code, phone, e-mail or name, by goods, days and amount',
    tag,
    audience: floor,
    query: Strict({
      q: Type.Optional(Type.String({ minLength: 3, maxLength: 300 })),
      variantId: Type.Optional(Id),
      days: Type.Optional(Type.Integer({ minimum: 0, maximum: 800, description: 'At most so many days ago' })),
      day: Type.Optional(Type.String({ format: 'date', description: 'The day it was bought or paid' })),
      cardLast4: Type.Optional(Type.String({ pattern: '^\\d{4}$', description: 'Of the card it was paid with' })),
      amount: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: 'Minor units' })),
    }),
    response: Strict({
      items: Type.Array(
        Strict({
          orderId: Id,
          number: Type.String(),
          placedAt: Timestamp,
          channel: Type.String(),
          total: MoneySchema,
          contact: Nullable(Type.String({ description: 'Masked' })),
          goods: Type.Array(
            Strict({ variantId: Id, title: Type.String(), optionsText: Type.String(), quantity: Quantity }),
          ),
        }),
      ),
    }),
    async handle(ctx, { query: { q, ...rest } }) {
      const { variantId, amount, cardLast4 } = rest;
      if ([q, variantId, amount, cardLast4].every((one) => one === undefined))
        throw new AppError('invalid_request', {
          detail: 'Say what is known of the sale: words, goods, an amount or a card.',
        });
      return { items: await findSales(ctx, { text: q, ...rest }) };
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/returns/sales/:orderId',
    summary: 'A sale of any channel as a counter sees it when something of it comes back',
    tag,
    audience: floor,
    params: Strict({ orderId: Id }),
    response: Strict({
      orderId: Id,
      number: Type.String(),
      channel: Type.String(),
      placedAt: Timestamp,
      soldAt: Nullable(Type.String({ description: 'Name of the store, where it was sold in one' })),
      contact: Nullable(Type.String()),
      zone: Type.String(),
      total: MoneySchema,
      cashUpTo: MoneySchema,
      deductionPercent: Type.Integer({ description: 'At most so much is taken off worn goods' }),
      lines: Type.Array(
        Strict({
          orderLineId: Id,
          variantId: Id,
          title: Type.String(),
          optionsText: Type.String(),
          sku: Nullable(Type.String()),
          pictureUrl: Nullable(Type.String()),
          state: Type.String(),
          quantity: Quantity,
          returned: Type.Integer(),
          returnable: Type.Integer(),
          worth: Type.Array(MoneySchema),
          hadAt: Nullable(Timestamp),
          daysSince: Nullable(Type.Integer()),
          rules: Type.Array(RuleAnswerSchema),
          bestRule: Nullable(RuleSchema),
        }),
      ),
      payments: Type.Array(
        Strict({
          id: Id,
          method: Type.String(),
          captured: MoneySchema,
          refunded: MoneySchema,
          refundable: MoneySchema,
        }),
      ),
      returns: Type.Array(ReturnSchema),
    }),
    handle: (ctx, { params }) => showSale(ctx, params.orderId, bestRule),
  }),
  route({
    method: 'POST',
    path: '/api/staff/returns',
    summary: 'Take goods back at a counter: any order of any channel, restocked here, the money set aside',
    tag,
    audience: floor,
    idempotencyKey: 'required',
    body: Strict(deskFields),
    response: TakenSchema,
    status: 201,
    async handle(ctx, { body }) {
      const taken = await takeReturn(ctx, body);
      return taken.ok ? created(toTaken(taken.value)) : taken;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/exchanges',
    summary: 'Old goods in, new goods out, one difference to take or to give',
    tag,
    audience: floor,
    idempotencyKey: 'required',
    body: Strict({
      ...deskFields,
      goods: Strict({
        lines: Type.Array(Strict({ variantId: Id, quantity: Quantity }), { minItems: 1, maxItems: 50 }),
      }),
      payment: Type.Optional(StoreMoneySchema),
      receiptTo: Type.Optional(ReceiptTo),
    }),
    response: TakenSchema,
    status: 201,
    async handle(ctx, { body }) {
      const taken = await exchangeGoods(ctx, body);
      return taken.ok ? created(toTaken(taken.value)) : taken;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/returns/arrivals',
    summary: 'A parcel is scanned: what was announced has arrived here at this moment; scanned again it is only shown',
    tag,
    audience: floor,
    body: Strict({
      code: Type.String({ minLength: 6, maxLength: 300, description: 'Number of the return, or a link to it' }),
      locationId: Id,
    }),
    response: Strict({ return: ReturnSchema, isNew: Type.Boolean() }),
    async handle(ctx, { body }) {
      const scanned = await scanParcel(ctx, body);
      return scanned.ok ? scanned.value : scanned;
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/returns/record',
    summary: 'The separate record of what came back and was paid back, for days of the calendar, at most a year',
    tag,
    audience: staff('manager', 'admin'),
    query: Strict({ from: Type.String({ format: 'date' }), to: Type.String({ format: 'date' }) }),
    response: Strict({
      zone: Type.String(),
      items: Type.Array(
        Strict({
          protocol: Type.String(),
          soldAt: Nullable(Timestamp),
          returnedAt: Timestamp,
          goods: Type.String({ description: 'Empty for delivery' }),
          sku: Type.String(),
          quantity: Quantity,
          gross: Type.Integer({ description: 'Minor units' }),
          tax: Type.Integer({ description: 'Minor units, in the gross' }),
          taxRateBp: Type.Integer(),
          currency: Type.String(),
          proof: Nullable(Type.String({ description: 'Number of the sale; null where none is known' })),
          place: Type.String(),
        }),
      ),
    }),
    handle: async (ctx, { query }) => ({ zone: await zoneOf(ctx), items: await readRecord(ctx, query) }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/blind-returns/worth',
    summary: 'Whether goods are taken back without a sale, and what they are worth at most',
    tag,
    audience: floor,
    query: Strict({ variantId: Type.Array(Id, { minItems: 1, maxItems: 20 }) }),
    response: Strict({
      isOffered: Type.Boolean(),
      days: Type.Integer({ description: 'Of which the lowest price counts' }),
      items: Type.Array(Strict({ variantId: Id, cap: MoneySchema })),
    }),
    async handle(ctx, { query }) {
      const policy = await readPolicy(ctx);
      const worths = await blindWorth(ctx, query.variantId, policy);
      return {
        isOffered: policy.blindReturns,
        days: policy.blindDays,
        items: worths.map(({ variantId, cap }) => ({ variantId, cap })),
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/blind-returns',
    summary: 'Take goods back for which no sale is found: against a store credit code, where the policy allows it',
    tag,
    audience: floor,
    idempotencyKey: 'required',
    body: Strict({
      locationId: Id,
      contact: BlindContactSchema,
      lines: Type.Array(
        Strict({
          variantId: Id,
          quantity: Quantity,
          reason: ReasonSchema,
          condition: ConditionSchema,
          outcome: Type.Enum(['restock', 'damaged', 'write_off']),
          unit: Type.Optional(
            Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'Minor units, where it is worth less' }),
          ),
        }),
        { minItems: 1, maxItems: 20 },
      ),
      note: Type.Optional(Type.String({ maxLength: 500 })),
    }),
    response: BlindSchema,
    status: 201,
    async handle(ctx, { body }) {
      const taken = await takeBlind(ctx, body);
      return taken.ok ? created(await toBlind(ctx, taken.value)) : taken;
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/blind-returns/:id',
    summary: 'A return without a sale, with what stands on its protocol',
    tag,
    audience: floor,
    params: Strict({ id: Id }),
    response: BlindSchema,
    async handle(ctx, { params }) {
      return toBlind(ctx, await readBlind(ctx, params.id));
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/returns/:id',
    summary: 'A return with everything that stands on its protocol',
    tag,
    audience: allStaff,
    params: Strict({ id: Id }),
    response: DescribedSchema,
    handle: (ctx, { params }) => describeReturn(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/staff/returns/:id/receive',
    summary: 'The parcel is here',
    tag,
    audience: floor,
    params: Strict({ id: Id }),
    body: Strict({ locationId: Id, version: Version }),
    response: ReturnSchema,
    async handle(ctx, { params, body }) {
      const done = await receiveParcel(ctx, { returnId: params.id, ...body });
      return done.ok ? done.value : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/returns/:id/inspect',
    summary: 'Say of every piece what it is and what becomes of it; what is not named did not come',
    tag,
    audience: floor,
    idempotencyKey: 'required',
    params: Strict({ id: Id }),
    body: Strict({
      version: Version,
      parts: Type.Array(
        Strict({
          lineId: Id,
          quantity: Quantity,
          condition: ConditionSchema,
          outcome: ChosenOutcomeSchema,
          deduction: Deduction,
        }),
        { maxItems: 100 },
      ),
    }),
    response: ReturnSchema,
    async handle(ctx, { params, body }) {
      const done = await inspectParcel(ctx, { returnId: params.id, ...body });
      return done.ok ? done.value : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/returns/:id/settle',
    summary: 'Give the money back for what came',
    tag,
    audience: floor,
    idempotencyKey: 'required',
    params: Strict({ id: Id }),
    body: Strict({ version: Version, payout: PayoutSchema }),
    response: TakenSchema,
    async handle(ctx, { params, body }) {
      const done = await settleParcel(ctx, { returnId: params.id, ...body });
      return done.ok ? toTaken(done.value) : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/returns/:id/answer',
    summary: 'Accept or refuse a complaint, with words for the customer, who is told at once',
    tag,
    audience: allStaff,
    params: Strict({ id: Id }),
    body: Strict({ version: Version, answer: Type.Enum(['accepted', 'refused']), text: Reason }),
    response: ReturnSchema,
    async handle(ctx, { params, body }) {
      const done = await answerByStaff(ctx, { returnId: params.id, ...body });
      return done.ok ? done.value : done;
    },
  }),
  ...(['refuse', 'cancel'] as const).map((act) =>
    route({
      method: 'POST',
      path: `/api/staff/returns/:id/${act}`,
      summary:
        act === 'refuse' ? 'Not taken, with a reason: it goes back to its owner' : 'The customer keeps the goods',
      tag,
      audience: allStaff,
      params: Strict({ id: Id }),
      body: Strict({ version: Version, reason: Reason }),
      response: ReturnSchema,
      async handle(ctx, { params, body }) {
        const as = act === 'refuse' ? ('refused' as const) : ('cancelled' as const);
        const done = await closeByStaff(ctx, { returnId: params.id, as, ...body });
        return done.ok ? done.value : done;
      },
    }),
  ),
  route({
    method: 'POST',
    path: '/api/staff/withdrawals',
    summary: 'Record a withdrawal that a customer declared in any channel, and send the dated acknowledgement',
    tag,
    audience: allStaff,
    idempotencyKey: 'required',
    body: Strict({
      orderNumber: Type.String({ minLength: 3, maxLength: 20 }),
      name: Type.Optional(statementFields.name),
      email: Type.Optional(statementFields.email),
      goods: statementFields.goods,
      lines: statementFields.lines,
    }),
    response: WithdrawalSchema,
    status: 201,
    async handle(ctx, { body: { orderNumber, ...rest } }) {
      const [found] = (await findOrders(ctx, { number: orderNumber, limit: 1 })).items;
      if (!found) throw new AppError('not_found', { detail: 'There is no such order. Nothing was recorded.' });
      const order = await getOrder(ctx, found.id);
      const email = rest.email ?? order.contact.email;
      if (!email)
        throw new AppError('invalid_request', {
          detail: 'The order has no e-mail; say where the acknowledgement goes.',
        });
      const declared = await withdraw(ctx, parts, {
        ...rest,
        orderId: order.id,
        contract: order.number,
        name: rest.name ?? order.contact.name ?? '—',
        email,
      });
      return declared.ok ? created(declared.value.withdrawal) : declared;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/withdrawals/:id/answer',
    summary: 'Say which order a declaration is about, or close it with a reason',
    tag,
    audience: staff('agent', 'manager', 'admin'),
    params: Strict({ id: Id }),
    body: Type.Union([
      Strict({ orderNumber: Type.String({ minLength: 3, maxLength: 20 }), lines: statementFields.lines }),
      Strict({ reason: Reason }),
    ]),
    response: WithdrawalSchema,
    async handle(ctx, { params, body }) {
      await getWithdrawal(ctx, params.id);
      if ('reason' in body) {
        const closed = await answerWithdrawal(ctx, { id: params.id, closeReason: body.reason });
        return closed.ok ? closed.value : closed;
      }
      const [order] = (await findOrders(ctx, { number: body.orderNumber, limit: 1 })).items;
      if (!order) throw new AppError('not_found', { detail: 'There is no such order. Nothing was changed.' });
      const matched = await matchWithdrawal(ctx, parts, { id: params.id, orderId: order.id, lines: body.lines });
      return matched.ok ? matched.value : matched;
    },
  }),
];

async function zoneOf(ctx: Ctx): Promise<string> {
  return (await getRetailer(ctx)).zone;
}
