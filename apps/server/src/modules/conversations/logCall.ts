import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import { Refusal, refuse } from '../../kernel/result.ts';
import {
  createCustomerByStaff,
  findByIdentifier,
  getCustomers,
  normaliseIdentifier,
  subjectsOf,
} from '../customers/index.ts';
import { staffOf } from './actors.ts';
import { appendMessage } from './appendMessage.ts';
import { lockThreadOfSubject } from './lockThread.ts';
import { tables } from './tables.ts';

export interface CallToLog {
  phone: string;
  direction: 'in' | 'out';
  startedAt: string;
  durationSeconds?: number;
  missed?: boolean;
  note?: string;
  /** Whose call it was, when the colleague knows. */
  customerId?: string;
  /** Nobody known by this number: a new customer. */
  newCustomer?: boolean;
}

export interface LoggedCall {
  callId: string;
  /** null until it is known whose call it was. */
  threadId: string | null;
  customerId: string | null;
  /** People who said this number is theirs and never proved it: one may be chosen, none is guessed. */
  candidates: { customerId: string; displayName: string | null }[];
}

/**
 * Writes a phone call into the conversation. A verified number is its customer's; a number nobody has makes a new
 * customer who claims it; a number that was only claimed is kept without a customer and answered with the candidates.
 */
export async function logCall(ctx: Ctx, call: CallToLog): Promise<LoggedCall> {
  staffOf(ctx);
  const phone = normaliseIdentifier('phone', call.phone);
  if (!phone) {
    throw new AppError('invalid_request', {
      detail: 'This is no phone number. Nothing was logged.',
      errors: [{ path: '/phone', message: 'is no phone number' }],
    });
  }
  return once(ctx, 'conversations.log-call', async (tx) => {
    const known = await whoseCall(tx, call, phone);
    const callId = tx.newId();
    await tables(tx)
      .insertInto('conversations.call')
      .values({
        id: callId,
        phone,
        direction: call.direction,
        missed: call.missed ?? false,
        started_at: new Date(call.startedAt),
        duration_seconds: call.durationSeconds ?? null,
        note: call.note?.trim() || null,
        staff_id: staffOf(tx),
        thread_id: null,
        message_id: null,
        logged_at: tx.clock.now(),
      })
      .execute();
    const threadId = known.customerId ? await writeIntoThread(tx, callId, known.customerId) : null;
    await emit(tx, {
      type: 'conversations.call.logged',
      subjectId: known.customerId ? (await subjectsOf(tx, known.customerId))[0] : undefined,
      aggregate: 'call',
      aggregateId: callId,
      aggregateVersion: 1,
      channel: 'phone',
      data: { callId, threadId, direction: call.direction, missed: call.missed ?? false },
    });
    return { callId, threadId, customerId: known.customerId, candidates: known.candidates };
  });
}

/** A colleague says whose call it was. Refuses `illegal_transition` when it belongs to a conversation already. */
export async function assignCall(
  ctx: Ctx,
  input: { callId: string; customerId: string },
): Promise<LoggedCall | Refusal> {
  staffOf(ctx);
  return once(ctx, 'conversations.assign-call', async (tx) => {
    const call = await tables(tx)
      .selectFrom('conversations.call')
      .select(['id', 'thread_id'])
      .where('id', '=', input.callId)
      .forUpdate()
      .executeTakeFirst();
    if (!call) throw new AppError('not_found', { detail: 'There is no such call.' });
    if (call.thread_id)
      return refuse('illegal_transition', {
        detail: 'This call is in a conversation already; nothing was changed.',
        threadId: call.thread_id,
      });
    const threadId = await writeIntoThread(tx, call.id, input.customerId);
    await audit(tx, { act: 'call.assign', target: 'call', targetId: call.id, after: { customerId: input.customerId } });
    await emit(tx, {
      type: 'conversations.call.assigned',
      subjectId: (await subjectsOf(tx, input.customerId))[0],
      aggregate: 'call',
      aggregateId: call.id,
      aggregateVersion: 2,
      channel: 'phone',
      data: { callId: call.id, threadId },
    });
    return { callId: call.id, threadId, customerId: input.customerId, candidates: [] };
  });
}

async function whoseCall(
  tx: Ctx,
  call: CallToLog,
  phone: string,
): Promise<Pick<LoggedCall, 'customerId' | 'candidates'>> {
  if (call.customerId) return { customerId: call.customerId, candidates: [] };
  const found = await findByIdentifier(tx, 'phone', phone);
  if (found.verified) return { customerId: found.verified, candidates: [] };
  if (found.claimed.length > 0 && !call.newCustomer) {
    const customers = await getCustomers(tx, found.claimed);
    return {
      customerId: null,
      candidates: found.claimed.map((customerId) => ({
        customerId,
        displayName: customers.get(customerId)?.displayName ?? null,
      })),
    };
  }
  const created = await createCustomerByStaff(tx, { phone, language: tx.language });
  // Only a verified number is refused, and that was looked for above; a twin may have verified it since.
  if (created instanceof Refusal)
    throw new AppError('version_conflict', {
      detail: 'This number has just been verified by a customer. Nothing was logged; send it again.',
    });
  return { customerId: created.customerId, candidates: [] };
}

/** The note stays with colleagues; that there was a call is no news to the customer either. */
async function writeIntoThread(tx: Ctx, callId: string, customerId: string): Promise<string> {
  const [subjectId] = await subjectsOf(tx, customerId);
  if (!subjectId) throw new AppError('not_found', { detail: 'There is no such customer.' });
  const call = await tables(tx)
    .selectFrom('conversations.call')
    .selectAll()
    .where('id', '=', callId)
    .executeTakeFirstOrThrow();
  const thread = await lockThreadOfSubject(tx, subjectId);
  const message = await appendMessage(tx, thread, {
    subjectId,
    direction: call.direction,
    channel: 'phone',
    kind: 'call',
    internal: true,
    author: { kind: 'staff', id: call.staff_id },
    text: call.note,
    data: {
      callId,
      missed: call.missed,
      startedAt: call.started_at.toISOString(),
      durationSeconds: call.duration_seconds,
    },
    clientKey: `call:${callId}`,
    missedCall: call.missed,
  });
  await tables(tx)
    .updateTable('conversations.call')
    .set({ thread_id: thread.id, message_id: message.id })
    .where('id', '=', callId)
    .execute();
  return thread.id;
}
