import { Type } from 'typebox';
import { type Channel, channels } from '../../kernel/context.ts';
import { Id, LanguageSchema, Nullable, Strict, Timestamp } from '../../kernel/schemas.ts';
import { longestMessage } from './types.ts';

const Data = Type.Record(Type.String(), Type.Unknown(), {
  description: 'Ids and facts of the card or line; what they look like is asked where it is shown',
});
const ChannelSchema = Type.Unsafe<Channel>({ type: 'string', enum: [...channels] });
const State = Type.Union([Type.Literal('open'), Type.Literal('waiting'), Type.Literal('closed')]);
const DirectionSchema = Type.Union([Type.Literal('in'), Type.Literal('out'), Type.Literal('system')]);
const Kind = Type.Union([
  Type.Literal('text'),
  Type.Literal('product'),
  Type.Literal('cart'),
  Type.Literal('hold'),
  Type.Literal('call'),
  Type.Literal('system'),
]);
const DeliverySchema = Type.Union([
  Type.Literal('pending'),
  Type.Literal('sent'),
  Type.Literal('delivered'),
  Type.Literal('read'),
  Type.Literal('failed'),
]);
const AuthorKind = Type.Union([Type.Literal('shopper'), Type.Literal('staff'), Type.Literal('system')]);

export const MessageText = Type.String({ minLength: 1, maxLength: longestMessage });
export const ClientKey = Type.String({
  minLength: 8,
  maxLength: 100,
  description: 'Made by the client, once a message; sending it again is safe',
});
export const Seq = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
export const ThreadParams = Strict({ id: Id });

/** A message as the shopper sees it: no internal ids of colleagues. */
export const ShopMessage = Strict({
  id: Id,
  seq: Seq,
  direction: DirectionSchema,
  kind: Kind,
  text: Nullable(Type.String()),
  data: Data,
  author: Strict({ kind: AuthorKind, name: Nullable(Type.String()) }),
  delivery: Nullable(DeliverySchema),
  sentAt: Timestamp,
});

export const ShopChat = Strict({
  threadId: Nullable(Id),
  restarted: Type.Boolean({ description: 'Forget what you have: these are the messages from the beginning' }),
  messages: Type.Array(ShopMessage),
  lastSeq: Seq,
  hasMore: Type.Boolean(),
});

export const StaffMessage = Strict({
  id: Id,
  threadId: Id,
  seq: Seq,
  subjectId: Id,
  direction: DirectionSchema,
  channel: ChannelSchema,
  kind: Kind,
  internal: Type.Boolean({ description: 'A note; never seen by the customer' }),
  author: Strict({ kind: AuthorKind, id: Nullable(Type.String()), name: Nullable(Type.String()) }),
  text: Nullable(Type.String()),
  data: Data,
  delivery: Nullable(DeliverySchema),
  deliveryReason: Nullable(Type.String()),
  sentAt: Timestamp,
});

export const ThreadFields = {
  id: Id,
  customerId: Id,
  subjectId: Id,
  state: State,
  assigneeId: Nullable(Id),
  lastSeq: Seq,
  lastMessageAt: Timestamp,
  unansweredSince: Nullable(Timestamp),
  openedAt: Timestamp,
  snoozedUntil: Nullable(Timestamp),
  version: Type.Integer(),
};
export const ThreadSchema = Strict(ThreadFields);

const DoingSchema = Type.Union([Type.Literal('looking'), Type.Literal('writing'), Type.Literal('noting')]);
/** Who is in a conversation now: colleagues, and the customer while typing. */
export const PresentSchema = Strict({
  who: Type.Union([Type.Literal('staff'), Type.Literal('shopper')]),
  personId: Id,
  name: Nullable(Type.String()),
  doing: DoingSchema,
  until: Timestamp,
});
export const PresenceBody = Strict({ doing: Type.Union([DoingSchema, Type.Literal('gone')]) });

const InLanguages = (maxLength: number) => {
  const text = Type.String({ minLength: 1, maxLength });
  return Strict({ en: text, pl: text, ru: text });
};
export const MacroFields = {
  shortcut: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,19}$', description: 'Typed after a slash' }),
  title: InLanguages(80),
  text: { ...InLanguages(longestMessage), description: 'With {fields} that the desk fills in' },
};
export const MacroSchema = Strict({ id: Id, ...MacroFields, version: Type.Integer() });

