/** The shapes of the demo retailer's data. Everything here is plain data: a loader turns it into platform writes. */

export type Language = 'en' | 'pl' | 'ru';
export const languages: readonly Language[] = ['en', 'pl', 'ru'];
export type LocalizedText = Readonly<Record<Language, string>>;

/** A calendar day, `YYYY-MM-DD`, in the zone its owner names. */
export type IsoDate = string;
/** A wall-clock time, `HH:MM`. */
export type WallTime = string;

export interface Today {
  readonly date: IsoDate;
  /** IANA time zone, e.g. Europe/Warsaw. */
  readonly zone: string;
}

export interface Address {
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

// ---- locations -------------------------------------------------------------------------------------------------

export type LocationCode =
  | 'LODZ-WAREHOUSE'
  | 'WAW-CENTRUM'
  | 'WAW-WOLA'
  | 'KRAKOW'
  | 'GDANSK'
  | 'WROCLAW'
  | 'POZNAN'
  | 'KATOWICE'
  | 'LUBLIN';

export type Capability = 'ship' | 'ship_from_store' | 'pickup' | 'reserve' | 'display' | 'returns';

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface OpeningSpan {
  readonly opens: WallTime;
  readonly closes: WallTime;
}

export interface HoursException {
  readonly date: IsoDate;
  /** null: closed all day. */
  readonly hours: OpeningSpan | null;
  readonly reason: LocalizedText;
}

export interface Location {
  readonly code: LocationCode;
  readonly kind: 'warehouse' | 'store';
  readonly name: LocalizedText;
  readonly address: Address;
  readonly lat: number;
  readonly lon: number;
  readonly zone: string;
  readonly phone: string;
  readonly email: string;
  /** A missing weekday is a closed one. */
  readonly weeklyHours: Readonly<Partial<Record<Weekday, OpeningSpan>>>;
  readonly exceptions: readonly HoursException[];
  readonly capabilities: readonly Capability[];
  /** How to find the pickup desk. */
  readonly pickupDesk: LocalizedText;
}

// ---- catalogue -------------------------------------------------------------------------------------------------

export interface Category {
  readonly code: string;
  readonly parent: string | null;
  readonly name: LocalizedText;
  readonly slug: LocalizedText;
}

export interface Maker {
  readonly code: string;
  readonly brand: string;
  readonly legalName: string;
  readonly address: Address;
  readonly email: string;
  readonly website: string;
  /** Set where the maker sits outside the EU (GPSR art. 16). */
  readonly euResponsible?: { readonly legalName: string; readonly address: Address; readonly email: string };
}

export type Axis = 'colour' | 'fabric' | 'finish' | 'size' | 'side' | 'edition';

export interface OptionValue {
  readonly code: string;
  readonly label: LocalizedText;
  /** Colours and finishes: what the swatch shows, `#RRGGBB`. */
  readonly hex?: string;
}

export interface ProductOption {
  readonly axis: Axis;
  readonly label: LocalizedText;
  readonly values: readonly OptionValue[];
}

/** All lengths in centimetres, weights in kilograms, packed weights included in `weightKg`. */
export interface Measures {
  readonly widthCm: number;
  readonly depthCm: number;
  readonly heightCm: number;
  readonly seatHeightCm?: number;
  readonly seatDepthCm?: number;
  readonly weightKg: number;
  readonly packages: number;
  readonly largestBox: { readonly lengthCm: number; readonly widthCm: number; readonly heightCm: number };
  /** The narrowest door or stair the largest box passes, carried upright. */
  readonly doorwayCm: number;
  readonly assemblyMinutes: number;
  readonly loadLimitKg?: number;
}

/** Enumerated values are codes from `attributes.ts`; numbers carry the unit declared there. */
export type AttributeValue = string | number | boolean;

export interface AttributeDefinition {
  readonly code: string;
  readonly label: LocalizedText;
  readonly kind: 'enum' | 'number' | 'boolean';
  readonly unit?: string;
  readonly values?: Readonly<Record<string, LocalizedText>>;
}

/** Hints for the drawing, not for the shopper. */
export interface Shape {
  readonly arm?: 'round' | 'square' | 'slim' | 'slope' | 'none' | 'pillow';
  readonly back?: 'loose' | 'tight' | 'channel' | 'tufted' | 'shell' | 'wing' | 'slats' | 'bars' | 'cane' | 'open';
  readonly legs?:
    | 'taper'
    | 'block'
    | 'metal'
    | 'sled'
    | 'plinth'
    | 'swivel'
    | 'cross'
    | 'trestle'
    | 'pedestal'
    | 'hairpin';
  readonly cushions?: number;
  readonly top?: 'round' | 'rect' | 'oval' | 'nest';
  readonly rows?: number;
  readonly columns?: number;
  readonly front?: 'doors' | 'drawers' | 'mixed' | 'slats' | 'cane' | 'open';
  readonly motif?: 'plain' | 'stripe' | 'border' | 'diamond' | 'arch' | 'grid' | 'speckle' | 'check' | 'rib' | 'leaf';
  readonly silhouette?: string;
}

export interface LightSource {
  readonly socket: 'E27' | 'E14' | 'GU10' | 'LED';
  readonly bulbIncluded: boolean;
  /** Of the light source that comes with the lamp (EU 2019/2015). */
  readonly energyClass?: 'C' | 'D' | 'E' | 'F';
  /** Invented for the demo: no such registration exists. */
  readonly eprelId?: string;
}

export interface Variant {
  readonly sku: string;
  readonly gtin: string;
  readonly title: LocalizedText;
  /** One value code per axis of the product, in the order of its options. */
  readonly options: Readonly<Partial<Record<Axis, string>>>;
  /** Regular gross price in grosz. */
  readonly priceMinor: number;
  readonly measures: Measures;
}

export interface Product {
  /** Stable number, 1 upwards; GTINs derive from it. */
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly family: string;
  readonly title: LocalizedText;
  readonly slug: LocalizedText;
  readonly description: LocalizedText;
  readonly care: LocalizedText;
  readonly warnings: readonly LocalizedText[];
  readonly category: string;
  readonly maker: string;
  readonly taxClass: 'standard' | 'books';
  readonly options: readonly ProductOption[];
  readonly measures: Measures;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly shape: Shape;
  readonly light?: LightSource;
  /** Stores put one piece of the first variants on the floor. */
  readonly displayed: boolean;
  readonly variants: readonly Variant[];
}

// ---- people ----------------------------------------------------------------------------------------------------

export type StaffRole = 'admin' | 'manager' | 'associate' | 'agent';

export interface StaffMember {
  readonly code: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly role: StaffRole;
  /** Empty for those who work for all locations (admins, agents). */
  readonly locations: readonly LocationCode[];
  readonly languages: readonly Language[];
}

export interface Shopper {
  readonly code: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** E.164. */
  readonly phone: string;
  readonly address: Address;
  readonly language: Language;
  readonly marketingConsent: boolean;
  readonly nearestStore: LocationCode;
}
