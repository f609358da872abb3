import { linkSubject, openSubjects } from '../../../apps/server/src/modules/customers/index.ts';
import { ensureSource } from '../../../apps/server/src/modules/journeys/index.ts';
import { endOfHistory, generateHistory, type SessionEvent } from '../../velora/index.ts';
import { runDeeds } from '../history/runDeeds.ts';
import { openShopWorld, type ShopWorld } from '../history/shopWorld.ts';
import { takeTurns } from '../history/takeTurns.ts';
import { at } from '../inThePast.ts';
import { inSlices, type Loading } from '../loading.ts';
import { demoWriteKey } from '../writeKey.ts';
import { describeVisit } from './describeVisit.ts';

const source = 'web';
const eventsAtATime = 400;
/** Only visits of those who agreed are here. */
const context = { consent: { categoryPreferences: { analytics: true } } };

/**
 * The web visits of those who agreed to be tracked, through ingest like everybody's. Whoever signed in during a visit is
 * the customer they signed in as; a device that is somebody else's already stays theirs.
 */
export async function loadVisits(loading: Loading): Promise<void> {
  const { ctx, today, opened, publicUrl, track, log, tell } = loading;
  if (!track) return;
  await ensureSource(at(ctx, opened), { name: source, writeKey: demoWriteKey, requiresConsent: true });
  const world = await openShopWorld(loading, new Date(endOfHistory(today)), takeTurns([]));
  const visits = generateHistory(today).filter((event) => event.kind === 'session' && event.consent) as SessionEvent[];
  const subjects = await openDevices(loading, visits);
  await linkDevices(world, visits, subjects);
  const events = visits.flatMap((visit) => describeVisit(world.directory, publicUrl, visit));
  const slices = inSlices(events, eventsAtATime);
  let done = 0;
  for (const [index, batch] of slices.entries()) {
    const mark = `visits:${index}`;
    // No `sentAt` of the time of the visit: it is now that it is sent, and a wrong clock is not to be corrected.
    if (!log.isDone(mark)) await track(demoWriteKey, { batch, context, sentAt: ctx.clock.now().toISOString() });
    await log.markDone(ctx, mark);
    done += batch.length;
    tell(done, events.length);
  }
}

async function openDevices({ ctx, opened }: Loading, visits: readonly SessionEvent[]): Promise<Map<string, string>> {
  const devices = [...new Set(visits.map((visit) => visit.anonymousId))];
  const found = await openSubjects(
    at(ctx, opened),
    devices.map((anonymousId) => ({ source, anonymousId })),
  );
  return new Map(devices.map((device, index) => [device, found[index]?.subjectId ?? '']));
}

async function linkDevices(
  world: ShopWorld,
  visits: readonly SessionEvent[],
  subjects: ReadonlyMap<string, string>,
): Promise<void> {
  const first = new Map<string, SessionEvent & { shopper: string }>();
  for (const visit of visits) {
    const key = `${visit.anonymousId} ${visit.shopper}`;
    if (visit.identified && visit.shopper && !first.has(key)) first.set(key, { ...visit, shopper: visit.shopper });
  }
  const deeds = [...first].map(([name, visit]) => ({
    name,
    at: new Date(visit.at),
    keys: [visit.anonymousId, visit.shopper],
    run: async () => {
      const there = at(world.loading.ctx, visit.at, { actor: world.asShopper(visit.shopper), channel: 'web' });
      const { customerId } = world.shopper(visit.shopper);
      const subjectId = subjects.get(visit.anonymousId) ?? '';
      // Refused where somebody else signed in on this device before: two people are never made one.
      await linkSubject(there, { subjectId, customerId, evidence: { kind: 'sign_in', source: 'demo' } });
    },
  }));
  await runDeeds(deeds, 4, () => undefined);
}
