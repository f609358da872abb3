import type { Language } from '../../../kernel/context.ts';
import type { LocalizedText } from '../../../kernel/schemas.ts';
import type { CategoryNode, CountedValue, SearchRow } from './runSearch.ts';
import { type RangedMeasure, rangedMeasures, type SearchInput } from './searchInput.ts';

export interface FacetValue {
  /** What to send as the filter: a value code, or a category's slug in the reader's language. */
  value: string;
  label: LocalizedText;
  hex: string | null;
  /** Products left if this value is chosen too; 0 stays listed. */
  count: number;
  selected: boolean;
}

export interface Facet {
  /** `category`, an option or attribute code, or a measure (`widthCm`). */
  code: string;
  kind: 'category' | 'values' | 'range';
  label: LocalizedText;
  unit: string | null;
  values: FacetValue[];
  /** For `range`: the smallest and largest there is. */
  min: number | null;
  max: number | null;
}

const measureNames: Readonly<Record<RangedMeasure, LocalizedText>> = {
  widthCm: { en: 'Width', pl: 'Szerokość', ru: 'Ширина' },
  depthCm: { en: 'Depth', pl: 'Głębokość', ru: 'Глубина' },
  heightCm: { en: 'Height', pl: 'Wysokość', ru: 'Высота' },
};

const categoryName: LocalizedText = { en: 'Category', pl: 'Kategoria', ru: 'Категория' };
const yesNo: Readonly<Record<string, LocalizedText>> = {
  true: { en: 'Yes', pl: 'Tak', ru: 'Да' },
  false: { en: 'No', pl: 'Nie', ru: 'Нет' },
};
const same = (text: string): LocalizedText => ({ en: text, pl: text, ru: text });

/** Dear to make, and there are three. */
const collatorOf = (language: Language) => new Intl.Collator(language, { numeric: true });
const collators: Readonly<Record<Language, Intl.Collator>> = {
  en: collatorOf('en'),
  pl: collatorOf('pl'),
  ru: collatorOf('ru'),
};

/** What can be filtered by in an answer, ready to show: categories, then options and attributes in their order, then measures. */
export function facetsOf(input: SearchInput, row: SearchRow): Facet[] {
  return [...categoryFacet(input, row), ...valueFacets(input, row.values), ...rangeFacets(row.ranges)];
}

/** The children of the chosen category (or the roots), with what lies below them counted in. */
function categoryFacet(input: SearchInput, row: SearchRow): Facet[] {
  const children = new Map<string | null, CategoryNode[]>();
  for (const node of row.tree) children.set(node.parentId, [...(children.get(node.parentId) ?? []), node]);
  const countOf = (node: CategoryNode): number =>
    (row.categories[node.id] ?? 0) + (children.get(node.id) ?? []).reduce((total, child) => total + countOf(child), 0);
  const values = (children.get(row.categoryId) ?? []).map((node) => ({
    value: node.slug[input.language],
    label: node.name,
    hex: null,
    count: countOf(node),
    selected: false,
  }));
  return values.length === 0
    ? []
    : [{ code: 'category', kind: 'category', label: categoryName, unit: null, values, min: null, max: null }];
}

function valueFacets(input: SearchInput, counted: readonly CountedValue[]): Facet[] {
  const chosen = { ...input.filters?.attributes, ...input.filters?.options };
  const byCode = new Map<string, CountedValue[]>();
  for (const value of counted) byCode.set(value.code, [...(byCode.get(value.code) ?? []), value]);
  // A chosen value that the query leaves nothing of must stay visible, or it could not be taken back.
  for (const [code, values] of Object.entries(chosen)) {
    const known = byCode.get(code) ?? [];
    const lost = values.filter((value) => !known.some((one) => one.value === value));
    byCode.set(code, [
      ...known,
      ...lost.map((value) => ({
        code,
        value,
        count: 0,
        label: null,
        hex: null,
        name: null,
        unit: null,
        position: null,
      })),
    ]);
  }
  const { compare } = collators[input.language];
  return [...byCode]
    .map(([code, values]) => ({ code, values, position: values[0]?.position ?? 1000 }))
    .sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1))
    .map(({ code, values }) => ({
      code,
      kind: 'values' as const,
      label: values[0]?.name ?? same(code),
      unit: values[0]?.unit ?? null,
      values: values
        .map(({ value, label, hex, count }) => ({
          value,
          label: yesNo[value] ?? label ?? same(value),
          hex,
          count,
          selected: chosen[code]?.includes(value) ?? false,
        }))
        .sort((a, b) => compare(a.label[input.language], b.label[input.language]) || (a.value < b.value ? -1 : 1)),
      min: null,
      max: null,
    }));
}

function rangeFacets(ranges: SearchRow['ranges']): Facet[] {
  return rangedMeasures.flatMap((code) => {
    const [min, max] = ranges[code] ?? [null, null];
    return min === null || max === null || min === max
      ? []
      : [{ code, kind: 'range' as const, label: measureNames[code], unit: 'cm', values: [], min, max }];
  });
}
