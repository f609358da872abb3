import { Type } from 'typebox';
import { readAudit } from '../../kernel/audit.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { fingerprintOf } from '../../kernel/idempotency.ts';
import { requireKnown } from '../../kernel/requireKnown.ts';
import { Refusal } from '../../kernel/result.ts';
import { allStaff, created, everyone, Reply, route, staff } from '../../kernel/route.ts';
import { Id, LanguageSchema, Nullable, Page, PageQuery, Strict, Timestamp } from '../../kernel/schemas.ts';
import { getLocations } from '../locations/index.ts';
import { createApiKey, listApiKeys, revokeApiKey } from './apiKeys.ts';
import type { StaffConfig } from './auth.ts';
import { changeMember } from './changeMember.ts';
import { getMember, listMembers } from './getMembers.ts';
import { addMember } from './saveMember.ts';
import { setLanguage } from './setLanguage.ts';
import { setPassword } from './setPassword.ts';
import { signIn } from './signIn.ts';
import { signOut } from './signOut.ts';
import { keepSession } from './staffActor.ts';
import { staffSetCookie } from './staffCookie.ts';

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
  Type.Literal('orders:read'),
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
      return new Reply(await getMember(ctx, me(ctx)), { setCookies: token ? [staffSetCookie(token, config)] : [] });
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
    summary: 'Change role, locations or name; not active = no longer works here, all sessions end',
    tag,
    audience: staff('admin'),
    params: Strict({ id: Id }),
    body: Type.Object(
      {
        role: Type.Optional(Role),
        locationIds: Type.Optional(Locations),
        active: Type.Optional(Type.Boolean()),
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
