import { Type } from 'typebox';
import { allStaff, route } from '../kernel/route.ts';
import { Id, MoneySchema, Nullable, Page, Strict, Timestamp } from '../kernel/schemas.ts';
import { findFields, listReturned, ReturnStateSchema, returnKinds, toFilter } from '../modules/returns/index.ts';
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
    takenBy: Type.Optional(Id),
    ...findFields,
  }),
  response: Page(ReturnedSchema),
  async handle(ctx, { query }) {
    const page = await listReturned(ctx, toFilter(ctx, query));
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
