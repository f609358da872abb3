import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { Refusal } from '../../kernel/result.ts';
import type { ProductInput, SavedProduct } from './types.ts';
import { checkProduct, writeProducts } from './writeProducts.ts';

/**
 * Creates or replaces a product by its code, whole and in one transaction, findable at once. Variants and pictures the
 * input does not name stay as they are. With `version` it refuses (`version_conflict`) when someone saved in between;
 * `version: 0` asks for a new one.
 *
 * @throws AppError invalid_request with every fault; already_exists for an SKU, GTIN or address of another product
 */
export async function saveProduct(ctx: Ctx, input: ProductInput): Promise<SavedProduct | Refusal<'version_conflict'>> {
  const checked = checkProduct(input);
  return once(ctx, 'catalogue.save_product', async (tx) => {
    const saved = await writeProducts(tx, [checked]);
    if (saved instanceof Refusal) return saved;
    const [product] = saved;
    if (!product) throw new Error('one product in, one product out');
    await audit(tx, {
      act: 'catalogue.save_product',
      target: 'product',
      targetId: product.id,
      after: { code: product.code, version: product.version, variants: product.variants.length },
    });
    return product;
  });
}
