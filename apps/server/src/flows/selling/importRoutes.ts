import { Type } from 'typebox';
import { channels } from '../../kernel/context.ts';
import { type RouteDefinition, route, staffOrKey } from '../../kernel/route.ts';
import { Id, Nullable, Quantity, Strict, Timestamp } from '../../kernel/schemas.ts';
import { AddressSchema } from '../../modules/orders/index.ts';
import { elsewhereMethods } from '../../modules/payments/index.ts';
import { importOrders } from './importOrders.ts';

const contactOf = (description: string) =>
  Strict(
    {
      name: Type.Optional(Type.String({ maxLength: 120 })),
      email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
      phone: Type.Optional(Type.String({ maxLength: 40 })),
    },
    { description },
  );

const Amount = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000, description: 'Gross, minor units' });

export const importRoutes = (): RouteDefinition[] => [
  route({
    method: 'POST',
    path: '/api/staff/orders/imports',
    summary: 'Bring in orders of another system, each once; history touches no stock, live orders take theirs',
    tag: 'orders',
    audience: staffOrKey('orders:write', 'admin'),
    bodyLimit: 2 * 1024 * 1024,
    body: Strict({
      source: Type.String({ pattern: '^[a-z0-9_-]{2,40}$', description: 'The other system, always the same' }),
      orders: Type.Array(
        Strict({
          externalId: Type.String({ minLength: 1, maxLength: 120 }),
          mode: Type.Union([Type.Literal('history'), Type.Literal('live')]),
          placedAt: Timestamp,
          channel: Type.Union(channels.map((channel) => Type.Literal(channel))),
          contact: Type.Optional(contactOf('Whom to write to about it; what is not said is the customer’s')),
          customer: Type.Optional(contactOf('Who bought it, as the other system says: a claim, which links to nobody')),
          payments: Type.Optional(
            Type.Array(
              Strict({
                method: Type.Union(elsewhereMethods.map((method) => Type.Literal(method))),
                amount: Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, description: 'Minor units' }),
                currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217: the home market’s' }),
                paidAt: Timestamp,
                externalId: Type.Optional(
                  Type.String({ minLength: 1, maxLength: 120, description: 'Its id there, to give it back by' }),
                ),
                cardLast4: Type.Optional(Type.String({ pattern: '^\\d{4}$' })),
              }),
              { maxItems: 20, description: 'What the other system took; together no more than the order costs' },
            ),
          ),
          deliveryAddress: Type.Optional(AddressSchema),
          lines: Type.Array(
            Strict({
              sku: Type.String({ minLength: 1, maxLength: 80 }),
              quantity: Quantity,
              unit: Amount,
              discount: Type.Optional(Amount),
              taxRateBp: Type.Integer({ minimum: 0, maximum: 10_000, description: '2300 is 23 %' }),
            }),
            { minItems: 1, maxItems: 100 },
          ),
        }),
        { minItems: 1, maxItems: 100 },
      ),
    }),
    response: Strict({
      items: Type.Array(
        Strict({
          externalId: Type.String(),
          result: Type.String({ description: 'created, known, refused' }),
          orderId: Nullable(Id),
          number: Nullable(Type.String()),
          code: Nullable(Type.String()),
          detail: Nullable(Type.String()),
        }),
      ),
    }),
    handle: async (ctx, { body }) => ({
      items: await importOrders(ctx, {
        source: body.source,
        orders: body.orders.map(({ payments = [], ...order }) => ({
          ...order,
          payments: payments.map(({ amount, currency, ...one }) => ({ ...one, amount: { amount, currency } })),
        })),
      }),
    }),
  }),
];
