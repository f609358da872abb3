import { Type } from 'typebox';
import { readAudit } from '../../kernel/audit.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { fingerprintOf } from '../../kernel/idempotency.ts';
import { requireKnown } from '../../kernel/requireKnown.ts';
import { Refusal } from '../../kernel/result.ts';
import { allStaff, created, everyone, exporting, Reply, route, staff } from '../../kernel/route.ts';
import { Id, LanguageSchema, Nullable, Page, PageQuery, Strict, Timestamp } from '../../kernel/schemas.ts';
import { getLocations } from '../locations/index.ts';
import { createApiKey, listApiKeys, revokeApiKey } from './apiKeys.ts';
import { deviceCookie, type StaffConfig, staffCookie } from './auth.ts';
import { changeMember } from './changeMember.ts';
import { findDevice, listDevices, registerDevice, revokeDevice } from './devices.ts';
import { getMember, listMembers } from './getMembers.ts';
import { noteExport } from './noteExport.ts';
import { setPin } from './pins.ts';
import { addMember } from './saveMember.ts';
import { setLanguage } from './setLanguage.ts';
import { setPassword } from './setPassword.ts';
import { setUpInstance } from './setUpInstance.ts';
import { needsSetup } from './setupCode.ts';
import { signIn } from './signIn.ts';
import { signOut } from './signOut.ts';
import { keepSession } from './staffActor.ts';
import { deviceSetCookie, staffSetCookie, tokenOfCookie } from './staffCookie.ts';
import { colleaguesAt, narrowed, switchByPin } from './switchByPin.ts';

const tag = 'Staff';
const Role = Type.Union([
  Type.Literal('agent'),
  Type.Literal('associate'),
  Type.Literal('manager'),
  Type.Literal('admin'),
]);
const ScopeSchema = Type.Union([
  Type.Literal('catalogue:write'),
  Type.Literal('prices:write'),
  Type.Literal('stock:write'),
  Type.Literal('stock:reserve'),
  Type.Literal('orders:read'),
  Type.Literal('orders:write'),
  Type.Literal('customers:read'),
  Type.Literal('insight:read'),
]);
const Locations = Type.Union([Type.Literal('all'), Type.Array(Id, { uniqueItems: true, maxItems: 1_000 })]);
/** Locations are archived and never deleted: one that is known now stays known. */
const requireLocations = async (ctx: Ctx, ids: readonly string[] | 'all'): Promise<void> => {
  if (ids !== 'all') requireKnown('location', ids, await getLocations(ctx, ids));
};
const Password = Type.String({ minLength: 10, maxLength: 128 });
const Email = Type.String({ format: 'email', maxLength: 254 });
const Name = Type.String({ minLength: 1, maxLength: 120 });

const MemberSchema = Strict({
  id: Id,
  version: Type.Integer(),
  email: Type.String(),
  name: Type.String(),
  role: Role,
  locationIds: Locations,
  language: LanguageSchema,
  active: Type.Boolean(),
  mayExport: Type.Boolean({ description: 'May take many people’s or orders’ data away as a file' }),
  createdAt: Timestamp,
});
const ApiKeySchema = Strict({
  id: Id,
  name: Type.String(),
  scopes: Type.Array(ScopeSchema),
  createdAt: Timestamp,
  lastUsedAt: Nullable(Timestamp),
  revokedAt: Nullable(Timestamp),
});
const DeviceSchema = Strict({
  id: Id,
  name: Type.String(),
  locationId: Id,
  registeredBy: Id,
  createdAt: Timestamp,
  lastUsedAt: Nullable(Timestamp),
  revokedAt: Nullable(Timestamp),
});
const Facts = Nullable(Type.Record(Type.String(), Type.Unknown()));
const AuditLineSchema = Strict({
  id: Id,
  at: Timestamp,
  actor: Type.String({ description: 'kind:id' }),
  role: Nullable(Type.String()),
  act: Type.String(),
  target: Type.String(),
  targetId: Type.String(),
  locationId: Nullable(Id),
  requestId: Type.String(),
  reason: Nullable(Type.String()),
  before: Facts,
  after: Facts,
});

/** The fingerprint of a body is kept for two days; a password must not be guessable from it, so it is left out. */
const withoutPassword = (ctx: Ctx, parts: unknown): Ctx => ({
  ...ctx,
  idempotency: ctx.idempotency && { key: ctx.idempotency.key, fingerprint: fingerprintOf(parts) },
});

const me = (ctx: Ctx): string => {
  const id = staffIdOf(ctx.actor);
  if (!id) throw new AppError('not_allowed', { detail: 'This is for people of staff.' });
  return id;
};

