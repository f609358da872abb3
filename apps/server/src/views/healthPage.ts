import { type Static, Type } from 'typebox';
import type { Analytics } from '../kernel/analytics.ts';
import type { Ctx } from '../kernel/context.ts';
import { type QueueHealth, readQueues, readSubscribers, type SubscriberHealth } from '../kernel/readHealth.ts';
import { type RouteDefinition, route, staff } from '../kernel/route.ts';
import { Nullable, Strict, Timestamp } from '../kernel/schemas.ts';
import { mailHealth } from '../modules/engagement/index.ts';
import { journeysHealth, ordersApart, type SourceHealth, sourcesHealth } from '../modules/journeys/index.ts';
import { reconcileStock } from '../modules/stock/index.ts';

/**
 * - `good`: looked at just now, and right
 * - `slow`: behind, and catching up by itself
 * - `bad`: somebody has to do something
 * - `off`: not configured
 */
const State = Type.Union([Type.Literal('good'), Type.Literal('slow'), Type.Literal('bad'), Type.Literal('off')]);

const Check = Strict({
  id: Type.String(),
  /** What it is about; the screen has words for each. */
  kind: Type.String({
    description: 'database, subscriber, queue, mail, stock, analytics, analytics_lag, orders_agree, ingest, source',
  }),
  name: Nullable(Type.String({ description: 'Of the subscriber, queue or source' })),
  state: State,
  /** How many are wrong or wait; null where there is nothing to count. */
  count: Nullable(Type.Integer()),
  lagSeconds: Nullable(Type.Number()),
  since: Nullable(Timestamp),
  lastAt: Nullable(Type.Union([Timestamp], { description: 'Last event of a source' })),
  error: Nullable(Type.String()),
});
type Check = Static<typeof Check>;

const HealthPage = Strict({ checks: Type.Array(Check), checkedAt: Timestamp, tookMs: Type.Integer() });

const lateSeconds = 10;
const stuckSeconds = 120;

const base = { name: null, count: null, lagSeconds: null, since: null, lastAt: null, error: null };

const bySeconds = (seconds: number): Check['state'] =>
  seconds < lateSeconds ? 'good' : seconds < stuckSeconds ? 'slow' : 'bad';
const iso = (time: Date | null) => time?.toISOString() ?? null;

/** What may go wrong behind the screens, each looked at now. */
async function healthPage(ctx: Ctx, analytics: Analytics): Promise<Static<typeof HealthPage>> {
  const started = performance.now();
  const [subscribers, queues, mail, differences, journeys, sources, answers, apart] = await Promise.all([
    readSubscribers(ctx),
    readQueues(ctx),
    mailHealth(ctx),
    reconcileStock(ctx),
    journeysHealth(ctx),
    sourcesHealth(ctx),
    analytics.unavailable ? undefined : analytics.ping(),
    analytics.unavailable ? undefined : ordersApart(ctx, analytics),
  ]);
  const now = ctx.clock.now();
  const checks: Check[] = [
    {
      ...base,
      id: 'stock',
      kind: 'stock',
      state: differences.length === 0 ? 'good' : 'bad',
      count: differences.length,
    },
    {
      ...base,
      id: 'mail',
      kind: 'mail',
      state: mail.failed > 0 ? 'bad' : bySeconds(secondsSince(now, mail.oldestWaitingAt)),
      count: mail.failed,
      lagSeconds: secondsSince(now, mail.oldestWaitingAt),
      since: iso(mail.oldestFailedAt ?? mail.oldestWaitingAt),
    },
    {
      ...base,
      id: 'analytics',
      kind: 'analytics',
      state: answers === undefined ? 'off' : answers ? 'good' : 'bad',
      error: analytics.unavailable ?? null,
    },
    {
      ...base,
      id: 'analytics_lag',
      kind: 'analytics_lag',
      state: answers === undefined ? 'off' : bySeconds(journeys.lagSeconds),
      count: journeys.waitingBatches,
      lagSeconds: journeys.lagSeconds,
      since: journeys.lagSeconds > 0 ? new Date(now.getTime() - journeys.lagSeconds * 1000).toISOString() : null,
    },
    {
      ...base,
      id: 'orders_agree',
      kind: 'orders_agree',
      state: agreement(apart, journeys.lagSeconds),
      count: apart ?? null,
    },
    {
      ...base,
      id: 'ingest',
      kind: 'ingest',
      state: journeys.unusableEvents > 0 ? 'slow' : 'good',
      count: journeys.unusableEvents,
    },
    ...subscribers.map((one) => showSubscriber(one, now)),
    ...queues.map((one) => showQueue(one, now)),
    ...sources.map(showSource),
  ];
  return { checks, checkedAt: now.toISOString(), tookMs: Math.round(performance.now() - started) };
}

/** What is behind catches up by itself; a difference that remains does not. */
const agreement = (apart: number | undefined, lagSeconds: number): Check['state'] =>
  apart === undefined ? 'off' : apart === 0 ? 'good' : lagSeconds >= lateSeconds ? 'slow' : 'bad';

const secondsSince = (now: Date, then: Date | null) =>
  then ? Math.max(0, (now.getTime() - then.getTime()) / 1000) : 0;

function showSubscriber(one: SubscriberHealth, now: Date): Check {
  const lag = secondsSince(now, one.oldestAt);
  return {
    ...base,
    id: `subscriber:${one.subscriber}`,
    kind: 'subscriber',
    name: one.subscriber,
    state: one.dead > 0 ? 'bad' : bySeconds(lag),
    count: one.dead,
    lagSeconds: lag,
    since: iso(one.deadSince ?? one.oldestAt),
    error: one.lastError,
  };
}

function showQueue(one: QueueHealth, now: Date): Check {
  const lag = secondsSince(now, one.oldestDueAt);
  return {
    ...base,
    id: `queue:${one.queue}`,
    kind: 'queue',
    name: one.queue,
    state: one.failed > 0 ? 'bad' : bySeconds(lag),
    count: one.failed > 0 ? one.failed : one.waiting,
    lagSeconds: lag,
    since: iso(one.failedSince ?? one.oldestDueAt),
  };
}

/** Silence has no measure of its own: a till may be closed. So a source is never bad here; the screen says when it last spoke. */
const showSource = (one: SourceHealth): Check => ({
  ...base,
  id: `source:${one.name}`,
  kind: 'source',
  name: one.name,
  state: one.disabled ? 'off' : one.unusable > 0 ? 'slow' : 'good',
  count: one.unusable,
  lastAt: iso(one.lastAt),
});

export const healthPageRoute = (analytics: Analytics): RouteDefinition =>
  route({
    method: 'GET',
    path: '/api/staff/health',
    summary: 'Queues, events, mails, stock and analytics: what is right, what is late, what is wrong since when',
    tag: 'Health',
    audience: staff('manager', 'admin'),
    response: HealthPage,
    handle: (ctx) => healthPage(ctx, analytics),
  });
