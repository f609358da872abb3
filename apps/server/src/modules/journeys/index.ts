import type { Analytics } from '../../kernel/analytics.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { LiveRule } from '../../kernel/live.ts';
import type { Module } from '../../kernel/module.ts';
import { rerun, rerunJob } from './channels/rerun.ts';
import { channelRoutes } from './channels/routes.ts';
import { takeUpRuns } from './channels/startRun.ts';
import { deadLetterRoutes } from './deadLetters/routes.ts';
import { forgetUploads } from './history/forgetUploads.ts';
import { createHistoryWorker } from './history/historyWorker.ts';
import { historyRoutes } from './history/routes.ts';
import { createInFlight, createQueue } from './ingest/inFlight.ts';
import { createKeepTogether } from './ingest/keepTogether.ts';
import { createPartitions, dropOldPartitions } from './ingest/partitions.ts';
import { ingestRoutes } from './ingest/routes.ts';
import { createTally } from './ingest/tally.ts';
import { journeysKeeping } from './keeping.ts';
import { journeysAnalyticsMigrations, journeysMigrations } from './migrations.ts';
import { journeysPersonal } from './personal.ts';
import { journeysColumns } from './personalColumns.ts';
import { createProcessor } from './processor.ts';
import { type Journey, journeyOf } from './reports/journeyOf.ts';
import { type PathQuestion, type PathReport, pathToPurchase } from './reports/pathToPurchase.ts';
import { dropOldTouchpoints } from './retention/dropOldTouchpoints.ts';
import { type KeepDays, usualKeepDays } from './retention/keepDays.ts';
import { staffRoutes } from './routes.ts';
import { createFindSecret } from './sources/findSecret.ts';
import { createFindSource } from './sources/findSource.ts';
import { touchpointSubscriber } from './touchpoints/subscriber.ts';

export { type HistoryFile, type HistoryImport, importHistory } from './history/importHistory.ts';
export { readMapping } from './history/mapping.ts';
export type { Journey, JourneyTouchpoint } from './reports/journeyOf.ts';
export { type Health, journeysHealth } from './reports/journeysHealth.ts';
export { ordersApart } from './reports/ordersApart.ts';
export type { Ledger, PathQuestion, PathReport, PathRow, Reconciliation } from './reports/pathToPurchase.ts';
export { type SourceHealth, sourcesHealth } from './reports/sourcesHealth.ts';
export type { KeepDays } from './retention/keepDays.ts';
export { ensureSource, type WantedSource } from './sources/ensureSource.ts';
export type { Source } from './sources/source.ts';

/** Of the twenty connections of a server: orders must not wait behind events. */
const ingestConnections = { events: 3, rest: 2 };

/** How far a history is: for who may bring one in. */
const importersSee: LiveRule = {
  types: ['journeys.history.advanced'],
  sees: (actor) => actor.kind === 'staff' && actor.role === 'admin',
};
const usualHistoryBytes = 2 * 1024 ** 3;

export interface JourneysModule extends Module {
  drainOnce(base: Ctx): Promise<boolean>;
  start(base: Ctx): void;
  stop(): Promise<void>;
  /** Every touchpoint of the given subjects. Throws insight_unavailable. */
  journeyOf(ctx: Ctx, question: { subjectIds: readonly string[]; from?: Date; to?: Date }): Promise<Journey>;
  /** How customers came to their orders, held against the order ledger. Throws insight_unavailable. */
  pathToPurchase(ctx: Ctx, question: PathQuestion): Promise<PathReport>;
}

/** Tracking ingest, touchpoints in ClickHouse, journeys and paths. `analytics` is asked each time, so it may open later. */
export function createJourneysModule(parts: {
  analytics: () => Analytics;
  publicUrl: string;
  keepDays?: KeepDays;
  /** Of one file of history. */
  historyBytesAtMost?: number;
}): JourneysModule {
  const { analytics, keepDays = usualKeepDays } = parts;
  const processor = createProcessor(analytics);
  const historyWorker = createHistoryWorker();
  const tally = createTally();
  const ingest = {
    findSource: createFindSource(),
    findSecret: createFindSecret(),
    tally,
    keepTogether: createKeepTogether(ingestConnections.events),
    inTurn: createQueue(ingestConnections.rest),
    gate: createInFlight(() => tally.refuse('overloaded')),
    publicUrl: parts.publicUrl,
  };
  return {
    name: 'journeys',
    personalColumns: journeysColumns,
    migrations: journeysMigrations,
    personal: journeysPersonal(analytics),
    analyticsMigrations: journeysAnalyticsMigrations,
    keeping: journeysKeeping,
    routes: [
      ...ingestRoutes(ingest),
      ...staffRoutes(analytics, tally),
      ...channelRoutes(analytics),
      ...deadLetterRoutes,
      ...historyRoutes(parts.historyBytesAtMost ?? usualHistoryBytes),
    ],
    liveRules: [importersSee],
    subscribers: [touchpointSubscriber(analytics)],
    jobs: [
      // The processor polls by itself where events and jobs run; this is for a poller that died.
      { name: 'journeys.process', cron: '* * * * *', handle: async (ctx) => void (await processor.drainOnce(ctx)) },
      {
        name: 'journeys.partitions',
        cron: '23 * * * *',
        handle: async (ctx) => {
          await createPartitions(ctx);
          await dropOldPartitions(ctx, keepDays);
        },
      },
      {
        name: rerunJob,
        handle: async (ctx, data: { runId?: string }) => {
          if (data.runId) await rerun(ctx, analytics(), data.runId);
        },
      },
      { name: 'journeys-channels-take-up', cron: '*/5 * * * *', retryLimit: 1, handle: (ctx) => takeUpRuns(ctx) },
      { name: 'journeys-history-forget', cron: '47 * * * *', retryLimit: 1, handle: (ctx) => forgetUploads(ctx) },
      {
        name: 'journeys.touchpoints.old',
        cron: '41 3 * * *',
        handle: async (ctx) => {
          if (keepDays.touchpoints === undefined || analytics().unavailable) return;
          await dropOldTouchpoints(analytics(), ctx.clock.now(), keepDays.touchpoints);
        },
      },
    ],
    async drainOnce(base) {
      await tally.flush(base);
      const [imported, processed] = [await historyWorker.drainOnce(base), await processor.drainOnce(base)];
      return imported || processed;
    },
    start(base) {
      processor.start(base);
      historyWorker.start(base);
    },
    async stop() {
      await historyWorker.stop();
      await processor.stop();
      await tally.flush().catch(() => undefined);
    },
    journeyOf: (ctx, question) => journeyOf(ctx, analytics(), question),
    pathToPurchase: (ctx, question) => pathToPurchase(ctx, analytics(), question),
  };
}
