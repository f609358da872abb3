/** Shades of one colour, mixed in OKLab so that light and dark steps keep the hue. Formulas: Björn Ottosson, 2020. */

type Triple = readonly [number, number, number];

function toLinear(channel: number): number {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

function fromLinear(value: number): number {
  const c = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, c)) * 255);
}

function hexToOklab(hex: string): Triple {
  const n = Number.parseInt(hex.slice(1), 16);
  const [r, g, b] = [toLinear(n >> 16), toLinear((n >> 8) & 255), toLinear(n & 255)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function oklabToHex([lightness, a, b]: Triple): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
  return `#${rgb.map((c) => c.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * The colour some steps lighter (positive) or darker (negative); a step is 0.045 of OKLab lightness, a little less near
 * the ends so that black and white keep their shape.
 */
export function shade(hex: string, steps: number): string {
  const [l, a, b] = hexToOklab(hex);
  const room = steps > 0 ? 0.99 - l : l - 0.1;
  const move = Math.sign(steps) * Math.min(Math.abs(steps) * 0.045, room * (1 - 0.5 ** Math.abs(steps)));
  const chroma = 1 - Math.max(0, move) * 0.8;
  return oklabToHex([l + move, a * chroma, b * chroma]);
}

/** Lightness of a colour, 0 (black) to 1 (white), OKLab. */
export function lightness(hex: string): number {
  return hexToOklab(hex)[0];
}
