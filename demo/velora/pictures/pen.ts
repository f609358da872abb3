import { lightness, shade } from './colour.ts';

/** What a surface is made of; each role has one colour in a picture, and shades of it. */
export type Role = 'main' | 'legs' | 'accent' | 'inner' | 'linen' | 'glass' | 'leaf' | 'metal';
/** A role and a step: `main`, `main+1` lighter, `legs-2` darker. */
export type Tone = Role | `${Role}${'+' | '-'}${1 | 2 | 3 | 4}`;

export type Cloth = 'velvet' | 'linen' | 'boucle' | 'leather' | 'wool' | 'weave' | 'corduroy' | 'wood' | 'none';

export interface Inks {
  readonly colours: Readonly<Record<Role, string>>;
  readonly cloth: Cloth;
}

/** Draws either in colour or, for dimension drawings, as ink lines on white. */
export interface Pen {
  readonly inked: boolean;
  path(d: string, tone: Tone): void;
  rect(x: number, y: number, w: number, h: number, radius: number, tone: Tone): void;
  ellipse(cx: number, cy: number, rx: number, ry: number, tone: Tone): void;
  /** Upholstery: the shape, its light from above and the texture of its cloth. */
  soft(d: string, tone: Tone): void;
  softRect(x: number, y: number, w: number, h: number, radius: number, tone: Tone): void;
  /** Timber or board: the shape with the grain of its finish. */
  board(x: number, y: number, w: number, h: number, radius: number, tone: Tone): void;
  /** A line: a seam, a gap, a handle. */
  line(d: string, tone: Tone, width?: number): void;
  /** A dark (negative) or light (positive) veil; colour only. */
  veil(d: string, strength: number): void;
  /** Light that falls from a lamp; colour only. */
  glow(cx: number, cy: number, radius: number): void;
  /** The soft shadow on the floor; colour only. */
  shadow(cx: number, cy: number, rx: number): void;
  finish(): string;
}

/** One decimal is a quarter of a pixel on the largest screen the pictures are shown on. */
export const n = (value: number): string => String(Math.round(value * 10) / 10);

/** A path from numbers and letters: `p`M ${1} ${2}``. */
export function p(strings: TemplateStringsArray, ...values: readonly number[]): string {
  return strings.reduce((out, part, i) => out + part + (values[i] === undefined ? '' : n(values[i])), '').trim();
}

export function roundedRect(x: number, y: number, w: number, h: number, radius: number): string {
  const r = Math.max(0, Math.min(radius, w / 2, h / 2));
  return p`M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}z`;
}

/** A stuffed rectangle: corners of `radius`, sides swelling out by `bulge`. */
export function pillow(x: number, y: number, w: number, h: number, radius: number, bulge: number): string {
  const r = Math.min(radius, w / 2, h / 2);
  const [x2, y2, b] = [x + w, y + h, bulge];
  return p`M${x + r} ${y}Q${x + w / 2} ${y - b} ${x2 - r} ${y}Q${x2} ${y} ${x2} ${y + r}Q${x2 + b} ${y + h / 2} ${x2} ${y2 - r}Q${x2} ${y2} ${x2 - r} ${y2}Q${x + w / 2} ${y2 + b * 0.6} ${x + r} ${y2}Q${x} ${y2} ${x} ${y2 - r}Q${x - b} ${y + h / 2} ${x} ${y + r}Q${x} ${y} ${x + r} ${y}z`;
}

const INK = '#2B312D';

/** A pen for ink lines: every shape white with an outline, no light, no texture. */
export function linePen(): Pen {
  const out: string[] = [];
  const outline = (shape: string) =>
    out.push(`<${shape} fill="#fff" stroke="${INK}" stroke-width="1.6" stroke-linejoin="round"/>`);
  const pen: Pen = {
    inked: true,
    path: (d) => outline(`path d="${d}"`),
    rect: (x, y, w, h, r) => outline(`rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${n(r)}"`),
    ellipse: (cx, cy, rx, ry) => outline(`ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}"`),
    soft: (d) => pen.path(d, 'main'),
    softRect: (x, y, w, h, r) => pen.rect(x, y, w, h, r, 'main'),
    board: (x, y, w, h, r) => pen.rect(x, y, w, h, r, 'main'),
    line: (d, _tone, width = 1.6) =>
      out.push(
        `<path d="${d}" fill="none" stroke="${INK}" stroke-width="${n(Math.min(width, 1.2))}" stroke-linecap="round" opacity=".65"/>`,
      ),
    veil: () => undefined,
    glow: () => undefined,
    shadow: () => undefined,
    finish: () => out.join(''),
  };
  return pen;
}

