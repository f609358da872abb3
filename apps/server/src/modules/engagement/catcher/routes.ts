import { Type } from 'typebox';
import { AppError } from '../../../kernel/errors.ts';
import { everyone, Reply, type RouteDefinition, route } from '../../../kernel/route.ts';
import { Id, Nullable, Strict, Timestamp } from '../../../kernel/schemas.ts';
import { listCaughtTexts } from './caughtTexts.ts';
import { framePolicy, mailboxPage, mailFrame } from './mailboxPage.ts';
import { getCaughtMail, listCaughtMails } from './readCaughtMail.ts';

const html = (body: string, policy?: string) =>
  new Reply(body, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...(policy ? { 'content-security-policy': policy } : {}),
    },
  });

const tag = 'development';

/** The mailbox of development. These routes are not there when a real mail server is configured. */
export const mailboxRoutes: RouteDefinition[] = [
  route({
    method: 'GET',
    path: '/mailbox',
    summary: 'The mailbox of development, as a page',
    tag,
    audience: everyone,
    query: Strict({ id: Type.Optional(Id), to: Type.Optional(Type.String({ maxLength: 254 })) }),
    status: 200,
    async handle(ctx, { query }) {
      const to = query.to?.trim() || undefined;
      const mails = await listCaughtMails(ctx, { to, limit: 100 });
      const chosen = query.id
        ? (mails.find((mail) => mail.id === query.id) ?? (await getCaughtMail(ctx, query.id)))
        : undefined;
      return html(mailboxPage({ mails, chosen, to, texts: await listCaughtTexts(ctx, { limit: 20 }) }));
    },
  }),
  route({
    method: 'GET',
    path: '/mailbox/:id/html',
    summary: 'The HTML of one mail, for a sandboxed frame',
    tag,
    audience: everyone,
    params: Strict({ id: Id }),
    status: 200,
    async handle(ctx, { params }) {
      const mail = await getCaughtMail(ctx, params.id);
      if (!mail) throw new AppError('not_found', { detail: 'There is no such mail.' });
      return html(mailFrame(mail), framePolicy);
    },
  }),
  route({
    method: 'GET',
    path: '/api/dev/mailbox',
    summary: 'The newest mails of the mailbox of development',
    tag,
    audience: everyone,
    query: Strict({
      to: Type.Optional(Type.String({ maxLength: 254 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
    }),
    response: Strict({
      items: Type.Array(
        Strict({
          id: Id,
          messageId: Type.String(),
          copies: Type.Integer(),
          from: Type.String(),
          to: Type.Array(Type.String()),
          subject: Type.String(),
          html: Nullable(Type.String()),
          text: Nullable(Type.String()),
          headers: Type.Record(Type.String(), Type.String()),
          attachments: Type.Array(
            Strict({
              filename: Nullable(Type.String()),
              type: Type.String(),
              cid: Nullable(Type.String()),
              base64: Type.String(),
            }),
          ),
          caughtAt: Timestamp,
        }),
      ),
    }),
    async handle(ctx, { query }) {
      return { items: await listCaughtMails(ctx, { to: query.to, limit: query.limit ?? 20 }) };
    },
  }),
  route({
    method: 'GET',
    path: '/api/dev/texts',
    summary: 'The newest text messages that were caught in development',
    tag,
    audience: everyone,
    query: Strict({
      to: Type.Optional(Type.String({ maxLength: 20, description: 'E.164' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
    }),
    response: Strict({
      items: Type.Array(Strict({ id: Id, to: Type.String(), body: Type.String(), caughtAt: Timestamp })),
    }),
    async handle(ctx, { query }) {
      return { items: await listCaughtTexts(ctx, { to: query.to, limit: query.limit ?? 20 }) };
    },
  }),
];
