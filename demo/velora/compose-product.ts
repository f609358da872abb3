import { careFor } from './care-for.ts';
import { deriveMeasures } from './derive-measures.ts';
import type { Facts, Family } from './families/family.ts';
import { familyOf } from './families.ts';
import { makeGtin } from './make-gtin.ts';
import { makeSlug } from './make-slug.ts';
import { axisLabels, optionValue } from './options.ts';
import type { ProductSeed } from './product-seed.ts';
import type { Axis, LocalizedText, Measures, Product, ProductOption, Variant } from './types.ts';

type Choice = Readonly<Partial<Record<Axis, string>>>;

/** Every choice of options the seed's rows stand for, in the order written. */
export function expandVariants(axes: readonly Axis[], rows: readonly string[]): Choice[] {
  return rows.flatMap((row) => {
    const groups = row.split('|').map((group) => group.trim().split(/\s+/));
    if (groups.length !== axes.length) throw new Error(`row "${row}" does not fit axes ${axes.join(', ')}`);
    return groups.reduce<Choice[]>(
      (choices, codes, i) => {
        const axis = axes[i];
        if (axis === undefined) return choices;
        return choices.flatMap((choice) => codes.map((code) => ({ ...choice, [axis]: code })));
      },
      [{}],
    );
  });
}

function localize(make: (language: 'en' | 'pl' | 'ru') => string): LocalizedText {
  return { en: make('en'), pl: make('pl'), ru: make('ru') };
}

function titleOf(seed: ProductSeed, family: Family): LocalizedText {
  if (seed.title) return seed.title;
  return {
    en: `${seed.name} ${family.noun.en}`,
    pl: `${family.noun.pl} ${seed.name}`,
    ru: `${family.noun.ru} ${seed.name}`,
  };
}

function optionsOf(axes: readonly Axis[], choices: readonly Choice[]): ProductOption[] {
  return axes.map((axis) => {
    const codes = [...new Set(choices.map((choice) => choice[axis] ?? ''))];
    return { axis, label: axisLabels[axis], values: codes.map((code) => optionValue(axis, code)) };
  });
}

function variantTitle(title: LocalizedText, axes: readonly Axis[], choice: Choice): LocalizedText {
  return localize((language) => {
    const labels = axes.map((axis) => optionValue(axis, choice[axis] ?? '').label[language]);
    // English puts colour before cloth as one phrase; Polish and Russian list the values, which need no agreement then.
    return `${title[language]}, ${labels.join(language === 'en' && axes[1] === 'fabric' ? ' ' : ', ')}`;
  });
}

function facts(measures: Measures, attributes: Product['attributes']): Facts {
  return {
    m: measures,
    number: (code) => Number(attributes[code] ?? 0),
    is: (code) => attributes[code] === true,
    text: (code) => String(attributes[code] ?? ''),
  };
}

/** Works out titles, slugs, descriptions, measures, SKUs, GTINs and prices of a product that was written down as a seed. */
export function composeProduct(seed: ProductSeed): Product {
  const family = familyOf(seed.family);
  const title = titleOf(seed, family);
  const choices = expandVariants(seed.axes, seed.variants);
  const code = makeSlug(`${seed.name} ${seed.family}`).toUpperCase();
  const attributes = { ...family.attributes, ...seed.attributes };
  const measures = deriveMeasures(seed, family, choices[0]?.size);
  const detail = family.detail(facts(measures, attributes));
  const [en, pl, ru] = seed.lead;
  const lead: LocalizedText = { en, pl, ru };
  const variants: Variant[] = choices.map((choice, index) => {
    const codes = seed.axes.map((axis) => choice[axis] ?? '');
    const extra = codes.reduce((sum, value) => sum + (seed.extra?.[value] ?? 0), 0);
    return {
      sku: [code, ...codes.map((value) => value.toUpperCase())].join('-'),
      gtin: makeGtin(seed.number, index),
      title: variantTitle(title, seed.axes, choice),
      options: choice,
      priceMinor: (seed.price + extra) * 100,
      measures: deriveMeasures(seed, family, choice.size),
    };
  });
  return {
    number: seed.number,
    code,
    name: seed.name,
    family: seed.family,
    title,
    slug: localize((language) => makeSlug(title[language])),
    description: localize((language) => `${lead[language]} ${detail[language]}`),
    care: careFor(
      family,
      attributes,
      choices.map((choice) => choice.fabric),
    ),
    warnings: family.warnings,
    category: family.category,
    maker: seed.maker,
    taxClass: seed.taxClass ?? 'standard',
    options: optionsOf(seed.axes, choices),
    measures,
    attributes,
    shape: seed.shape ?? {},
    ...(seed.light ? { light: seed.light } : {}),
    displayed: seed.displayed ?? false,
    variants,
  };
}
