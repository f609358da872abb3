import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import { actorKey, type Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { once } from '../../../kernel/idempotency.ts';
import { emit } from '../../../kernel/outbox.ts';
import { type Refusal, refuse } from '../../../kernel/result.ts';
import type { LocalizedText } from '../../../kernel/schemas.ts';
import { readCurrentWordings } from './currentWordings.ts';
import type { Wording, WordingPlace } from './wordings.ts';

/**
 * New words for a place, shown from now on; whoever agreed to earlier ones agreed to those, and they stay as the proof.
 * Refuses `version_conflict` where `instead` is not what is shown now: a colleague was quicker. Throws invalid_request
 * for the same words again.
 */
export async function publishWording(
  ctx: Ctx,
  input: { place: WordingPlace; instead: string; text: LocalizedText },
): Promise<Wording | Refusal> {
  return once(ctx, 'customers.publish-wording', async (tx) => {
    const { place } = input;
    const text = { en: input.text.en.trim(), pl: input.text.pl.trim(), ru: input.text.ru.trim() };
    const { [place]: shown } = await readCurrentWordings(tx);
    const isSame = text.en === shown.text.en && text.pl === shown.text.pl && text.ru === shown.text.ru;
    if (isSame)
      throw new AppError('invalid_request', { detail: 'These words are shown already; nothing was changed.' });
    const version = `${place}-${Number(/[0-9]+$/.exec(shown.version)?.[0]) + 1}`;
    // Of two who publish at once the second finds the number taken.
    const { rows } =
      shown.version === input.instead
        ? await sql`
          insert into customers.consent_wording (version, place, text_en, text_pl, text_ru, published_at, published_by)
          values (${version}, ${place}, ${text.en}, ${text.pl}, ${text.ru}, ${tx.clock.now()}, ${actorKey(tx.actor)})
          on conflict do nothing returning version`.execute(tx.db)
        : { rows: [] };
    if (rows.length === 0)
      return refuse('version_conflict', {
        detail: 'A colleague published other words meanwhile; nothing was changed.',
      });
    await audit(tx, {
      act: 'customers.wording.published',
      target: 'wording',
      targetId: version,
      after: { place, text },
    });
    await emit(tx, {
      type: 'customers.wording.published',
      aggregate: 'wording',
      aggregateId: tx.newId(),
      aggregateVersion: 1,
      data: { version, place },
    });
    return { version, place, text };
  });
}
