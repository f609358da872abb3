import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { violatedConstraint } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';

/** The rates of a market in force now, by tax class, in basis points. One statement. */
export async function getTaxRates(ctx: Ctx, market: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ tax_class: string; rate_bp: number }>`
    select distinct on (tax_class) tax_class, rate_bp from pricing.tax_rate
    where market = ${market} and valid_from <= ${ctx.clock.now()} order by tax_class, valid_from desc`.execute(ctx.db);
  return new Map(rows.map((row) => [row.tax_class, row.rate_bp]));
}

/**
 * Adds a rate from an instant on (local midnight of the day a law names). Rates are never changed: orders were taxed by them.
 *
 * @throws AppError already_exists, invalid_request (unknown class)
 */
export async function addTaxRate(
  ctx: Ctx,
  input: { market: string; taxClass: string; rateBp: number; validFrom: Date },
): Promise<void> {
  await once(ctx, 'pricing.add_tax_rate', async (tx) => {
    const known = await sql`select 1 from pricing.tax_class where code = ${input.taxClass}`.execute(tx.db);
    if (known.rows.length === 0)
      throw new AppError('invalid_request', { detail: `There is no tax class ${input.taxClass}.` });
    try {
      await sql`insert into pricing.tax_rate (market, tax_class, rate_bp, valid_from)
        values (${input.market}, ${input.taxClass}, ${input.rateBp}, ${input.validFrom})`.execute(tx.db);
    } catch (error) {
      if (violatedConstraint(error) !== 'tax_rate_pkey') throw error;
      throw new AppError('already_exists', {
        detail: 'There is a rate from this instant on already. Nothing was changed.',
      });
    }
    await audit(tx, {
      act: 'pricing.add_tax_rate',
      target: 'tax_rate',
      targetId: `${input.market}:${input.taxClass}`,
      after: { rateBp: input.rateBp, validFrom: input.validFrom.toISOString() },
    });
  });
}

/**
 * Notes which tax class variants are in, as the catalogue has it; joins the caller's transaction. One statement.
 *
 * @throws AppError invalid_request (unknown class)
 */
export async function setTaxClasses(ctx: Ctx, rows: readonly { variantId: string; taxClass: string }[]): Promise<void> {
  if (rows.length === 0) return;
  const byVariant = new Map(rows.map((row) => [row.variantId, row.taxClass]));
  try {
    await sql`
      insert into pricing.variant_tax (variant_id, tax_class)
      select id, tax_class from unnest(${[...byVariant.keys()]}::uuid[], ${[...byVariant.values()]}::text[]) as t(id, tax_class) order by id
      on conflict (variant_id) do update set tax_class = excluded.tax_class
        where pricing.variant_tax.tax_class <> excluded.tax_class`.execute(ctx.db);
  } catch (error) {
    if ((error as { code?: unknown }).code !== '23503') throw error;
    throw new AppError('invalid_request', { detail: 'One of the tax classes is unknown. Nothing was changed.' });
  }
}
