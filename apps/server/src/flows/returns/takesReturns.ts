import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Refusal, refuse } from '../../kernel/result.ts';
import { distanceKm, getLocation, listLocations } from '../../modules/locations/index.ts';

/**
 * A counter that takes goods back. A place that does not says so, and which one near it does.
 *
 * @throws AppError not_allowed, wrong_location
 */
export async function atCounter(ctx: Ctx, locationId: string): Promise<Ctx | Refusal> {
  if (ctx.actor.kind !== 'staff') throw new AppError('not_allowed');
  if (!mayActAt(ctx.actor, locationId))
    throw new AppError('wrong_location', { detail: 'Goods come in where you work.' });
  const here = await getLocation(ctx, locationId);
  if (here.capabilities.includes('return')) return { ...ctx, channel: 'store', locationId };
  const others = (await listLocations(ctx, { kind: 'store', capability: 'return' }))
    .map((place) => ({ place, km: Math.round(distanceKm(here.point, place.point) * 10) / 10 }))
    .sort((a, b) => a.km - b.km);
  const [nearest] = others;
  return refuse('returns_not_taken', {
    detail: nearest
      ? `${here.name} takes no returns. The nearest that does is ${nearest.place.name}, ${nearest.km} km. Nothing was taken back.`
      : `${here.name} takes no returns. Nothing was taken back.`,
    nearest: nearest
      ? { locationId: nearest.place.id, name: nearest.place.name, city: nearest.place.address.city, km: nearest.km }
      : null,
  });
}
