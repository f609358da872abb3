import { beforeAll, describe, expect, test } from 'vitest';
import { assortment, categories, product, statementsOf, text, useCatalogue } from '../catalogue.fixture.ts';
import {
  archiveProduct,
  getProducts,
  getVariants,
  importProducts,
  recallSearch,
  type SearchAnswer,
  type SearchInput,
  saveAttributes,
  saveCategories,
  saveProduct,
  searchProducts,
} from '../index.ts';

const { server } = useCatalogue();

beforeAll(async () => {
  await saveCategories(server().ctx(), categories);
  await saveAttributes(server().ctx(), [
    {
      code: 'legs',
      kind: 'enum',
      label: text('Legs', 'Nogi', 'Ножки'),
      values: { oak: text('oak', 'dąb', 'дуб'), steel: text('steel', 'stal', 'сталь') },
    },
    { code: 'seats', kind: 'number', label: text('Seats', 'Liczba miejsc', 'Число мест') },
    {
      code: 'removableCover',
      kind: 'boolean',
      label: text('Removable cover', 'Zdejmowany pokrowiec', 'Съёмный чехол'),
    },
  ]);
  await importProducts(server().ctx(), assortment);
});

/** Every search of this file is answered by the database and by what is remembered, and both must say the same. */
async function search(query: string, more: Partial<SearchInput> = {}): Promise<SearchAnswer> {
  const input = { query, language: 'pl', ...more } as const;
  const { memory } = server().base;
  memory.trust(60_000);
  const [fresh, recalled] = await Promise.allSettled([
    searchProducts(server().ctx(), input),
    recallSearch(server().ctx(), input),
  ]);
  memory.sleep();
  expect(recalled).toEqual(fresh);
  if (fresh.status === 'rejected') throw fresh.reason;
  return fresh.value;
}
/** The SKUs of the hits' variants, best first. */
async function found(query: string, more: Partial<SearchInput> = {}): Promise<string[]> {
  const { hits } = await search(query, more);
  const cards = await getVariants(
    server().ctx(),
    hits.map((hit) => hit.variantId),
  );
  return hits.map((hit) => cards.get(hit.variantId)?.sku ?? '?');
}

describe('the green velvet sofa is found first', () => {
  test.each([
    'zielona sofa welur',
    'sofa z zielonego aksamitu',
    'zielone sofy',
    'green velvet sofa',
    'gren velvt sofa',
    'зеленый бархатный диван',
    'зелёную софу',
    'ZIELONA KANAPA AKSAMITNA',
    'zielonej sofy z aksamitu',
    'couch green',
    'зелёный velvet sofa',
    'lund zielony',
    'лунд зелёный',
    'lund green',
    'LUND-SOFA-GREEN-VELVET',
    'lund sofa green velvet',
    'LUND-SOFA-GREEN',
  ])('by "%s"', async (query) => {
    expect((await found(query))[0]).toBe('LUND-SOFA-GREEN-VELVET');
  });
});

test('a thing called by the very word stands before one that only means the same', async () => {
  await importProducts(server().ctx(), [
    product({
      code: 'SWAN-COUCH',
      title: text('Swan settee', 'Kozetka Swan', 'Канапе Swan'),
      categoryCode: 'armchairs',
      options: [],
      variants: [{ sku: 'SWAN-1' }],
    }),
    product({
      code: 'TERN-COUCH',
      title: text('Tern couch', 'Kanapa Tern', 'Диванчик Tern'),
      categoryCode: 'armchairs',
      options: [],
      variants: [{ sku: 'TERN-1' }],
    }),
  ]);
  const skus = await found('couch');
  expect(skus.filter((sku) => /^(TERN|SWAN)/.test(sku))).toEqual(['TERN-1', 'SWAN-1']);
  await archiveProduct(server().ctx(), { code: 'SWAN-COUCH', version: 1, archived: true });
  await archiveProduct(server().ctx(), { code: 'TERN-COUCH', version: 1, archived: true });
});

