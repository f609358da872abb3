import { afterAll, beforeAll } from 'vitest';
import { type TestServer, type TestServerOptions, testConfig, testServer } from '../../../test/testServer.ts';
import { statements } from '../../kernel/database.ts';
import { composeModules } from '../../modules.ts';
import { catalogueModule } from './index.ts';
import type { CategoryInput, OptionDefinition, ProductInput, VariantInput } from './types.ts';

/** For tests: a server with the catalogue, whether or not it is composed already. */
export function catalogueServer(options: TestServerOptions = {}): Promise<TestServer> {
  const composed = composeModules(testConfig()).modules.some((module) => module.name === catalogueModule.name);
  return testServer({ ...options, extra: composed ? [] : [catalogueModule] });
}

/** One server for a test file. */
export function useCatalogue(): { server(): TestServer } {
  let server: TestServer | undefined;
  beforeAll(async () => {
    server = await catalogueServer();
  });
  afterAll(() => server?.stop());
  return {
    server() {
      if (!server) throw new Error('the server starts before the tests');
      return server;
    },
  };
}

/** Statements a reading act takes: the least of three, because jobs of the server run beside it. */
export async function statementsOf(act: () => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const before = statements.sent;
    await act();
    counts.push(statements.sent - before);
  }
  return Math.min(...counts);
}

export const text = (en: string, pl = en, ru = en) => ({ en, pl, ru });

const values: Record<string, { label: ReturnType<typeof text>; hex?: string }> = {
  green: { label: text('green', 'zielony', 'зелёный'), hex: '#1F6350' },
  blue: { label: text('blue', 'niebieski', 'синий'), hex: '#34547F' },
  grey: { label: text('grey', 'szary', 'серый'), hex: '#8E9190' },
  velvet: { label: text('velvet', 'aksamit', 'бархат') },
  linen: { label: text('linen', 'len', 'лён') },
  oak: { label: text('oak', 'dąb', 'дуб') },
  '90x200': { label: text('90 × 200 cm', '90 × 200 cm', '90 × 200 см') },
  '160x200': { label: text('160 × 200 cm', '160 × 200 cm', '160 × 200 см') },
};
const names: Record<string, ReturnType<typeof text>> = {
  colour: text('Colour', 'Kolor', 'Цвет'),
  fabric: text('Fabric', 'Tkanina', 'Обивка'),
  size: text('Size', 'Rozmiar', 'Размер'),
};

/** The options of a product from its variants' choices. */
export function optionsOf(choices: readonly Record<string, string>[]): OptionDefinition[] {
  return Object.keys(choices[0] ?? {}).map((code) => ({
    code,
    label: names[code] ?? text(code),
    values: [...new Set(choices.map((choice) => choice[code] ?? ''))].map((value) => ({
      code: value,
      label: text(value),
      ...values[value],
    })),
  }));
}

export interface ProductSketch extends Partial<Omit<ProductInput, 'variants' | 'title' | 'code'>> {
  code: string;
  title: ProductInput['title'];
  /** One variant each; the SKU is made of code and choices. */
  choices?: Record<string, string>[];
  variants?: VariantInput[];
}

export function product({ choices = [{}], ...sketch }: ProductSketch): ProductInput {
  return {
    description: text(''),
    categoryCode: 'sofas',
    taxClass: 'standard',
    options: optionsOf(choices),
    variants: choices.map((options) => ({
      sku: [sketch.code, ...Object.values(options)].join('-').toUpperCase(),
      options,
    })),
    ...sketch,
  };
}

export const categories: CategoryInput[] = [
  { code: 'sofas', name: text('Sofas', 'Sofy', 'Диваны') },
  { code: 'straight-sofas', parentCode: 'sofas', name: text('Straight sofas', 'Sofy proste', 'Прямые диваны') },
  { code: 'corner-sofas', parentCode: 'sofas', name: text('Corner sofas', 'Narożniki', 'Угловые диваны') },
  { code: 'armchairs', name: text('Armchairs', 'Fotele', 'Кресла') },
  { code: 'beds', name: text('Beds', 'Łóżka', 'Кровати') },
  { code: 'cushions', name: text('Cushions', 'Poduszki', 'Подушки') },
];

/** The Lund sofa with everything that competes with it. Others come first, so that nothing is won by order alone. */
export const assortment: ProductInput[] = [
  product({
    code: 'AVA-ARMCHAIR',
    title: text('Ava armchair', 'Fotel Ava', 'Кресло Ava'),
    description: text(
      'A deep armchair that goes well with any sofa.',
      'Głęboki fotel, pasuje do każdej sofy.',
      'Глубокое кресло, подойдёт к любому дивану.',
    ),
    categoryCode: 'armchairs',
    choices: [
      { colour: 'green', fabric: 'velvet' },
      { colour: 'blue', fabric: 'velvet' },
    ],
  }),
  product({
    code: 'MOSS-CUSHION',
    title: text('Moss cushion', 'Poduszka Moss', 'Подушка Moss'),
    description: text(
      'A velvet cushion for a green sofa.',
      'Aksamitna poduszka na zieloną sofę.',
      'Бархатная подушка для зелёного дивана.',
    ),
    categoryCode: 'cushions',
    choices: [
      { colour: 'blue', fabric: 'velvet' },
      { colour: 'green', fabric: 'velvet' },
    ],
  }),
  product({
    code: 'LUND-SOFA',
    title: text('Lund sofa', 'Sofa Lund', 'Диван Lund'),
    description: text('Softly rounded arms.', 'Miękko zaokrąglone podłokietniki.', 'Мягко скруглённые подлокотники.'),
    categoryCode: 'straight-sofas',
    brand: 'Velora Studio',
    attributes: { seats: 3, legs: 'oak', removableCover: true },
    measures: { widthCm: 214, depthCm: 92, heightCm: 82 },
    choices: [
      { colour: 'blue', fabric: 'velvet' },
      { colour: 'grey', fabric: 'linen' },
      { colour: 'green', fabric: 'velvet' },
    ],
  }),
  product({
    code: 'NIDA-SOFA',
    title: text('Nida sofa', 'Sofa Nida', 'Диван Nida'),
    description: text(
      'Try it with velvet cushions.',
      'Spróbuj z aksamitnymi poduszkami.',
      'Попробуйте с бархатными подушками.',
    ),
    categoryCode: 'straight-sofas',
    attributes: { seats: 2, legs: 'steel' },
    measures: { widthCm: 168, depthCm: 84, heightCm: 79 },
    choices: [
      { colour: 'green', fabric: 'linen' },
      { colour: 'grey', fabric: 'linen' },
    ],
  }),
  product({
    code: 'OSLO-BED',
    title: text('Oslo bed', 'Łóżko Oslo', 'Кровать Oslo'),
    categoryCode: 'beds',
    choices: [{ size: '160x200' }, { size: '90x200' }],
  }),
];
