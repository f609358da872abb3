import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { once } from '../../../kernel/idempotency.ts';
import { emit } from '../../../kernel/outbox.ts';
import { tables } from '../tables.ts';
import { type SmartLink, toSmartLink } from './smartLink.ts';

/** Takes a link out of the lists. Whoever still clicks it is led on all the same; see getSmartLink. */
export async function archiveSmartLink(ctx: Ctx, id: string): Promise<SmartLink> {
  return once(ctx, 'engagement.archive-smart-link', async (tx) => {
    const row = await tables(tx)
      .updateTable('engagement.smart_link')
      .set((eb) => ({
        archived_at: eb.fn.coalesce('archived_at', eb.val(tx.clock.now())),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    if (!row) throw new AppError('not_found', { detail: 'There is no such link.' });
    await audit(tx, { act: 'smart-link.archive', target: 'smart_link', targetId: id });
    await emit(tx, {
      type: 'engagement.link.archived',
      aggregate: 'smart_link',
      aggregateId: id,
      aggregateVersion: row.version,
      data: { linkId: id },
    });
    return toSmartLink(row);
  });
}
