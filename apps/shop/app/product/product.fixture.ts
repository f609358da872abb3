import type { ApiProduct, ApiVariant, Place } from './shapeProduct.ts';

/** For tests: the sofa of the story. Green is once in Kraków, blue is sent and shown in Warszawa, grey is expected. */
const price = (amount: number, lowest?: number): ApiVariant['price'] => ({
  unit: { amount, currency: 'PLN' },
  reduction: lowest
    ? { percentOff: 10, lowest30Days: { amount: lowest, currency: 'PLN' }, promotion: 'Velvet weeks' }
    : null,
  taxRateBp: 2300,
});

const place = (code: string, more: Partial<Place> = {}): Place => ({
  locationId: `id-${code}`,
  code,
  name: code,
  city: code,
  word: 'out_of_stock',
  available: 0,
  distanceKm: null,
  readyAt: null,
  arrivesAt: null,
  closesAt: null,
  mayReserve: false,
  ...more,
});

function variant(colour: string, hex: string, fabric: string, more: Partial<ApiVariant>): ApiVariant {
  return {
    id: `id-${colour}-${fabric}`,
    sku: `LUND-${colour}-${fabric}`.toUpperCase(),
    gtin: '5901999001007',
    optionsText: `${colour}, ${fabric}`,
    options: [
      { code: 'colour', label: 'Colour', valueCode: colour, valueLabel: colour, hex },
      { code: 'fabric', label: 'Fabric', valueCode: fabric, valueLabel: fabric, hex: null },
    ],
    pictureUrl: `/media/${colour}.svg`,
    measures: { widthCm: 214, doorwayCm: 77 },
    price: price(429_900),
    ways: { delivery: null, places: [place('KRAKOW'), place('WAW')], asOf: '2026-11-24T13:02:00Z' },
    ...more,
  };
}

const delivery = {
  earliest: '2026-11-26',
  latest: '2026-11-30',
  word: 'in_stock',
  rate: { amount: 19_900, currency: 'PLN' },
  freeFrom: null,
  methods: [],
};
const asOf = '2026-11-24T13:02:00Z';

export const lund: ApiProduct = {
  id: 'id-lund',
  code: 'LUND',
  slug: 'lund-sofa',
  slugs: { en: 'lund-sofa', pl: 'sofa-lund', ru: 'divan-lund' },
  title: 'Lund sofa',
  description: 'A sofa.',
  care: null,
  warnings: [],
  brand: 'Velora Studio',
  maker: null,
  categories: [{ code: 'sofas', name: 'Sofas', slug: 'sofas' }],
  facts: [],
  measures: {},
  pictures: [
    { url: '/media/size.svg', alt: 'size', kind: 'dimensions', width: 800, height: 600, variantId: null },
    { url: '/media/green.svg', alt: 'green', kind: 'picture', width: 800, height: 600, variantId: 'id-green-velvet' },
    { url: '/media/blue.svg', alt: 'blue', kind: 'picture', width: 800, height: 600, variantId: 'id-blue-velvet' },
  ],
  variants: [
    variant('green', '#1F6350', 'velvet', {
      price: price(386_910, 429_900),
      ways: {
        delivery: null,
        places: [place('KRAKOW', { word: 'few_left', available: 1, mayReserve: true }), place('WAW')],
        asOf,
      },
    }),
    variant('blue', '#34547F', 'velvet', {
      ways: { delivery, places: [place('WAW', { word: 'on_display', available: 1 }), place('KRAKOW')], asOf },
    }),
    variant('blue', '#34547F', 'linen', { ways: { delivery, places: [place('KRAKOW')], asOf } }),
    variant('grey', '#8E9190', 'linen', {
      ways: {
        delivery: null,
        places: [
          place('KRAKOW', { word: 'arriving', arrivesAt: '2026-12-03T09:00:00Z' }),
          place('WAW', { word: 'arriving', arrivesAt: '2026-12-01T09:00:00Z' }),
        ],
        asOf,
      },
    }),
  ],
  selectedVariantId: 'id-green-velvet',
  reservedUntil: [{ locationId: 'id-KRAKOW', until: '2026-11-24T19:00:00Z' }],
};
