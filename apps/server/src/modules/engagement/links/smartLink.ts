/** Where a click came from, as advertising names it (utm_source, utm_medium, utm_campaign, utm_content). */
export interface Campaign {
  source: string;
  medium: string;
  name: string;
  content: string | null;
}

export type LinkTarget = { variantId: string } | { productId: string } | { categorySlug: string };

/** A link in an advertisement that leads to what can be bought at the moment of the click. */
export interface SmartLink {
  id: string;
  slug: string;
  target: LinkTarget;
  campaign: Campaign;
  label: string;
  createdBy: string;
  createdAt: string;
  archivedAt: string | null;
}

interface LinkRow {
  id: string;
  slug: string;
  variant_id: string | null;
  product_id: string | null;
  category_slug: string | null;
  campaign_source: string;
  campaign_medium: string;
  campaign_name: string;
  campaign_content: string | null;
  label: string;
  created_by: string;
  created_at: Date;
  archived_at: Date | null;
}

export function toSmartLink(row: LinkRow): SmartLink {
  return {
    id: row.id,
    slug: row.slug,
    target: row.variant_id
      ? { variantId: row.variant_id }
      : row.product_id
        ? { productId: row.product_id }
        : { categorySlug: row.category_slug ?? '' },
    campaign: {
      source: row.campaign_source,
      medium: row.campaign_medium,
      name: row.campaign_name,
      content: row.campaign_content,
    },
    label: row.label,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    archivedAt: row.archived_at?.toISOString() ?? null,
  };
}