export const ThreadLineSchema = Strict({
  ...ThreadFields,
  assigneeName: Nullable(Type.String()),
  customerName: Nullable(Type.String()),
  claimedName: Nullable(Type.String({ description: 'Said in the chat, not proven' })),
  lastWords: Nullable(
    Strict({ direction: DirectionSchema, kind: Kind, channel: ChannelSchema, text: Nullable(Type.String()) }),
  ),
});

const ReplyChannelSchema = Type.Union([Type.Literal('chat'), Type.Literal('email')]);
const VerdictSchema = Type.Union([
  Strict({ ok: Type.Literal(true), channel: Type.Literal('chat'), away: Type.Boolean() }),
  Strict({
    ok: Type.Literal(true),
    channel: Type.Literal('email'),
    to: Type.String(),
    addressState: Type.Union([Type.Literal('verified'), Type.Literal('claimed')]),
  }),
  Strict({
    ok: Type.Literal(false),
    channel: ReplyChannelSchema,
    reason: Type.Union([Type.Literal('no_chat_session'), Type.Literal('no_address')]),
  }),
]);

export const DraftSchema = Strict({ text: Type.String(), version: Type.Integer() });

export const ThreadPageSchema = Strict({
  thread: ThreadSchema,
  assigneeName: Nullable(Type.String()),
  customer: Strict({ id: Id, displayName: Nullable(Type.String()), language: LanguageSchema }),
  claimed: Strict(
    { name: Nullable(Type.String()), email: Nullable(Type.String()) },
    { description: 'Said in the chat, not proven' },
  ),
  replyBy: Type.Array(VerdictSchema),
  messages: Type.Array(StaffMessage),
  hasMore: Type.Boolean(),
  draft: Nullable(DraftSchema),
  present: Type.Array(PresentSchema),
  alsoWriting: Type.Array(Strict({ staffId: Id, name: Nullable(Type.String()), at: Timestamp })),
});

export const ReplyBody = Strict({
  text: Type.Optional(MessageText),
  productCard: Type.Optional(Strict({ variantId: Id })),
  internal: Type.Optional(Type.Boolean({ default: false })),
  replyBy: Type.Optional(ReplyChannelSchema),
  clientKey: ClientKey,
  ifSeq: Type.Optional(Seq),
});

export const CallBody = Strict({
  phone: Type.String({ minLength: 3, maxLength: 40 }),
  direction: Type.Union([Type.Literal('in'), Type.Literal('out')]),
  startedAt: Timestamp,
  durationSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 86_400 })),
  missed: Type.Optional(Type.Boolean({ default: false })),
  note: Type.Optional(Type.String({ maxLength: longestMessage })),
  customerId: Type.Optional(Id),
  newCustomer: Type.Optional(Type.Boolean({ default: false })),
});

export const LoggedCallSchema = Strict({
  callId: Id,
  threadId: Nullable(Id),
  customerId: Nullable(Id),
  candidates: Type.Array(Strict({ customerId: Id, displayName: Nullable(Type.String()) })),
});

const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$' });
const Span = Type.Tuple([Time, Time]);
const Day = Type.Array(Span, { maxItems: 6 });
const Week = Strict({ mon: Day, tue: Day, wed: Day, thu: Day, fri: Day, sat: Day, sun: Day });
const Exceptions = Type.Array(
  Strict({ date: Type.String({ format: 'date' }), open: Day, note: Type.Optional(Type.String({ maxLength: 120 })) }),
  { maxItems: 400 },
);
const ExpectedMinutes = Type.Integer({ minimum: 1, maximum: 1440 });

export const HoursBody = Strict({
  hours: Week,
  exceptions: Exceptions,
  expectedAnswerMinutes: ExpectedMinutes,
  version: Type.Integer({ minimum: 0 }),
});
export const HoursSchema = Strict({
  hours: Week,
  exceptions: Exceptions,
  expectedAnswerMinutes: ExpectedMinutes,
  zone: Type.String(),
  version: Type.Integer(),
});

export const ChatStatusSchema = Strict({
  open: Type.Boolean(),
  closesAt: Nullable(Timestamp),
  opensAt: Nullable(Timestamp),
  today: Day,
  hours: Week,
  zone: Type.String(),
  expectedAnswerMinutes: Type.Integer(),
  expectedBy: Nullable(Timestamp),
});
