import { Type } from 'typebox';
import { mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { requireKnown } from '../../kernel/requireKnown.ts';
import { companyWide, Reply, route, staff } from '../../kernel/route.ts';
import { Id, Nullable, Strict, Timestamp } from '../../kernel/schemas.ts';
import { knownVariants } from '../catalogue/index.ts';
import { getLocations } from '../locations/index.ts';
import { getSafetyDefaults, setSafetyDefault } from './safetyDefaults.ts';
import { setLevelLimits } from './setLevelLimits.ts';

const managers = staff('manager', 'admin');
const Units = Type.Integer({ minimum: 0, maximum: 100_000 });
const done = () => new Reply(undefined, { status: 204 });

/** What is kept back, on display and on its way. */
export const limitRoutes = [
  route({
    method: 'PUT',
    path: '/api/staff/stock/limits',
    summary: 'What of a variant is kept back, on display and on its way in a location, the whole list or nothing',
    tag: 'stock',
    audience: managers,
    body: Strict({
      items: Type.Array(
        Strict({
          variantId: Id,
          locationId: Id,
          safety: { ...Nullable(Units), description: 'null: as the location does, or else the company' },
          display: Units,
          incoming: Units,
          incomingAt: Nullable(Timestamp),
        }),
        { minItems: 1, maxItems: 100 },
      ),
    }),
    handle: async (ctx, { body }) => {
      for (const { locationId } of body.items) {
        if (!mayActAt(ctx.actor, locationId))
          throw new AppError('wrong_location', { detail: 'You can set limits only where you work.' });
      }
      const variantIds = body.items.map((item) => item.variantId);
      const locationIds = body.items.map((item) => item.locationId);
      requireKnown('variant', variantIds, await knownVariants(ctx, variantIds));
      requireKnown('location', locationIds, await getLocations(ctx, locationIds));
      await setLevelLimits(ctx, body.items);
      return done();
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/stock/safety',
    summary: 'What is kept back of each variant that has no limit of its own',
    tag: 'stock',
    audience: managers,
    response: Strict({
      company: Type.Integer(),
      locations: Type.Array(Strict({ locationId: Id, safety: Type.Integer() })),
    }),
    handle: (ctx) => getSafetyDefaults(ctx),
  }),
  route({
    method: 'PUT',
    path: '/api/staff/stock/safety',
    summary: 'What every location keeps back that says nothing of its own',
    tag: 'stock',
    audience: companyWide(managers),
    body: Strict({ safety: Units }),
    handle: async (ctx, { body }) => {
      await setSafetyDefault(ctx, { locationId: undefined, safety: body.safety });
      return done();
    },
  }),
  route({
    method: 'PUT',
    path: '/api/staff/stock/safety/:locationId',
    summary: 'What a location keeps back of each variant that has no limit of its own',
    tag: 'stock',
    audience: managers,
    params: Strict({ locationId: Id }),
    body: Strict({ safety: Nullable(Units) }),
    handle: async (ctx, { params, body }) => {
      requireKnown('location', [params.locationId], await getLocations(ctx, [params.locationId]));
      if (!mayActAt(ctx.actor, params.locationId))
        throw new AppError('wrong_location', { detail: 'You can set limits only where you work.' });
      await setSafetyDefault(ctx, { locationId: params.locationId, safety: body.safety });
      return done();
    },
  }),
];
