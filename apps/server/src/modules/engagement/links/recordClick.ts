import type { Channel, Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { emit } from '../../../kernel/outbox.ts';
import { tables } from '../tables.ts';
import type { SmartLink } from './smartLink.ts';

/**
 * Keeps one click on a smart link and tells of it: the touchpoint from which a journey begins. `landedOn` is the path
 * the visitor was led to (no query, no personal data).
 */
export async function recordClick(
  ctx: Ctx,
  click: { link: SmartLink; subjectId?: string | undefined; landedOn?: string | undefined; channel?: Channel },
): Promise<{ clickId: string }> {
  return inTransaction(ctx, async (tx) => {
    const clickId = tx.newId();
    await tables(tx)
      .insertInto('engagement.smart_link_click')
      .values({
        id: clickId,
        link_id: click.link.id,
        subject_id: click.subjectId ?? null,
        clicked_at: tx.clock.now(),
        landed_on: click.landedOn?.split('?')[0]?.slice(0, 300) ?? null,
      })
      .execute();
    await emit(tx, {
      type: 'engagement.link.clicked',
      subjectId: click.subjectId,
      // The click is its own aggregate: counting on the link would make all clicks wait for one row.
      aggregate: 'smart_link_click',
      aggregateId: clickId,
      aggregateVersion: 1,
      channel: click.channel ?? 'ads',
      data: {
        clickId,
        linkId: click.link.id,
        slug: click.link.slug,
        campaign: { ...click.link.campaign },
        ...click.link.target,
      },
    });
    return { clickId };
  });
}
