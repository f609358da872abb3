import { Type } from 'typebox';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { Refusal } from '../../kernel/result.ts';
import { everyone, Reply, type RouteDefinition, route, signedIn, staff } from '../../kernel/route.ts';
import { Id, Nullable, Strict, Timestamp } from '../../kernel/schemas.ts';
import { readSealed } from '../../kernel/sealedCopies.ts';
import {
  type CodeSender,
  codeMinutes,
  customersConfigOf,
  customersOf,
  type DataRequest,
  dataRequestsOf,
  exportOf,
  getDataRequest,
  personOf,
} from '../../modules/customers/index.ts';
import { exportPage } from './exportPage.ts';
import { sendFreshCode, takeFreshCode } from './freshCode.ts';
import type { PersonalModule } from './personalModules.ts';
import { previewErasure, requestErasure, requestExport } from './requestData.ts';

const tag = 'Privacy';
const ById = Strict({ id: Id });
const Kind = Type.Union([Type.Literal('export'), Type.Literal('erasure')]);
const CertificateSchema = Strict({
  erasedAt: Timestamp,
  erased: Type.Record(Type.String(), Type.Integer(), { description: 'Rows made nameless or removed, by table' }),
  kept: Type.Array(Strict({ what: Type.String(), why: Type.String(), until: Timestamp, rows: Type.Integer() }), {
    description: 'What the law makes us keep, sealed, and until when',
  }),
  backupsEndWithinDays: Type.Integer(),
  logsEndWithinDays: Type.Integer(),
});
const request = {
  id: Id,
  kind: Kind,
  state: Type.Union([Type.Literal('queued'), Type.Literal('done')]),
  askedAt: Timestamp,
  finishedAt: Nullable(Timestamp),
  availableUntil: Nullable(Timestamp),
  certificate: Nullable(CertificateSchema),
};
const RequestSchema = Strict(request);
const StaffRequestSchema = Strict({ ...request, customerId: Id, askedBy: Type.String({ description: 'kind:id' }) });
const Format = Strict({ format: Type.Optional(Type.Union([Type.Literal('html'), Type.Literal('json')])) });

const PreviewSchema = Strict({
  waitsFor: Type.Array(Type.String(), { description: 'Numbers of orders and returns that have to end first' }),
  ends: Type.Array(
    Strict({
      what: Type.Union([Type.Literal('hold'), Type.Literal('cart'), Type.Literal('thread')]),
      count: Type.Integer(),
    }),
    { description: 'What the erasure ends by itself: holds are released, carts emptied, conversations closed' },
  ),
});

const shown = ({ askedBy: _, customerId: __, ...rest }: DataRequest) => rest;
/** Who may take a whole person out of the system, or make the system forget one. */
const responsible = staff('manager', 'admin');

async function ownCustomer(ctx: Ctx): Promise<string> {
  const { actor } = ctx;
  if (actor.kind !== 'shopper') throw new AppError('session_required');
  const customerId = (await customersOf(ctx, [actor.subjectId])).get(actor.subjectId);
  if (!customerId) throw new AppError('session_required');
  return customerId;
}

async function download(ctx: Ctx, id: string, format: 'html' | 'json' | undefined): Promise<Reply<unknown>> {
  const found = await exportOf(ctx, id);
  if (!found) throw new AppError('not_found', { detail: 'This copy is not ready yet, or was kept its seven days.' });
  const name = `my-data.${format ?? 'html'}`;
  const headers = { 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' };
  if (format === 'json') return new Reply(found, { headers });
  const page = exportPage(found, ctx.language);
  return new Reply(page, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } });
}

