import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { Refusal } from '../../kernel/result.ts';
import { customersOf } from './customersOf.ts';
import type { CustomersConfig } from './keyedHash.ts';
import { connect, type Evidence } from './linkSubject.ts';
import { openNextEpoch } from './openSubjects.ts';
import type { CodeTarget } from './requestSignInCode.ts';
import {
  type OpenedSession,
  openSession,
  readSession,
  revokeSession,
  type ShopSession,
  startSession,
  webSource,
} from './sessions.ts';
import { subjectForVerified } from './subjectForVerified.ts';
import { tables } from './tables.ts';
import { tryCode, useCode } from './useCode.ts';

export interface SignedIn extends OpenedSession {
  customerId: string;
}

/**
 * Signs in by the newest code sent to an e-mail address or a telephone. The browser's anonymous
 * steps become the customer's, unless they are already another known person's: a device with two known users is no
 * evidence, so a new epoch begins instead. The session gets a new token. Throws code_invalid, whatever was wrong.
 */
export async function signInWithCode(
  ctx: Ctx,
  config: CustomersConfig,
  input: { to: CodeTarget; code: string },
): Promise<SignedIn> {
  const { codeId, to } = await tryCode(ctx, config, input);
  return inTransaction(ctx, async (tx) => {
    await useCode(tx, codeId);
    const evidence: Evidence = { kind: 'sign_in', source: 'code', codeId };
    const { subjectId } = await subjectForVerified(tx, { ...to, evidence });
    const before = await anonymousSession(tx);
    const here = await belongTo(tx, before, subjectId, evidence);
    await revokeSession(tx, before.id);
    const opened = await openSession(tx, { ...here, verifiedSubjectId: subjectId });
    const customerId = await greet(tx, subjectId);
    return { ...opened, customerId };
  });
}

type Anonymous = ShopSession & { anonymousSubjectId: string };

async function anonymousSession(tx: Ctx): Promise<Anonymous> {
  const current = await readSession(tx);
  if (current) return current;
  const { session } = await startSession(tx);
  return { ...session, anonymousSubjectId: session.subjectId };
}

/** Gives the browser's subject to the customer, or begins a new epoch when it is somebody else's. */
async function belongTo(
  tx: Ctx,
  before: Anonymous,
  verifiedSubjectId: string,
  evidence: Evidence,
): Promise<{ anonymousId: string; epoch: number; subjectId: string }> {
  const { anonymousId } = before;
  const linked = await connect(tx, { subjectId: before.anonymousSubjectId, anchorId: verifiedSubjectId, evidence });
  if (!(linked instanceof Refusal)) return { anonymousId, epoch: before.epoch, subjectId: before.anonymousSubjectId };
  const next = await openNextEpoch(tx, webSource, anonymousId);
  const again = await connect(tx, { subjectId: next.subjectId, anchorId: verifiedSubjectId, evidence });
  if (again instanceof Refusal) throw new AppError('internal', { detail: 'a new epoch cannot be anybody yet' });
  return { anonymousId, epoch: next.epoch, subjectId: next.subjectId };
}

/** The customer speaks the language of the page they signed in on. */
async function greet(tx: Ctx, subjectId: string): Promise<string> {
  const customerId = (await customersOf(tx, [subjectId])).get(subjectId);
  if (!customerId) throw new AppError('internal');
  const { version } = await tables(tx)
    .updateTable('customers.customer')
    .set((eb) => ({ language: tx.language, version: eb('version', '+', 1) }))
    .where('id', '=', customerId)
    .returning('version')
    .executeTakeFirstOrThrow();
  await emit(tx, {
    type: 'customers.customer.signed_in',
    subjectId,
    aggregate: 'customer',
    aggregateId: customerId,
    aggregateVersion: version,
    data: { customerId, method: 'code' },
  });
  return customerId;
}
