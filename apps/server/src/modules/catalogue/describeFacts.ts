import type { LocalizedText } from '../../kernel/schemas.ts';
import type { AttributeDefinition, Attributes, AttributeValue, Fact } from './types.ts';

function textOf(
  value: AttributeValue,
  definition: Pick<AttributeDefinition, 'values'> | undefined,
): LocalizedText | null {
  if (typeof value === 'number' || typeof value === 'boolean') return null;
  const names = (typeof value === 'string' ? [value] : value).map(
    (one) => definition?.values?.[one] ?? { en: one, pl: one, ru: one },
  );
  const join = (language: keyof LocalizedText) => names.map((name) => name[language]).join(', ');
  return { en: join('en'), pl: join('pl'), ru: join('ru') };
}

/** The attributes of a product in words, in the order of the dictionary; what it does not know comes last, by code. */
export function describeFacts(attributes: Attributes, definitions: readonly AttributeDefinition[]): Fact[] {
  const order = new Map(definitions.map((definition, index) => [definition.code, { definition, index }]));
  return Object.entries(attributes)
    .sort(([a], [b]) => (order.get(a)?.index ?? Infinity) - (order.get(b)?.index ?? Infinity) || (a < b ? -1 : 1))
    .map(([code, value]) => {
      const definition = order.get(code)?.definition;
      return {
        code,
        label: definition?.label ?? { en: code, pl: code, ru: code },
        value,
        text: textOf(value, definition),
        unit: definition?.unit ?? null,
      };
    });
}
