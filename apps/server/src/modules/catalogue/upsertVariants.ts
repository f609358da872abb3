import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { violatedConstraint } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { ProductInput } from './types.ts';

interface KnownVariant {
  id: string;
  product_id: string;
  sku: string;
  position: number;
  archived_at: Date | null;
}

/** Writes the variants named; those that are not stay as they are. Returns the ids by SKU. */
export async function upsertVariants(
  tx: Ctx,
  drafts: readonly { id: string; input: ProductInput }[],
): Promise<Map<string, string>> {
  const skus = drafts.flatMap(({ input }) => input.variants.map((variant) => variant.sku));
  if (skus.length === 0) return new Map();
  const { rows: known } = await sql<KnownVariant>`
    select id, product_id, sku, position, archived_at from catalogue.variant where sku = any(${skus}::text[])`.execute(
    tx.db,
  );
  const bySku = new Map(known.map((row) => [row.sku, row]));
  const now = tx.clock.now();
  const rows = drafts.flatMap((draft) =>
    draft.input.variants.map((variant, position) => {
      const before = bySku.get(variant.sku);
      const kept = before?.archived_at ?? null;
      return {
        id: before?.id ?? tx.newId(),
        product_id: draft.id,
        sku: variant.sku,
        gtin: variant.gtin ?? null,
        options: variant.options ?? {},
        attributes: variant.attributes ?? {},
        measures: variant.measures ?? {},
        position,
        archived_at: variant.archived === undefined ? kept : variant.archived ? (kept ?? now) : null,
      };
    }),
  );
  const written = await named(() =>
    sql<{ id: string; sku: string }>`
      insert into catalogue.variant (id, product_id, sku, gtin, options, attributes, measures, position, archived_at, created_at, updated_at)
      select v.id, v.product_id, v.sku, v.gtin, v.options, v.attributes, v.measures, v.position, v.archived_at, ${now}, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id uuid, product_id uuid, sku text, gtin text, options jsonb,
        attributes jsonb, measures jsonb, position int, archived_at timestamptz)
      order by v.sku
      on conflict (sku) do update set gtin = excluded.gtin, options = excluded.options, attributes = excluded.attributes,
        measures = excluded.measures, position = excluded.position, archived_at = excluded.archived_at, updated_at = excluded.updated_at
        where variant.product_id = excluded.product_id
      returning id, sku`.execute(tx.db),
  );
  const ids = new Map(written.rows.map((row) => [row.sku, row.id]));
  const foreign = skus.find((sku) => !ids.has(sku));
  if (foreign)
    throw new AppError('already_exists', { detail: `SKU ${foreign} belongs to another product. Nothing was saved.` });
  return ids;
}

async function named<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (violatedConstraint(error) === 'variant_gtin') {
      throw new AppError(
        'already_exists',
        { detail: 'A GTIN of this product belongs to another variant. Nothing was saved.' },
        { cause: error },
      );
    }
    // 23P01 is an exclusion constraint; there is one on this table.
    if ((error as { code?: unknown }).code === '23P01') {
      throw new AppError(
        'already_exists',
        {
          detail:
            'Two variants of this product offer the same choice of options. Nothing was saved; archive one of them.',
        },
        { cause: error },
      );
    }
    throw error;
  }
}
