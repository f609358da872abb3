import { Type } from 'typebox';
import type { Analytics } from '../../kernel/analytics.ts';
import { channels } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { everyone, type RouteDefinition, route, staff, staffOrKey } from '../../kernel/route.ts';
import { Id, MoneySchema, Nullable, Strict, Timestamp } from '../../kernel/schemas.ts';
import { subjectsOf } from '../customers/index.ts';
import type { Tally } from './ingest/tally.ts';
import { journeyOf } from './reports/journeyOf.ts';
import { pathToPurchase } from './reports/pathToPurchase.ts';
import { readLedger } from './reports/readLedger.ts';
import { reportWindow } from './reports/reportWindow.ts';
import { salesByDay } from './reports/salesByDay.ts';
import { addSource } from './sources/addSource.ts';
import { changeSource, endOldWriteKey, rotateWriteKey } from './sources/changeSource.ts';
import { findShopSource } from './sources/findShopSource.ts';
import { listSources } from './sources/listSources.ts';
import { makeSecret } from './sources/makeSecret.ts';
import { revokeSecret } from './sources/revokeSecret.ts';

const ChannelSchema = Type.Union(channels.map((channel) => Type.Literal(channel)));

const source = {
  id: Id,
  name: Type.String({ description: 'Stays: anonymous people of this source are known under it' }),
  label: Type.String({ description: 'What people call it' }),
  writeKey: Type.String({ description: 'Public: it is in every page that tracks' }),
  oldWriteKey: Nullable(Type.String({ description: 'The key before; works until it is switched off' })),
  channel: Type.String(),
  allowedOrigins: Type.Array(Type.String(), { description: 'Empty: any' }),
  requiresConsent: Type.Boolean({
    description: 'Events that do not say that their person agreed are counted, not kept',
  }),
  createdAt: Timestamp,
  disabledAt: Nullable(Timestamp),
};

const SourceCountsSchema = Strict({
  events: Type.Integer(),
  repeats: Type.Integer({ description: 'Sent more than once, kept once' }),
  bots: Type.Integer({ description: 'Left out' }),
  withOldKey: Type.Integer(),
  wrongOrigin: Type.Integer({ description: 'Requests refused' }),
});
const Secret = Strict({
  id: Id,
  hint: Type.String({ description: 'Its last four characters' }),
  createdAt: Timestamp,
  lastUsedAt: Nullable(Type.String({ format: 'date-time', description: 'To the minute' })),
  revokedAt: Nullable(Timestamp),
});
const Label = Type.String({ minLength: 1, maxLength: 60, pattern: '^\\S(.*\\S)?$' });
const Origins = Type.Array(Type.String({ pattern: '^https?://[^/\\s]{1,200}$' }), { maxItems: 50 });

const Share = Nullable(Type.Number({ description: '0 to 1; null below 30 orders' }));
const figures = {
  orders: Type.Integer(),
  revenue: Type.Array(MoneySchema, { description: 'One entry a currency' }),
  share: Share,
  shareInterval: Nullable(Type.Array(Type.Number(), { description: 'Wilson, 95 %' })),
  medianDays: Nullable(Type.Number({ description: 'First touchpoint in the window to order' })),
};
const sum = Strict({ orders: Type.Integer(), revenue: Type.Array(MoneySchema) });

const PathReportSchema = Strict({
  definition: Type.String(),
  definitionVersion: Type.Integer(),
  unit: Type.String(),
  window: Strict({ from: Timestamp, to: Timestamp, days: Type.Integer() }),
  zone: Type.String(),
  n: Type.Integer(),
  tooFewForShares: Type.Boolean(),
  paths: Type.Array(Strict({ path: Type.Array(Type.String()), ...figures })),
  other: Strict({ ...figures, distinctPaths: Type.Integer() }),
  withoutTouchpoints: sum,
  total: sum,
  reconcile: Strict({
    ledgerOrders: Type.Integer(),
    ledgerRevenue: Type.Array(MoneySchema),
    inPaths: Type.Integer(),
    withoutTouchpoints: Type.Integer(),
    missingOrders: Type.Integer(),
    missingRevenue: Type.Array(MoneySchema),
    agrees: Type.Boolean(),
  }),
  dataAsOf: Timestamp,
});

