import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { drawDimensions, drawPicture } from './pictures.ts';
import { entries, findEntry, products } from './products.ts';

const pictures = entries.map(({ product, variant }) => ({ sku: variant.sku, svg: drawPicture(product, variant) }));

/** A strict reader for the SVG we write: every tag closed in order, every attribute quoted. Throws where it is not. */
function readSvg(svg: string): Set<string> {
  const open: string[] = [];
  const names = new Set<string>();
  const tag = /<(\/?)([a-zA-Z]+)((?:\s[\w:-]+="[^"<>]*")*)\s*(\/?)>|([^<]+)/gy;
  while (tag.lastIndex < svg.length) {
    const at = tag.lastIndex;
    const match = tag.exec(svg);
    if (!match) throw new Error(`not well-formed at ${at}: ${svg.slice(at, at + 60)}`);
    const [, closing, name, , selfClosed] = match;
    if (name === undefined) continue;
    names.add(name);
    if (closing) {
      if (open.pop() !== name) throw new Error(`</${name}> closes another element`);
    } else if (!selfClosed) open.push(name);
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(', ')}`);
  return names;
}

test('every picture is a well-formed SVG of 800 × 600 with nothing but shapes in it', () => {
  const allowed = new Set([
    'svg',
    'defs',
    'linearGradient',
    'radialGradient',
    'pattern',
    'stop',
    'g',
    'rect',
    'path',
    'ellipse',
    'circle',
    'use',
  ]);
  for (const { sku, svg } of pictures) {
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600"'), sku).toBe(true);
    for (const name of readSvg(svg)) expect(allowed.has(name), `${sku} <${name}>`).toBe(true);
    expect(svg, sku).not.toMatch(/script|\son\w+=|https?:(?!\/\/www\.w3\.org\/2000\/svg)|data:|NaN|undefined|Infinity/);
    expect(
      [...svg.matchAll(/href="([^"]*)"/g)].every((ref) => ref[1]?.startsWith('#')),
      sku,
    ).toBe(true);
  }
});

test('a picture weighs at most 8 KB, so that a page of fifty stays light', () => {
  for (const { sku, svg } of pictures) expect(svg.length, sku).toBeLessThan(8192);
});

test('every reference inside a picture points to something in it', () => {
  for (const { sku, svg } of pictures) {
    const ids = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    for (const match of svg.matchAll(/url\(#([^)]+)\)|href="#([^"]+)"/g))
      expect(ids.has(match[1] ?? match[2]), sku).toBe(true);
  }
});

test('variants differ to the eye: no two pictures of a product with colours or finishes are the same', () => {
  for (const product of products) {
    const drawn = product.variants
      .filter(
        (variant, i, all) =>
          all.findIndex(
            (other) =>
              other.options.colour === variant.options.colour &&
              other.options.finish === variant.options.finish &&
              other.options.fabric === variant.options.fabric,
          ) === i,
      )
      .map((variant) => drawPicture(product, variant).replace(/v[0-9a-z]+/g, ''));
    if (product.family !== 'book') expect(new Set(drawn).size, product.code).toBe(drawn.length);
  }
});

test('the green Lund is green and the blue one blue', () => {
  const green = findEntry('LUND-SOFA-GREEN-VELVET');
  const blue = findEntry('LUND-SOFA-BLUE-VELVET');
  expect(drawPicture(green.product, green.variant).toLowerCase()).toContain('#1f6350');
  expect(drawPicture(blue.product, blue.variant).toLowerCase()).toContain('#34547f');
});

test('a chaise ordered on the right is drawn on the right', () => {
  const [left, right] = ['LEFT', 'RIGHT'].map((side) => findEntry(`HEL-CORNER-SOFA-GREY-LINEN-${side}`));
  if (!left || !right) throw new Error('no Hel');
  expect(drawPicture(left.product, left.variant)).not.toBe(drawPicture(right.product, right.variant));
});

test('the dimension drawing carries the measures of the variant', () => {
  for (const product of products) {
    const svg = drawDimensions(product);
    readSvg(svg);
    const m = product.variants[0]?.measures;
    expect(svg, product.code).toContain(`>${product.family === 'rug' ? m?.depthCm : m?.widthCm} cm<`);
    if (m?.seatHeightCm) expect(svg, product.code).toContain(`>${m.seatHeightCm} cm<`);
  }
  expect(drawDimensions(products[0] ?? findEntry('LUND-SOFA-GREEN-VELVET').product, undefined, 'см')).toContain(
    '>214 см<',
  );
});

test('the same variant gives the same picture, byte by byte', () => {
  const hash = (): string =>
    createHash('sha256')
      .update(entries.map(({ product, variant }) => drawPicture(product, variant)).join(''))
      .digest('hex');
  expect(hash()).toBe(hash());
});
