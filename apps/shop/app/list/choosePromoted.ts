import type { ListData } from './loadList.ts';

type Facet = ListData['found']['facets'][number];

/** Facets that split a furniture list best, in this order; the first that has a few values here is promoted. */
const order = ['seats', 'size', 'fabric', 'socket', 'material', 'finish'];
const most = 5;

const mostColours = 6;

/** Colours that most of the list comes in, and those chosen; in the order of the filter. Pure. */
export function commonest(values: Facet['values']): Facet['values'] {
  const usual = [...values]
    .filter((value) => value.hex && value.count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, mostColours);
  return values.filter((value) => value.selected || usual.includes(value));
}

/** The facet whose values stand in front of the list; none where all are one value or very many. Pure. */
export function choosePromoted(facets: readonly Facet[]): Facet | undefined {
  for (const code of order) {
    const facet = facets.find((one) => one.code === code && one.kind === 'values');
    const alive = facet?.values.filter((value) => value.count > 0 || value.selected) ?? [];
    if (!facet || alive.length < 2 || alive.length > most) continue;
    return { ...facet, values: alive };
  }
  return undefined;
}
