import { Type } from 'typebox';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { companyWide, Reply, type RouteDefinition, route, staff } from '../../kernel/route.ts';
import { Id, LocalizedText, Nullable, Page, PageQuery, Strict, Timestamp } from '../../kernel/schemas.ts';
import { readSealed, sealedOwner } from '../../kernel/sealedCopies.ts';
import {
  consentFigures,
  customersConfigOf,
  endSuppression,
  getCustomers,
  listDataRequests,
  listSuppressions,
  normaliseIdentifier,
  personOf,
  publishWording,
  suppress,
  type WordingPlace,
  wordingPlaces,
} from '../../modules/customers/index.ts';
import { listMembers, membersByIds } from '../../modules/staff/index.ts';
import { listLooks, listSealed } from './officeFigures.ts';

const tag = 'Privacy';
const ById = Strict({ id: Id });
const responsible = companyWide(staff('manager', 'admin'));
const Reason = Type.String({ minLength: 3, maxLength: 300 });
const Named = Nullable(Type.String({ description: 'As it is known now; null: nobody any more' }));
const Place = Type.Unsafe<WordingPlace>(Type.Union(wordingPlaces.map((place) => Type.Literal(place))));
const Words = Type.String({ minLength: 10, maxLength: 1_000, pattern: '\\S' });
const Kind = Type.Union([Type.Literal('email'), Type.Literal('phone')]);

async function customerNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string | null>> {
  const known = await getCustomers(ctx, [...new Set(ids)]);
  return new Map([...known].map(([id, customer]) => [id, customer.displayName ?? null]));
}

/** 'staff:…' as a colleague's name; others as what they are. */
async function actorNames(ctx: Ctx, actors: readonly string[]): Promise<(actor: string) => string | null> {
  const ids = [...new Set(actors)].flatMap((actor) => (actor.startsWith('staff:') ? [actor.slice(6)] : []));
  const members = await membersByIds(ctx, ids);
  return (actor) => members.get(actor.slice(6))?.name ?? null;
}