test('only what answers to every word is found', async () => {
  expect(await found('green velvet sofa')).not.toContain('NIDA-SOFA-GREY-LINEN');
  expect(await found('lniana sofa')).toEqual(
    ['NIDA-SOFA-GREEN-LINEN', 'LUND-SOFA-GREY-LINEN'].sort((a, b) => (a < b ? -1 : 1)),
  );
});

test('a thing called so stands before one that only mentions it', async () => {
  const skus = await found('sofa');
  expect(skus.slice(0, 2)).toEqual(['LUND-SOFA-BLUE-VELVET', 'NIDA-SOFA-GREEN-LINEN']);
  expect(skus.slice(2).sort()).toEqual(['AVA-ARMCHAIR-GREEN-VELVET', 'MOSS-CUSHION-BLUE-VELVET']);
});

describe('the eight kinds of query', () => {
  test('Polish without diacritics', async () => {
    expect((await found('lozko'))[0]).toMatch(/^OSLO-BED/);
    expect((await found('łóżka'))[0]).toMatch(/^OSLO-BED/);
  });
  test.each(['90x200', '90 x 200 cm', 'łóżko 90×200', '200x90', 'кровать 90 на 200 см'])(
    'a measure: %s',
    async (query) => {
      expect((await found(query))[0]).toBe('OSLO-BED-90X200');
    },
  );
  test('a width', async () => {
    expect(await found('sofa 214 cm')).toEqual(['LUND-SOFA-BLUE-VELVET']);
  });
  test.each(['2-seater', 'sofa dwuosobowa', 'двухместный диван', 'sofa 2 os'])('a feature: %s', async (query) => {
    expect((await found(query))[0]).toBe('NIDA-SOFA-GREEN-LINEN');
  });
  test('an attribute by the name of its value or its own', async () => {
    expect(await found('sofa dębowe nogi')).toEqual(['LUND-SOFA-BLUE-VELVET']);
    expect(await found('диван со съёмным чехлом')).toEqual(['LUND-SOFA-BLUE-VELVET']);
  });
  test('a brand and a category', async () => {
    expect(await found('velora studio')).toEqual(['LUND-SOFA-BLUE-VELVET']);
    expect((await found('fotele'))[0]).toMatch(/^AVA/);
  });
  test('words of buying do not narrow', async () => {
    expect((await found('kup tania zielona sofa'))[0]).toBe('LUND-SOFA-GREEN-VELVET');
  });
  test('a question about service is answered as one', async () => {
    expect(await search('godziny otwarcia')).toMatchObject({
      intent: { intent: 'opening_hours', exclusive: true },
      droppedWords: [],
      hits: [],
    });
    expect(await search('returns')).toMatchObject({ intent: { intent: 'returns', exclusive: true } });
    expect((await search('zielona sofa')).intent).toBeNull();
  });
});

describe('codes', () => {
  test('a part of an SKU, its beginning among them, finds what has it', async () => {
    await saveProduct(
      server().ctx(),
      product({
        code: 'KX-3S-100',
        title: text('Kivi', 'Kivi', 'Киви'),
        categoryCode: 'beds',
        options: [],
        variants: [{ sku: 'KX-3S-100-GRN' }],
      }),
    );
    for (const query of ['KX-3S-100-GRN', 'kx3s100grn', 'KX-3S-100', 'kx-3s-100-g', 'KX GRN', 'grn']) {
      expect((await found(query))[0], query).toBe('KX-3S-100-GRN');
    }
  });
  test('an SKU in any writing finds exactly its variant', async () => {
    for (const query of ['LUND-SOFA-GREEN-VELVET', 'lund sofa green velvet', 'lundsofagreenvelvet']) {
      expect(await search(query)).toMatchObject({ exact: true, total: 1, correctedQuery: null, droppedWords: [] });
    }
  });
  test('an EAN finds its variant, with and without the leading zero', async () => {
    const gtin = '036000291452';
    await saveProduct(
      server().ctx(),
      product({
        code: 'GTIN-LAMP',
        title: text('Lampa', 'Lampa', 'Лампа'),
        categoryCode: 'beds',
        variants: [{ sku: 'GTIN-LAMP', gtin }],
        options: [],
      }),
    );
    expect(await found(gtin)).toEqual(['GTIN-LAMP']);
    expect(await found(`0${gtin}`)).toEqual(['GTIN-LAMP']);
    expect(await found('0360-0029-1452')).toEqual(['GTIN-LAMP']);
  });
});

