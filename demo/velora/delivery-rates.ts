import type { LocalizedText, Measures } from './types.ts';

export type DeliveryZone = 'city' | 'poland';
export type DeliveryClass = 'parcel' | 'furniture';
export type DeliveryService = 'standard' | 'carry_in' | 'express';

export interface DeliveryRate {
  readonly zone: DeliveryZone;
  readonly size: DeliveryClass;
  readonly service: DeliveryService;
  readonly name: LocalizedText;
  /** Gross, in grosz. */
  readonly priceMinor: number;
  /** Goods worth this much or more travel free; null: never. */
  readonly freeFromMinor: number | null;
  /** Working days from the order to the door. */
  readonly minDays: number;
  readonly maxDays: number;
  /** Orders after this hour at the warehouse leave the next working day; the warehouse's own cut-off unless said. */
  readonly cutOff?: string;
  /** What the customer pays when we fetch the goods back, in grosz. */
  readonly collectionMinor: number;
}

const parcel: LocalizedText = { en: 'Courier', pl: 'Kurier', ru: 'Курьер' };
const toDoor: LocalizedText = { en: 'To the building entrance', pl: 'Pod drzwi budynku', ru: 'До входа в здание' };
const carryIn: LocalizedText = {
  en: 'Carried in and unpacked, packaging taken away',
  pl: 'Z wniesieniem i rozpakowaniem, zabieramy opakowanie',
  ru: 'С подъёмом и распаковкой, упаковку забираем',
};

const express: LocalizedText = {
  en: 'Express, to the building entrance',
  pl: 'Ekspres, pod drzwi budynku',
  ru: 'Экспресс, до входа в здание',
};

/** VAT included. */
export const deliveryRates: readonly DeliveryRate[] = [
  {
    zone: 'city',
    size: 'parcel',
    service: 'standard',
    name: parcel,
    priceMinor: 1990,
    freeFromMinor: 40000,
    minDays: 1,
    maxDays: 2,
    collectionMinor: 1490,
  },
  {
    zone: 'poland',
    size: 'parcel',
    service: 'standard',
    name: parcel,
    priceMinor: 1990,
    freeFromMinor: 40000,
    minDays: 1,
    maxDays: 3,
    collectionMinor: 1490,
  },
  {
    zone: 'city',
    size: 'furniture',
    service: 'standard',
    name: toDoor,
    priceMinor: 14900,
    freeFromMinor: null,
    minDays: 3,
    maxDays: 5,
    collectionMinor: 9900,
  },
  {
    zone: 'poland',
    size: 'furniture',
    service: 'standard',
    name: toDoor,
    priceMinor: 19900,
    freeFromMinor: null,
    minDays: 4,
    maxDays: 8,
    collectionMinor: 14900,
  },
  {
    zone: 'city',
    size: 'furniture',
    service: 'carry_in',
    name: carryIn,
    priceMinor: 24900,
    freeFromMinor: null,
    minDays: 3,
    maxDays: 5,
    collectionMinor: 9900,
  },
  {
    zone: 'poland',
    size: 'furniture',
    service: 'carry_in',
    name: carryIn,
    priceMinor: 29900,
    freeFromMinor: null,
    minDays: 4,
    maxDays: 8,
    collectionMinor: 14900,
  },
  {
    zone: 'city',
    size: 'furniture',
    service: 'express',
    name: express,
    priceMinor: 34900,
    freeFromMinor: null,
    minDays: 1,
    maxDays: 1,
    cutOff: '12:00',
    collectionMinor: 9900,
  },
];

/** First two digits of the postcodes round our warehouse and stores. */
const cityPrefixes = new Set(
  [
    [90, 95], // Łódź
    [0, 5], // Warszawa
    [30, 32], // Kraków
    [80, 81], // Gdańsk, Gdynia
    [50, 54], // Wrocław
    [60, 62], // Poznań
    [40, 44], // Katowice, Gliwice
    [20, 21], // Lublin
  ].flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, i) => String(from + i).padStart(2, '0'))),
);

/** The zone of a Polish postcode (`00-008` or `00008`); null when it is none. */
export function zoneOfPostcode(postcode: string): DeliveryZone | null {
  if (!/^\d{2}-?\d{3}$/.test(postcode.trim())) return null;
  return cityPrefixes.has(postcode.trim().slice(0, 2)) ? 'city' : 'poland';
}

/** Couriers take one box of up to 30 kg and 150 cm; everything else goes by the furniture van. */
export function deliveryClassOf(measures: Measures): DeliveryClass {
  const { lengthCm, widthCm, heightCm } = measures.largestBox;
  const small = measures.packages === 1 && measures.weightKg <= 30 && Math.max(lengthCm, widthCm, heightCm) <= 150;
  return small && widthCm * heightCm * lengthCm <= 300_000 ? 'parcel' : 'furniture';
}
