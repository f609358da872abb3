import { Type } from 'typebox';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { allStaff, created, everyone, route, staff } from '../../kernel/route.ts';
import { Id, Nullable, Strict } from '../../kernel/schemas.ts';
import { findTowns } from './findTowns.ts';
import {
  CapabilitySchema,
  ExceptionSchema,
  HoursSchema,
  KindSchema,
  LocationSchema,
  locationFields,
  locationJson,
  PointSchema,
  StoreSchema,
} from './locationSchemas.ts';
import { byDistance } from './nearestLocations.ts';
import { getLocation, getLocationByCode, listLocations } from './readLocations.ts';
import { readNear } from './readNear.ts';
import { saveExceptions } from './saveExceptions.ts';
import { saveHours } from './saveHours.ts';
import { saveLocation } from './saveLocation.ts';
import { setArchived } from './setArchived.ts';
import { showStore } from './showStore.ts';

const tag = 'Locations';
const admin = staff('admin');
const hoursKeepers = staff('manager', 'admin');
const Version = Type.Integer({
  minimum: 1,
  description: 'The version you read; another one in between is a version_conflict',
});
const byId = Strict({ id: Id });
const Reason = Strict({ reason: Type.String({ minLength: 3, maxLength: 500 }), version: Type.Optional(Version) });
const read = async (ctx: Ctx, id: string) => locationJson(await getLocation(ctx, id));

export const routes = [
  route({
    method: 'GET',
    path: '/api/shop/locations',
    summary: 'Stores, nearest first when it is said near what',
    tag,
    audience: everyone,
    query: Strict({
      near: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'A town, or latitude,longitude' })),
      capability: Type.Optional(CapabilitySchema),
    }),
    response: Strict({
      near: Nullable(
        Strict({ town: Nullable(Strict({ name: Type.String(), region: Type.String() })), point: PointSchema }),
      ),
      items: Type.Array(StoreSchema),
    }),
    handle: async (ctx, { query }) => {
      const near = query.near === undefined ? null : await readNear(query.near);
      const stores = await listLocations(ctx, { kind: 'store', capability: query.capability });
      const now = ctx.clock.now();
      const items = near
        ? byDistance(stores, near.point).map(({ location, distanceKm }) => showStore(location, now, distanceKm))
        : stores.map((location) => showStore(location, now, undefined));
      return { near, items };
    },
  }),
  route({
    method: 'GET',
    path: '/api/shop/locations/:code',
    summary: 'A store, its hours today and when it opens next',
    tag,
    audience: everyone,
    params: Strict({ code: Type.String({ maxLength: 24 }) }),
    response: StoreSchema,
    handle: async (ctx, { params }) => {
      const location = await getLocationByCode(ctx, params.code);
      if (location.kind !== 'store' || location.archivedAt)
        throw new AppError('not_found', { detail: `There is no store ${params.code}.` });
      return showStore(location, ctx.clock.now(), undefined);
    },
  }),
  route({
    method: 'GET',
    path: '/api/shop/towns',
    summary: 'Towns that begin like this, the most populous first',
    tag,
    audience: everyone,
    query: Strict({
      query: Type.String({ minLength: 1, maxLength: 60 }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, default: 8 })),
    }),
    response: Strict({
      items: Type.Array(
        Strict({ name: Type.String(), region: Type.String(), point: PointSchema, population: Type.Integer() }),
      ),
    }),
    handle: async (_ctx, { query }) => ({ items: await findTowns(query.query, query.limit ?? 8) }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/locations',
    summary: 'All locations',
    tag,
    audience: allStaff,
    query: Strict({
      kind: Type.Optional(KindSchema),
      capability: Type.Optional(CapabilitySchema),
      archived: Type.Optional(Type.Boolean({ default: false, description: 'Archived ones too' })),
    }),
    response: Strict({ items: Type.Array(LocationSchema) }),
    handle: async (ctx, { query }) => ({ items: (await listLocations(ctx, query)).map(locationJson) }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/locations/:id',
    summary: 'A location',
    tag,
    audience: allStaff,
    params: byId,
    response: LocationSchema,
    handle: (ctx, { params }) => read(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/staff/locations',
    summary: 'Add a location',
    tag,
    audience: admin,
    body: Strict({ ...locationFields, exceptions: Type.Optional(Type.Array(ExceptionSchema, { maxItems: 400 })) }),
    response: LocationSchema,
    status: 201,
    handle: async (ctx, { body }) => {
      const { exceptions, ...fields } = body;
      const { id } = await saveLocation(ctx, { ...fields, exceptions: exceptions ?? [], version: 0 });
      return created(await read(ctx, id));
    },
  }),
  route({
    method: 'PUT',
    path: '/api/staff/locations/:id',
    summary: 'Change a location',
    tag,
    audience: admin,
    params: byId,
    body: Strict({ ...locationFields, version: Version }),
    response: LocationSchema,
    handle: async (ctx, { params, body }) => {
      await saveLocation(ctx, { ...body, id: params.id });
      return read(ctx, params.id);
    },
  }),
  route({
    method: 'PUT',
    path: '/api/staff/locations/:id/hours',
    summary: 'Replace the weekly hours; managers those of their own location',
    tag,
    audience: hoursKeepers,
    params: byId,
    body: Strict({ hours: HoursSchema, version: Version }),
    response: LocationSchema,
    handle: async (ctx, { params, body }) => {
      await saveHours(ctx, { locationId: params.id, ...body });
      return read(ctx, params.id);
    },
  }),
  route({
    method: 'PUT',
    path: '/api/staff/locations/:id/exceptions',
    summary: 'Replace the dates on which the weekly hours do not hold; managers those of their own location',
    tag,
    audience: hoursKeepers,
    params: byId,
    body: Strict({ exceptions: Type.Array(ExceptionSchema, { maxItems: 400 }), version: Version }),
    response: LocationSchema,
    handle: async (ctx, { params, body }) => {
      await saveExceptions(ctx, { locationId: params.id, ...body });
      return read(ctx, params.id);
    },
  }),
  ...([true, false] as const).map((archived) =>
    route({
      method: 'POST',
      path: `/api/staff/locations/:id/${archived ? 'archive' : 'restore'}`,
      summary: archived ? 'Take a location out of use' : 'Take an archived location back into use',
      tag,
      audience: admin,
      params: byId,
      body: Reason,
      response: LocationSchema,
      handle: async (ctx, { params, body }) => {
        const version = body.version === undefined ? {} : { version: body.version };
        await setArchived(ctx, { locationId: params.id, archived, reason: body.reason, ...version });
        return read(ctx, params.id);
      },
    }),
  ),
];
