import { Type } from 'typebox';
import { allStaff, route } from '../kernel/route.ts';
import { Id, MoneySchema, Nullable, Page, PageQuery, Strict, Timestamp } from '../kernel/schemas.ts';
import { listReturned, ReturnStateSchema, returnKinds } from '../modules/returns/index.ts';
import { membersByIds } from '../modules/staff/index.ts';

const Kind = Type.Enum(returnKinds, {
  description: 'At a counter with its sale, without a sale, by post; by withdrawal, by complaint',
});

const ReturnedSchema = Strict({
  id: Id,
  number: Type.String(),
  kinds: Type.Array(Kind),
  state: ReturnStateSchema,
  order: Nullable(Strict({ id: Id, number: Type.String() }, { description: 'null: no sale was found' })),
  locationId: Nullable(Id),
  pieces: Type.Integer(),
  total: MoneySchema,
  takenBy: Nullable(Strict({ id: Id, name: Type.String() })),
  at: Timestamp,
  receivedAt: Nullable(Timestamp),
  refundDueAt: Nullable(Timestamp),
  answerDueAt: Nullable(Timestamp),
  complaint: Nullable(Strict({ answer: Type.Enum(['accepted', 'refused', 'silence']) })),
});

/** The Office's list of returns. */
export const officeReturnsRoute = route({
  method: 'GET',
  path: '/api/staff/returns/all',
  summary:
    'Everything that came or comes back, with and without a sale, newest first; associates and managers see their locations',
  tag: 'returns',
  audience: allStaff,
  query: Strict({
    kind: Type.Optional(Kind),
    state: Type.Optional(Type.Array(ReturnStateSchema)),
    locationId: Type.Optional(Id),
    takenBy: Type.Optional(Id),
    answer: Type.Optional(
      Type.Enum(['waiting', 'silence'], { description: 'Complaints without an answer yet, or accepted by silence' }),
    ),
    q: Type.Optional(Type.String({ maxLength: 40, description: 'Number of the return or of the order' })),
    dueDays: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 30, description: 'Whose clock runs out within so many days, or has' }),
    ),
    ...PageQuery,
  }),
  response: Page(ReturnedSchema),
  async handle(ctx, { query: { state, q, limit, dueDays, ...rest } }) {
    const page = await listReturned(ctx, {
      ...rest,
      states: state,
      text: q,
      dueBefore: dueDays === undefined ? undefined : new Date(ctx.clock.now().getTime() + dueDays * 86_400_000),
      limit: limit ?? 50,
    });
    const names = await membersByIds(ctx, [...new Set(page.items.flatMap(({ takenBy }) => takenBy ?? []))]);
    return {
      ...page,
      items: page.items.map(({ takenBy, ...it }) => {
        const name = takenBy && names.get(takenBy)?.name;
        return { ...it, takenBy: takenBy && name ? { id: takenBy, name } : null };
      }),
    };
  },
});
