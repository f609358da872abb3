import { Type } from 'typebox';
import { audit } from '../../kernel/audit.ts';
import { type Ctx, channels } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { Refusal } from '../../kernel/result.ts';
import { allStaff, created, route, staffOrKey } from '../../kernel/route.ts';
import { Id, LanguageSchema, Nullable, Page, PageQuery, Strict, Timestamp } from '../../kernel/schemas.ts';
import { claimIdentifier } from './claimIdentifier.ts';
import { createCustomerByStaff } from './createCustomerByStaff.ts';
import { customersOf, homeSubjectOf, subjectsOf } from './customersOf.ts';
import { suggestionsFor } from './findByIdentifier.ts';
import { type Customer, getCustomer, getCustomers } from './getCustomers.ts';
import { linkSubject } from './linkSubject.ts';
import { linksOf } from './links.ts';
import { nameCustomer } from './nameCustomer.ts';
import { normaliseIdentifier } from './normaliseIdentifier.ts';
import { refreshFacts } from './profile/refreshFacts.ts';
import { searchCustomers } from './searchCustomers.ts';
import { verifyIdentifier } from './subjectForVerified.ts';
import { summariseCustomer } from './summariseCustomer.ts';
import { timelineKinds, timelinePrefixes } from './timelineKinds.ts';
import { timelineOf } from './timelineOf.ts';
import { unlinkSubject } from './unlinkSubject.ts';
import { withdrawIdentifier } from './withdrawIdentifier.ts';

const tag = 'Customers';
const readers = staffOrKey('customers:read', 'agent', 'associate', 'manager', 'admin');
const State = Type.Union([Type.Literal('verified'), Type.Literal('claimed')]);
const SubjectKind = Type.Union([Type.Literal('verified'), Type.Literal('anonymous')]);
const Name = Type.String({ minLength: 1, maxLength: 120 });
const ById = Strict({ id: Id });
const Masked = Nullable(Strict({ masked: Type.String(), state: State }));

export const SummarySchema = Strict({
  id: Id,
  name: Nullable(Type.String()),
  verified: Type.Boolean(),
  language: LanguageSchema,
  email: Masked,
  phone: Masked,
  createdAt: Timestamp,
});
const CustomerSchema = Strict({
  id: Id,
  version: Type.Integer(),
  verified: Type.Boolean(),
  displayName: Nullable(Type.String()),
  givenName: Nullable(Type.String()),
  familyName: Nullable(Type.String()),
  language: LanguageSchema,
  identifiers: Type.Array(
    Strict({
      id: Id,
      kind: Type.String(),
      value: Type.String(),
      state: State,
      since: Timestamp,
      source: Type.String(),
      subjectId: Id,
    }),
  ),
  subjects: Type.Array(Strict({ id: Id, kind: SubjectKind, source: Nullable(Type.String()), createdAt: Timestamp })),
  createdAt: Timestamp,
  links: Type.Array(
    Strict({
      id: Id,
      subjectId: Id,
      anchorSubjectId: Id,
      evidence: Type.String(),
      details: Type.Record(Type.String(), Type.Unknown(), {
        description: 'Where it came from, and ids to look it up by',
      }),
      at: Timestamp,
      actor: Type.String(),
      undoneAt: Nullable(Timestamp),
      undoneBy: Nullable(Type.String()),
    }),
  ),
  suggestions: Type.Array(SummarySchema, {
    description: 'Others who have or claim one of these identifiers; a person decides',
  }),
});
const EntrySchema = Strict({
  eventId: Id,
  at: Timestamp,
  type: Type.String(),
  channel: Type.String(),
  locationId: Nullable(Id),
  actor: Type.String({ description: 'kind:id' }),
  role: Nullable(Type.String()),
  subjectId: Id,
  data: Type.Record(Type.String(), Type.Unknown()),
});

/** The whole person, contacts readable: that somebody looked is written down. */
async function open(ctx: Ctx, id: string) {
  const customer = await getCustomer(ctx, id);
  await audit(ctx, { act: 'customers.contact.viewed', target: 'customer', targetId: customer.id });
  return withLinks(ctx, customer);
}

