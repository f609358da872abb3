import type { Language } from '../../../kernel/context.ts';
import type { LocalizedText } from '../../../kernel/schemas.ts';
import type { AttributeDefinition, Attributes, AttributeValue, Measures } from '../types.ts';

export interface FacetLabel {
  code: string;
  /** Empty: this names the filter itself. */
  value: string;
  label: LocalizedText;
  hex: string | null;
  unit: string | null;
  position: number;
}

export const same = (text: string): LocalizedText => ({ en: text, pl: text, ru: text });

/** "220 x 95 x 80 cm", so that a width, a pair of sides and the whole are found. */
export function measureTexts(measures: Record<string, number>): string[] {
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
export function attributeTexts(
  code: string,
  value: AttributeValue,
  definition: AttributeDefinition | undefined,
  language: Language,
): string[] {
  if (value === true) return definition ? [definition.label[language]] : [];
  if (value === false) return [];
  if (typeof value === 'number') {
    if (code === 'seats') return [`${value} seater`];
    return definition?.unit ? [`${value} ${definition.unit}`] : [];
  }
  const values = typeof value === 'string' ? [value] : value;
  return values.map((one) => definition?.values?.[one]?.[language] ?? one);
}

export function sleepingTexts({ sleepingWidthCm, sleepingLengthCm }: Attributes): string[] {
  return typeof sleepingWidthCm === 'number' && typeof sleepingLengthCm === 'number'
    ? [`${sleepingWidthCm} x ${sleepingLengthCm} cm`]
    : [];
}

const longestFacetValue = 80;

/** `code=value` of what can be filtered by. Long texts and what the dictionary keeps out are no filters. */
export function attributeFacets(
  attributes: Attributes,
  definitions: ReadonlyMap<string, AttributeDefinition>,
): [string, string][] {
  return Object.entries(attributes).flatMap(([code, value]) => {
    const definition = definitions.get(code);
    if (definition?.filterable === false || definition?.kind === 'text' || code === 'category') return [];
    const values = Array.isArray(value) ? value : [String(value)];
    return values
      .filter((one) => one !== '' && one.length <= longestFacetValue)
      .map((one): [string, string] => [code, one]);
  });
}

export function attributeLabel(code: string, value: string, definition: AttributeDefinition | undefined): FacetLabel {
  return {
    code,
    value,
    label: definition?.values?.[value] ?? same(value),
    hex: null,
    unit: definition?.unit ?? null,
    position: definition?.position ?? 1000,
  };
}