/** What Office → Privacy shows and does. */
export const officePrivacyRoutes: RouteDefinition[] = [
  route({
    method: 'GET',
    path: '/api/staff/data-requests',
    summary: 'Copies and erasures customers asked for: what is open first, each with the day it has to be answered by',
    tag,
    audience: responsible,
    query: Strict(PageQuery),
    response: Page(
      Strict({
        id: Id,
        kind: Type.Union([Type.Literal('export'), Type.Literal('erasure')]),
        state: Type.Union([Type.Literal('queued'), Type.Literal('done')]),
        customerId: Id,
        customerName: Named,
        askedBy: Type.String({ description: 'kind:id' }),
        askedByName: Named,
        askedAt: Timestamp,
        dueAt: Timestamp,
        finishedAt: Nullable(Timestamp),
      }),
    ),
    handle: async (ctx, { query }) => {
      const page = await listDataRequests(ctx, { ...query, limit: query.limit ?? 50 });
      const names = await customerNames(
        ctx,
        page.items.map((one) => one.customerId),
      );
      const nameOf = await actorNames(
        ctx,
        page.items.map((one) => one.askedBy),
      );
      const items = page.items.map((one) => ({
        ...one,
        customerName: names.get(one.customerId) ?? null,
        askedByName: nameOf(one.askedBy),
      }));
      return { ...page, items };
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/privacy/consents',
    summary: 'How many customers agree to what, and each version of the words they were shown',
    tag,
    audience: responsible,
    response: Strict({
      states: Type.Array(
        Strict({ purpose: Type.String(), channel: Type.String(), given: Type.Integer(), withdrawn: Type.Integer() }),
      ),
      wordings: Type.Array(
        Strict({
          version: Type.String(),
          place: Place,
          text: LocalizedText,
          answers: Type.Integer(),
          firstAt: Nullable(Timestamp),
          lastAt: Nullable(Timestamp),
          isShown: Type.Boolean({ description: 'The words shown now at this place' }),
          publishedAt: Nullable(Type.String({ format: 'date-time', description: 'null: a shop begins with it' })),
          publishedByName: Named,
        }),
      ),
    }),
    handle: async (ctx) => {
      const { states, wordings } = await consentFigures(ctx);
      const nameOf = await actorNames(
        ctx,
        wordings.flatMap((one) => one.publishedBy ?? []),
      );
      return {
        states,
        wordings: wordings.map(({ publishedBy, ...one }) => ({
          ...one,
          publishedByName: publishedBy === null ? null : nameOf(publishedBy),
        })),
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/privacy/wordings',
    summary: 'New words beside a choice, shown from now on; earlier ones stay as proof of what was agreed to in them',
    tag,
    audience: responsible,
    body: Strict({
      place: Place,
      instead: Type.String({
        pattern: '^[a-z]+-[0-9]+$',
        maxLength: 40,
        description: 'Version of the words shown now',
      }),
      text: Strict({ en: Words, pl: Words, ru: Words }),
    }),
    response: Strict({ version: Type.String(), place: Place, text: LocalizedText }),
    status: 201,
    handle: (ctx, { body }) => publishWording(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/api/staff/privacy/sealed-copies',
    summary: 'What tax law makes us keep of people who were erased: of which orders, until when; not of whom',
    tag,
    audience: responsible,
    query: Strict(PageQuery),
    response: Strict({
      items: Type.Array(
        Strict({
          id: Id,
          what: Type.String(),
          ownerId: Id,
          number: Nullable(Type.String()),
          reason: Type.String(),
          sealedAt: Timestamp,
          until: Timestamp,
        }),
      ),
      nextCursor: Nullable(Type.String()),
      count: Type.Integer(),
      lastUntil: Nullable(Timestamp),
    }),
    handle: (ctx, { query }) => listSealed(ctx, { ...query, limit: query.limit ?? 50 }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/privacy/sealed-copies/:id/open',
    summary: 'Read one sealed copy, saying why; who read it and why is written to the audit',
    tag,
    audience: staff('admin'),
    perMinute: 30,
    params: ById,
    body: Strict({ reason: Reason }),
    response: Strict({ until: Timestamp, data: Type.Record(Type.String(), Type.Unknown()) }),
    handle: async (ctx, { params, body }) => {
      const of = await sealedOwner(ctx, params.id);
      const found = of && (await readSealed(ctx, customersConfigOf(ctx).secret ?? '', of.owner, of.ownerId));
      if (!of || !found) throw new AppError('not_found', { detail: 'This copy is not kept any more.' });
      const target = of.owner === 'orders.order' ? 'order' : of.owner;
      await audit(ctx, { act: 'privacy.sealed.read', target, targetId: of.ownerId, reason: body.reason });
      return { until: found.until, data: found.data };
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/privacy/looks',
    summary: 'Who looked at whom: contacts, addresses, exports and sealed copies, by customer or by colleague',
    tag,
    audience: responsible,
    query: Strict({ ...PageQuery, customerId: Type.Optional(Id), staffId: Type.Optional(Id) }),
    response: Strict({
      items: Type.Array(
        Strict({
          id: Id,
          at: Timestamp,
          act: Type.String(),
          actor: Type.String({ description: 'kind:id' }),
          actorName: Named,
          role: Nullable(Type.String()),
          target: Type.String(),
          targetId: Type.String(),
          targetName: Named,
          reason: Nullable(Type.String()),
        }),
      ),
      nextCursor: Nullable(Type.String()),
      colleagues: Type.Array(Strict({ id: Id, name: Type.String() })),
    }),
    handle: async (ctx, { query: { customerId, staffId, cursor, limit } }) => {
      const page = await listLooks(ctx, {
        ...(customerId ? { customerIds: (await personOf(ctx, customerId)).customerIds } : {}),
        actor: staffId && `staff:${staffId}`,
        cursor,
        limit: limit ?? 50,
      });
      const ids = page.items.flatMap((one) => (one.target === 'customer' ? [one.targetId] : []));
      const names = await customerNames(ctx, ids);
      const nameOf = await actorNames(
        ctx,
        page.items.map((one) => one.actor),
      );
      const items = page.items.map((one) => ({
        ...one,
        actorName: nameOf(one.actor),
        targetName: names.get(one.targetId) ?? null,
      }));
      const colleagues = (await listMembers(ctx)).map(({ id, name }) => ({ id, name }));
      return { ...page, items, colleagues };
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/privacy/suppressions',
    summary: 'Addresses nobody writes to unasked; kept as keyed hashes, so one can be looked up and none be read',
    tag,
    audience: responsible,
    query: Strict({ ...PageQuery, address: Type.Optional(Type.String({ minLength: 3, maxLength: 254 })) }),
    response: Page(
      Strict({
        id: Id,
        kind: Kind,
        reason: Type.Union([
          Type.Literal('unsubscribed'),
          Type.Literal('bounced'),
          Type.Literal('complained'),
          Type.Literal('erased'),
        ]),
        at: Timestamp,
      }),
    ),
    handle: (ctx, { query: { address, ...page } }) =>
      listSuppressions(ctx, { ...page, limit: page.limit ?? 50, address: address ? readAddress(address) : undefined }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/privacy/suppressions',
    summary: 'Write to an address no more unless asked; with the reason, which the audit keeps',
    tag,
    audience: responsible,
    perMinute: 60,
    body: Strict({ address: Type.String({ minLength: 3, maxLength: 254 }), reason: Reason }),
    status: 204,
    handle: async (ctx, { body }) => {
      const address = readAddress(body.address);
      await once(ctx, 'privacy.suppress', async (tx) => {
        await suppress(tx, address, 'unsubscribed');
        await audit(tx, {
          act: 'privacy.suppression.added',
          target: 'suppression',
          targetId: address.kind,
          reason: body.reason,
        });
        return {};
      });
      return new Reply(undefined, { status: 204 });
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/privacy/suppressions/:id/lift',
    summary: 'Let messages go to an address again, with the reason; a complaint is lifted by nobody',
    tag,
    audience: responsible,
    params: ById,
    body: Strict({ reason: Reason }),
    status: 204,
    handle: async (ctx, { params, body }) => {
      await once(ctx, 'privacy.lift-suppression', async (tx) => {
        if (!(await endSuppression(tx, params.id)))
          throw new AppError('not_found', {
            detail: 'It is not on the list any more, or is a complaint, which stays.',
          });
        await audit(tx, {
          act: 'privacy.suppression.lifted',
          target: 'suppression',
          targetId: params.id,
          reason: body.reason,
        });
        return {};
      });
      return new Reply(undefined, { status: 204 });
    },
  }),
];

/** An e-mail address has an @; everything else is meant as a telephone number. Throws invalid_request. */
function readAddress(text: string): { kind: 'email' | 'phone'; value: string } {
  const kind = text.includes('@') ? 'email' : 'phone';
  const value = normaliseIdentifier(kind, text);
  if (value) return { kind, value };
  throw new AppError('invalid_request', { detail: 'This is no e-mail address or telephone number; check it.' });
}
