import { Type } from 'typebox';
import { everyone, type RouteDefinition, route } from '../../kernel/route.ts';
import { LanguageSchema, Strict } from '../../kernel/schemas.ts';
import { requireWording } from '../../modules/customers/index.ts';
import { denyReceipt } from './denyReceipt.ts';
import { keepReceipt } from './keepReceipt.ts';

export const ReceiptToken = Type.String({ minLength: 20, maxLength: 100, pattern: '^[A-Za-z0-9_-]+$' });
export const ReceiptStateSchema = Type.Union(
  [Type.Literal('open'), Type.Literal('kept'), Type.Literal('kept_elsewhere'), Type.Literal('denied')],
  { description: 'kept_elsewhere: the address is proven, and the sale stays with the account that bought' },
);

/** What may be answered to a receipt. Presses, never links: what looks at links beforehand answers for nobody. */
export const receiptRoutes: RouteDefinition[] = [
  route({
    method: 'POST',
    path: '/api/shop/receipt/keep',
    summary: 'This receipt is mine: proves the address it was mailed to, once, and keeps the sale with its account',
    tag: 'Receipts',
    audience: everyone,
    perMinute: 30,
    body: Strict({
      token: ReceiptToken,
      news: Type.Optional(
        Strict({
          wording: Type.String({ pattern: '^receipt-[0-9]+$', maxLength: 40, description: 'Of the words shown' }),
          language: Type.Optional(LanguageSchema),
        }),
      ),
    }),
    response: Strict({ state: ReceiptStateSchema }),
    handle: async (ctx, { body: { token, news } }) => {
      if (news) await requireWording(ctx, 'receipt', news.wording);
      return keepReceipt(ctx, {
        token,
        news: news && { wording: news.wording, language: news.language ?? ctx.language },
      });
    },
  }),
  route({
    method: 'POST',
    path: '/api/shop/receipt/deny',
    summary: 'This receipt is not mine: the address is taken off the sale',
    tag: 'Receipts',
    audience: everyone,
    perMinute: 30,
    body: Strict({ token: ReceiptToken }),
    response: Strict({ state: ReceiptStateSchema }),
    handle: (ctx, { body }) => denyReceipt(ctx, body.token),
  }),
];
