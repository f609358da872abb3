import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../../../test/testServer.ts';
import { statements } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/result.ts';
import { catalogueServer, categories, optionsOf, product, statementsOf, text } from './catalogue.fixture.ts';
import {
  archiveProduct,
  getProduct,
  getProducts,
  getVariantBySku,
  getVariants,
  importProducts,
  listProducts,
  type ProductInput,
  type SavedProduct,
  saveAttributes,
  saveCategories,
  saveCategory,
  saveProduct,
  searchProducts,
  variantsBySku,
} from './index.ts';

let one: TestServer;
let two: TestServer;

beforeAll(async () => {
  one = await catalogueServer();
  two = await catalogueServer({ sharing: one });
  await saveCategories(one.ctx(), categories);
});
afterAll(async () => {
  await two.stop();
  await one.stop();
});

async function save(input: ProductInput, server = one): Promise<SavedProduct> {
  const saved = await saveProduct(server.ctx(), input);
  if (saved instanceof Refusal) throw new Error(saved.reason);
  return saved;
}
let counter = 0;
/** A product of its own for each test. */
function sketch(more: Partial<ProductInput> = {}): ProductInput {
  counter += 1;
  const code = `TEST-${counter}`;
  const choices = [
    { colour: 'green', fabric: 'velvet' },
    { colour: 'blue', fabric: 'velvet' },
  ];
  return { ...product({ code, title: text(`Wildcard ${counter}`), choices }), ...more };
}
const events = async (aggregateId: string) => {
  const { rows } = await sql<{ type: string; aggregate_version: number; data: unknown }>`
    select type, aggregate_version, data from kernel.outbox where aggregate_id = ${aggregateId} order by xid, seq`.execute(
    one.base.db,
  );
  return rows;
};
/** What the words find as they are, nothing dropped or mended. */
const finds = async (query: string) => {
  const { hits, droppedWords, correctedQuery } = await searchProducts(two.ctx(), { query, language: 'pl' });
  return droppedWords.length > 0 || correctedQuery ? [] : hits.map((hit) => hit.productId);
};

