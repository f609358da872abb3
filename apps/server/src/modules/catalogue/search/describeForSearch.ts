import { type Language, languages } from '../../../kernel/context.ts';
import type { LocalizedText } from '../../../kernel/schemas.ts';
import { tokenise } from '../text/tokenise.ts';
import { fold, indexTerms, type Weight } from '../text/index.ts';
import type { AttributeDefinition, Attributes, AttributeValue, Measures, OptionDefinition } from '../types.ts';

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
  /** Each term with the weights it has; see the table. */
  terms: Map<string, Set<Weight>>;
  titleTerms: string[];
  facets: string[];
  measures: Record<string, number>;
}

export interface FacetLabel {
  code: string;
  /** Empty: this names the filter itself. */
  value: string;
  label: LocalizedText;
  hex: string | null;
  unit: string | null;
  position: number;
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

type Terms = Map<string, Set<Weight>>;

const same = (text: string): LocalizedText => ({ en: text, pl: text, ru: text });

function addTerms(into: Terms, weight: Weight, language: Language, texts: readonly string[]): void {
  for (const { term } of indexTerms({ title: '', options: texts }, language)) addTerm(into, weight, term);
}

function addTerm(into: Terms, weight: Weight, term: string): void {
  const weights = into.get(term);
  if (weights) weights.add(weight);
  else into.set(term, new Set([weight]));
}

function addCodes(into: Terms, codes: readonly string[]): void {
  for (const { term } of indexTerms({ title: '', codes }, 'en')) addTerm(into, 'A', term);
}

/** "220 x 95 x 80 cm", so that a width, a pair of sides and the whole are found. */
function measureTexts(measures: Record<string, number>): string[] {
  const { widthCm, depthCm, heightCm, lengthCm, diameterCm } = measures;
  const sides = [widthCm ?? lengthCm ?? diameterCm, depthCm, heightCm].filter((side) => side !== undefined);
  if (sides.length === 0) return [];
  return [`${sides.join(' x ')} cm`];
}

export function flatMeasures(...sources: Measures[]): Record<string, number> {
  const flat: Record<string, number> = {};
  for (const source of sources) {
    for (const [code, value] of Object.entries(source)) if (typeof value === 'number') flat[code] = value;
  }
  return flat;
}

/** What an attribute adds to what a product is found by: names of values, not of attributes ("material" finds nothing). */
function attributeTexts(code: string, value: AttributeValue, definition: AttributeDefinition | undefined, language: Language): string[] {
  if (value === true) return definition ? [definition.label[language]] : [];
  if (value === false) return [];
  if (typeof value === 'number') {
    if (code === 'seats') return [`${value} seater`];
    return definition?.unit ? [`${value} ${definition.unit}`] : [];
  }
  const values = typeof value === 'string' ? [value] : value;
  return values.map((one) => definition?.values?.[one]?.[language] ?? one);
}

function sleepingTexts({ sleepingWidthCm, sleepingLengthCm }: Attributes): string[] {
  return typeof sleepingWidthCm === 'number' && typeof sleepingLengthCm === 'number' ? [`${sleepingWidthCm} x ${sleepingLengthCm} cm`] : [];
}

const longestFacetValue = 80;

/** `code=value` of what can be filtered by. Long texts and what the dictionary keeps out are no filters. */
function attributeFacets(attributes: Attributes, definitions: ReadonlyMap<string, AttributeDefinition>): [string, string][] {
  return Object.entries(attributes).flatMap(([code, value]) => {
    const definition = definitions.get(code);
    if (definition?.filterable === false || definition?.kind === 'text' || code === 'category') return [];
    const values = Array.isArray(value) ? value : [String(value)];
    return values.filter((one) => one !== '' && one.length <= longestFacetValue).map((one): [string, string] => [code, one]);
  });
}

function attributeLabel(code: string, value: string, definition: AttributeDefinition | undefined): FacetLabel {
  return {
    code,
    value,
    label: definition?.values?.[value] ?? same(value),
    hex: null,
    unit: definition?.unit ?? null,
    position: definition?.position ?? 1000,
  };
}

/** What is found of a product and each of its live variants. Pure; terms of all languages together. */
export function describeForSearch(product: IndexedProduct, definitions: ReadonlyMap<string, AttributeDefinition>): DescribedProduct {
  const shared: Terms = new Map();
  const titleTerms: Terms = new Map();
  for (const language of languages) {
    addTerms(titleTerms, 'A', language, [product.title[language]]);
    addTerms(shared, 'B', language, product.categoryNames.map((name) => name[language]));
    addTerms(shared, 'D', language, [product.description[language]]);
  }
  if (product.brand) addTerms(shared, 'B', 'en', [product.brand]);
  for (const term of titleTerms.keys()) addTerm(shared, 'A', term);
  addCodes(shared, [product.code]);
  addAttributes(shared, product.attributes, definitions);

  const labels = new Map<string, FacetLabel>();
  const label = (entry: FacetLabel) => labels.set(`${entry.code}=${entry.value}`, entry);
  product.options.forEach((option, position) => {
    label({ code: option.code, value: '', label: option.label, hex: null, unit: null, position });
  });

  const documents = product.variants.map((variant) => {
    const terms: Terms = new Map([...shared].map(([term, weights]) => [term, new Set(weights)]));
    const facets = new Map<string, [string, string]>();
    addCodes(terms, variant.gtin ? [variant.sku, variant.gtin] : [variant.sku]);
    for (const [code, value] of attributeFacets({ ...product.attributes, ...variant.attributes }, definitions)) {
      if (variant.options[code] !== undefined) continue;
      facets.set(`${code}=${value}`, [code, value]);
      const definition = definitions.get(code);
      label(attributeLabel(code, value, definition));
      label({ code, value: '', label: definition?.label ?? same(code), hex: null, unit: definition?.unit ?? null, position: definition?.position ?? 1000 });
    }
    for (const option of product.options) {
      const chosen = option.values.find((value) => value.code === variant.options[option.code]);
      if (!chosen) continue;
      facets.set(`${option.code}=${chosen.code}`, [option.code, chosen.code]);
      label({ code: option.code, value: chosen.code, label: chosen.label, hex: chosen.hex ?? null, unit: null, position: 1000 });
      for (const language of languages) addTerms(terms, 'A', language, [chosen.label[language]]);
    }
    addAttributes(terms, variant.attributes, definitions);
    const measures = flatMeasures(product.measures, variant.measures);
    addTerms(terms, 'C', 'en', [...measureTexts(measures), ...sleepingTexts({ ...product.attributes, ...variant.attributes })]);
    return { variantId: variant.id, terms, titleTerms: [...titleTerms.keys()], facets: [...facets.keys()], measures };
  });
  return { documents, labels: [...labels.values()], words: wordsOf(product) };
}

function addAttributes(into: Terms, attributes: Attributes, definitions: ReadonlyMap<string, AttributeDefinition>): void {
  for (const [code, value] of Object.entries(attributes)) {
    for (const language of languages) addTerms(into, 'C', language, attributeTexts(code, value, definitions.get(code), language));
  }
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
