import { Type } from 'typebox';
import { allStaff, type RouteDefinition, route, staff } from '../../kernel/route.ts';
import { Id, LocalizedText, MoneySchema, Nullable, Quantity, Strict, Timestamp } from '../../kernel/schemas.ts';
import { ChosenOutcomeSchema, ConditionSchema, ReturnSchema, ReturnStateSchema } from '../../modules/returns/index.ts';
import { describeReturn } from './describeReturn.ts';
import { answerByStaff, closeByStaff, inspectParcel, receiveParcel, scanParcel, settleParcel } from './handleParcel.ts';
import { readRecord } from './readRecord.ts';
import {
  Deduction,
  floor,
  PayoutSchema,
  PlaceSchema,
  Reason,
  TakenSchema,
  tag,
  toTaken,
  zoneOf,
} from './routeSchemas.ts';

const Version = Type.Optional(Type.Integer({ minimum: 1, description: 'Of the return as it was shown' }));

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

/** What was announced, from its arrival to the money, and the record of it. */
export const parcelRoutes: RouteDefinition[] = [
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
];