describe('saving a product', () => {
  test('keeps it whole, and every server reads and finds it at once', async () => {
    const input = sketch({
      title: text('Karmazyn sofa', 'Sofa Karmazyn', 'Диван Карамзин'),
      brand: 'Velora',
      maker: {
        name: 'Velora sp. z o.o.',
        address: { line1: 'ul. Długa 1', postcode: '90-001', city: 'Łódź', country: 'PL' },
        email: 'gpsr@velora.example',
      },
      attributes: { seats: 3, legs: 'oak', removableCover: true },
      measures: { widthCm: 200, largestBox: { lengthCm: 210, widthCm: 95 } },
      care: text('Wipe.', 'Przetrzyj.', 'Протрите.'),
      warnings: [text('Keep away from fire.', 'Trzymaj z dala od ognia.', 'Держите вдали от огня.')],
    });
    const saved = await save(input);
    expect(saved).toMatchObject({ code: input.code, version: 1, created: true });
    const read = await getProduct(two.ctx(), saved.id);
    expect(read).toMatchObject({
      title: input.title,
      slugs: { en: 'karmazyn-sofa', pl: 'sofa-karmazyn', ru: 'divan-karamzin' },
      categories: [{ code: 'sofas', name: text('Sofas', 'Sofy', 'Диваны') }],
      brand: 'Velora',
      maker: input.maker,
      measures: input.measures,
      options: input.options,
      care: input.care,
      warnings: input.warnings,
      archived: false,
    });
    expect(read.variants.map((variant) => [variant.sku, variant.optionsText.pl])).toEqual([
      [`${input.code}-GREEN-VELVET`, 'zielony, aksamit'],
      [`${input.code}-BLUE-VELVET`, 'niebieski, aksamit'],
    ]);
    expect(read.variants[0]?.options[0]).toEqual({
      code: 'colour',
      label: text('Colour', 'Kolor', 'Цвет'),
      valueCode: 'green',
      valueLabel: text('green', 'zielony', 'зелёный'),
      hex: '#1F6350',
    });
    expect(await finds('karmazyn')).toEqual([saved.id]);
    expect(await events(saved.id)).toEqual([
      {
        type: 'catalogue.product.saved',
        aggregate_version: 1,
        data: { productId: saved.id, variantIds: saved.variants.map((variant) => variant.id) },
      },
    ]);
  });

  test('never deletes a variant the input does not name', async () => {
    const input = sketch();
    const first = await save(input);
    const again = await save({ ...input, version: 1, variants: input.variants.slice(1) });
    expect(again.version).toBe(2);
    expect((await getProduct(one.ctx(), first.id)).variants.map((variant) => variant.id).sort()).toEqual(
      first.variants.map((variant) => variant.id).sort(),
    );
  });

  test('finds nothing by what was taken out', async () => {
    const input = sketch({ title: text('Zamorski fotel') });
    const saved = await save(input);
    expect(await finds('zamorski')).toEqual([saved.id]);
    await save({ ...input, title: text('Krajowy fotel') });
    expect(await finds('zamorski')).not.toContain(saved.id);
    expect(await finds('krajowy')).toEqual([saved.id]);
  });

  test('two admins at once: one saves, the other is told', async () => {
    const input = sketch();
    const saved = await save(input);
    for (let round = 1; round <= 5; round += 1) {
      const answers = await Promise.all([
        saveProduct(one.ctx(), { ...input, version: round, title: text(`Ada ${round}`) }),
        saveProduct(two.ctx(), { ...input, version: round, title: text(`Bob ${round}`) }),
      ]);
      const refused = answers.filter((answer) => answer instanceof Refusal);
      expect(refused).toHaveLength(1);
      expect(refused[0]).toMatchObject({ reason: 'version_conflict' });
      const winner = answers.findIndex((answer) => !(answer instanceof Refusal));
      expect(await getProduct(one.ctx(), saved.id)).toMatchObject({
        version: round + 1,
        title: { en: `${winner === 0 ? 'Ada' : 'Bob'} ${round}` },
      });
    }
  });

  test('two who create the same code at once: one creates it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const input = { ...sketch(), version: 0 };
      const answers = await Promise.all([saveProduct(one.ctx(), input), saveProduct(two.ctx(), input)]);
      expect(answers.filter((answer) => answer instanceof Refusal)).toHaveLength(1);
    }
  });

  test('the same idempotency key saves once', async () => {
    const input = sketch();
    const ctx = one.ctx({ idempotency: { key: newId(), fingerprint: 'same' } });
    const answers = await Promise.all([saveProduct(ctx, input), saveProduct(ctx, input)]);
    expect(answers[0]).toEqual(answers[1]);
    expect((answers[0] as SavedProduct).version).toBe(1);
  });

  test('a script in a title stays text', async () => {
    const title = `<script>alert('x')</script> & "Sofa"`;
    const saved = await save(sketch({ title: text(title) }));
    const answer = await one.app.inject({ url: `/api/shop/products/${saved.id}/catalogue` });
    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.json().title.pl).toBe(title);
    expect(answer.json().slugs.pl).toBe('script-alert-x-script-sofa');
  });

  test('two live variants may not offer the same, but may change places', async () => {
    const input = sketch();
    const [first, second] = input.variants;
    if (!first || !second) throw new Error('two variants');
    await expect(
      save({ ...input, variants: [first, { ...second, options: first.options ?? {} }] }),
    ).rejects.toMatchObject({ code: 'already_exists' });
    await save(input);
    const swapped = {
      ...input,
      variants: [
        { ...first, options: second.options ?? {} },
        { ...second, options: first.options ?? {} },
      ],
    };
    await save(swapped);
    expect((await getVariantBySku(one.ctx(), first.sku))?.optionsText.en).toBe('blue, velvet');
    // An archived one makes place for its successor.
    await save({
      ...input,
      variants: [
        { ...first, archived: true },
        { ...second, archived: true },
        { sku: `${first.sku}-2`, options: first.options ?? {} },
      ],
    });
    expect((await getProduct(one.ctx(), (await save(swapped)).id)).variants.map((variant) => variant.sku)).toEqual([
      `${first.sku}-2`,
    ]);
  });

  test('an SKU, a GTIN or an address of another product is refused, and nothing is saved', async () => {
    const mine = await save(
      sketch({ slug: text('my-own-address'), options: [], variants: [{ sku: 'MINE-1', gtin: '5901234123457' }] }),
    );
    const others: Partial<ProductInput>[] = [
      { options: [], variants: [{ sku: 'MINE-1' }] },
      { options: [], variants: [{ sku: 'OTHER-1', gtin: '5901234123457' }] },
      { slug: text('my-own-address') },
    ];
    for (const other of others) {
      const input = sketch(other);
      await expect(save(input)).rejects.toMatchObject({ code: 'already_exists' });
      expect((await listProducts(one.ctx(), { text: input.code })).items).toEqual([]);
    }
    expect((await getVariantBySku(one.ctx(), 'MINE-1'))?.productId).toBe(mine.id);
  });

  test('every fault is named', async () => {
    const input = sketch({ categoryCode: 'nowhere' });
    await expect(save(input)).rejects.toMatchObject({
      code: 'invalid_request',
      details: { errors: [{ path: 'body/categoryCode' }] },
    });
    await expect(save({ ...input, variants: [{ sku: 'A B', gtin: '123' }] })).rejects.toMatchObject({
      details: { errors: expect.arrayContaining([expect.objectContaining({ path: 'body/variants/0/gtin' })]) },
    });
  });

  test('an old address still leads there after the product is renamed', async () => {
    const input = sketch({ slug: text('first-name') });
    const saved = await save(input);
    await save({ ...input, slug: text('second-name', 'druga-nazwa') });
    for (const slug of ['first-name', 'second-name', 'druga-nazwa'])
      expect((await getProduct(one.ctx(), slug)).id).toBe(saved.id);
    // Until someone else needs it.
    const next = await save(sketch({ slug: text('first-name') }));
    expect((await getProduct(one.ctx(), 'first-name')).id).toBe(next.id);
  });
});