describe('when words fail', () => {
  test('typos are mended and the answer says so', async () => {
    // "velvt" needs no mending: its stem is velvet's.
    expect(await search('gren velvt sofa')).toMatchObject({ correctedQuery: 'green velvt sofa', droppedWords: [] });
    expect(await search('grene velvte soffa')).toMatchObject({
      correctedQuery: expect.stringContaining('sofa'),
      droppedWords: [],
    });
    expect((await search('sofa ndia')).correctedQuery).toBe('sofa nida');
    expect((await search('lumd')).correctedQuery).toBe('lund');
    expect((await search('velora studoi')).correctedQuery).toBe('velora studio');
    expect((await search('деван')).correctedQuery).toBe('диван');
    expect((await search('zelona sofa')).correctedQuery).toBe('zielony sofa');
    expect((await search('aksamtina sofa')).hits).not.toHaveLength(0);
  });
  test('words that are found, or are in the dictionary, are never "mended"', async () => {
    for (const query of ['lund', 'zielonego aksamitu', 'лунд', 'kanapa', 'softly rounded']) {
      expect((await search(query)).correctedQuery, query).toBeNull();
    }
  });
  test('a word is not mended into one this shop has nothing for, nor into another form of itself', async () => {
    // "dywan" and "flower" are words of the dictionary; there are neither rugs nor flowers here.
    expect(await search('sofa dywn')).toMatchObject({ correctedQuery: null, droppedWords: ['dywn'] });
    expect(await search('sofa flowers')).toMatchObject({ correctedQuery: null, droppedWords: ['flowers'] });
  });
  test('the word nothing is found with is dropped and named', async () => {
    const answer = await search('zielona sofa qwertyuiop');
    expect(answer.droppedWords).toEqual(['qwertyuiop']);
    expect(await found('zielona sofa qwertyuiop')).toEqual(await found('zielona sofa'));
  });
  test('between words that exclude each other the rarest is dropped', async () => {
    // Beds come in no colour here: "bed" is rarer than "blue velvet".
    const answer = await search('blue velvet bed');
    expect(answer.droppedWords).toEqual(['bed']);
    expect(answer.total).toBeGreaterThan(0);
  });
  test('a query of nothing known shows the assortment and says that all was dropped', async () => {
    for (const query of ['qwertyuiop asdfghjkl', '???', '\u0000']) {
      const answer = await search(query);
      expect(answer.droppedWords.length, query).toBeGreaterThan(0);
      expect(answer.total, query).toBeGreaterThan(4);
    }
  });
  test('hostile input is only text', async () => {
    for (const query of [
      "'; drop table catalogue.product; --",
      "sofa' | '",
      'sofa & !green | (',
      '\\',
      "a'b\\'c:*A",
      `${'sofa '.repeat(200)}`,
      '<script>alert(1)</script>',
    ]) {
      await expect(search(query)).resolves.toHaveProperty('hits');
    }
  });
});

