import type { Ctx } from '../../kernel/context.ts';
import type { ColumnType } from '../../kernel/database.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';

/** Reads as the value, is written as JSON text. */
type Json<T> = ColumnType<T, string, string>;

type PricingTables = {
  'pricing.price_head': { variant_id: string; market: string; version: number };
  'pricing.price': {
    id: string;
    variant_id: string;
    market: string;
    gross: number;
    currency: string;
    valid_from: Date;
    valid_to: Date | null;
    previous_to: Date | null;
    reason: string;
    actor: string;
  };
  'pricing.tax_class': { code: string; name: Json<LocalizedText> };
  'pricing.tax_rate': { market: string; tax_class: string; rate_bp: number; valid_from: Date };
  'pricing.variant_tax': { variant_id: string; tax_class: string };
  'pricing.promotion': {
    id: string;
    market: string;
    name: Json<LocalizedText>;
    basis_points: number;
    scope: 'all' | 'variants';
    code: string | null;
    zone: string;
    starts_at: Date;
    ends_at: Date | null;
    started_told_at: Date | null;
    start_emitted: boolean;
    ended_told_at: Date | null;
    archived_at: Date | null;
    actor: string;
    version: number;
  };
  'pricing.promotion_variant': { promotion_id: string; variant_id: string };
  'pricing.manual_discount': {
    id: string;
    line_id: string;
    owner_id: string;
    unit: number;
    new_unit: number;
    currency: string;
    basis_points: number;
    limit_bp: number;
    staff_id: string;
    role: string;
    reason: string;
    granted_at: Date;
  };
};

export const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<PricingTables>();
