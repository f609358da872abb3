import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction, violatedConstraint } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';

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
    // A rate is never changed: it is an aggregate of its own.
    await emit(tx, {
      type: 'pricing.tax_rate.added',
      aggregate: 'tax_rate',
      aggregateId: `${input.market}:${input.taxClass}:${input.validFrom.toISOString()}`,
      aggregateVersion: 1,
      data: {
        market: input.market,
        taxClass: input.taxClass,
        rateBp: input.rateBp,
        validFrom: input.validFrom.toISOString(),
      },
    });
    await audit(tx, {
      act: 'pricing.add_tax_rate',
      target: 'tax_rate',
      targetId: `${input.market}:${input.taxClass}`,
      after: { rateBp: input.rateBp, validFrom: input.validFrom.toISOString() },
    });
  });
}

/**
 * Notes which tax class variants are in, as the catalogue has it, and says so where one is in another class than before;
 * joins the caller's transaction. One statement.
 *
 * @throws AppError invalid_request (unknown class)
 */
export async function setTaxClasses(ctx: Ctx, rows: readonly { variantId: string; taxClass: string }[]): Promise<void> {
  if (rows.length === 0) return;
  const byVariant = new Map(rows.map((row) => [row.variantId, row.taxClass]));
  await inTransaction(ctx, async (tx) => {
    const changed = await writeClasses(tx, byVariant);
    if (changed.length === 0) return;
    await emit(tx, {
      type: 'pricing.tax_class.changed',
      aggregate: 'tax_class_change',
      aggregateId: tx.newId(),
      aggregateVersion: 1,
      data: { variantIds: changed },
    });
  });
}

/** The variants that changed their class. */
async function writeClasses(tx: Ctx, byVariant: ReadonlyMap<string, string>): Promise<string[]> {
  try {
    const { rows } = await sql<{ variant_id: string }>`
      insert into pricing.variant_tax (variant_id, tax_class)
      select id, tax_class from unnest(${[...byVariant.keys()]}::uuid[], ${[...byVariant.values()]}::text[]) as t(id, tax_class) order by id
      on conflict (variant_id) do update set tax_class = excluded.tax_class
        where pricing.variant_tax.tax_class <> excluded.tax_class
      returning variant_id`.execute(tx.db);
    return rows.map((row) => row.variant_id);
  } catch (error) {
    if ((error as { code?: unknown }).code !== '23503') throw error;
    throw new AppError('invalid_request', { detail: 'One of the tax classes is unknown. Nothing was changed.' });
  }
}
