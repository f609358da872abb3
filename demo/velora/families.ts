import type { Family } from './families/family.ts';
import { homeFamilies } from './families/home.ts';
import { seatingFamilies } from './families/seating.ts';
import { woodenFamilies } from './families/wooden.ts';

export const families: readonly Family[] = [...seatingFamilies, ...woodenFamilies, ...homeFamilies];

const byCode = new Map(families.map((family) => [family.code, family]));

/** Throws on a code that no file of `families/` defines. */
export function familyOf(code: string): Family {
  const family = byCode.get(code);
  if (!family) throw new Error(`unknown family: ${code}`);
  return family;
}
