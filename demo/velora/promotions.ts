import { addDays } from './calendar.ts';
import { categoryBranch } from './categories.ts';
import { entries, findEntry } from './products.ts';
import type { IsoDate, LocalizedText, Today } from './types.ts';

export interface Promotion {
  readonly code: string;
  readonly name: LocalizedText;
  readonly percent: number;
  readonly trigger: 'automatic' | 'code';
  /** First and last day, both included, in the retailer's zone. */
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  /** The variants it reduces; null: the whole cart. */
  readonly skus: readonly string[] | null;
  readonly oncePerCustomer: boolean;
}

/** Velvet in every kind of sofa. */
export function velvetSofas(): readonly string[] {
  const sofas = categoryBranch('sofas');
  return entries
    .filter(({ product, variant }) => sofas.has(product.category) && variant.options.fabric === 'velvet')
    .map(({ variant }) => variant.sku);
}

/** What runs on the given day. */
export function promotionsOn(today: Today): readonly Promotion[] {
  return [
    {
      code: 'VELVET-WEEKS',
      name: { en: 'Velvet weeks −10 %', pl: 'Tygodnie aksamitu −10 %', ru: 'Недели бархата −10 %' },
      percent: 10,
      trigger: 'automatic',
      startsOn: addDays(today.date, -4),
      endsOn: addDays(today.date, 17),
      skus: velvetSofas(),
      oncePerCustomer: false,
    },
    {
      code: 'WELCOME5',
      name: { en: 'Welcome: 5 % off', pl: 'Na powitanie: 5 % taniej', ru: 'Скидка 5 % для новых покупателей' },
      percent: 5,
      trigger: 'code',
      startsOn: addDays(today.date, -180),
      endsOn: addDays(today.date, 365),
      skus: null,
      oncePerCustomer: true,
    },
  ];
}

export interface PriceEntry {
  readonly sku: string;
  /** First day of the price, in the retailer's zone; it holds until the next entry. */
  readonly from: IsoDate;
  readonly amountMinor: number;
  readonly reason: 'regular' | 'season' | 'supplier' | 'sale';
}

/** Złoty and days before today; what follows the last entry is the price of the catalogue. */
const changes: Readonly<
  Record<string, readonly (readonly [daysAgo: number, amountZl: number, reason: PriceEntry['reason']])[]>
> = {
  // On sale inside the window before the velvet weeks: the prior price is lower than the list, the real reduction smaller.
  'TILDA-SOFA-BURGUNDY-VELVET': [
    [20, 3399, 'sale'],
    [16, 3599, 'regular'],
  ],
  // Was sold below today's promotional price: no reduction may be announced at all.
  'AVON-SOFA-NAVY-VELVET': [
    [25, 5490, 'sale'],
    [21, 6290, 'regular'],
  ],
  // Changes older than the window do not count.
  'STEN-SOFA-GRAPHITE-WEAVE': [
    [75, 2699, 'regular'],
    [50, 2899, 'supplier'],
  ],
  'BORD-DINING-TABLE-OAK-180X90': [
    [60, 2490, 'regular'],
    [40, 2790, 'supplier'],
  ],
  'GRIB-TABLE-LAMP-CREAM': [
    [12, 379, 'sale'],
    [9, 429, 'regular'],
  ],
  'RUNA-RUG-SAND-160X230': [
    [33, 1490, 'season'],
    [26, 1690, 'regular'],
  ],
};

/** The price log up to today: at least one entry per variant, the oldest 120 days back, so that every 30-day low is known. */
export function priceHistory(today: Today): readonly PriceEntry[] {
  return entries.flatMap(({ variant }) => {
    const { sku, priceMinor } = variant;
    const first: PriceEntry = { sku, from: addDays(today.date, -120), amountMinor: priceMinor, reason: 'regular' };
    const later = (changes[sku] ?? []).map(
      ([daysAgo, amountZl, reason]): PriceEntry => ({
        sku,
        from: addDays(today.date, -daysAgo),
        amountMinor: amountZl * 100,
        reason,
      }),
    );
    return [first, ...later];
  });
}

/** The lowest price in the 30 calendar days that end on the day before `startsOn` (Directive 98/6/EC, art. 6a). */
export function lowestBefore(sku: string, startsOn: IsoDate, log: readonly PriceEntry[]): number {
  const from = addDays(startsOn, -30);
  const own = log
    .filter((entry) => entry.sku === sku && entry.from < startsOn)
    .sort((a, b) => a.from.localeCompare(b.from));
  const atStart = own.filter((entry) => entry.from <= from).at(-1);
  const inside = own.filter((entry) => entry.from > from);
  const amounts = [...(atStart ? [atStart] : []), ...inside].map((entry) => entry.amountMinor);
  return amounts.length > 0 ? Math.min(...amounts) : findEntry(sku).variant.priceMinor;
}
