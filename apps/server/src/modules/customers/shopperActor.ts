import { sql } from 'kysely';
import type { Actor, Ctx } from '../../kernel/context.ts';
import { tokenHash } from './keyedHash.ts';
import { shopCookie } from './shopCookie.ts';

interface SessionRow {
  id: string;
  subject_id: string;
  verified_subject_id: string | null;
  subject_ids: string[] | null;
}

/**
 * Who a shopper's cookie belongs to: one statement, no cache, so that sign-out and revocation hold from the next request
 * on. Signed in, things happen under the verified identity and all subjects of the customer are theirs to see; otherwise
 * only the session's own anonymous subject is, whatever it was linked to meanwhile.
 */
export async function shopperActor(base: Ctx, cookies: Record<string, string | undefined>): Promise<Actor | undefined> {
  const token = cookies[shopCookie];
  if (!token || token.length > 100) return undefined;
  const now = base.clock.now();
  const { rows } = await sql<SessionRow>`
    select s.id, s.subject_id, v.id as verified_subject_id,
      (select array_agg(x.id) from customers.subject x where x.customer_id = v.customer_id) as subject_ids
    from customers.session s
    left join customers.subject v on v.id = s.verified_subject_id and s.verified_until > ${now}
    where s.token_hash = ${tokenHash(token)} and s.revoked_at is null and s.expires_at > ${now}`.execute(base.db);
  const row = rows[0];
  if (!row) return undefined;
  if (!row.verified_subject_id) {
    return {
      kind: 'shopper',
      sessionId: row.id,
      subjectId: row.subject_id,
      subjectIds: [row.subject_id],
      signedIn: false,
    };
  }
  return {
    kind: 'shopper',
    sessionId: row.id,
    subjectId: row.verified_subject_id,
    subjectIds: row.subject_ids ?? [row.verified_subject_id],
    signedIn: true,
  };
}
