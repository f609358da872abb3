import type { Family } from './families/family.ts';
import type { ProductSeed } from './product-seed.ts';
import type { Measures } from './types.ts';

/** Beds: the frame stands this much wider and longer than the mattress. */
const BED_FRAME = { width: 10, length: 14 };

/** Width, depth and height of the variant in that size; without a size, those of the seed. */
function outerSize(seed: ProductSeed, sizeCode: string | undefined): readonly [number, number, number] {
  const [w, d, h] = seed.size;
  const pair = sizeCode ? /^(\d+)x(\d+)$/.exec(sizeCode) : null;
  if (pair) {
    const first = Number(pair[1]);
    const second = Number(pair[2]);
    if (seed.family === 'bed') return [first + BED_FRAME.width, second + BED_FRAME.length, h];
    const upright = seed.family === 'curtain' || seed.family === 'mirror' || seed.family === 'cushion';
    return upright ? [first, d, second] : [first, second, h];
  }
  const single = sizeCode ? /^(\d+)cm$/.exec(sizeCode) : null;
  if (single) {
    const length = Number(single[1]);
    // A square footprint in the seed means a round or square product: it grows both ways.
    return w === d
      ? [length, length, seed.family === 'dining-table' ? h : Math.round((h * length) / w)]
      : [length, d, h];
  }
  const factor = sizeCode === 's' ? 0.75 : sizeCode === 'l' ? 1.3 : 1;
  return [Math.round(w * factor), Math.round(d * factor), Math.round(h * factor)];
}

/**
 * Measures of one variant. The doorway is the shortest side of the largest box plus 3 cm for hands: carried on end or
 * on its side, that is the side that has to pass.
 */
export function deriveMeasures(seed: ProductSeed, family: Family, sizeCode: string | undefined): Measures {
  const [widthCm, depthCm, heightCm] = outerSize(seed, sizeCode);
  const [w, d, h] = seed.size;
  const area = (widthCm * Math.max(depthCm, heightCm)) / (w * Math.max(d, h));
  const packing = family.pack(widthCm, depthCm, heightCm);
  const shortest = Math.min(packing.box.lengthCm, packing.box.widthCm, packing.box.heightCm);
  return {
    widthCm,
    depthCm,
    heightCm,
    ...(seed.seat ? { seatHeightCm: seed.seat[0], seatDepthCm: seed.seat[1] } : {}),
    weightKg: Math.round(seed.kg * area * 10) / 10,
    packages: packing.packages,
    largestBox: packing.box,
    doorwayCm: Math.ceil(shortest + 3),
    assemblyMinutes: packing.assemblyMinutes,
    ...(family.loadLimitKg === undefined ? {} : { loadLimitKg: family.loadLimitKg }),
  };
}
