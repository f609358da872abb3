import type { Ctx, Language } from '../kernel/context.ts';
import type { Money } from '../kernel/money.ts';
import { getVariants } from '../modules/catalogue/index.ts';
import type { Goods, Place } from '../modules/engagement/index.ts';
import type { Location } from '../modules/locations/index.ts';

/** Goods as mails and messages name them, in the reader's language: one statement for any number. */
export async function describeGoods(
  ctx: Ctx,
  lines: readonly { variantId: string; quantity: number; unit?: Money | undefined }[],
  language: Language,
): Promise<Goods[]> {
  const variants = await getVariants(
    ctx,
    lines.map((line) => line.variantId),
  );
  return lines.map((line) => {
    const variant = variants.get(line.variantId);
    return {
      title: variant?.title[language] ?? '?',
      options: variant?.optionsText[language] ?? '',
      quantity: line.quantity,
      price: line.unit ? { amount: line.unit.amount * line.quantity, currency: line.unit.currency } : null,
    };
  });
}

export function describePlace(location: Location): Place {
  const { line1, postcode, city } = location.address;
  return { name: location.name, line1, postcode, city, phone: location.phone || null, hours: location.hours };
}
