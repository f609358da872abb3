import { Type } from 'typebox';
import { Id, Nullable, Strict, Timestamp } from '../../kernel/schemas.ts';
import type { Location } from './types.ts';

const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$', description: 'HH:MM, local' });
export const Span = Type.Tuple([Time, Time]);
const Spans = Type.Array(Span, { maxItems: 6 });
export const HoursSchema = Strict({
  mon: Spans,
  tue: Spans,
  wed: Spans,
  thu: Spans,
  fri: Spans,
  sat: Spans,
  sun: Spans,
});
export const DateSchema = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD, local' });
export const ExceptionSchema = Strict({
  date: DateSchema,
  open: Spans,
  note: Type.Optional(Type.String({ maxLength: 200 })),
});
export const CapabilitySchema = Type.Union([
  Type.Literal('pickup'),
  Type.Literal('reserve'),
  Type.Literal('ship'),
  Type.Literal('display'),
  Type.Literal('return'),
  Type.Literal('pay'),
]);
export const KindSchema = Type.Union([Type.Literal('store'), Type.Literal('warehouse'), Type.Literal('dropshipper')]);
export const CodeSchema = Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{0,23}$' });
export const PointSchema = Strict({
  lat: Type.Number({ minimum: -90, maximum: 90 }),
  lon: Type.Number({ minimum: -180, maximum: 180 }),
});
const Line = Type.String({ maxLength: 200 });
export const AddressSchema = Strict({
  line1: Line,
  postcode: Type.String({ maxLength: 16 }),
  city: Line,
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
});

/** Fields that an editor sends. */
export const locationFields = {
  code: CodeSchema,
  kind: KindSchema,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  address: AddressSchema,
  point: PointSchema,
  zone: Type.String({ maxLength: 60, description: 'IANA time zone' }),
  phone: Type.String({ maxLength: 40 }),
  hours: HoursSchema,
  capabilities: Type.Array(CapabilitySchema, { uniqueItems: true }),
  preparationMinutes: Type.Integer({ minimum: 0, maximum: 100_000, description: 'Open minutes from order to ready' }),
  cutOff: Time,
};

export const LocationSchema = Strict({
  id: Id,
  ...locationFields,
  exceptions: Type.Array(ExceptionSchema),
  archivedAt: Nullable(Timestamp),
  version: Type.Integer(),
});

/** What a shopper sees of a store, at this moment. */
export const StoreSchema = Strict({
  id: Id,
  code: CodeSchema,
  name: Type.String(),
  address: AddressSchema,
  point: PointSchema,
  zone: Type.String(),
  phone: Type.String(),
  capabilities: Type.Array(CapabilitySchema),
  hours: HoursSchema,
  exceptions: Type.Array(ExceptionSchema, { description: 'The coming 30 days' }),
  today: Strict({
    date: DateSchema,
    open: Type.Array(Span, { description: '[] = closed today' }),
    isOpen: Type.Boolean(),
    closesAt: Nullable(Timestamp),
    opensAt: Nullable(Timestamp),
    note: Type.Optional(Type.String()),
  }),
  distanceKm: Nullable(Type.Number({ description: 'Straight line, one decimal' })),
});

export const locationJson = (location: Location) => ({
  ...location,
  archivedAt: location.archivedAt?.toISOString() ?? null,
});
