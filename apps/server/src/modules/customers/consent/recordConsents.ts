import { actorKey, type Ctx, type Language } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/outbox.ts';
import { tables } from '../tables.ts';
import { type Choice, type ConsentSource, isChoosable } from './purposes.ts';

export interface ConsentStatement {
  subjectId: string;
  choices: readonly Choice[];
  source: ConsentSource;
  /** Version of the words that were shown (requireWording); the database knows no other. */
  wording: string;
  language: Language;
  /** Ids of what proves it; no contact data. */
  proof: Record<string, string>;
}

/** Writes what somebody chose, in the caller's transaction: a row and an event each. Throws invalid_request. */
export async function recordConsents(tx: Ctx, statement: ConsentStatement): Promise<void> {
  if (!statement.choices.every(isChoosable)) {
    throw new AppError('invalid_request', { detail: 'One of these can not be chosen; nothing was kept.' });
  }
  for (const choice of statement.choices) {
    const id = tx.newId();
    await tables(tx)
      .insertInto('customers.consent')
      .values({
        id,
        subject_id: statement.subjectId,
        purpose: choice.purpose,
        channel: choice.channel,
        state: choice.given ? 'given' : 'withdrawn',
        source: statement.source,
        wording: statement.wording,
        language: statement.language,
        proof: JSON.stringify({ requestId: tx.requestId, ...statement.proof }),
        actor: actorKey(tx.actor),
        at: tx.clock.now(),
      })
      .execute();
    await emit(tx, {
      type: choice.given ? 'customers.consent.given' : 'customers.consent.withdrawn',
      subjectId: statement.subjectId,
      aggregate: 'consent',
      aggregateId: id,
      aggregateVersion: 1,
      data: {
        consentId: id,
        purpose: choice.purpose,
        consentChannel: choice.channel,
        source: statement.source,
        wording: statement.wording,
      },
    });
  }
}
