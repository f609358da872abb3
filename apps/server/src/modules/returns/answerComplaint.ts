import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { closeReturn, lockReturn, type MoveRefusal } from './moveReturn.ts';
import type { ComplaintAnswer } from './policy.ts';
import { getReturn } from './readReturns.ts';
import type { Return } from './return.ts';
import { returnEvent } from './returnEvent.ts';

/**
 * What the shop says to a complaint, in the caller's transaction. A complaint that was accepted, be it by silence, stays
 * accepted. One that is refused ends the return, as long as nothing but the complaint is in it and it was not put away.
 */
export async function answerComplaint(
  tx: Ctx,
  input: { id: string; version?: number | undefined; answer: 'accepted' | 'refused'; text: string },
): Promise<Result<Return, MoveRefusal | 'complaint_accepted'>> {
  const locked = await lockReturn(tx, { id: input.id, version: input.version, to: undefined });
  if (!locked.ok) return locked;
  const it = locked.value;
  if (it.complaint && it.complaint.answer !== 'refused') return acceptedAlready();
  if (it.answerDueAt === null || it.complaint)
    return refuse('illegal_transition', {
      detail: 'There is no complaint in this return that waits for an answer. Nothing was changed.',
      state: it.state,
      legal: [],
    });
  const answered = await writeAnswer(tx, it.id, input.answer, input.text);
  const isAll = it.lines.every((line) => line.rule === 'complaint');
  if (input.answer === 'accepted' || !isAll || it.state === 'inspected') return ok(answered);
  return closeReturn(tx, { id: it.id, as: 'refused', reason: input.text });
}

export const acceptedAlready = () =>
  refuse('complaint_accepted', {
    detail: 'This complaint was accepted already, so it cannot be refused. Nothing was changed.',
  });

async function writeAnswer(tx: Ctx, id: string, answer: ComplaintAnswer, text: string | null): Promise<Return> {
  await sql`
    update returns.return set answer = ${answer}, answered_at = ${tx.clock.now()}, answer_text = ${text}, version = version + 1
    where id = ${id}`.execute(tx.db);
  const it = await getReturn(tx, id);
  const said = answer === 'silence' ? 'accepted_by_silence' : answer;
  await emit(tx, { ...returnEvent('received', it), type: `returns.complaint.${said}` });
  return it;
}

/**
 * Complaints nobody answered in their time count as accepted (Polish consumer rights act, article 7a). Each once, however
 * many servers look; gives those that were accepted just now. In the caller's transaction.
 */
export async function acceptSilently(tx: Ctx, limit: number): Promise<Return[]> {
  const { rows } = await sql<{ id: string }>`
    select id from returns.return
    where answer is null and answer_due_at <= ${tx.clock.now()} and state in ('announced', 'received', 'inspected')
    order by answer_due_at limit ${limit} for update skip locked`.execute(tx.db);
  const accepted: Return[] = [];
  for (const { id } of rows) accepted.push(await writeAnswer(tx, id, 'silence', null));
  return accepted;
}
