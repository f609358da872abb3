import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import type { HttpOptions } from '../../http/app.ts';
import { handleError } from '../../http/problem.ts';
import { registerRoute } from '../../http/registerRoute.ts';
import { createValidators } from '../../http/validators.ts';
import type { Actor, Ctx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { Module } from '../../kernel/module.ts';

export interface AppAs {
  call(
    method: 'GET' | 'PUT' | 'POST' | 'PATCH',
    url: string,
    as?: Actor,
    payload?: object,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: ReturnType<typeof JSON.parse> }>;
  close(): Promise<void>;
}

/**
 * The modules' routes over HTTP, with the real guards, schemas and problems, called as whoever the test says: for modules
 * below the ones that know sign-in.
 */
export async function appAs(base: Ctx, modules: readonly Module[]): Promise<AppAs> {
  let actor: Actor | undefined;
  const app = Fastify({ genReqId: newId });
  createValidators(app);
  app.setErrorHandler(handleError);
  await app.register(cookie);
  const options = {
    base,
    publicUrl: 'http://localhost:4000',
    rateLimit: async () => undefined,
    sessions: { shopper: async () => undefined, staff: async () => actor, machine: async () => actor },
  } as unknown as HttpOptions;
  for (const route of modules.flatMap((module) => module.routes ?? [])) registerRoute(app, route, options);
  return {
    async call(method, url, as, payload, headers = {}) {
      actor = as;
      const bearer = as?.kind === 'machine' ? { authorization: 'Bearer key' } : {};
      const answer = await app.inject({
        method,
        url,
        headers: { ...bearer, ...headers },
        ...(payload ? { payload } : {}),
      });
      return { status: answer.statusCode, body: answer.body ? answer.json() : undefined };
    },
    close: () => app.close(),
  };
}

export const staffActor = (
  role: 'agent' | 'associate' | 'manager' | 'admin',
  locationIds: string[] | 'all' = 'all',
): Actor => ({
  kind: 'staff',
  sessionId: 'session',
  staffId: `01900000-0000-7000-8000-00000000000${['agent', 'associate', 'manager', 'admin'].indexOf(role) + 1}`,
  role,
  locationIds,
});
