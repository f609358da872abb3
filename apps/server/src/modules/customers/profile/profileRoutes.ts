import { Type } from 'typebox';
import { channels } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { Refusal } from '../../../kernel/result.ts';
import { allStaff, companyWide, created, exporting, Reply, route, staff } from '../../../kernel/route.ts';
import {
  Id,
  LanguageSchema,
  LocalizedText,
  MoneySchema,
  Nullable,
  PageQuery,
  Strict,
  Timestamp,
} from '../../../kernel/schemas.ts';
import { newsChannels } from '../consent/agreedTo.ts';
import { homeSubjectOf } from '../customersOf.ts';
import { archiveTrait } from './archiveTrait.ts';
import { computedTraits } from './computedTraits.ts';
import { exportColumns, exportCustomers } from './exportCustomers.ts';
import { customerSorts, listCustomers, openThings } from './listCustomers.ts';
import { changeNote, writeNote } from './notes.ts';
import { changeTags, normaliseTag, tagsInUse } from './tags.ts';
import { listTraits, saveTrait, setTrait, traitCatalogue } from './traitCatalogue.ts';

const tag = 'Customers';
const Masked = Nullable(
  Strict({ masked: Type.String(), state: Type.Union([Type.Literal('verified'), Type.Literal('claimed')]) }),
);
const Tag = Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' });
const NoteText = Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' });
const ById = Strict({ id: Id });

export const FactsSchema = Strict({
  orders: Type.Integer({ description: 'Paid and not cancelled' }),
  value: Nullable(MoneySchema),
  returned: Nullable(MoneySchema),
  average: Nullable(MoneySchema),
  returnRateBp: Nullable(Type.Integer({ description: 'Ten-thousandths of the value' })),
  firstPurchaseAt: Nullable(Timestamp),
  lastPurchaseAt: Nullable(Timestamp),
  favouriteLocationId: Nullable(Id),
  favouriteChannel: Nullable(Type.String()),
  favouriteCategoryId: Nullable(Id),
  openOrders: Type.Integer(),
  openHolds: Type.Integer(),
  openThreads: Type.Integer(),
  touchpoints: Type.Integer(),
  firstSeenAt: Nullable(Timestamp),
  lastSeenAt: Nullable(Timestamp),
  tags: Type.Array(Type.String()),
  refreshedAt: Timestamp,
});

const ListedSchema = Strict({
  id: Id,
  name: Nullable(Type.String()),
  verified: Type.Boolean(),
  language: LanguageSchema,
  email: Masked,
  phone: Masked,
  createdAt: Timestamp,
  facts: FactsSchema,
});

const filters = {
  query: Type.Optional(Type.String({ minLength: 1, maxLength: 254 })),
  verified: Type.Optional(Type.Boolean()),
  locationId: Type.Optional(Id),
  channel: Type.Optional(Type.Union(channels.map((value) => Type.Literal(value)))),
  categoryId: Type.Optional(Id),
  open: Type.Optional(Type.Array(Type.Union(openThings.map((value) => Type.Literal(value))), { maxItems: 3 })),
  tag: Type.Optional(Tag),
  agreedTo: Type.Optional(Type.Union(newsChannels.map((value) => Type.Literal(value)))),
  valueMin: Type.Optional(Type.Integer({ minimum: 0, maximum: 1e12, description: 'Minor units' })),
  valueMax: Type.Optional(Type.Integer({ minimum: 0, maximum: 1e12 })),
  seenFrom: Type.Optional(Timestamp),
  seenTo: Type.Optional(Timestamp),
};

const NoteSchema = Strict({
  id: Id,
  text: Type.String(),
  version: Type.Integer(),
  createdAt: Timestamp,
  createdBy: Type.String({ description: 'kind:id' }),
  changedAt: Nullable(Timestamp),
  changedBy: Nullable(Type.String()),
});

