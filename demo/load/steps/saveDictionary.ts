import { Refusal } from '../../../apps/server/src/kernel/result.ts';
import {
  type AttributeDefinition,
  saveAttributes,
  saveCategories,
} from '../../../apps/server/src/modules/catalogue/index.ts';
import { attributeDefinitions, categories } from '../../velora/index.ts';
import { at } from '../inThePast.ts';
import type { Loading } from '../loading.ts';

/** What comes with a lamp is told by law (EU 2019/2015) and stands beside the attributes in the demo's data. */
const ofLightSources: readonly AttributeDefinition[] = [
  {
    code: 'energyClass',
    label: { en: 'Energy class', pl: 'Klasa energetyczna', ru: 'Класс энергоэффективности' },
    kind: 'text',
    filterable: false,
  },
  {
    code: 'bulbIncluded',
    label: { en: 'Light source included', pl: 'Źródło światła w komplecie', ru: 'Лампа в комплекте' },
    kind: 'boolean',
    filterable: false,
  },
  {
    code: 'eprelId',
    label: { en: 'EPREL number', pl: 'Numer EPREL', ru: 'Номер EPREL' },
    kind: 'text',
    filterable: false,
  },
];

/** The tree of categories and what attributes mean. All of it may be written again. */
export async function saveDictionary({ ctx, opened }: Loading): Promise<void> {
  const then = at(ctx, opened);
  const saved = await saveCategories(
    then,
    categories.map(({ code, parent, name, slug }, position) => ({
      code,
      parentCode: parent,
      name: { ...name },
      slug: { ...slug },
      position,
    })),
  );
  if (saved instanceof Refusal) throw new Error(`the categories were refused: ${saved.reason}`);
  const own = attributeDefinitions.map(
    ({ code, label, kind, unit, values }): AttributeDefinition => ({
      code,
      label: { ...label },
      kind,
      ...(unit ? { unit } : {}),
      ...(values
        ? { values: Object.fromEntries(Object.entries(values).map(([value, text]) => [value, { ...text }])) }
        : {}),
    }),
  );
  const known = new Set(own.map((definition) => definition.code));
  await saveAttributes(then, [...own, ...ofLightSources.filter((definition) => !known.has(definition.code))]);
}