describe('filters', () => {
  const facet = async (code: string, more: Partial<SearchInput> = {}) => {
    const { facets } = await search('', { facets: true, ...more });
    return Object.fromEntries(
      facets.find((one) => one.code === code)?.values.map((value) => [value.value, value.count]) ?? [],
    );
  };
  test('values count products; their own filter does not reduce them, others do, and zero stays', async () => {
    expect(await facet('colour', { categorySlug: 'sofy' })).toEqual({ blue: 1, green: 2, grey: 2 });
    expect(await facet('colour', { categorySlug: 'sofy', filters: { options: { colour: ['blue'] } } })).toEqual({
      blue: 1,
      green: 2,
      grey: 2,
    });
    expect(await facet('colour', { categorySlug: 'sofy', filters: { options: { fabric: ['velvet'] } } })).toEqual({
      blue: 1,
      green: 1,
      grey: 0,
    });
    expect(await facet('legs', { categorySlug: 'sofy', filters: { options: { fabric: ['velvet'] } } })).toEqual({
      oak: 1,
      steel: 0,
    });
  });
  test('every count is what one gets by choosing that value', async () => {
    for (const filters of [
      {},
      { options: { colour: ['green'] } },
      { options: { colour: ['green', 'blue'], fabric: ['velvet'] } },
      { attributes: { seats: ['3'] }, options: { fabric: ['linen'] } },
    ]) {
      for (const query of ['', 'sofa']) {
        const { facets } = await search(query, { facets: true, filters });
        for (const { code, values } of facets.filter((one) => one.kind === 'values')) {
          for (const { value, count } of values) {
            const { options = {}, attributes = {} } = filters as {
              options?: Record<string, string[]>;
              attributes?: Record<string, string[]>;
            };
            const { total } = await search(query, {
              filters: { options: { ...options, ...attributes, [code]: [value] } },
            });
            expect(total, `${query} ${JSON.stringify(filters)} ${code}=${value}`).toBe(count);
          }
        }
        for (const { value, count } of facets.find((one) => one.kind === 'category')?.values ?? []) {
          expect((await search(query, { filters, categorySlug: value })).total, value).toBe(count);
        }
      }
    }
  });
  test('a product counts only where one variant has all that is asked', async () => {
    const { hits } = await search('sofa', { filters: { options: { colour: ['grey'], fabric: ['velvet'] } } });
    expect(hits).toEqual([]);
  });
  test('facets have names, swatches and what is chosen', async () => {
    const { facets } = await search('sofa', { facets: true, filters: { options: { colour: ['green'] } } });
    const colour = facets.find((one) => one.code === 'colour');
    expect(colour).toMatchObject({ kind: 'values', label: { pl: 'Kolor' } });
    expect(colour?.values.find((value) => value.value === 'green')).toEqual({
      value: 'green',
      label: text('green', 'zielony', 'зелёный'),
      hex: '#1F6350',
      count: 4,
      selected: true,
    });
    expect(facets.find((one) => one.code === 'removableCover')?.values[0]?.label.pl).toBe('Tak');
    expect(facets.find((one) => one.code === 'widthCm')).toMatchObject({ kind: 'range', min: 168, max: 214 });
  });
  test('categories count what lies below them', async () => {
    expect(await facet('category')).toMatchObject({ sofy: 2, fotele: 1, lozka: expect.any(Number), poduszki: 1 });
    expect(await facet('category', { categorySlug: 'sofy' })).toEqual({ 'sofy-proste': 2, narozniki: 0 });
  });
  test('a category is known by its address in any language, and an unknown one is not found', async () => {
    for (const slug of ['sofas', 'sofy', 'divany']) expect((await search('', { categorySlug: slug })).total).toBe(2);
    await expect(search('', { categorySlug: 'statki' })).rejects.toMatchObject({ code: 'not_found' });
  });
  test('measures filter by bounds, and what does not say its width is left out', async () => {
    expect(await found('', { filters: { measures: { widthCm: { min: 200 } } } })).toEqual(['LUND-SOFA-BLUE-VELVET']);
    expect(await found('', { filters: { measures: { widthCm: { min: 160, max: 170 } } } })).toEqual([
      'NIDA-SOFA-GREEN-LINEN',
    ]);
  });
  test('an emptied list says what each filter alone takes away', async () => {
    const answer = await search('sofa', {
      categorySlug: 'sofas',
      filters: { options: { colour: ['green'] }, attributes: { legs: ['steel'] }, measures: { widthCm: { min: 200 } } },
    });
    expect(answer).toMatchObject({ total: 0, droppedWords: [] });
    expect(answer.relaxations).toEqual([
      { filter: 'legs', total: 1 },
      { filter: 'widthCm', total: 1 },
    ]);
    const one = await search('sofa', { filters: { options: { colour: ['blue'] }, attributes: { legs: ['steel'] } } });
    expect(one.relaxations).toEqual([
      { filter: 'legs', total: 3 },
      { filter: 'colour', total: 1 },
    ]);
    const elsewhere = await search('sofa', { categorySlug: 'beds' });
    expect(elsewhere).toMatchObject({ total: 0, droppedWords: [], relaxations: [{ filter: 'category', total: 4 }] });
  });
  test('a filter by what nothing has finds nothing', async () => {
    for (const value of ['purple', '', '\u0000', "'; --", '{}', 'a=b']) {
      expect((await search('sofa', { filters: { options: { colour: [value] } } })).total, value).toBe(0);
      expect((await search('sofa', { filters: { attributes: { [`x${value}`]: ['1'] } } })).total, value).toBe(0);
    }
  });
  test('only given variants are found, in the given order if asked', async () => {
    const all = await search('sofa');
    const cards = await getProducts(
      server().ctx(),
      all.hits.map((hit) => hit.productId),
    );
    const ids = [...cards.values()].flatMap((one) => one.variants.map((variant) => variant.id)).reverse();
    const given = await search('sofa', { filters: { variantIds: ids }, sort: 'given' });
    expect(given.hits.map((hit) => hit.variantId)).toEqual(
      ids.filter((id) => given.hits.some((hit) => hit.variantId === id)),
    );
    expect(given.total).toBe(all.total);
    expect(
      (await search('sofa', { filters: { variantIds: ids.slice(0, 1) } })).hits.map((hit) => hit.variantId),
    ).toEqual(ids.slice(0, 1));
    expect((await search('sofa', { filters: { variantIds: [] } })).total).toBe(0);
  });
});

