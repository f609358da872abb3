import { care, type Family } from './families/family.ts';
import type { AttributeValue, LocalizedText } from './types.ts';

const hard = new Set<AttributeValue | undefined>(['steel', 'stone', 'glass', 'ceramic']);

/** The family's advice, unless what this product is made of asks for other care. */
export function careFor(
  family: Family,
  attributes: Readonly<Record<string, AttributeValue>>,
  fabrics: readonly (string | undefined)[],
): LocalizedText {
  if (fabrics.length > 0 && fabrics.every((fabric) => fabric === 'leather')) return care.leather;
  if (family.care === care.wood && attributes.material === 'upholstery') return care.upholstery;
  if (family.care === care.wood && hard.has(attributes.material)) return care.hard;
  if (family.care === care.wash30 && attributes.washableCover === false) return care.dryClean;
  return family.care;
}
