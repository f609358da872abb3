import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { getVariants } from '../../modules/catalogue/index.ts';
import type { Location } from '../../modules/locations/index.ts';

/**
 * A store that is closed for good holds nothing, and what was taken off sale is not promised to anybody any more.
 *
 * @throws AppError archived, not_offered
 */
export async function checkHoldable(ctx: Ctx, location: Location, variantId: string): Promise<void> {
  if (location.archivedAt)
    throw new AppError('archived', { detail: `${location.name} is closed for good. Nothing was held.` });
  if (!location.capabilities.includes('reserve')) {
    throw new AppError('not_offered', {
      detail: `${location.name} does not hold goods for customers. Choose another store.`,
    });
  }
  const variant = [...(await getVariants(ctx, [variantId])).values()][0];
  if (variant?.archived) throw new AppError('archived', { detail: 'This is no longer sold. Nothing was held.' });
}
