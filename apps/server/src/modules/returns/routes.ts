import { Type } from 'typebox';
import { allStaff, type RouteDefinition, route, staff } from '../../kernel/route.ts';
import { Id, Page, PageQuery, Strict } from '../../kernel/schemas.ts';
import { readPolicy } from './readPolicy.ts';
import { findReturns } from './readReturns.ts';
import { savePolicy } from './savePolicy.ts';
import { PolicySchema, ReturnSchema, ReturnStateSchema, RuleSchema, WithdrawalSchema } from './schemas.ts';
import { listWithdrawals } from './withdrawals.ts';

const tag = 'returns';

export const returnsRoutes: RouteDefinition[] = [
  route({
    method: 'GET',
    path: '/api/staff/returns',
    summary: 'Returns, newest first; associates and managers see those that come in at their locations',
    tag,
    audience: allStaff,
    query: Strict({
      state: Type.Optional(Type.Array(ReturnStateSchema)),
      rule: Type.Optional(RuleSchema),
      way: Type.Optional(Type.Union([Type.Literal('desk'), Type.Literal('post')])),
      locationId: Type.Optional(Id),
      answer: Type.Optional(
        Type.Enum(['waiting', 'silence'], { description: 'Complaints without an answer yet, or accepted by silence' }),
      ),
      q: Type.Optional(Type.String({ maxLength: 40, description: 'Number of the return or of the order' })),
      dueDays: Type.Optional(
        Type.Integer({ minimum: 0, maximum: 30, description: 'Whose clock runs out within so many days, or has' }),
      ),
      ...PageQuery,
    }),
    response: Page(ReturnSchema),
    handle: (ctx, { query: { state, q, limit, dueDays, ...rest } }) =>
      findReturns(ctx, {
        ...rest,
        states: state,
        text: q,
        dueBefore: dueDays === undefined ? undefined : new Date(ctx.clock.now().getTime() + dueDays * 86_400_000),
        limit: limit ?? 50,
      }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/withdrawals',
    summary: 'Declarations of withdrawal, newest first',
    tag,
    audience: staff('agent', 'manager', 'admin'),
    query: Strict({ state: Type.Optional(Type.Enum(['open', 'matched', 'closed'])) }),
    response: Strict({ items: Type.Array(WithdrawalSchema) }),
    handle: async (ctx, { query }) => ({ items: await listWithdrawals(ctx, { ...query, limit: 100 }) }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/settings/returns',
    summary: 'What the shop promises about returns, the same in every channel',
    tag,
    audience: allStaff,
    response: PolicySchema,
    handle: (ctx) => readPolicy(ctx),
  }),
  route({
    method: 'PUT',
    path: '/api/staff/settings/returns',
    summary: 'Change what the shop promises about returns',
    tag,
    audience: staff('admin'),
    body: PolicySchema,
    response: PolicySchema,
    handle: (ctx, { body }) => savePolicy(ctx, body),
  }),
];
