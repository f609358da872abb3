import { Type } from 'typebox';
import { companyWide, type RouteDefinition, route, staff } from '../../kernel/route.ts';
import { Id, MoneySchema, Nullable, Page, PageQuery, Strict, Timestamp } from '../../kernel/schemas.ts';
import { findStatementLines } from '../../modules/payments/index.ts';
import { decideTransfer, importTransfers } from './importTransfers.ts';

const tag = 'Payments';
const money = companyWide(staff('manager', 'admin'));

const Line = Strict({
  id: Id,
  externalId: Type.String(),
  bookedOn: Type.String(),
  amount: MoneySchema,
  title: Type.String(),
  payer: Nullable(Type.String()),
  payerAccount: Nullable(Type.String({ description: 'Where it came from' })),
  excess: MoneySchema,
  state: Type.String({
    description: 'new, matched, less, more, unknown, not_awaited, late; decided by a person: accepted, sent_back',
  }),
  orderId: Nullable(Id),
  importedAt: Timestamp,
  decidedAt: Nullable(Timestamp),
  reason: Nullable(Type.String()),
});

export const transferRoutes = (): RouteDefinition[] => [
  route({
    method: 'POST',
    path: '/api/staff/payments/transfers',
    summary: 'Import lines of a bank statement; what is exactly what an order waits for pays it',
    tag,
    audience: money,
    bodyLimit: 1024 * 1024,
    body: Strict({
      lines: Type.Array(
        Strict({
          externalId: Type.String({ minLength: 1, maxLength: 120, description: 'The bank’s own id of the line' }),
          bookedOn: Type.String({ format: 'date' }),
          amount: MoneySchema,
          title: Type.String({ maxLength: 500 }),
          payer: Type.Optional(Type.String({ maxLength: 200 })),
          payerAccount: Type.Optional(
            Type.String({ maxLength: 60, description: 'Where it came from, to be sent back to' }),
          ),
        }),
        { minItems: 1, maxItems: 500 },
      ),
    }),
    response: Strict({ items: Type.Array(Line) }),
    handle: async (ctx, { body }) => ({ items: await importTransfers(ctx, body.lines) }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/payments/transfers',
    summary: 'Imported lines, newest first; with `open` those that wait for a person',
    tag,
    audience: money,
    query: Strict({ ...PageQuery, open: Type.Optional(Type.Boolean()) }),
    response: Page(Line),
    handle: (ctx, { query }) =>
      findStatementLines(ctx, { open: query.open ?? false, limit: query.limit ?? 50, cursor: query.cursor }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/payments/transfers/:id/decision',
    summary: 'Decide about money that fitted nothing: it pays an order, or was sent back',
    tag,
    audience: money,
    params: Strict({ id: Id }),
    body: Strict({
      decision: Type.Union([Type.Literal('accept'), Type.Literal('sent_back')]),
      orderNumber: Type.Optional(Type.String({ minLength: 6, maxLength: 20 })),
      reason: Type.String({ minLength: 3, maxLength: 500 }),
    }),
    response: Line,
    handle: async (ctx, { params, body }) => {
      const decided = await decideTransfer(ctx, { id: params.id, ...body });
      return decided.ok ? decided.value : decided;
    },
  }),
];