const Day = Type.String({ description: 'YYYY-MM-DD in the retailer’s zone' });
const ChannelDaySchema = Strict({
  day: Day,
  channel: Type.String(),
  orders: Type.Integer(),
  revenue: Type.Array(MoneySchema),
});
const SalesReportSchema = Strict({
  definition: Type.String(),
  definitionVersion: Type.Integer(),
  unit: Type.String(),
  zone: Type.String(),
  window: Strict({ from: Day, to: Day, days: Type.Integer() }),
  previous: Strict({ from: Day, to: Day }),
  days: Type.Array(ChannelDaySchema),
  previousDays: Type.Array(ChannelDaySchema),
  total: sum,
  previousTotal: sum,
  cancelled: sum,
  reconcile: Strict({
    ledgerOrders: Type.Integer(),
    ledgerRevenue: Type.Array(MoneySchema),
    shownOrders: Type.Integer(),
    shownRevenue: Type.Array(MoneySchema),
    differs: Type.Array(Strict({ day: Day, ledgerOrders: Type.Integer(), shownOrders: Type.Integer() })),
    agrees: Type.Boolean(),
  }),
  dataAsOf: Timestamp,
});

const JourneySchema = Strict({
  definition: Type.String(),
  window: Strict({ from: Nullable(Timestamp), to: Nullable(Timestamp) }),
  unit: Type.String(),
  n: Type.Integer(),
  truncated: Type.Boolean(),
  touchpoints: Type.Array(
    Strict({
      id: Type.String(),
      at: Timestamp,
      channel: Type.String({ description: 'The lane' }),
      kind: Type.String(),
      origin: Type.String({ description: 'tracked or domain' }),
      subjectId: Id,
      source: Nullable(Type.String()),
      locationId: Nullable(Id),
      orderId: Nullable(Id),
      total: Nullable(MoneySchema),
      facts: Type.Record(Type.String(), Type.String()),
      counted: Nullable(Type.String({ description: 'The channel it is a step of a path as' })),
    }),
  ),
  dataAsOf: Timestamp,
});

const insight = staffOrKey('insight:read', 'manager', 'admin');

