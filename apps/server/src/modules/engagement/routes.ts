import { type Static, Type } from 'typebox';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { requireKnown } from '../../kernel/requireKnown.ts';
import { Refusal } from '../../kernel/result.ts';
import { allStaff, companyWide, created, type RouteDefinition, route, staff } from '../../kernel/route.ts';
import { Id, LanguageSchema, Nullable, Page, PageQuery, Strict, Timestamp } from '../../kernel/schemas.ts';
import { knownProducts, knownVariants, listCategories } from '../catalogue/index.ts';
import { subjectsOf } from '../customers/index.ts';
import { archiveSmartLink } from './links/archiveSmartLink.ts';
import { createSmartLink } from './links/createSmartLink.ts';
import { listSmartLinks } from './links/readSmartLinks.ts';
import { listFailedMails, mailsOf } from './mail/readMails.ts';
import { resendMail } from './mail/resendMail.ts';
import { retryMail } from './mail/retryMail.ts';

const Campaign = Strict({
  source: Type.String({ minLength: 1, maxLength: 60 }),
  medium: Type.String({ minLength: 1, maxLength: 60 }),
  name: Type.String({ minLength: 1, maxLength: 100 }),
  content: Type.Optional(Nullable(Type.String({ maxLength: 100 }))),
});
const Target = Type.Union([
  Strict({ variantId: Id }),
  Strict({ productId: Id }),
  Strict({ categorySlug: Type.String({ minLength: 1, maxLength: 100 }) }),
]);
const LinkFields = {
  id: Id,
  slug: Type.String(),
  target: Target,
  campaign: Campaign,
  label: Type.String(),
  createdBy: Type.String(),
  createdAt: Timestamp,
  archivedAt: Nullable(Timestamp),
};
const Link = Strict(LinkFields);

const mailFields = {
  id: Id,
  template: Type.String(),
  language: LanguageSchema,
  state: Type.Union([Type.Literal('queued'), Type.Literal('sending'), Type.Literal('sent'), Type.Literal('failed')]),
  subject: Nullable(Type.String()),
  queuedAt: Timestamp,
  sentAt: Nullable(Timestamp),
  failedAt: Nullable(Timestamp),
  threadId: Nullable(Id),
};
const MailLine = Strict(mailFields, { description: 'Without the address: a colleague at the counter needs none' });
const MailSummary = Strict({
  ...mailFields,
  to: Type.String(),
  attempts: Type.Integer(),
  lastError: Nullable(Type.String()),
});

/** A link to nothing would be printed before anybody clicks it. What exists is archived and never deleted. */
async function requireTarget(ctx: Ctx, target: Static<typeof Target>): Promise<void> {
  if ('variantId' in target) {
    requireKnown('variant', [target.variantId], await knownVariants(ctx, [target.variantId]));
  } else if ('productId' in target) {
    requireKnown('product', [target.productId], await knownProducts(ctx, [target.productId]));
  } else {
    const categories = await listCategories(ctx, { withArchived: true });
    const slugs = new Set(categories.flatMap((category) => Object.values(category.slug)));
    requireKnown('category', [target.categorySlug], slugs);
  }
}

export const routes: RouteDefinition[] = [
  route({
    method: 'GET',
    path: '/api/staff/mail/failed',
    summary: 'Mails that were given up or could not be written',
    tag: 'mail',
    audience: staff('admin'),
    query: Strict(PageQuery),
    response: Page(MailSummary),
    handle: (ctx, { query }) => listFailedMails(ctx, { cursor: query.cursor, limit: query.limit ?? 50 }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/mail/:id/retry',
    summary: 'Send a failed mail again',
    tag: 'mail',
    audience: staff('admin'),
    params: Strict({ id: Id }),
    response: Strict({ mailId: Id }),
    handle: (ctx, { params }) => retryMail(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/staff/customers/:id/mails',
    summary: 'What the system wrote to a customer, newest first',
    tag: 'mail',
    audience: allStaff,
    params: Strict({ id: Id }),
    response: Strict({ items: Type.Array(MailLine) }),
    async handle(ctx, { params }) {
      const subjectIds = await subjectsOf(ctx, params.id);
      if (subjectIds.length === 0) throw new AppError('not_found', { detail: 'There is no such customer.' });
      const mails = await mailsOf(ctx, { customerId: params.id, subjectIds });
      return { items: mails.map(({ to: _to, attempts: _attempts, lastError: _lastError, ...line }) => line) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/mail/:id/resend',
    summary: 'Send a mail once more, to the same address',
    tag: 'mail',
    audience: allStaff,
    params: Strict({ id: Id }),
    response: Strict({ mailId: Id }),
    handle: (ctx, { params }) => resendMail(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/staff/smart-links',
    summary: 'Smart links with their clicks, newest first',
    tag: 'smart links',
    audience: staff('manager', 'admin'),
    query: Strict({ ...PageQuery, archived: Type.Optional(Type.Boolean({ default: false })) }),
    response: Page(Strict({ ...LinkFields, clicks: Type.Integer() })),
    handle: (ctx, { query }) =>
      listSmartLinks(ctx, { cursor: query.cursor, limit: query.limit ?? 50, archived: query.archived ?? false }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/smart-links',
    summary: 'Make a link for an advertisement',
    tag: 'smart links',
    audience: companyWide(staff('manager', 'admin')),
    body: Strict({
      slug: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,59}$' }),
      target: Target,
      campaign: Campaign,
      label: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    }),
    response: Link,
    status: 201,
    async handle(ctx, { body }) {
      await requireTarget(ctx, body.target);
      const link = await createSmartLink(ctx, body);
      return link instanceof Refusal ? link : created(link);
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/smart-links/:id/archive',
    summary: 'Take a link out of the lists; it keeps leading visitors on',
    tag: 'smart links',
    audience: companyWide(staff('manager', 'admin')),
    params: Strict({ id: Id }),
    response: Link,
    handle: (ctx, { params }) => archiveSmartLink(ctx, params.id),
  }),
];