export function privacyRoutes(modules: () => readonly PersonalModule[], codes: CodeSender): RouteDefinition[] {
  return [
    route({
      method: 'GET',
      path: '/api/shop/me/data-requests',
      summary: 'Copies and erasures I asked for',
      tag,
      audience: signedIn,
      response: Strict({ items: Type.Array(RequestSchema) }),
      handle: async (ctx) => {
        const { customerIds } = await personOf(ctx, await ownCustomer(ctx));
        return { items: (await dataRequestsOf(ctx, customerIds)).map(shown) };
      },
    }),
    route({
      method: 'POST',
      path: '/api/shop/me/data-requests/code',
      summary: 'Send me the code without which nobody takes or erases my data; to what I proved to be mine',
      tag,
      audience: signedIn,
      perMinute: 10,
      response: Strict({ to: Type.String({ description: 'Masked' }), minutes: Type.Integer() }),
      handle: async (ctx, { ip }) => ({
        ...(await sendFreshCode(ctx, codes, await ownCustomer(ctx), ip)),
        minutes: codeMinutes,
      }),
    }),
    route({
      method: 'POST',
      path: '/api/shop/me/data-requests',
      summary: 'Ask for a copy of everything held about me, or for its erasure, with a code sent for it',
      tag,
      audience: signedIn,
      perMinute: 10,
      body: Strict({ kind: Kind, code: Type.String({ pattern: '^[0-9]{6}$' }) }),
      response: RequestSchema,
      status: 202,
      handle: async (ctx, { body }) => {
        const customerId = await ownCustomer(ctx);
        await takeFreshCode(ctx, codes, customerId, body.code);
        const made =
          body.kind === 'export'
            ? await requestExport(ctx, customerId)
            : await requestErasure(ctx, modules, { customerId });
        return made instanceof Refusal ? made : new Reply(shown(made), { status: 202 });
      },
    }),
    route({
      method: 'GET',
      path: '/api/shop/me/erasure-preview',
      summary: 'What has to end before my data can be erased, and what the erasure ends by itself',
      tag,
      audience: signedIn,
      perMinute: 30,
      response: PreviewSchema,
      handle: async (ctx) => previewErasure(ctx, modules, await ownCustomer(ctx)),
    }),
    route({
      method: 'GET',
      path: '/api/shop/me/data-requests/:id/export',
      summary: 'My data, to read or for another program; for seven days',
      tag,
      audience: signedIn,
      params: ById,
      query: Format,
      handle: async (ctx, { params, query }) => {
        const { customerIds } = await personOf(ctx, await ownCustomer(ctx));
        const found = await getDataRequest(ctx, params.id);
        if (!found || !customerIds.includes(found.customerId)) {
          throw new AppError('not_found', { detail: 'There is no such copy of yours.' });
        }
        return download(ctx, params.id, query.format);
      },
    }),
    route({
      method: 'GET',
      path: '/api/shop/erasures/:id',
      summary: 'The certificate of an erasure: what was erased, what is kept until when; it names nobody',
      tag,
      audience: everyone,
      perMinute: 60,
      params: ById,
      response: RequestSchema,
      handle: async (ctx, { params }) => {
        const found = await getDataRequest(ctx, params.id);
        if (found?.kind !== 'erasure') throw new AppError('not_found', { detail: 'There is no such erasure.' });
        return shown(found);
      },
    }),
    route({
      method: 'GET',
      path: '/api/staff/customers/:id/data-requests',
      summary: 'Copies and erasures of a customer’s data, with certificates',
      tag,
      audience: responsible,
      params: ById,
      response: Strict({ items: Type.Array(StaffRequestSchema) }),
      handle: async (ctx, { params }) => ({
        items: await dataRequestsOf(ctx, (await personOf(ctx, params.id)).customerIds),
      }),
    }),
    route({
      method: 'GET',
      path: '/api/staff/customers/:id/erasure-preview',
      summary: 'What has to end before a customer’s data can be erased, and what the erasure ends by itself',
      tag,
      audience: responsible,
      params: ById,
      response: PreviewSchema,
      handle: (ctx, { params }) => previewErasure(ctx, modules, params.id),
    }),
    route({
      method: 'POST',
      path: '/api/staff/customers/:id/data-requests',
      summary: 'Ask for a copy or the erasure of a customer’s data, as the customer wished',
      tag,
      audience: responsible,
      params: ById,
      body: Strict({ kind: Kind }),
      response: StaffRequestSchema,
      status: 202,
      handle: async (ctx, { params, body }) => {
        const made =
          body.kind === 'export'
            ? await requestExport(ctx, params.id)
            : await requestErasure(ctx, modules, { customerId: params.id });
        return made instanceof Refusal ? made : new Reply(made, { status: 202 });
      },
    }),
    route({
      method: 'GET',
      path: '/api/staff/data-requests/:id/export',
      summary: 'A customer’s data, to hand over to them; fetching it is written to the audit',
      tag,
      audience: responsible,
      params: ById,
      query: Format,
      handle: async (ctx, { params, query }) => {
        const found = await getDataRequest(ctx, params.id);
        if (!found) throw new AppError('not_found', { detail: 'There is no such copy.' });
        const answer = await download(ctx, params.id, query.format);
        await audit(ctx, { act: 'privacy.export.fetched', target: 'customer', targetId: found.customerId });
        return answer;
      },
    }),
    route({
      method: 'GET',
      path: '/api/staff/orders/:id/sealed',
      summary: 'Who an erased customer’s order was for, where the tax office asks; reading is written to the audit',
      tag,
      audience: staff('admin'),
      params: ById,
      response: Strict({
        reason: Type.String(),
        sealedAt: Timestamp,
        until: Timestamp,
        data: Type.Record(Type.String(), Type.Unknown()),
      }),
      handle: async (ctx, { params }) => {
        const found = await readSealed(ctx, customersConfigOf(ctx).secret ?? '', 'orders.order', params.id);
        if (!found) throw new AppError('not_found', { detail: 'Nothing is kept sealed of this order.' });
        await audit(ctx, { act: 'privacy.sealed.read', target: 'order', targetId: params.id });
        const { owner: _, ownerId: __, ...rest } = found;
        return rest;
      },
    }),
  ];
}
