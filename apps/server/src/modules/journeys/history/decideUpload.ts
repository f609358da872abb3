import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { once } from '../../../kernel/idempotency.ts';
import { Refusal, refuse } from '../../../kernel/result.ts';
import type { Mapping } from './mapping.ts';
import { forgetFile, getUpload, tellAdvanced, type UploadState, wrongState } from './uploads.ts';

type Decided = { id: string } | Refusal;

/** What a person may decide, and of an import in which state. */
const decisions = {
  start: { from: ['uploaded'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused', 'failed'], to: 'running' },
  cancel: { from: ['uploading', 'uploaded', 'running', 'paused', 'failed'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly UploadState[]; to: UploadState }>;
export type Decision = keyof typeof decisions;

/**
 * Starts, pauses, resumes or cancels an import. Who is at it hears of it before it keeps anything more; what it kept stays kept,
 * also of one that is cancelled.
 */
export async function decideUpload(
  ctx: Ctx,
  importId: string,
  decision: Decision,
  mapping?: Mapping,
): Promise<Decided> {
  const { from, to } = decisions[decision];
  const decided = await once(ctx, `journeys.${decision}_history_import`, async (tx): Promise<Decided> => {
    const found = await getUpload(tx, importId, true);
    if (!(from as readonly UploadState[]).includes(found.state)) return wrongState(found.state);
    if (to === 'running' && !found.is_file_kept)
      return refuse('illegal_transition', { detail: 'Its file is gone; send it again.', state: found.state });
    const now = tx.clock.now();
    await sql`update journeys.history_upload set state = ${to}, worker = null, leased_until = null, tries = 0, fault = null, fault_rule = null, fault_line = null,
      mapping = coalesce(${mapping ? JSON.stringify(mapping) : null}::jsonb, mapping), worked_at = ${now},
      started_at = case when ${to} = 'running' then coalesce(started_at, ${now}) else started_at end,
      finished_at = case when ${to} = 'cancelled' then ${now}::timestamptz end
      where id = ${importId}`.execute(tx.db);
    await audit(tx, {
      act: `journeys.history.${decision}`,
      target: 'history_import',
      targetId: importId,
      ...(mapping ? { after: { source: mapping.source, channel: mapping.channel } } : {}),
    });
    return { id: importId };
  });
  if (decided instanceof Refusal) return decided;
  if (to === 'cancelled') await forgetFile(ctx, importId);
  await tellAdvanced(ctx, importId);
  return decided;
}
