import type { Actor } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import type { Audience } from '../kernel/route.ts';

/** How sessions and keys become actors; the modules that own them give these to the composition root. */
export interface Sessions {
  shopper(cookies: Record<string, string | undefined>): Promise<Actor | undefined>;
  staff(
    cookies: Record<string, string | undefined>,
    headers: Record<string, string | undefined>,
  ): Promise<Actor | undefined>;
  machine(bearer: string): Promise<Actor | undefined>;
}

export interface Credentials {
  cookies: Record<string, string | undefined>;
  headers: Record<string, string | undefined>;
}

/** The actor a route's audience asks for, or the problem that says what is missing. Nothing but this decides who may call. */
export async function admit(audience: Audience, credentials: Credentials, sessions: Sessions): Promise<Actor> {
  const { cookies, headers } = credentials;
  switch (audience.kind) {
    case 'public':
      return (await sessions.shopper(cookies)) ?? { kind: 'anonymous' };
    case 'shopper':
    case 'signed_in': {
      const actor = await sessions.shopper(cookies);
      if (actor?.kind !== 'shopper')
        throw new AppError('session_required', { detail: 'POST /api/shop/session starts one.' });
      if (audience.kind === 'signed_in' && !actor.signedIn) throw new AppError('sign_in_required');
      return actor;
    }
    case 'staff': {
      const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
      if (bearer) return admitMachine(audience, bearer, sessions);
      const actor = await sessions.staff(cookies, headers);
      if (actor?.kind !== 'staff') throw new AppError('sign_in_required', { detail: 'POST /api/staff/sign-in.' });
      if (!audience.roles.includes(actor.role))
        throw new AppError('not_allowed', { detail: `This is for ${audience.roles.join(', ')}.` });
      if (audience.companyWide && actor.role !== 'admin' && actor.locationIds !== 'all')
        throw new AppError('company_wide_only', {
          detail: 'It holds in every store, and you work in some of them; nothing was changed. Ask who works for all.',
        });
      if (audience.exports && !actor.mayExport)
        throw new AppError('export_not_allowed', {
          detail:
            'You may look at this and not take it away as a file. An administrator can give you that right in Office → People.',
        });
      return actor;
    }
  }
}

async function admitMachine(
  audience: Extract<Audience, { kind: 'staff' }>,
  bearer: string,
  sessions: Sessions,
): Promise<Actor> {
  const actor = await sessions.machine(bearer);
  if (actor?.kind !== 'machine') throw new AppError('api_key_invalid');
  if (!audience.scope || !actor.scopes.includes(audience.scope)) {
    throw new AppError('not_allowed', {
      detail: audience.scope ? `This key lacks the scope ${audience.scope}.` : 'API keys cannot do this.',
    });
  }
  return actor;
}

/**
 * Cross-site request forgery: browsers name the origin of every state-changing request; one that is not ours is refused.
 * Clients that are no browsers send neither header and carry no ambient cookies of a victim.
 */
export function checkOrigin(method: string, headers: Record<string, string | undefined>, publicUrl: string): void {
  if (method === 'GET' || method === 'HEAD') return;
  const origin = headers.origin;
  if (origin === undefined) {
    const site = headers['sec-fetch-site'];
    if (site === undefined || site === 'same-origin' || site === 'none') return;
    throw new AppError('origin_not_allowed');
  }
  const own = origin === new URL(publicUrl).origin || origin.replace(/^https?:\/\//, '') === headers.host;
  if (!own) throw new AppError('origin_not_allowed', { detail: `${origin} is not this shop.` });
}