export const routes = (config: StaffConfig) => [
  route({
    method: 'GET',
    path: '/api/staff/setup',
    summary: 'Whether this instance waits for its first administrator',
    tag,
    audience: everyone,
    perMinute: 60,
    response: Strict({ needed: Type.Boolean() }),
    handle: async (ctx) => ({ needed: await needsSetup(ctx) }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/setup',
    summary:
      'Become the first administrator, with the code that the server printed; once, and only where nobody is staff',
    tag,
    audience: everyone,
    perMinute: 10,
    body: Strict({
      code: Type.String({ minLength: 1, maxLength: 40 }),
      email: Email,
      name: Name,
      password: Password,
      language: LanguageSchema,
    }),
    response: MemberSchema,
    status: 201,
    handle: async (ctx, { body }) => {
      const { member, token } = await setUpInstance(ctx, body, config);
      return new Reply(member, { status: 201, setCookies: [staffSetCookie(token, config)] });
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/sign-in',
    summary: 'Sign in by e-mail and password; the session comes as a cookie',
    tag,
    audience: everyone,
    perMinute: 30,
    body: Strict({
      email: Type.String({ minLength: 3, maxLength: 254 }),
      password: Type.String({ minLength: 1, maxLength: 128 }),
    }),
    response: MemberSchema,
    handle: async (ctx, { body }) => {
      const { member, token } = await signIn(ctx, body, config);
      return new Reply(member, { setCookies: [staffSetCookie(token, config)] });
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/sign-out',
    summary: 'End this session',
    tag,
    audience: allStaff,
    handle: async (ctx) => {
      await signOut(ctx);
      return new Reply(undefined, { status: 204, setCookies: [staffSetCookie(undefined, config)] });
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/me',
    summary: 'Who I am here: role, locations, language',
    tag,
    audience: allStaff,
    response: MemberSchema,
    handle: async (ctx) => {
      const token = await keepSession(ctx);
      const member = await getMember(ctx, me(ctx));
      const { actor } = ctx;
      const shown =
        actor.kind === 'staff' && actor.deviceId && actor.locationIds !== 'all'
          ? narrowed(member, actor.locationIds[0] ?? '')
          : member;
      return new Reply(shown, { setCookies: token ? [staffSetCookie(token, config)] : [] });
    },
  }),
  route({
    method: 'PUT',
    path: '/api/staff/me/language',
    summary: 'Choose the language of my screens',
    tag,
    audience: allStaff,
    body: Strict({ language: LanguageSchema }),
    response: MemberSchema,
    handle: async (ctx, { body }) => {
      await setLanguage(ctx, me(ctx), body.language);
      return getMember(ctx, me(ctx));
    },
  }),
  route({
    method: 'PUT',
    path: '/api/staff/me/pin',
    summary: 'Set my PIN for switching on a store’s device; only when signed in by password',
    tag,
    audience: staff('associate', 'manager', 'admin'),
    body: Strict({ pin: Type.String({ pattern: '^[0-9]{4,6}$' }) }),
    handle: async (ctx, { body }) => {
      await setPin({ ...ctx, idempotency: undefined }, body.pin);
      return new Reply(undefined, { status: 204 });
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/device',
    summary: 'Whether this browser is a store’s device, and who may switch to themselves on it',
    tag,
    audience: everyone,
    perMinute: 120,
    response: Strict({
      device: Nullable(DeviceSchema),
      colleagues: Type.Array(Strict({ id: Id, name: Type.String(), hasPin: Type.Boolean() })),
    }),
    handle: async (ctx, { cookies }) => {
      const device = await findDevice(ctx, cookies);
      return { device: device ?? null, colleagues: device ? await colleaguesAt(ctx, device.locationId) : [] };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/device/switch',
    summary: 'Go on as this colleague, by PIN: an associate’s acts in the device’s store',
    tag,
    audience: everyone,
    perMinute: 60,
    body: Strict({ memberId: Id, pin: Type.String({ pattern: '^[0-9]{4,6}$' }) }),
    response: MemberSchema,
    handle: async (ctx, { body, cookies }) => {
      const previous = tokenOfCookie(cookies[staffCookie], config);
      const { member, token } = await switchByPin({ ...ctx, idempotency: undefined }, { ...body, cookies, previous });
      const kept = cookies[deviceCookie];
      return new Reply(member, {
        setCookies: [staffSetCookie(token, config), ...(kept ? [deviceSetCookie(kept, config)] : [])],
      });
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/devices',
    summary: 'Make this browser a device of the store',
    tag,
    audience: staff('manager', 'admin'),
    body: Strict({ name: Type.String({ minLength: 1, maxLength: 80 }), locationId: Id }),
    response: DeviceSchema,
    status: 201,
    handle: async (ctx, { body }) => {
      const { device, token } = await registerDevice(ctx, body);
      return new Reply(device, { status: 201, setCookies: [deviceSetCookie(token, config)] });
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/devices',
    summary: 'Devices of a store, revoked ones too',
    tag,
    audience: staff('manager', 'admin'),
    query: Strict({ locationId: Id }),
    response: Strict({ items: Type.Array(DeviceSchema) }),
    handle: async (ctx, { query }) => ({ items: await listDevices(ctx, query.locationId) }),
  }),
  route({
    method: 'DELETE',
    path: '/api/staff/devices/:id',
    summary: 'Revoke a device; whoever works on it is out',
    tag,
    audience: staff('manager', 'admin'),
    params: Strict({ id: Id }),
    handle: async (ctx, { params }) => {
      await revokeDevice(ctx, params.id);
      return new Reply(undefined, { status: 204 });
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/colleagues',
    summary: 'Who works here now, by name: to hand something to, or to say whose work it is',
    tag,
    audience: allStaff,
    response: Strict({
      items: Type.Array(Strict({ id: Id, name: Type.String(), role: Role, locationIds: Locations })),
    }),
    handle: async (ctx) => ({
      items: (await listMembers(ctx))
        .filter((member) => member.active)
        .map(({ id, name, role, locationIds }) => ({ id, name, role, locationIds })),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/exports',
    summary: 'Take a list or a report of a screen along as a file: the audit keeps who did',
    tag,
    audience: exporting(staff('agent', 'associate', 'manager', 'admin')),
    perMinute: 60,
    body: Strict({
      what: Type.String({ pattern: '^[a-z][a-z0-9-]{1,59}$', description: 'The list or report' }),
      rows: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
      filters: Type.Array(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]{0,39}$' }), {
        maxItems: 30,
        uniqueItems: true,
        description: 'Names of the filters set; what was typed into them may be a person',
      }),
    }),
    handle: async (ctx, { body }) => {
      await noteExport(ctx, body);
      return new Reply(undefined, { status: 204 });
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/members',
    summary: 'All members of staff, past ones too',
    tag,
    audience: staff('admin'),
    response: Strict({ items: Type.Array(MemberSchema) }),
    handle: async (ctx) => ({ items: await listMembers(ctx) }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/members',
    summary: 'Add a member of staff',
    tag,
    audience: staff('admin'),
    body: Strict({
      email: Email,
      name: Name,
      role: Role,
      locationIds: Locations,
      language: Type.Optional(LanguageSchema),
      mayExport: Type.Optional(Type.Boolean()),
      password: Password,
    }),
    response: MemberSchema,
    status: 201,
    handle: async (ctx, { body }) => {
      await requireLocations(ctx, body.locationIds);
      const { password: _, ...rest } = body;
      const member = await addMember(withoutPassword(ctx, ['add', rest]), body);
      return member instanceof Refusal ? member : created(member);
    },
  }),
  route({
    method: 'PATCH',
    path: '/api/staff/members/:id',
    summary: 'Change role, locations, name or the right to export; not active = no longer works here, all sessions end',
    tag,
    audience: staff('admin'),
    params: Strict({ id: Id }),
    body: Type.Object(
      {
        role: Type.Optional(Role),
        locationIds: Type.Optional(Locations),
        active: Type.Optional(Type.Boolean()),
        mayExport: Type.Optional(Type.Boolean()),
        name: Type.Optional(Name),
        version: Type.Optional(Type.Integer({ minimum: 1 })),
      },
      { additionalProperties: false, minProperties: 1 },
    ),
    response: MemberSchema,
    handle: async (ctx, { params, body }) => {
      if (body.locationIds) await requireLocations(ctx, body.locationIds);
      return changeMember(ctx, params.id, body);
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/members/:id/password',
    summary: 'Set a new password; all sessions of this member end',
    tag,
    audience: staff('admin'),
    params: Strict({ id: Id }),
    body: Strict({ password: Password }),
    handle: async (ctx, { params, body }) => {
      await setPassword(withoutPassword(ctx, ['password', params]), params.id, body.password);
      return new Reply(undefined, { status: 204 });
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/api-keys',
    summary: 'API keys of machines, revoked ones too',
    tag,
    audience: staff('admin'),
    response: Strict({ items: Type.Array(ApiKeySchema) }),
    handle: async (ctx) => ({ items: await listApiKeys(ctx) }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/api-keys',
    summary: 'Make an API key; its token is shown this once',
    tag,
    audience: staff('admin'),
    body: Strict({
      name: Type.String({ minLength: 1, maxLength: 80 }),
      scopes: Type.Array(ScopeSchema, { minItems: 1, uniqueItems: true }),
    }),
    response: Strict({
      key: ApiKeySchema,
      token: Nullable(Type.String({ description: 'null when a repeated request names a key made before' })),
    }),
    status: 201,
    handle: async (ctx, { body }) => created(await createApiKey(ctx, body)),
  }),
  route({
    method: 'DELETE',
    path: '/api/staff/api-keys/:id',
    summary: 'Revoke an API key',
    tag,
    audience: staff('admin'),
    params: Strict({ id: Id }),
    handle: async (ctx, { params }) => {
      await revokeApiKey(ctx, params.id);
      return new Reply(undefined, { status: 204 });
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/audit',
    summary: 'Who did what, newest first',
    tag,
    audience: staff('admin'),
    query: Strict({
      ...PageQuery,
      target: Type.Optional(Type.String({ maxLength: 60 })),
      targetId: Type.Optional(Type.String({ maxLength: 80 })),
      actor: Type.Optional(Type.String({ maxLength: 80 })),
    }),
    response: Page(AuditLineSchema),
    handle: (ctx, { query }) => readAudit(ctx, { ...query, limit: query.limit ?? 50 }),
  }),
];