function clothDefs(inks: Inks, id: string): Record<string, string> {
  const light = lightness(inks.colours.main);
  const ink = light > 0.45 ? '#000' : '#fff';
  const sheen = { velvet: [0.2, 0.26], leather: [0.22, 0.24], corduroy: [0.12, 0.18] }[inks.cloth as string] ?? [
    0.1, 0.14,
  ];
  const pattern = (size: number, body: string): string =>
    `<pattern id="${id}t" width="${size}" height="${size}" patternUnits="userSpaceOnUse">${body}</pattern>`;
  const textures: Partial<Record<Cloth, string>> = {
    linen: pattern(5, `<path d="M0 1h5M0 3.5h5M1.5 0v5M4 0v5" stroke="${ink}" stroke-width=".5" opacity=".13"/>`),
    weave: pattern(6, `<path d="M0 1.5h3M3 4.5h3" stroke="${ink}" stroke-width="1.3" opacity=".14"/>`),
    wool: pattern(9, `<path d="M1 2l2 1M6 1l1 2M3 6l2-1M7 7l1 1" stroke="${ink}" stroke-width=".8" opacity=".16"/>`),
    boucle: pattern(
      11,
      `<g fill="none" stroke="${ink}" stroke-width="1" opacity=".13"><circle cx="3" cy="3" r="2"/><circle cx="8.5" cy="5" r="2"/><circle cx="4" cy="8.5" r="2"/></g>`,
    ),
    corduroy: pattern(
      7,
      `<path d="M1 0v7" stroke="#000" stroke-width="2" opacity=".13"/><path d="M4.5 0v7" stroke="#fff" stroke-width="1.5" opacity=".12"/>`,
    ),
    wood: `<pattern id="${id}t" width="180" height="26" patternUnits="userSpaceOnUse"><path d="M0 4q45 3 90 0t90 0M0 12q60-4 110 0t70 0M0 20q30 3 80 0t100 0" fill="none" stroke="${ink}" stroke-width=".8" opacity=".1"/></pattern>`,
  };
  return {
    t: textures[inks.cloth] ?? '',
    v: `<linearGradient id="${id}v" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="${sheen[0]}"/><stop offset=".45" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="${sheen[1]}"/></linearGradient>`,
    s: `<radialGradient id="${id}s"><stop offset="0" stop-color="#4A4032" stop-opacity=".34"/><stop offset=".6" stop-color="#4A4032" stop-opacity=".13"/><stop offset="1" stop-color="#4A4032" stop-opacity="0"/></radialGradient>`,
    g: `<radialGradient id="${id}g"><stop offset="0" stop-color="#FFE6AE" stop-opacity=".85"/><stop offset=".45" stop-color="#FFE9BD" stop-opacity=".3"/><stop offset="1" stop-color="#FFEFD0" stop-opacity="0"/></radialGradient>`,
  };
}

/** A pen in the colours of a variant. `id` keeps gradients apart when several pictures stand on one page. */
export function colourPen(inks: Inks, id: string): Pen {
  const out: string[] = [];
  const defs = clothDefs(inks, id);
  const used = new Set<string>();
  const paint = (key: 't' | 'v' | 's' | 'g'): string => {
    used.add(key);
    return `url(#${id}${key})`;
  };
  const colourOf = (tone: Tone): string => {
    const match = /^([a-z]+)([+-]\d)?$/.exec(tone);
    const role = (match?.[1] ?? 'main') as Role;
    return shade(inks.colours[role], Number(match?.[2] ?? 0));
  };
  const rectShape = (x: number, y: number, w: number, h: number, r: number): string =>
    `rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}"${r > 0 ? ` rx="${n(Math.min(r, w / 2, h / 2))}"` : ''}`;
  const fill = (shape: string, tone: Tone): void => {
    out.push(`<${shape} fill="${colourOf(tone)}"/>`);
  };
  const texture = (shape: string): void => {
    if (defs.t !== '') out.push(`<${shape} fill="${paint('t')}"/>`);
  };
  let shapes = 0;
  const upholster = (shape: string, tone: Tone): void => {
    const textured = inks.cloth !== 'wood' && defs.t !== '';
    // A long outline is written once and painted three times.
    if (shape.length > 110) {
      shapes += 1;
      const name = `${id}-${shapes}`;
      out.push(`<defs><${shape} id="${name}"/></defs>`);
      for (const fillWith of [colourOf(tone), ...(textured ? [paint('t')] : []), paint('v')])
        out.push(`<use href="#${name}" fill="${fillWith}"/>`);
      return;
    }
    fill(shape, tone);
    if (textured) texture(shape);
    out.push(`<${shape} fill="${paint('v')}"/>`);
  };
  return {
    inked: false,
    path: (d, tone) => fill(`path d="${d}"`, tone),
    rect: (x, y, w, h, r, tone) => fill(rectShape(x, y, w, h, r), tone),
    ellipse: (cx, cy, rx, ry, tone) => fill(`ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}"`, tone),
    soft: (d, tone) => upholster(`path d="${d}"`, tone),
    softRect: (x, y, w, h, r, tone) => upholster(rectShape(x, y, w, h, r), tone),
    board: (x, y, w, h, r, tone) => {
      fill(rectShape(x, y, w, h, r), tone);
      if (inks.cloth === 'wood') texture(rectShape(x, y, w, h, r));
    },
    line: (d, tone, width = 2) =>
      out.push(
        `<path d="${d}" fill="none" stroke="${colourOf(tone)}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"/>`,
      ),
    veil: (d, strength) =>
      out.push(`<path d="${d}" fill="${strength < 0 ? '#000' : '#fff'}" opacity="${n2(Math.abs(strength))}"/>`),
    glow: (cx, cy, radius) => out.push(`<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(radius)}" fill="${paint('g')}"/>`),
    shadow: (cx, cy, rx) =>
      out.push(
        `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(Math.max(9, rx * 0.075))}" fill="${paint('s')}"/>`,
      ),
    finish: () => {
      const needed = (['t', 'v', 's', 'g'] as const).filter((key) => used.has(key)).map((key) => defs[key] ?? '');
      return (needed.length > 0 ? `<defs>${needed.join('')}</defs>` : '') + out.join('');
    },
  };
}

const n2 = (value: number): string => String(Math.round(value * 100) / 100);
