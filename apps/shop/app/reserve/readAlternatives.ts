/** What could be had instead, as a refusal names it. */
export type Alternative =
  | { kind: 'pickup_elsewhere'; locationId: string; locationName: string; available: number; readyAt: string }
  | { kind: 'delivery'; earliest: string; latest: string }
  | { kind: 'arriving'; locationName: string; expectedAt: string }
  | { kind: 'other_variant'; variantId: string; title: Record<string, string>; optionsText: Record<string, string> };

const text = (value: unknown): value is string => typeof value === 'string';
const texts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every(text);

/** Reads the alternatives of a refusal; what is not understood is left out rather than shown half. */
export function readAlternatives(raw: readonly Record<string, unknown>[] | undefined): Alternative[] {
  return (raw ?? []).flatMap((one): Alternative[] => {
    const { kind, locationId, locationName, available, readyAt, earliest, latest, expectedAt } = one;
    if (kind === 'pickup_elsewhere' && text(locationId) && text(locationName) && text(readyAt))
      return [{ kind, locationId, locationName, available: Number(available) || 1, readyAt }];
    if (kind === 'delivery' && text(earliest) && text(latest)) return [{ kind, earliest, latest }];
    if (kind === 'arriving' && text(locationName) && text(expectedAt)) return [{ kind, locationName, expectedAt }];
    const { variantId, title, optionsText } = one;
    if (kind === 'other_variant' && text(variantId) && texts(title) && texts(optionsText))
      return [{ kind, variantId, title, optionsText }];
    return [];
  });
}
