import { type Language, languages } from '../../../kernel/context.ts';
import type { LocalizedText } from '../../../kernel/schemas.ts';
import { fold, indexTerms, type Weight } from '../text/index.ts';
import { tokenise } from '../text/tokenise.ts';
import type { AttributeDefinition, Attributes, Measures, OptionDefinition } from '../types.ts';
import {
  attributeFacets,
  attributeLabel,
  attributeTexts,
  type FacetLabel,
  flatMeasures,
  measureTexts,
  same,
  sleepingTexts,
} from './describeAttributes.ts';
import { addTerm, type WeightedTerms } from './tsvectorText.ts';

/** A product as the index reads it. */
export interface IndexedProduct {
  id: string;
  code: string;
  title: LocalizedText;
  description: LocalizedText;
  brand: string | null;
  attributes: Attributes;
  measures: Measures;
  options: OptionDefinition[];
  /** Names of its category and of those above. */
  categoryNames: LocalizedText[];
  variants: IndexedVariant[];
}

export interface IndexedVariant {
  id: string;
  sku: string;
  gtin: string | null;
  options: Record<string, string>;
  attributes: Attributes;
  measures: Measures;
}

export interface SearchDocument {
  variantId: string;
  /** What it is called and known by, see the column `named`. */
  named: WeightedTerms;
  /** What else is said of it. */
  described: readonly string[];
  facets: string[];
  measures: Record<string, number>;
}

export interface SearchWord {
  language: Language;
  word: string;
  shown: string;
}

export interface DescribedProduct {
  documents: SearchDocument[];
  labels: FacetLabel[];
  words: SearchWord[];
}

/** Analyses each text once: "green" and "Sofas" are said by hundreds of variants. Lives as long as one indexing. */
export type TextAnalysis = (text: string, language: Language) => readonly string[];

export function createTextAnalysis(): TextAnalysis {
  const known = new Map<string, readonly string[]>();
  return (text, language) => {
    const key = `${language} ${text}`;
    const before = known.get(key);
    if (before) return before;
    const terms = indexTerms({ title: text }, language).map(({ term }) => term);
    known.set(key, terms);
    return terms;
  };
}

function addCodes(into: WeightedTerms, codes: readonly string[]): void {
  for (const { term } of indexTerms({ title: '', codes }, 'en')) addTerm(into, 'B', term);
}

/** What is found of a product and each of its live variants. Pure; terms of all languages together. */
export function describeForSearch(
  product: IndexedProduct,
  definitions: ReadonlyMap<string, AttributeDefinition>,
  analysis: TextAnalysis = createTextAnalysis(),
): DescribedProduct {
  const add = (into: WeightedTerms, weight: Weight, language: Language, texts: readonly string[]) => {
    for (const text of texts) for (const term of analysis(text, language)) addTerm(into, weight, term);
  };
  const addAttributes = (into: WeightedTerms, attributes: Attributes) => {
    for (const [code, value] of Object.entries(attributes)) {
      for (const language of languages)
        add(into, 'D', language, attributeTexts(code, value, definitions.get(code), language));
    }
  };
  const shared: WeightedTerms = new Map();
  for (const language of languages) {
    add(shared, 'A', language, [product.title[language]]);
    add(
      shared,
      'C',
      language,
      product.categoryNames.map((name) => name[language]),
    );
  }
  if (product.brand) add(shared, 'C', 'en', [product.brand]);
  const described = [...new Set(languages.flatMap((language) => analysis(product.description[language], language)))];
  addCodes(shared, [product.code]);
  addAttributes(shared, product.attributes);

  const labels = new Map<string, FacetLabel>();
  const label = (entry: FacetLabel) => labels.set(`${entry.code}=${entry.value}`, entry);
  product.options.forEach((option, position) => {
    label({ code: option.code, value: '', label: option.label, hex: null, unit: null, position });
  });

  const documents = product.variants.map((variant) => {
    const named: WeightedTerms = new Map(shared);
    const facets = new Set<string>();
    const attributes = { ...product.attributes, ...variant.attributes };
    addCodes(named, variant.gtin ? [variant.sku, variant.gtin] : [variant.sku]);
    for (const [code, value] of attributeFacets(attributes, definitions)) {
      // An option of the same name says more exactly what this variant has.
      if (variant.options[code] !== undefined) continue;
      facets.add(`${code}=${value}`);
      const definition = definitions.get(code);
      const entry = attributeLabel(code, value, definition);
      label(entry);
      label({ ...entry, value: '', label: definition?.label ?? same(code) });
    }
    for (const option of product.options) {
      const chosen = option.values.find((value) => value.code === variant.options[option.code]);
      if (!chosen) continue;
      facets.add(`${option.code}=${chosen.code}`);
      label({
        code: option.code,
        value: chosen.code,
        label: chosen.label,
        hex: chosen.hex ?? null,
        unit: null,
        position: 1000,
      });
      for (const language of languages) add(named, 'B', language, [chosen.label[language]]);
    }
    addAttributes(named, variant.attributes);
    const measures = flatMeasures(product.measures, variant.measures);
    add(named, 'D', 'en', [...measureTexts(measures), ...sleepingTexts(attributes)]);
    return { variantId: variant.id, named, described, facets: [...facets], measures };
  });
  return { documents, labels: [...labels.values()], words: wordsOf(product) };
}

/** Words to complete and to mend by: of what a thing is called and which variant it is, not of its description. */
function wordsOf(product: IndexedProduct): SearchWord[] {
  const words = new Map<string, SearchWord>();
  const used = product.options.flatMap((option) =>
    option.values.filter((value) => product.variants.some((variant) => variant.options[option.code] === value.code)),
  );
  for (const language of languages) {
    const texts = [
      product.title[language],
      product.brand ?? '',
      ...product.categoryNames.map((name) => name[language]),
      ...used.map((value) => value.label[language]),
    ];
    for (const token of texts.flatMap((text) => tokenise(text))) {
      const word = fold(token.surface);
      if (token.kind !== 'word' || !/^\p{L}{3,40}$/u.test(word)) continue;
      const key = `${language}/${word}`;
      if (!words.has(key)) words.set(key, { language, word, shown: token.surface.toLowerCase() });
    }
  }
  return [...words.values()];
}