describe('pages', () => {
  test.each(['relevance', 'newest'] as const)('sorted by %s hold every product once', async (sort) => {
    const whole = (await search('', { sort })).hits.map((hit) => hit.productId);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search('', { sort, limit: 2, ...(cursor ? { cursor } : {}) });
      paged.push(...page.hits.map((hit) => hit.productId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(paged.length);
  });
  test('a cursor that is not ours is refused', async () => {
    for (const cursor of [
      'x',
      Buffer.from('[1,2,3,"x"]').toString('base64url'),
      Buffer.from('[9007199254740993,2,3,"00000000-0000-7000-8000-000000000000"]').toString('base64url'),
      Buffer.from('[1.5,2,3,"00000000-0000-7000-8000-000000000000"]').toString('base64url'),
    ]) {
      await expect(search('', { cursor })).rejects.toMatchObject({ code: 'invalid_cursor' });
    }
  });
});

test('a search is one statement, three at most when words fail', async () => {
  const sent = (query: string, more: Partial<SearchInput> = {}) =>
    statementsOf(() => searchProducts(server().ctx(), { query, language: 'pl', facets: true, limit: 50, ...more }));
  expect(await sent('zielona sofa welur')).toBe(1);
  expect(await sent('')).toBe(1);
  expect(await sent('gren velvt sofa')).toBe(2);
  expect(await sent('zielona sofa qwertyuiop')).toBe(3);
  expect(await sent('qwertyuiop', { categorySlug: 'sofas', filters: { options: { colour: ['green'] } } })).toBe(3);
});
