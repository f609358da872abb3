import { Type } from 'typebox';
import { companyWide, route, staffOrKey } from '../../kernel/route.ts';
import { Quantity, Strict, Timestamp } from '../../kernel/schemas.ts';
import { importRules, importStock } from './importStock.ts';

const audience = companyWide(staffOrKey('stock:write', 'admin'));
const most = 1_000;

const Answers = Strict({
  booked: Type.Integer(),
  already: Type.Integer({ description: 'Taken before under this external id; nothing was changed' }),
  refused: Type.Integer(),
  items: Type.Array(
    Strict({
      externalId: Type.String(),
      outcome: Type.Union([Type.Literal('booked'), Type.Literal('already'), Type.Literal('refused')]),
      onHand: Type.Optional(Type.Integer({ description: 'After it' })),
      expected: Type.Optional(Type.Integer({ description: 'What our books said for that moment' })),
      drift: Type.Optional(Type.Integer({ description: 'The difference, where there is one' })),
      isCovered: Type.Optional(
        Type.Boolean({ description: 'A figure of a later moment has it in already: kept, and counted once' }),
      ),
      rule: Type.Optional(Type.Enum(importRules)),
      fix: Type.Optional(Type.String()),
    }),
    { description: 'In the order they were sent' },
  ),
});

const Where = {
  externalId: Type.String({
    minLength: 1,
    maxLength: 100,
    description: 'Yours; each is taken once, whatever the batch',
  }),
  sku: Type.String({ minLength: 1, maxLength: 100 }),
  location: Type.String({ minLength: 1, maxLength: 40, description: 'Its code' }),
};

type Answered = Awaited<ReturnType<typeof importStock>>;
const summarise = (items: Answered) => ({
  booked: items.filter(({ outcome }) => outcome === 'booked').length,
  already: items.filter(({ outcome }) => outcome === 'already').length,
  refused: items.filter(({ outcome }) => outcome === 'refused').length,
  items,
});

/** Stock that moves elsewhere: another system's figures, another till's sales. */
export const importRoutes = [
  route({
    method: 'POST',
    path: '/api/stock/imports/on-hand',
    summary: 'Figures of another system as of a moment; what moved here since is replayed on top',
    tag: 'stock',
    audience,
    bodyLimit: 1024 * 1024,
    body: Strict({
      items: Type.Array(
        Strict({ ...Where, onHand: Type.Integer({ minimum: 0, maximum: 1_000_000 }), asOf: Timestamp }),
        { minItems: 1, maxItems: most },
      ),
    }),
    response: Answers,
    handle: async (ctx, { body }) =>
      summarise(
        await importStock(
          ctx,
          body.items.map(({ onHand, asOf, ...item }) => ({
            ...item,
            kind: 'on_hand' as const,
            quantity: onHand,
            at: new Date(asOf),
          })),
        ),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/stock/imports/sales',
    summary: 'Sales and returns of other tills, each once by its id',
    tag: 'stock',
    audience,
    bodyLimit: 1024 * 1024,
    body: Strict({
      items: Type.Array(
        Strict({
          ...Where,
          kind: Type.Union([Type.Literal('sale'), Type.Literal('return')]),
          quantity: Quantity,
          at: Timestamp,
        }),
        { minItems: 1, maxItems: most },
      ),
    }),
    response: Answers,
    handle: async (ctx, { body }) =>
      summarise(
        await importStock(
          ctx,
          body.items.map((item) => ({ ...item, at: new Date(item.at) })),
        ),
      ),
  }),
];