const Role = Type.Union([
  Type.Literal('agent'),
  Type.Literal('associate'),
  Type.Literal('manager'),
  Type.Literal('admin'),
]);
const TypeOfTrait = Type.Union([
  Type.Literal('text'),
  Type.Literal('number'),
  Type.Literal('date'),
  Type.Literal('choice'),
  Type.Literal('yes_no'),
]);
const Roles = Type.Array(Role, {
  minItems: 1,
  maxItems: 4,
  uniqueItems: true,
});
const Choice = Strict({ value: Type.String({ minLength: 1, maxLength: 40 }), label: LocalizedText });
const definition = {
  label: LocalizedText,
  type: TypeOfTrait,
  choices: Type.Array(Choice, { maxItems: 40 }),
  isPii: Type.Boolean(),
  seenBy: Roles,
  setBy: Roles,
};
const TraitName = Type.String({ pattern: '^[a-z][a-z0-9_]{1,39}$' });
const TraitSchema = Strict({ name: TraitName, ...definition, version: Type.Integer() });
export const TraitValueSchema = Type.Union([Type.String({ maxLength: 500 }), Type.Number(), Type.Boolean()]);

export const profileRoutes = [
  route({
    method: 'GET',
    path: '/api/staff/customers/list',
    summary: 'Customers by search and filters, with their figures; contacts are masked',
    tag,
    audience: allStaff,
    query: Strict({
      ...filters,
      sort: Type.Optional(Type.Union(customerSorts.map((value) => Type.Literal(value)))),
      ...PageQuery,
    }),
    response: Strict({
      items: Type.Array(ListedSchema),
      nextCursor: Nullable(Type.String()),
      total: Nullable(Type.Integer({ description: 'On the first page only; 10,000 at most' })),
      isMore: Type.Boolean({ description: 'There are more than `total` says' }),
    }),
    handle: (ctx, { query: { sort, cursor, limit, ...filter } }) =>
      listCustomers(ctx, { filter, sort: sort ?? 'seen', cursor, limit: limit ?? 50 }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/customers/export',
    summary: 'Customers as CSV, streamed; masked for all but an administrator, and the audit keeps who took them',
    tag,
    audience: exporting(companyWide(staff('manager', 'admin'))),
    perMinute: 6,
    query: Strict({
      ...filters,
      columns: Type.Optional(
        Type.Array(Type.Union(exportColumns.map((column) => Type.Literal(column))), {
          maxItems: 30,
          uniqueItems: true,
        }),
      ),
    }),
    handle: async (ctx, { query: { columns, ...filter } }) =>
      new Reply<unknown>(
        await exportCustomers(ctx, { filter, columns: columns && columns.length > 0 ? columns : exportColumns }),
        {
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': 'attachment; filename="customers.csv"',
            'cache-control': 'no-store',
          },
        },
      ),
  }),
  route({
    method: 'GET',
    path: '/api/staff/customers/tags',
    summary: 'The tags in use, the most used first',
    tag,
    audience: allStaff,
    response: Strict({ items: Type.Array(Strict({ tag: Type.String(), customers: Type.Integer() })) }),
    handle: async (ctx) => ({ items: await tagsInUse(ctx) }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/customers/traits',
    summary: 'The catalogue of traits: what may be known of a customer, typed, and who may see and set it',
    tag,
    audience: allStaff,
    response: Strict({ items: Type.Array(TraitSchema) }),
    handle: async (ctx) => ({ items: await listTraits(ctx) }),
  }),
  route({
    method: 'PUT',
    path: '/api/staff/customers/traits/:name',
    summary: 'Add a trait to the catalogue, or change what is said about it; its type stays',
    tag,
    audience: staff('admin'),
    params: Strict({ name: TraitName }),
    body: Strict({ ...definition, version: Type.Optional(Type.Integer({ minimum: 0 })) }),
    response: TraitSchema,
    handle: (ctx, { params, body }) => saveTrait(ctx, { ...body, name: params.name }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/customers/trait-catalogue',
    summary: 'Every trait, archived ones too, with of how many customers it is known; and those that are worked out',
    tag,
    audience: staff('admin'),
    response: Strict({
      items: Type.Array(
        Strict({
          name: TraitName,
          ...definition,
          version: Type.Integer(),
          isArchived: Type.Boolean(),
          customers: Type.Integer(),
        }),
      ),
      computed: Type.Array(Strict({ name: Type.String(), type: Type.String(), sql: Type.String() })),
    }),
    handle: async (ctx) => ({
      items: await traitCatalogue(ctx),
      computed: computedTraits.map(({ name, type, sql }) => ({ name, type, sql })),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/customers/traits/:name/archive',
    summary:
      'Take a trait out of use in the version one has seen; what was said stays, and is back once it is saved again',
    tag,
    audience: staff('admin'),
    params: Strict({ name: TraitName }),
    body: Strict({ version: Type.Integer({ minimum: 1, maximum: 1e9 }) }),
    response: Strict({ name: TraitName, version: Type.Integer() }),
    handle: (ctx, { params, body }) => archiveTrait(ctx, { name: params.name, version: body.version }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/customers/rebuild-profiles',
    summary: 'Make dealings and figures of all customers anew from their timelines, in the background',
    tag,
    audience: staff('admin'),
    status: 202,
    handle: async (ctx) => {
      await ctx.jobs.enqueue(ctx, 'customers.rebuild-profiles', {}, { singletonKey: 'rebuild' });
      return new Reply(undefined, { status: 202 });
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/customers/:id/tags',
    summary: 'Put tags on a customer and take others off; what a colleague changed meanwhile stays',
    tag,
    audience: allStaff,
    params: ById,
    body: Type.Object(
      {
        add: Type.Optional(Type.Array(Tag, { maxItems: 20 })),
        remove: Type.Optional(Type.Array(Tag, { maxItems: 20 })),
      },
      { additionalProperties: false, minProperties: 1 },
    ),
    response: Strict({ tags: Type.Array(Type.String()) }),
    handle: async (ctx, { params, body }) => {
      if ([...(body.add ?? []), ...(body.remove ?? [])].some((one) => normaliseTag(one) === undefined))
        throw new AppError('invalid_request', { detail: 'A tag has 1 to 40 characters.' });
      return { tags: await changeTags(ctx, { customerId: params.id, add: body.add ?? [], remove: body.remove ?? [] }) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/customers/:id/notes',
    summary: 'Write a note about a customer; customers never see it',
    tag,
    audience: allStaff,
    params: ById,
    body: Strict({ text: NoteText }),
    response: NoteSchema,
    status: 201,
    handle: async (ctx, { params, body }) => created(await writeNote(ctx, { customerId: params.id, text: body.text })),
  }),
  route({
    method: 'PATCH',
    path: '/api/staff/customers/:id/notes/:noteId',
    summary: 'Change a note in the version one has seen',
    tag,
    audience: allStaff,
    params: Strict({ id: Id, noteId: Id }),
    body: Strict({ text: NoteText, version: Type.Integer({ minimum: 1, maximum: 1e9 }) }),
    response: NoteSchema,
    handle: (ctx, { params, body }) => changeNote(ctx, { customerId: params.id, noteId: params.noteId, ...body }),
  }),
  route({
    method: 'DELETE',
    path: '/api/staff/customers/:id/notes/:noteId',
    summary: 'Remove a note in the version one has seen',
    tag,
    audience: allStaff,
    params: Strict({ id: Id, noteId: Id }),
    query: Strict({ version: Type.Integer({ minimum: 1, maximum: 1e9 }) }),
    handle: async (ctx, { params, query }) => {
      const done = await changeNote(ctx, { customerId: params.id, noteId: params.noteId, version: query.version });
      return done instanceof Refusal ? done : new Reply(undefined, { status: 204 });
    },
  }),
  route({
    method: 'PUT',
    path: '/api/staff/customers/:id/traits/:name',
    summary: 'Set a trait of a customer, as staff were told it; null takes back what staff said',
    tag,
    audience: allStaff,
    params: Strict({ id: Id, name: TraitName }),
    body: Strict({ value: Nullable(TraitValueSchema) }),
    response: Strict({ name: TraitName }),
    handle: async (ctx, { params, body }) => {
      await homeSubjectOf(ctx, params.id);
      await setTrait(ctx, { customerId: params.id, name: params.name, value: body.value, source: 'staff' });
      return { name: params.name };
    },
  }),
];
