import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import {
  type Claim,
  contactOf,
  customersOf,
  keepClaims,
  nameCustomer,
  splitName,
  withdrawClaims,
} from '../../modules/customers/index.ts';
import { reservationsOf } from '../../modules/stock/index.ts';

export interface TypedContact {
  name?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
}

/** Contact data that was typed for a hold that is being made. */
export interface GuestContact {
  /** The hold is made: the contact is kept, and the name with it. */
  keep(): Promise<void>;
  /** There is no hold: what was typed for it is forgotten. */
  withdraw(): Promise<void>;
}

/**
 * What a guest types to reserve is a claim: enough to be told, and nothing else (DESIGN 5.4). It is written before the
 * hold, because whoever completes the hold may be another server that has only the event, which carries no addresses; and
 * it is withdrawn when there is no hold, because nobody gave it to us for nothing. Claims that were known before stay.
 *
 * @throws AppError invalid_request without any way to tell the person
 */
export async function claimContact(
  ctx: Ctx,
  subjectId: string,
  typed: TypedContact | undefined,
): Promise<GuestContact> {
  const claims: Claim[] = [
    ...(typed?.email ? [{ kind: 'email' as const, value: typed.email }] : []),
    ...(typed?.phone ? [{ kind: 'phone' as const, value: typed.phone }] : []),
  ].map((claim) => ({ ...claim, subjectId, source: 'reserve' }));
  const customerId = (await customersOf(ctx, [subjectId])).get(subjectId);
  if (!customerId) throw new AppError('session_required');
  if (claims.length === 0) {
    const known = await contactOf(ctx, customerId);
    if (known.email || known.phone) return { keep: async () => undefined, withdraw: async () => undefined };
    throw new AppError('invalid_request', {
      detail: 'Leave an e-mail or a phone number, so that the store can tell you. Nothing was reserved.',
    });
  }
  const fresh = await keepClaims(ctx, claims);
  return {
    async keep() {
      // Another reservation of the same person that was refused at this moment may have withdrawn it.
      await inTurn(ctx, subjectId, (tx) => keepClaims(tx, claims));
      if (typed?.name) await nameCustomer(ctx, { customerId, ...splitName(typed.name), source: 'reserve' });
    },
    async withdraw() {
      if (fresh.length === 0) return;
      await inTurn(ctx, subjectId, async (tx) => {
        if (!(await hasHold(tx, subjectId))) await withdrawClaims(tx, fresh);
      });
    },
  };
}

/** Who keeps and who withdraws the contact of one person take turns, so that a hold is never left without one. */
function inTurn<T>(ctx: Ctx, subjectId: string, act: (tx: Ctx) => Promise<T>): Promise<T> {
  return inTransaction(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`contact:${subjectId}`}, 0))`.execute(tx.db);
    return act(tx);
  });
}

async function hasHold(ctx: Ctx, subjectId: string): Promise<boolean> {
  const holds = await reservationsOf(ctx, { subjectIds: [subjectId], purposes: ['reserve_and_try'], limit: 50 });
  return holds.some((hold) => hold.state === 'held' || hold.state === 'committed');
}