async function withLinks(ctx: Ctx, customer: Customer) {
  const links = await linksOf(
    ctx,
    customer.subjects.map((subject) => subject.id),
  );
  const others = await getCustomers(ctx, await suggestionsFor(ctx, customer.id));
  return { ...customer, links, suggestions: [...others.values()].map(summariseCustomer) };
}

export const staffRoutes = [
  route({
    method: 'GET',
    path: '/api/staff/customers',
    summary: 'Find customers by e-mail, phone, loyalty number or name; contacts are masked',
    tag,
    audience: readers,
    query: Strict({ query: Type.String({ minLength: 2, maxLength: 254 }) }),
    response: Strict({ items: Type.Array(SummarySchema) }),
    handle: async (ctx, { query }) => ({ items: (await searchCustomers(ctx, query.query)).map(summariseCustomer) }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/customers/:id',
    summary: 'A customer with contacts, identities and why they are one person; looking is written to the audit',
    tag,
    audience: readers,
    params: ById,
    response: CustomerSchema,
    handle: (ctx, { params }) => open(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/staff/customers/:id/timeline',
    summary: 'Everything between this customer and us, newest first',
    tag,
    audience: readers,
    params: ById,
    query: Strict({
      ...PageQuery,
      kind: Type.Optional(
        Type.Union(
          timelineKinds.map((kind) => Type.Literal(kind)),
          { description: 'Only what belongs together: visits, talks, orders …' },
        ),
      ),
      channel: Type.Optional(Type.Union(channels.map((channel) => Type.Literal(channel)))),
    }),
    response: Page(EntrySchema),
    handle: async (ctx, { params, query: { kind, channel, cursor, limit } }) => {
      await homeSubjectOf(ctx, params.id);
      return timelineOf(ctx, params.id, {
        cursor,
        limit: limit ?? 50,
        channel,
        typePrefixes: kind && timelinePrefixes[kind],
      });
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/customers',
    summary: 'Make a customer by phone or e-mail: claimed, or verified when an associate or manager has seen the ID',
    tag,
    audience: allStaff,
    body: Strict({
      phone: Type.Optional(Type.String({ minLength: 3, maxLength: 40 })),
      email: Type.Optional(Type.String({ minLength: 3, maxLength: 254 })),
      givenName: Type.Optional(Name),
      familyName: Type.Optional(Name),
      language: Type.Optional(LanguageSchema),
      idSeen: Type.Optional(Type.Boolean()),
    }),
    response: Strict({
      customerId: Id,
      subjectId: Id,
      claims: Type.Array(Strict({ id: Id, kind: Type.Enum(['email', 'phone']) }), {
        description: 'What is not proven yet; by its id a code can be sent there',
      }),
    }),
    status: 201,
    handle: async (ctx, { body }) => {
      const made = await createCustomerByStaff(ctx, { ...body, language: body.language ?? ctx.language });
      return made instanceof Refusal ? made : created(made);
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/customers/:id/identifiers',
    summary: 'Add an e-mail, phone or loyalty number: claimed, or verified when the ID was seen',
    tag,
    audience: allStaff,
    params: ById,
    body: Strict({
      kind: Type.Union([Type.Literal('email'), Type.Literal('phone'), Type.Literal('loyalty')]),
      value: Type.String({ minLength: 3, maxLength: 254 }),
      idSeen: Type.Optional(Type.Boolean()),
    }),
    response: CustomerSchema,
    handle: async (ctx, { params, body }) => {
      if (normaliseIdentifier(body.kind, body.value) === undefined) {
        throw new AppError('invalid_request', {
          detail: `This is no ${body.kind} that can belong to one person; check it.`,
        });
      }
      if (body.idSeen && ctx.actor.kind === 'staff' && (ctx.actor.role === 'agent' || ctx.actor.role === 'admin')) {
        throw new AppError('not_allowed', { detail: 'Only an associate or a manager sees an ID.' });
      }
      const outcome = await once(ctx, 'customers.add_identifier', async (tx) => {
        const subjectId = await homeSubjectOf(tx, params.id);
        if (body.idSeen) {
          const evidence = { kind: 'id_seen', source: 'staff' };
          const done = await verifyIdentifier(tx, { ...body, customerId: params.id, evidence });
          if (done instanceof Refusal) return done;
        } else {
          await claimIdentifier(tx, { subjectId, kind: body.kind, value: body.value, source: 'staff' });
        }
        // A claim says no event, and makes somebody known all the same.
        await refreshFacts(tx, [...(await customersOf(tx, [subjectId])).values()]);
        await audit(tx, {
          act: 'customers.identifier.added',
          target: 'customer',
          targetId: params.id,
          after: { kind: body.kind, idSeen: body.idSeen ?? false },
        });
        return null;
      });
      return outcome instanceof Refusal ? outcome : open(ctx, params.id);
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/customers/:id/identifiers/:identifierId/withdraw',
    summary: 'Take back a claimed address or number that is not theirs',
    tag,
    audience: allStaff,
    params: Strict({ id: Id, identifierId: Id }),
    body: Strict({ reason: Type.String({ minLength: 3, maxLength: 300 }) }),
    response: CustomerSchema,
    handle: async (ctx, { params, body }) => {
      await once(ctx, 'customers.withdraw_identifier', async (tx) => {
        await withdrawIdentifier(tx, { customerId: params.id, identifierId: params.identifierId, reason: body.reason });
        return null;
      });
      return open(ctx, params.id);
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/customers/:id/links',
    summary: 'Say that a subject is this customer, on a fact you confirmed; two verified customers are refused',
    tag,
    audience: allStaff,
    params: ById,
    body: Strict({
      subjectId: Id,
      fact: Type.Union([
        Type.Literal('order'),
        Type.Literal('handoff'),
        Type.Literal('phone_call'),
        Type.Literal('conversation'),
        Type.Literal('loyalty_card'),
        Type.Literal('id_seen'),
      ]),
      reference: Type.Optional(
        Type.String({ maxLength: 80, pattern: '^[0-9A-Za-z-]+$', description: 'Id or number of what confirms it' }),
      ),
    }),
    response: Strict({ linkId: Id, customerId: Id, movedSubjectIds: Type.Array(Id) }),
    status: 201,
    handle: async (ctx, { params, body }) => {
      const outcome = await once(ctx, 'customers.link', async (tx) => {
        const evidence = {
          kind: 'staff_confirmed',
          source: 'staff',
          fact: body.fact,
          ...(body.reference ? { reference: body.reference } : {}),
        };
        const linked = await linkSubject(tx, { subjectId: body.subjectId, customerId: params.id, evidence });
        if (linked instanceof Refusal) return linked;
        await audit(tx, {
          act: 'customers.subject.linked',
          target: 'customer',
          targetId: linked.value.customerId,
          reason: body.fact,
          after: { linkId: linked.value.linkId, subjectId: body.subjectId },
        });
        return linked.value;
      });
      return outcome instanceof Refusal ? outcome : created(outcome);
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/staff/customers/:id/links/:linkId',
    summary: 'Take a link back: what only it held together is separate again, with everything it brought',
    tag,
    audience: allStaff,
    params: Strict({ id: Id, linkId: Id }),
    response: Strict({ linkId: Id, customerId: Id, separatedCustomerId: Id, movedSubjectIds: Type.Array(Id) }),
    handle: async (ctx, { params }) =>
      once(ctx, 'customers.unlink', async (tx) => {
        const links = await linksOf(tx, await subjectsOf(tx, params.id));
        if (!links.some((link) => link.id === params.linkId)) {
          throw new AppError('not_found', { detail: 'This customer has no such link.' });
        }
        const undone = await unlinkSubject(tx, params.linkId);
        await audit(tx, {
          act: 'customers.subject.unlinked',
          target: 'customer',
          targetId: undone.customerId,
          after: { linkId: params.linkId, separatedCustomerId: undone.separatedCustomerId },
        });
        return undone;
      }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/customers/:id/name',
    summary: 'Write down the name of a customer',
    tag,
    audience: allStaff,
    params: ById,
    body: Type.Object(
      { givenName: Type.Optional(Name), familyName: Type.Optional(Name) },
      { additionalProperties: false, minProperties: 1 },
    ),
    response: SummarySchema,
    handle: async (ctx, { params, body }) => {
      await once(ctx, 'customers.name', async (tx) => {
        await nameCustomer(tx, { ...body, customerId: params.id, source: 'staff' });
        await audit(tx, { act: 'customers.customer.named', target: 'customer', targetId: params.id });
        return null;
      });
      return summariseCustomer(await getCustomer(ctx, params.id));
    },
  }),
];
