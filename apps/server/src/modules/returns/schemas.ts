import { Type } from 'typebox';
import { Id, LanguageSchema, MoneySchema, Nullable, Quantity, Strict, Timestamp } from '../../kernel/schemas.ts';
import { complaintAnswers, conditions, outcomes, reasons, returnRules } from './policy.ts';
import { returnStates } from './states.ts';

export const ConditionSchema = Type.Enum(conditions);
export const ReasonSchema = Type.Enum(reasons);
export const RuleSchema = Type.Enum(returnRules);
export const ReturnStateSchema = Type.Enum(returnStates);
/** What staff may say of a piece that lies before them. */
export const ChosenOutcomeSchema = Type.Enum(['restock', 'damaged', 'write_off', 'send_back']);

export const BlindContactSchema = Strict(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
    phone: Type.Optional(Type.String({ minLength: 5, maxLength: 40 })),
  },
  { description: 'An e-mail or a phone is needed' },
);
export const DeductionSchema = Strict(
  { percent: Type.Integer({ minimum: 1, maximum: 100 }), reason: Type.String({ minLength: 3, maxLength: 300 }) },
  { description: 'Taken off worn goods, at most as much as the policy says; it stands on the protocol' },
);

export const ReturnSchema = Strict({
  id: Id,
  number: Type.String(),
  version: Type.Integer(),
  state: ReturnStateSchema,
  way: Type.Union([Type.Literal('desk'), Type.Literal('post')]),
  orderId: Id,
  orderNumber: Type.String(),
  subjectId: Nullable(Id),
  language: LanguageSchema,
  currency: Type.String(),
  locationId: Nullable(Id),
  note: Nullable(Type.String()),
  refundDueAt: Nullable(Timestamp),
  answerDueAt: Nullable(Timestamp),
  announcedAt: Timestamp,
  receivedAt: Nullable(Timestamp),
  inspectedAt: Nullable(Timestamp),
  settledAt: Nullable(Timestamp),
  closedAt: Nullable(Timestamp),
  closeReason: Nullable(Type.String()),
  takenBy: Nullable(Id),
  goodsAmount: MoneySchema,
  deliveryAmount: MoneySchema,
  total: MoneySchema,
  payouts: Type.Array(
    Strict({
      to: Type.Enum(['original', 'cash', 'store_credit', 'exchange']),
      amount: MoneySchema,
      paymentId: Nullable(Id),
      method: Nullable(Type.String()),
      creditId: Nullable(Id),
    }),
  ),
  exchangeOrderId: Nullable(Id),
  complaint: Nullable(
    Strict({
      answer: Type.Enum(complaintAnswers, { description: 'Silence accepts it' }),
      answeredAt: Timestamp,
      text: Nullable(Type.String()),
    }),
  ),
  lines: Type.Array(
    Strict({
      id: Id,
      orderLineId: Id,
      variantId: Id,
      quantity: Quantity,
      reason: ReasonSchema,
      rule: RuleSchema,
      condition: Nullable(ConditionSchema),
      outcome: Nullable(Type.Enum(outcomes)),
      locationId: Nullable(Id),
      amount: Nullable(MoneySchema),
      deduction: MoneySchema,
      deductionPercent: Type.Integer(),
      deductionReason: Nullable(Type.String()),
    }),
  ),
});

const Days = (maximum: number, minimum = 0) => Type.Integer({ minimum, maximum });
const Minor = Type.Integer({ minimum: 0, maximum: 100_000_000, description: 'Minor units of the home market' });

export const PolicySchema = Strict({
  shopDays: Days(730),
  shopConditions: Type.Array(ConditionSchema, { uniqueItems: true, maxItems: 5 }),
  withdrawalDays: Days(365, 14),
  informedSince: Nullable(Timestamp),
  parcelDays: Days(60),
  cashUpTo: Minor,
  standardDelivery: Nullable(Minor),
  creditMonths: Type.Integer({ minimum: 1, maximum: 120 }),
  postLocationId: Nullable(Id),
  deductionPercent: Type.Integer({ minimum: 0, maximum: 100, description: 'The most that is taken off worn goods' }),
  blindReturns: Type.Boolean({ description: 'Goods without a sale are taken back against a store credit code' }),
  blindDays: Days(365, 1),
  exceptions: Type.Array(
    Strict({
      categoryId: Id,
      withdrawal: Type.Enum(['always', 'unless_opened', 'never']),
      shopDays: Nullable(Days(730)),
    }),
    { maxItems: 200 },
  ),
  version: Type.Integer({
    minimum: 0,
    description: 'The version you read; another one in between is a version_conflict',
  }),
});

export const WithdrawalSchema = Strict({
  id: Id,
  number: Type.String(),
  version: Type.Integer(),
  declaredAt: Timestamp,
  name: Type.String(),
  contract: Type.String(),
  email: Type.String(),
  goods: Nullable(Type.String()),
  language: LanguageSchema,
  channel: Type.String(),
  recordedBy: Type.String(),
  orderId: Nullable(Id),
  returnId: Nullable(Id),
  cancelled: Type.Array(Strict({ orderLineId: Id, quantity: Quantity }), {
    description: 'What had not left the house and was taken off the order for it',
  }),
  state: Type.Enum(['open', 'matched', 'closed']),
  closeReason: Nullable(Type.String()),
});
