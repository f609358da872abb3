import { beforeAll, describe, expect, test } from 'vitest';
import { categories, product, text, useCatalogue } from './catalogue.fixture.ts';
import { addPicture, getProduct, type PictureInput, type SavedProduct, saveCategories, saveProduct } from './index.ts';

const { server } = useCatalogue();
beforeAll(async () => {
  await saveCategories(server().ctx(), categories);
});

const svg = (inside = '', size = 'viewBox="0 0 800 600"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`;
const drawing = (content: string, kind: PictureInput['kind'] = 'picture'): PictureInput => ({
  kind,
  contentType: 'image/svg+xml',
  content,
  alt: text('A sofa', 'Sofa', 'Диван'),
});
/** One grey pixel. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
let counter = 0;
async function save(pictures: PictureInput[], variantPictures?: PictureInput[], code?: string): Promise<SavedProduct> {
  counter += 1;
  const used = code ?? `PICTURED-${counter}`;
  const input = product({ code: used, title: text(used), choices: [{ colour: 'green' }, { colour: 'blue' }] });
  const variants = input.variants.map((variant, index) =>
    index === 1 && variantPictures ? { ...variant, pictures: variantPictures } : variant,
  );
  return (await saveProduct(server().ctx(), { ...input, pictures, variants })) as SavedProduct;
}
const read = (id: string) => getProduct(server().ctx(), id);

describe('a picture is served', () => {
  test('for ever, in a sandbox, and not again to who has it', async () => {
    const saved = await save([drawing(svg('<rect width="1" height="1"/>'))]);
    const [picture] = (await read(saved.id)).pictures;
    expect(picture).toMatchObject({ width: 800, height: 600, kind: 'picture', alt: text('A sofa', 'Sofa', 'Диван') });
    const answer = await server().app.inject({ url: picture?.url ?? '' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe(svg('<rect width="1" height="1"/>'));
    expect(answer.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
    });
    const again = await server().app.inject({
      url: picture?.url ?? '',
      headers: { 'if-none-match': `W/${answer.headers.etag}` },
    });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    expect(again.headers.etag).toBe(answer.headers.etag);
  });

  test('as the type it is', async () => {
    const saved = await save([{ kind: 'picture', contentType: 'image/png', content: png, alt: text('A sofa') }]);
    const [picture] = (await read(saved.id)).pictures;
    expect(picture).toMatchObject({ width: 1, height: 1, url: expect.stringMatching(/\.png$/) });
    const answer = await server().app.inject({ url: picture?.url ?? '' });
    expect(answer.headers['content-type']).toBe('image/png');
    expect(answer.rawPayload.toString('base64')).toBe(png);
    expect((await server().app.inject({ url: (picture?.url ?? '').replace('.png', '.svg') })).statusCode).toBe(404);
  });

  test.each([
    '/media/nothing.svg',
    '/media/00000000-0000-7000-8000-000000000000.svg',
    '/media/..%2f..%2fetc%2fpasswd',
    '/media/00000000-0000-7000-8000-000000000000.html',
  ])('and nothing else: %s', async (url) => {
    expect((await server().app.inject({ url })).statusCode).toBeGreaterThanOrEqual(400);
  });
});

test("a variant shows its own picture, and the product's where it has none", async () => {
  const saved = await save([drawing(svg('<title>product</title>'))], [drawing(svg('<title>blue</title>'))]);
  const { variants, pictures } = await read(saved.id);
  const of = (title: string) => pictures.find((picture) => (title === 'blue') === (picture.variantId !== null))?.url;
  expect(variants.map((variant) => variant.pictureUrl)).toEqual([of('product'), of('blue')]);
});

test('saving again keeps known pictures, adds new ones and still serves those taken off', async () => {
  const saved = await save([drawing(svg('<title>1</title>')), drawing(svg('<title>2</title>'))]);
  const before = (await read(saved.id)).pictures;
  await save([drawing(svg('<title>3</title>')), drawing(svg('<title>2</title>'))], undefined, saved.code);
  const after = (await read(saved.id)).pictures;
  expect(after).toHaveLength(2);
  expect(after[1]?.id).toBe(before[1]?.id);
  expect(after.map((picture) => picture.id)).not.toContain(before[0]?.id);
  expect((await server().app.inject({ url: before[0]?.url ?? '' })).statusCode).toBe(200);
  await save([drawing(svg('<title>1</title>'))], undefined, saved.code);
  expect((await read(saved.id)).pictures.map((picture) => picture.id)).toEqual([before[0]?.id]);
});

test('one more picture is added, and the same one twice is one', async () => {
  const saved = await save([drawing(svg('<title>1</title>'))]);
  const sku = `${saved.code}-GREEN`;
  const first = await addPicture(server().ctx(), saved.code, { ...drawing(svg('<title>green</title>')), sku });
  const again = await addPicture(server().ctx(), saved.code, { ...drawing(svg('<title>green</title>')), sku });
  expect(again.id).toBe(first.id);
  const { variants, pictures, version } = await read(saved.id);
  expect(pictures).toHaveLength(2);
  expect(variants[0]?.pictureUrl).toBe(first.url);
  expect(version).toBe(3);
  await expect(addPicture(server().ctx(), 'NOPE', drawing(svg()))).rejects.toMatchObject({ code: 'not_found' });
  await expect(addPicture(server().ctx(), saved.code, { ...drawing(svg()), sku: 'NOPE' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test.each<[string, PictureInput]>([
  ['an SVG with a script', drawing(svg('<script>alert(1)</script>'))],
  ['an SVG with a handler', drawing(svg('<rect onload="alert(1)"/>'))],
  [
    'HTML that calls itself a PNG',
    { kind: 'picture', contentType: 'image/png', content: Buffer.from('<html>').toString('base64'), alt: text('x') },
  ],
  ['what is no base64', { kind: 'picture', contentType: 'image/png', content: '<svg>', alt: text('x') }],
  ['an SVG that is too large', drawing(svg(`<path d="${'M0 0 '.repeat(120_000)}"/>`))],
])('%s is refused, and the product is not saved', async (_, picture) => {
  const code = `REFUSED-${counter + 1}`;
  await expect(save([picture], undefined, code)).rejects.toMatchObject({ code: 'invalid_request' });
  expect((await server().app.inject({ url: `/api/shop/products/${code.toLowerCase()}/catalogue` })).statusCode).toBe(
    404,
  );
});
