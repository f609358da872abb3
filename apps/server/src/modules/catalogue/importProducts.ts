import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { Refusal } from '../../kernel/result.ts';
import type { ProductInput, SavedProduct } from './types.ts';
import { checkProduct, writeProducts } from './writeProducts.ts';

/** No transaction lasts over a second: so many products are one step of an import. */
const productsAStep = 40;

/**
 * Saves many products in few statements, for imports and the demo. Everything is checked before anything is written;
 * then it commits in steps, and doing it again changes nothing but versions.
 *
 * @throws AppError invalid_request for the first product with a fault (nothing is written then); version_conflict or
 * already_exists where the database knows better (steps before it stay)
 */
export async function importProducts(ctx: Ctx, inputs: readonly ProductInput[]): Promise<SavedProduct[]> {
  const checked = inputs.map(checkProduct);
  const saved: SavedProduct[] = [];
  for (let from = 0; from < checked.length; from += productsAStep) {
    const step = checked.slice(from, from + productsAStep);
    const done = await inTransaction(ctx, async (tx) => {
      const written = await writeProducts(tx, step);
      if (written instanceof Refusal) throw new AppError('version_conflict', written.details);
      await audit(tx, {
        act: 'catalogue.import_products',
        target: 'catalogue',
        targetId: tx.requestId,
        after: { products: written.length, first: written[0]?.code ?? null, last: written.at(-1)?.code ?? null },
      });
      return written;
    });
    saved.push(...done);
  }
  return saved;
}