describe('archiving', () => {
  test('takes a product off sale and keeps all that points to it', async () => {
    const saved = await save(sketch({ title: text('Pomarszczony stolik') }));
    expect(await archiveProduct(one.ctx(), { code: saved.code, version: 1, archived: true })).toMatchObject({
      version: 2,
      archived: true,
    });
    expect(await finds('pomarszczony stolik')).not.toContain(saved.id);
    const ids = saved.variants.map((variant) => variant.id);
    expect([...(await getVariants(one.ctx(), ids)).values()].map((variant) => variant.archived)).toEqual([true, true]);
    expect((await getProduct(one.ctx(), saved.id)).archived).toBe(true);
    expect((await events(saved.id)).at(-1)).toEqual({
      type: 'catalogue.product.archived',
      aggregate_version: 2,
      data: { productId: saved.id, variantIds: ids },
    });
    await archiveProduct(one.ctx(), { code: saved.code, version: 2, archived: false });
    expect(await finds('pomarszczony stolik')).toContain(saved.id);
  });

  test('single variants go and come back; an outdated version is refused', async () => {
    const input = sketch({ title: text('Zygzak') });
    const saved = await save(input);
    const sku = `${input.code}-GREEN-VELVET`;
    await archiveProduct(one.ctx(), { code: saved.code, version: 1, variants: [{ sku, archived: true }] });
    expect((await getProduct(one.ctx(), saved.id)).variants.map((variant) => variant.sku)).toEqual([
      `${input.code}-BLUE-VELVET`,
    ]);
    expect((await getProduct(one.ctx(), saved.id, { withArchived: true })).variants).toHaveLength(2);
    expect(await archiveProduct(one.ctx(), { code: saved.code, version: 1, archived: true })).toMatchObject({
      reason: 'version_conflict',
    });
    await expect(
      archiveProduct(one.ctx(), { code: saved.code, version: 2, variants: [{ sku: 'NOPE', archived: true }] }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(archiveProduct(one.ctx(), { code: 'NOPE', version: 1 })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('saving again does not put an archived variant back by itself', async () => {
    const input = sketch();
    const saved = await save(input);
    await archiveProduct(one.ctx(), {
      code: saved.code,
      version: 1,
      archived: true,
      variants: [{ sku: `${input.code}-GREEN-VELVET`, archived: true }],
    });
    await save(input);
    expect(await getProduct(one.ctx(), saved.id)).toMatchObject({
      archived: true,
      variants: [{ sku: `${input.code}-BLUE-VELVET` }],
    });
  });
});

describe('categories and attributes', () => {
  test("products are found by a category's new name, and no longer by the old one", async () => {
    await saveCategories(one.ctx(), [
      { code: 'parent', name: text('Cytrynia') },
      { code: 'child', parentCode: 'parent', name: text('Hamakownia') },
    ]);
    const saved = await save(sketch({ categoryCode: 'child' }));
    expect(await finds('hamakownia')).toEqual([saved.id]);
    expect(await finds('cytrynia')).toEqual([saved.id]);
    await saveCategory(one.ctx(), { code: 'parent', name: text('Malinia') });
    expect(await finds('malinia')).toEqual([saved.id]);
    expect(await finds('cytrynia')).toEqual([]);
  });

  test('a category cannot lie below itself, also when two moves happen at once', async () => {
    await saveCategories(one.ctx(), [
      { code: 'loop-a', name: text('Loop a') },
      { code: 'loop-b', name: text('Loop b') },
    ]);
    await expect(
      saveCategory(one.ctx(), { code: 'loop-a', parentCode: 'loop-a', name: text('Loop a') }),
    ).rejects.toMatchObject({ code: 'invalid_request' });
    const moves = await Promise.allSettled([
      saveCategory(one.ctx(), { code: 'loop-a', parentCode: 'loop-b', name: text('Loop a') }),
      saveCategory(two.ctx(), { code: 'loop-b', parentCode: 'loop-a', name: text('Loop b') }),
    ]);
    expect(moves.filter((move) => move.status === 'fulfilled')).toHaveLength(1);
  });

  test('an outdated category is refused', async () => {
    await saveCategory(one.ctx(), { code: 'versioned', name: text('Versioned') });
    expect(await saveCategory(one.ctx(), { code: 'versioned', name: text('Versioned'), version: 1 })).toMatchObject({
      version: 2,
    });
    expect(await saveCategory(one.ctx(), { code: 'versioned', name: text('Versioned'), version: 1 })).toMatchObject({
      reason: 'version_conflict',
    });
  });

  test("products are found by an attribute value's name, and show it in their facts", async () => {
    await saveAttributes(one.ctx(), [
      {
        code: 'finish',
        kind: 'enum',
        label: text('Finish', 'Wykończenie', 'Отделка'),
        values: { x1: text('Zebrano') },
      },
    ]);
    const saved = await save(sketch({ attributes: { finish: 'x1', weight: 12 } }));
    expect(await finds('zebrano')).toEqual([saved.id]);
    expect((await getProduct(one.ctx(), saved.id)).facts).toEqual([
      {
        code: 'finish',
        label: text('Finish', 'Wykończenie', 'Отделка'),
        value: 'x1',
        text: text('Zebrano'),
        unit: null,
      },
      { code: 'weight', label: text('weight'), value: 12, text: null, unit: null },
    ]);
    await saveAttributes(one.ctx(), [
      {
        code: 'finish',
        kind: 'enum',
        label: text('Finish', 'Wykończenie', 'Отделка'),
        values: { x1: text('Bubinga') },
      },
    ]);
    expect(await finds('bubinga')).toEqual([saved.id]);
  });

  test('a renamed category of very many products is indexed by a job, in steps', async () => {
    await saveCategory(one.ctx(), { code: 'crowd', name: text('Tlumnia') });
    const many = Array.from({ length: 130 }, () => sketch({ categoryCode: 'crowd' }));
    await importProducts(one.ctx(), many);
    await saveCategory(one.ctx(), { code: 'crowd', name: text('Ludnia') });
    await one.settle();
    expect((await searchProducts(one.ctx(), { query: 'ludnia', language: 'pl' })).total).toBe(130);
  });

  test('savers and renamers at once neither deadlock nor leave an old name behind', async () => {
    await saveCategory(one.ctx(), { code: 'busy', name: text('Przedtem') });
    const inputs = Array.from({ length: 8 }, () => sketch({ categoryCode: 'busy' }));
    await importProducts(one.ctx(), inputs);
    await Promise.all([
      ...inputs.map((input, index) => save(input, index % 2 ? one : two)),
      saveCategory(two.ctx(), { code: 'busy', name: text('Potemnia') }),
      importProducts(one.ctx(), inputs.toReversed()),
      ...inputs.map((input, index) => save(input, index % 2 ? two : one)),
    ]);
    const answer = await searchProducts(one.ctx(), { query: 'potemnia', language: 'pl' });
    expect(answer).toMatchObject({ total: 8, droppedWords: [], correctedQuery: null });
  });
});

describe('reading', () => {
  test('lists and batches take a constant number of statements', async () => {
    const saved = await importProducts(
      one.ctx(),
      Array.from({ length: 60 }, () => sketch()),
    );
    const productIds = saved.map((each) => each.id);
    const variantIds = saved.flatMap((each) => each.variants.map((variant) => variant.id));
    const skus = saved.flatMap((each) => each.variants.map((variant) => variant.sku));
    expect(await statementsOf(() => getProducts(one.ctx(), productIds))).toBe(1);
    expect(await statementsOf(() => getVariants(one.ctx(), variantIds))).toBe(1);
    expect(await statementsOf(() => variantsBySku(one.ctx(), skus))).toBe(1);
    expect(await statementsOf(() => listProducts(one.ctx(), { limit: 50 }))).toBe(1);
    expect(await statementsOf(() => getProduct(one.ctx(), productIds[0] ?? ''))).toBe(1);
    expect((await getProducts(one.ctx(), productIds)).size).toBe(60);
    expect((await getVariants(one.ctx(), [...variantIds, newId()])).size).toBe(120);
  });

  test('the staff list pages by code and finds by part of a title, SKU or code', async () => {
    const saved = await save(sketch({ title: text('Percent 100%_sofa') }));
    expect((await listProducts(one.ctx(), { text: '100%_' })).items.map((item) => item.id)).toEqual([saved.id]);
    expect(
      (await listProducts(one.ctx(), { text: `${saved.code}-green`.toLowerCase() })).items.map((item) => item.id),
    ).toEqual([saved.id]);
    const first = await listProducts(one.ctx(), { limit: 10 });
    const second = await listProducts(one.ctx(), {
      limit: 10,
      ...(first.nextCursor ? { cursor: first.nextCursor } : {}),
    });
    expect(new Set([...first.items, ...second.items].map((item) => item.id)).size).toBe(20);
  });

  test('what does not exist is not found', async () => {
    for (const key of [newId(), 'no-such-slug', '\u0000'])
      await expect(getProduct(one.ctx(), key)).rejects.toMatchObject({ code: 'not_found' });
    expect(await getProducts(one.ctx(), [])).toEqual(new Map());
  });
});

test('an import of 120 products with 600 variants and 700 pictures takes a constant number of statements', async () => {
  const svg = (name: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600"><title>${name}</title><path d="${'M0 0L1 1'.repeat(300)}"/></svg>`;
  const picture = (name: string, kind: 'picture' | 'dimensions' = 'picture') => ({
    kind,
    contentType: 'image/svg+xml' as const,
    content: svg(name),
    alt: text(name),
  });
  const choices = ['green', 'blue', 'grey', 'oak', 'linen'].map((colour) => ({ colour }));
  const inputs = Array.from({ length: 120 }, (_, index) => ({
    ...sketch({
      title: text(`Bulk sofa ${index}`),
      attributes: { seats: 3, legs: 'oak' },
      measures: { widthCm: 100 + index },
    }),
    options: optionsOf(choices),
    pictures: [picture(`dims ${index}`, 'dimensions')],
    variants: choices.map((options) => ({
      sku: `BULK-${index}-${options.colour}`,
      options,
      pictures: [picture(`${index} ${options.colour}`)],
    })),
  }));
  const before = statements.sent;
  const saved = await importProducts(one.ctx(), inputs);
  const sent = statements.sent - before;
  expect(saved).toHaveLength(120);
  expect(sent).toBeLessThanOrEqual(3 * 25);
  expect((await getProduct(one.ctx(), saved[7]?.id ?? '')).pictures).toHaveLength(6);
});
