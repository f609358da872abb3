import type { Product, Variant } from '../types.ts';
import { lightness } from './colour.ts';
import type { Cloth, Inks } from './pen.ts';

const legColours: Readonly<Record<string, string>> = {
  oak: '#C39A63',
  walnut: '#7B5438',
  black: '#2E2A27',
  'black-steel': '#2A2B2D',
  brass: '#B8934F',
  chrome: '#AEB4B8',
  plinth: '#3A3733',
};

const cloths = new Set<string>(['velvet', 'linen', 'boucle', 'leather', 'wool', 'weave', 'corduroy']);
const timber = new Set(['oak', 'walnut', 'ash', 'black-oak', 'smoked-oak']);
const bookColours: Readonly<Record<string, string>> = { interior: '#1F6350', chair: '#B4623F' };
const familyCloth: Readonly<Record<string, Cloth>> = {
  rug: 'wool',
  throw: 'wool',
  'bed-linen': 'none',
  curtain: 'linen',
  cushion: 'linen',
};

function hexOf(product: Product, axis: 'colour' | 'finish', variant: Variant): string | undefined {
  const code = variant.options[axis];
  return product.options.find((option) => option.axis === axis)?.values.find((value) => value.code === code)?.hex;
}

/** The colours a variant is drawn in: its own, and those of legs, linen, leaves around it. */
export function inksFor(product: Product, variant: Variant): Inks {
  const finish = hexOf(product, 'finish', variant);
  const main = hexOf(product, 'colour', variant) ?? finish ?? bookColours[product.shape.silhouette ?? ''] ?? '#8E9190';
  const wooden = timber.has(variant.options.finish ?? '');
  const fabric = variant.options.fabric ?? '';
  const legs = legsColour(product, finish, wooden);
  const cloth: Cloth = cloths.has(fabric)
    ? (fabric as Cloth)
    : wooden
      ? 'wood'
      : finish
        ? 'none'
        : (familyCloth[product.family] ?? 'none');
  const dark = ['#26272A', '#2E2A27', '#2A2B2D', '#6A4E36', '#7B5438'].includes(main);
  return {
    cloth,
    colours: {
      // White on the warm ground would vanish; it is drawn a shade darker than its swatch.
      main: lightness(main) > 0.93 ? '#E9E6DF' : main,
      legs,
      accent: accentOf(product, main, dark),
      inner: wooden || dark ? mixDown(main) : '#DDD6C8',
      linen: '#EFE8DA',
      glass: product.family === 'mirror' || product.family === 'curtain' ? '#D5DEDF' : '#F3E2B8',
      leaf: '#5F7A5C',
      metal: product.family === 'rug' ? '#8A8579' : '#B39A6B',
    },
  };
}

function legsColour(product: Product, finish: string | undefined, wooden: boolean): string {
  const named = legColours[String(product.attributes.legs ?? '')];
  const steel =
    product.attributes.legs === 'black-steel' ||
    product.attributes.legs === 'brass' ||
    product.attributes.legs === 'chrome';
  // Wooden furniture has legs of its own wood; painted furniture keeps the legs it names.
  if (finish && (wooden || !named) && !steel) return finish;
  return named ?? (product.shape.legs === 'plinth' ? '#3A3733' : '#C39A63');
}

function accentOf(product: Product, main: string, dark: boolean): string {
  if (product.shape.back === 'cane' || product.shape.front === 'cane') return '#DCC79C';
  if (product.family === 'clock') return dark ? '#EFE8DA' : '#2B2A28';
  if (product.family === 'bed') return main === '#8E9190' || dark ? '#B4623F' : '#A9A28F';
  return '#B4623F';
}

function mixDown(main: string): string {
  const value = Number.parseInt(main.slice(1), 16);
  const part = (shift: number): string =>
    Math.round(((value >> shift) & 255) * 0.62)
      .toString(16)
      .padStart(2, '0');
  return `#${part(16)}${part(8)}${part(0)}`;
}
