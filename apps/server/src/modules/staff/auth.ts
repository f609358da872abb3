import { betterAuth } from 'better-auth';
import type { Config } from '../../config.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Database } from '../../kernel/database.ts';

export const staffCookie = 'tl_staff';
/** Names the store's device, for as long as browsers keep a cookie. */
export const deviceCookie = 'tl_device';
/** A week without work ends a session; every day of work moves the end on (see staffActor). */
export const sessionDays = 7;
const dayMs = 86_400_000;

export type StaffConfig = Pick<Config, 'publicUrl' | 'secret'>;

function makeAuth(ctx: Pick<Ctx, 'db' | 'clock' | 'newId' | 'log'>, config: StaffConfig) {
  if (!config.secret) throw new Error('the staff sign-in needs the secret that signs its cookies');
  return betterAuth({
    appName: 'Throughline',
    baseURL: config.publicUrl,
    basePath: '/api/staff/auth',
    secret: config.secret,
    telemetry: { enabled: false },
    database: { db: ctx.db, type: 'postgres', schemaName: 'staff' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: {
      modelName: 'auth_user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'auth_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: sessionDays * 86_400,
      storeSessionInDatabase: true,
    },
    account: {
      modelName: 'auth_account',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      database: { generateId: () => ctx.newId() },
      cookies: { session_token: { name: staffCookie } },
      // Not useSecureCookies: that also renames the cookie to __Secure-…, and one name is enough.
      useSecureCookies: false,
      defaultCookieAttributes: {
        secure: config.publicUrl.startsWith('https:'),
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
      },
    },
    databaseHooks: {
      session: {
        create: {
          // better-auth reads the machine's clock; sessions end by the clock that all servers share.
          before: async (session) => {
            const now = ctx.clock.now();
            return {
              data: {
                ...session,
                createdAt: now,
                updatedAt: now,
                expiresAt: new Date(now.getTime() + sessionDays * dayMs),
              },
            };
          },
        },
      },
    },
    logger: {
      log: (level, message) => {
        // Its warnings are about the visitor's mistakes ("User not found"), not about ours.
        if (level === 'error') ctx.log.error({ from: 'better-auth' }, message);
        else ctx.log.debug({ from: 'better-auth' }, message);
      },
    },
  });
}

export type StaffAuth = ReturnType<typeof makeAuth>;

const instances = new WeakMap<Database, StaffAuth>();

/** better-auth on our connection pool and our schema: one instance per database, made when first needed. */
export function authOf(ctx: Pick<Ctx, 'db' | 'clock' | 'newId' | 'log'>, config: StaffConfig): StaffAuth {
  const known = instances.get(ctx.db);
  if (known) return known;
  if (ctx.db.isTransaction) throw new Error('the staff sign-in is made on the pool, not in a transaction');
  const made = makeAuth(ctx, config);
  instances.set(ctx.db, made);
  return made;
}
