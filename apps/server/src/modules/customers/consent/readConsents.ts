import type { Ctx, Language } from '../../../kernel/context.ts';
import { tables } from '../tables.ts';
import { type ConsentChannel, type ConsentSource, choosable, type Purpose } from './purposes.ts';
import { newestWord } from './state.ts';

export interface KnownConsent {
  purpose: Purpose;
  channel: ConsentChannel;
  state: 'given' | 'withdrawn';
  source: ConsentSource;
  wording: string;
  language: Language;
  at: Date;
}

/** Every word these subjects said, oldest first. One statement. */
export async function consentsOf(ctx: Ctx, subjectIds: readonly string[]): Promise<KnownConsent[]> {
  if (subjectIds.length === 0) return [];
  return tables(ctx)
    .selectFrom('customers.consent')
    .select(['purpose', 'channel', 'state', 'source', 'wording', 'language', 'at'])
    .where('subject_id', 'in', [...subjectIds])
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export interface ConsentState {
  purpose: Purpose;
  channel: ConsentChannel;
  given: boolean;
  /** When that was said; null: nobody asked yet. */
  since: string | null;
}

/** What holds now of everything that can be chosen. */
export function stateOf(lines: readonly KnownConsent[]): ConsentState[] {
  return choosable.map(({ purpose, channel }) => {
    const word = newestWord(lines, purpose, channel);
    return { purpose, channel, given: word?.state === 'given', since: word?.at.toISOString() ?? null };
  });
}
