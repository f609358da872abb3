import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { distanceKm, type Location, type Point, recallLocations } from '../locations/index.ts';
import { availability, type Shortfall } from '../stock/index.ts';
import { type Candidate, type Demand, type Plan, planShipment } from './policy.ts';

/**
 * Where a delivery is sent from, by the same free stock that page, cart and reserve read. The plan says why. It promises
 * nothing: `reserve` decides. Refuses with what is missing over all locations that ship.
 */
export async function chooseSource(
  ctx: Ctx,
  query: { demands: readonly Demand[]; destination?: Point | undefined },
): Promise<Result<Plan & { senders: ReadonlyMap<string, Location> }, 'insufficient_stock'>> {
  const variantIds = [...new Set(query.demands.map((demand) => demand.variantId))];
  const [locations, levels] = await Promise.all([
    // Seconds old at most: where it is sent from is only proposed here, and whether it is there is read afresh.
    recallLocations(ctx),
    availability(ctx, { variantIds }),
  ]);
  const senders = locations.filter((location) => location.capabilities.includes('ship'));
  const candidates: Candidate[] = senders.map((location) => ({
    locationId: location.id,
    kind: location.kind,
    code: location.code,
    distanceKm: query.destination && distanceKm(query.destination, location.point),
    free: new Map(
      levels
        .filter((level) => level.locationId === location.id)
        .map((level) => [level.variantId, level.availableToShip]),
    ),
  }));
  const plan = planShipment(query.demands, candidates);
  if (plan) return ok({ ...plan, senders: new Map(senders.map((location) => [location.id, location])) });
  return refuse('insufficient_stock', {
    detail: 'Not all of it can be delivered. Nothing was taken.',
    shortfall: missing(query.demands, candidates),
  });
}

function missing(demands: readonly Demand[], candidates: readonly Candidate[]): Omit<Shortfall, 'locationId'>[] {
  const requested = new Map<string, number>();
  for (const demand of demands)
    requested.set(demand.variantId, (requested.get(demand.variantId) ?? 0) + demand.quantity);
  return [...requested]
    .map(([variantId, quantity]) => ({
      variantId,
      requested: quantity,
      available: Math.max(0, ...candidates.map((candidate) => candidate.free.get(variantId) ?? 0)),
    }))
    .filter((row) => row.available < row.requested);
}
