import type { Language, Translator } from '@throughline/ui/words';
import { type ListState, removeRange, toggleValue, withAvailableAt, withReduced } from './filterState.ts';
import type { ListData } from './loadList.ts';
import type { words } from './words.ts';

export interface Applied {
  key: string;
  text: string;
  /** The list without it. */
  without: ListState;
}

/** Each chosen filter in words, with the list that is left when it goes. Pure. */
export function describeFilters(
  { state, found }: ListData,
  say: Translator<typeof words.en>,
  names: { stores: readonly { code: string; name: string }[]; language: Language; reducedFixed: boolean },
): Applied[] {
  const facetOf = (code: string) => found.facets.find((facet) => facet.code === code);
  const storeName = names.stores.find(({ code }) => code === state.availableAt)?.name ?? state.availableAt;
  return [
    ...(storeName
      ? [
          {
            key: 'at',
            text: say('availableAt', { store: storeName }),
            without: withAvailableAt(state, undefined),
          },
        ]
      : []),
    ...(state.reduced && !names.reducedFixed
      ? [{ key: 'reduced', text: say('onlyReduced'), without: withReduced(state, false) }]
      : []),
    ...Object.entries(state.values).flatMap(([code, values]) =>
      values.map((value) => {
        const facet = facetOf(code);
        const label = facet?.values.find((one) => one.value === value)?.label ?? value;
        return {
          key: `${code}:${value}`,
          text: facet ? `${facet.label}: ${label}` : label,
          without: toggleValue(state, code, value),
        };
      }),
    ),
    ...Object.entries(state.ranges).map(([code, { min, max }]) => {
      const facet = facetOf(code);
      const label = code === 'price' ? say('price') : (facet?.label ?? code);
      const unit = code === 'price' ? 'zł' : (facet?.unit ?? '');
      const bounds = [
        ...(min === undefined ? [] : [say('sizeFrom', { from: min })]),
        ...(max === undefined ? [] : [say('sizeTo', { to: max })]),
      ].join(' ');
      return { key: `range:${code}`, text: `${label}: ${bounds} ${unit}`.trim(), without: removeRange(state, code) };
    }),
  ];
}
