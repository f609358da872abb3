import { audit } from '../../../kernel/audit.ts';
import { actorKey, type Ctx } from '../../../kernel/context.ts';
import { once } from '../../../kernel/idempotency.ts';
import { emit } from '../../../kernel/outbox.ts';
import { type Refusal, refuse } from '../../../kernel/result.ts';
import { tables } from '../tables.ts';
import { type Campaign, type LinkTarget, type SmartLink, toSmartLink } from './smartLink.ts';

export interface NewSmartLink {
  slug: string;
  target: LinkTarget;
  campaign: Omit<Campaign, 'content'> & { content?: string | null };
  label?: string;
}

/** Makes a link /go/<slug>. A slug is never used twice, archived ones included: old advertisements stay out there. */
export async function createSmartLink(ctx: Ctx, input: NewSmartLink): Promise<SmartLink | Refusal> {
  return once(ctx, 'engagement.create-smart-link', async (tx) => {
    const id = tx.newId();
    const row = await tables(tx)
      .insertInto('engagement.smart_link')
      .values({
        id,
        slug: input.slug,
        variant_id: 'variantId' in input.target ? input.target.variantId : null,
        product_id: 'productId' in input.target ? input.target.productId : null,
        category_slug: 'categorySlug' in input.target ? input.target.categorySlug : null,
        campaign_source: input.campaign.source,
        campaign_medium: input.campaign.medium,
        campaign_name: input.campaign.name,
        campaign_content: input.campaign.content ?? null,
        label: input.label ?? input.slug,
        created_by: actorKey(tx.actor),
        created_at: tx.clock.now(),
        archived_at: null,
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (!row) return refuse('already_exists', { detail: `/go/${input.slug} is taken. Choose another ending.` });
    await audit(tx, { act: 'smart-link.create', target: 'smart_link', targetId: id, after: { slug: input.slug } });
    await emit(tx, {
      type: 'engagement.link.created',
      aggregate: 'smart_link',
      aggregateId: id,
      aggregateVersion: 1,
      data: { linkId: id, slug: input.slug },
    });
    return toSmartLink(row);
  });
}
