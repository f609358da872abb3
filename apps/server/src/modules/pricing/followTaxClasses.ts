import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Subscriber } from '../../kernel/relay.ts';
import { setTaxClasses } from './taxes.ts';

/**
 * Keeps variants' tax classes as the catalogue has them. Pricing does not know the catalogue: the composition root says
 * how to read the classes of variants, for instance by `getVariants`. A class pricing has no rates for is left out (the
 * variant stays in 'standard') and logged, so that one mistyped product stops nothing.
 */
export function followTaxClasses(
  readClasses: (ctx: Ctx, variantIds: string[]) => Promise<ReadonlyMap<string, { taxClass: string }>>,
): Subscriber {
  return {
    name: 'pricing-tax-classes',
    types: ['catalogue.product.saved'],
    async handle(ctx, events) {
      const ids = [...new Set(events.flatMap((event) => (event.data.variantIds as string[] | undefined) ?? []))];
      if (ids.length === 0) return;
      const { rows } = await sql<{ code: string }>`select code from pricing.tax_class`.execute(ctx.db);
      const known = new Set(rows.map((row) => row.code));
      const classes = [...(await readClasses(ctx, ids))].map(([variantId, { taxClass }]) => ({ variantId, taxClass }));
      const unknown = classes.filter(({ taxClass }) => !known.has(taxClass));
      if (unknown.length > 0) ctx.log.warn({ variants: unknown }, 'tax class without rates');
      await setTaxClasses(
        ctx,
        classes.filter(({ taxClass }) => known.has(taxClass)),
      );
    },
  };
}