/** Staff side: sources of events, paths to purchase, one customer's journey. */
export function staffRoutes(analytics: () => Analytics, tally: Tally): RouteDefinition[] {
  return [
    route({
      method: 'GET',
      path: '/api/shop/tracking',
      summary: 'What the shop’s own tracker sends with; a visitor’s consent comes first',
      tag: 'shop',
      audience: everyone,
      response: Strict({ writeKey: Nullable(Type.String({ description: 'null: nothing is tracked here' })) }),
      handle: async (ctx) => ({ writeKey: (await findShopSource(ctx))?.writeKey ?? null }),
    }),
    route({
      method: 'GET',
      path: '/api/staff/sources',
      summary: 'Sites, apps and tills that send events',
      tag: 'Insight',
      audience: staff('admin'),
      response: Strict({
        items: Type.Array(
          Strict({
            ...source,
            lastEventAt: Nullable(Timestamp),
            today: SourceCountsSchema,
            week: SourceCountsSchema,
            hints: Type.Array(
              Strict({
                hint: Type.String({ description: 'See docs/guides/tracking.md' }),
                today: Type.Integer(),
                week: Type.Integer(),
              }),
            ),
            unusable: Type.Record(Type.String(), Type.Integer()),
            unknownStores: Type.Array(Strict({ code: Type.String(), today: Type.Integer(), week: Type.Integer() }), {
              description: 'Codes of stores it sent that no location has',
            }),
            secrets: Type.Array(Secret, { description: 'For tills, phone systems and servers; newest first' }),
          }),
        ),
      }),
      handle: async (ctx) => {
        await tally.flush(ctx);
        return { items: await listSources(ctx) };
      },
    }),
    route({
      method: 'PATCH',
      path: '/api/staff/sources/:id',
      summary: 'Call a source something else, say from where it may send, switch it off or on',
      tag: 'Insight',
      audience: staff('admin'),
      params: Strict({ id: Id }),
      body: Strict({
        label: Type.Optional(Label),
        allowedOrigins: Type.Optional(Origins),
        active: Type.Optional(Type.Boolean()),
      }),
      response: Strict(source),
      handle: (ctx, { params, body }) => changeSource(ctx, params.id, body),
    }),
    route({
      method: 'POST',
      path: '/api/staff/sources/:id/write-key',
      summary: 'Give a source another write key; the old one works until it is switched off',
      tag: 'Insight',
      audience: staff('admin'),
      params: Strict({ id: Id }),
      response: Strict(source),
      handle: (ctx, { params }) => rotateWriteKey(ctx, params.id),
    }),
    route({
      method: 'DELETE',
      path: '/api/staff/sources/:id/old-write-key',
      summary: 'Switch off the key before the present one',
      tag: 'Insight',
      audience: staff('admin'),
      params: Strict({ id: Id }),
      response: Strict(source),
      handle: (ctx, { params }) => endOldWriteKey(ctx, params.id),
    }),
    route({
      method: 'POST',
      path: '/api/staff/sources/:id/secrets',
      summary: 'Make a secret key for a till, a phone system or a server; it is shown this once',
      tag: 'Insight',
      audience: staff('admin'),
      params: Strict({ id: Id }),
      response: Strict({
        secret: Secret,
        key: Nullable(Type.String({ description: 'null where the same request was repeated' })),
      }),
      status: 201,
      handle: (ctx, { params }) => makeSecret(ctx, params.id),
    }),
    route({
      method: 'DELETE',
      path: '/api/staff/sources/:id/secrets/:secretId',
      summary: 'Revoke a secret key: from five seconds later on nothing is taken with it',
      tag: 'Insight',
      audience: staff('admin'),
      params: Strict({ id: Id, secretId: Id }),
      response: Secret,
      handle: (ctx, { params }) => revokeSecret(ctx, { sourceId: params.id, secretId: params.secretId }),
    }),
    route({
      method: 'POST',
      path: '/api/staff/sources',
      summary: 'Let another site, app or till send events',
      tag: 'Insight',
      audience: staff('admin'),
      body: Strict({
        name: Type.String({ pattern: '^[a-z][a-z0-9_-]{1,39}$' }),
        channel: ChannelSchema,
        label: Type.Optional(Label),
        allowedOrigins: Type.Optional(Origins),
        requiresConsent: Type.Optional(Type.Boolean({ default: false })),
      }),
      response: Strict(source),
      status: 201,
      handle: (ctx, { body }) =>
        addSource(ctx, {
          ...body,
          allowedOrigins: body.allowedOrigins ?? [],
          requiresConsent: body.requiresConsent ?? false,
        }),
    }),
    route({
      method: 'GET',
      path: '/api/staff/insight/path-to-purchase',
      summary: 'Channels in which customers met us before they bought',
      tag: 'Insight',
      audience: insight,
      query: Strict({
        from: Type.Optional(Type.String({ format: 'date', description: 'First day, in the retailer’s zone' })),
        to: Type.Optional(Type.String({ format: 'date', description: 'Last day, included; yesterday unless said' })),
        windowDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365, default: 30 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
      }),
      response: PathReportSchema,
      handle: async (ctx, { query }) => {
        const window = await reportWindow(ctx, query);
        const report = await pathToPurchase(ctx, analytics(), {
          from: window.from,
          to: window.to,
          windowDays: query.windowDays ?? 30,
          limit: query.limit ?? 20,
          ledger: await readLedger(ctx, window),
        });
        return { ...report, zone: window.zone };
      },
    }),
    route({
      method: 'GET',
      path: '/api/staff/insight/sales',
      summary: 'Orders and revenue by day and channel, held against the order ledger',
      tag: 'Insight',
      audience: insight,
      query: Strict({
        from: Type.Optional(Type.String({ format: 'date', description: 'First day, in the retailer’s zone' })),
        to: Type.Optional(Type.String({ format: 'date', description: 'Last day, included; yesterday unless said' })),
      }),
      response: SalesReportSchema,
      handle: async (ctx, { query }) => salesByDay(ctx, analytics(), await reportWindow(ctx, query)),
    }),
    route({
      method: 'GET',
      path: '/api/staff/customers/:id/journey',
      summary: 'Every touchpoint of one customer',
      tag: 'Insight',
      audience: insight,
      params: Strict({ id: Id }),
      query: Strict({ from: Type.Optional(Timestamp), to: Type.Optional(Timestamp) }),
      response: JourneySchema,
      handle: async (ctx, { params, query }) => {
        const subjectIds = await subjectsOf(ctx, params.id);
        if (subjectIds.length === 0) throw new AppError('not_found', { detail: 'There is no such customer.' });
        return journeyOf(ctx, analytics(), {
          subjectIds,
          ...(query.from ? { from: new Date(query.from) } : {}),
          ...(query.to ? { to: new Date(query.to) } : {}),
        });
      },
    }),
  ];
}
