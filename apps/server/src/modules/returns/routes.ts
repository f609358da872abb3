import { Type } from 'typebox';
import { allStaff, type RouteDefinition, route, staff } from '../../kernel/route.ts';
import { Page, Strict } from '../../kernel/schemas.ts';
import { findFields, toFilter } from './findQuery.ts';
import { readPolicy } from './readPolicy.ts';
import { findReturns } from './readReturns.ts';
import { savePolicy } from './savePolicy.ts';
import { PolicySchema, ReturnSchema, RuleSchema, WithdrawalSchema } from './schemas.ts';
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
      ...findFields,
      rule: Type.Optional(RuleSchema),
      way: Type.Optional(Type.Union([Type.Literal('desk'), Type.Literal('post')])),
    }),
    response: Page(ReturnSchema),
    handle: (ctx, { query }) => findReturns(ctx, toFilter(ctx, query)),
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
