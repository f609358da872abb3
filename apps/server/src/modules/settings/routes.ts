import { type Static, Type } from 'typebox';
import { allStaff, everyone, route, staff } from '../../kernel/route.ts';
import { Id, LanguageSchema, LocalizedText, MoneySchema, Nullable, Strict } from '../../kernel/schemas.ts';
import { getLimits } from './getLimits.ts';
import { getPolicy } from './getPolicy.ts';
import { getRetailer } from './getRetailer.ts';
import { listDeliveryZones } from './listDeliveryZones.ts';
import { getMarket, listMarkets } from './listMarkets.ts';
import { readStoreInfo } from './readStoreInfo.ts';
import { type DeliveryZoneInput, saveDeliveryZones } from './saveDeliveryZones.ts';
import { saveLimits } from './saveLimits.ts';
import { saveMarket } from './saveMarket.ts';
import { savePolicy } from './savePolicy.ts';
import { updateRetailer } from './updateRetailer.ts';

const tag = 'Settings';
const admin = staff('admin');
const Version = Type.Integer({
  minimum: 0,
  description: 'The version you read; another one in between is a version_conflict',
});
const MarketCode = Type.String({ pattern: '^[A-Z]{2}(-[A-Z0-9]{1,10})?$' });
const Text = Type.String({ maxLength: 500 });
const LegalFields = { companyName: Text, address: Text, taxId: Text, registration: Text, email: Text, phone: Text };
const retailerFields = {
  name: Type.String({ maxLength: 200 }),
  zone: Type.String({ maxLength: 60, description: 'IANA time zone of the retailer’s calendar days' }),
  defaultMarket: MarketCode,
  defaultLanguage: LanguageSchema,
};
const marketFields = {
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  languages: Type.Array(LanguageSchema, { minItems: 1, uniqueItems: true }),
};
const RetailerSchema = Strict({ ...retailerFields, legal: Strict(LegalFields), version: Version });
const MarketSchema = Strict({ code: MarketCode, ...marketFields, active: Type.Boolean(), version: Version });
const PolicyKindSchema = Type.Union([
  Type.Literal('delivery'),
  Type.Literal('returns'),
  Type.Literal('privacy'),
  Type.Literal('terms'),
  Type.Literal('contact'),
]);
const PolicyText = Strict({
  en: Type.String({ maxLength: 50_000 }),
  pl: Type.String({ maxLength: 50_000 }),
  ru: Type.String({ maxLength: 50_000 }),
});
const zoneNames = {
  name: LocalizedText,
  postcodePrefixes: Type.Array(Type.String({ minLength: 1, maxLength: 12 }), {
    maxItems: 2_000,
    description: '[] = the whole country',
  }),
};
const rateFields = {
  rate: MoneySchema,
  freeFrom: Nullable(MoneySchema),
  daysMin: Type.Integer({ minimum: 0, maximum: 365, description: 'Working days from the day the parcel leaves' }),
  daysMax: Type.Integer({ minimum: 0, maximum: 365 }),
};
const methodFields = {
  name: LocalizedText,
  ...rateFields,
  cutOff: Nullable(
    Type.String({
      pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$',
      description: 'HH:MM at the sender; later orders leave the next working day. null = the sender’s own cut-off',
    }),
  ),
};
const Methods = Type.Array(Strict({ id: Id, ...methodFields }), {
  description: 'The usual one first; [] = nothing is delivered here at present',
});
/** rate, freeFrom and days are those of the usual method. */
const ZoneSchema = Strict({ id: Id, market: MarketCode, ...zoneNames, methods: Methods, ...rateFields });
const ZonesSchema = Strict({ version: Version, zones: Type.Array(ZoneSchema) });
const ZoneInput = Strict(
  {
    id: Type.Optional(Id),
    ...zoneNames,
    methods: Type.Optional(
      Type.Array(Strict({ id: Type.Optional(Id), ...methodFields }), {
        maxItems: 20,
        description: 'The usual one first. Left out: the rate, freeFrom and days beside it are the only method',
      }),
    ),
    rate: Type.Optional(rateFields.rate),
    freeFrom: Type.Optional(rateFields.freeFrom),
    daysMin: Type.Optional(rateFields.daysMin),
    daysMax: Type.Optional(rateFields.daysMax),
  },
  { description: 'A zone with its methods, or with one rate' },
);
const BasisPoints = Type.Integer({ minimum: 0, maximum: 10_000, description: '1 % = 100' });
const Days = Type.Integer({
  minimum: 0,
  maximum: 365,
  description: 'Opening days; 0 = until closing time of the same day',
});
const DiscountFields = { agent: BasisPoints, associate: BasisPoints, manager: BasisPoints, admin: BasisPoints };
const HoldFields = { shopper: Days, agent: Days, associate: Days, manager: Days, admin: Days };
const HoldByPurpose = Strict(HoldFields);
const IdAbove = Nullable(
  Type.Integer({
    minimum: 0,
    description: 'Minor units; dearer goods are handed over against a look at an ID. null = never',
  }),
);
const LimitsSchema = Strict({
  discount: Strict(DiscountFields),
  hold: Strict({
    checkout: HoldByPurpose,
    reserve_and_try: HoldByPurpose,
    agent_hold: HoldByPurpose,
    pickup: HoldByPurpose,
  }),
  idAbove: IdAbove,
  version: Version,
});
const PartialHold = Type.Optional(Type.Partial(Strict(HoldFields), { additionalProperties: false }));
const inMarket = Strict({ market: Type.Optional(MarketCode) });

/** Fields that were not sent must be absent, not undefined, for the operations. */
type Sent<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const sent = <T extends object>(body: T): Sent<T> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Sent<T>;

const ChangeRetailer = Strict({
  name: Type.Optional(retailerFields.name),
  zone: Type.Optional(retailerFields.zone),
  defaultMarket: Type.Optional(retailerFields.defaultMarket),
  defaultLanguage: Type.Optional(retailerFields.defaultLanguage),
  legal: Type.Optional(Type.Partial(Strict(LegalFields), { additionalProperties: false })),
  version: Version,
});

/** What a zone leaves out is checked when it is saved: either its methods are there, or all of its one rate. */
const toZoneInput = (zone: Static<typeof ZoneInput>): DeliveryZoneInput => {
  const { methods, ...rest } = zone;
  return (methods ? { ...sent(rest), methods: methods.map(sent) } : sent(rest)) as DeliveryZoneInput;
};

export const routes = [
  route({
    method: 'GET',
    path: '/api/shop/store-info',
    summary: 'The retailer, its markets, languages and policies',
    tag,
    audience: everyone,
    response: Strict({
      retailer: Strict({ ...retailerFields, legal: Strict(LegalFields) }),
      markets: Type.Array(Strict({ code: MarketCode, ...marketFields })),
      languages: Type.Array(LanguageSchema),
      policies: Type.Array(Strict({ kind: PolicyKindSchema, text: LocalizedText })),
    }),
    handle: (ctx) => readStoreInfo(ctx),
  }),
  route({
    method: 'GET',
    path: '/api/shop/delivery-zones',
    summary: 'Where delivery goes, what it costs and how long it takes',
    tag,
    audience: everyone,
    query: inMarket,
    response: Strict({ zones: Type.Array(ZoneSchema) }),
    handle: async (ctx, { query }) => ({
      zones: (await listDeliveryZones(ctx, query.market ?? (await getRetailer(ctx)).defaultMarket)).zones,
    }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/settings/retailer',
    summary: 'The retailer',
    tag,
    audience: admin,
    response: RetailerSchema,
    handle: (ctx) => getRetailer(ctx),
  }),
  route({
    method: 'PUT',
    path: '/api/staff/settings/retailer',
    summary: 'Change the retailer; fields left out stay',
    tag,
    audience: admin,
    body: ChangeRetailer,
    response: RetailerSchema,
    handle: (ctx, { body }) => updateRetailer(ctx, sent(body)),
  }),
  route({
    method: 'GET',
    path: '/api/staff/settings/markets',
    summary: 'All markets',
    tag,
    audience: admin,
    response: Strict({ items: Type.Array(MarketSchema) }),
    handle: async (ctx) => ({ items: await listMarkets(ctx) }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/settings/markets/:code',
    summary: 'One market',
    tag,
    audience: admin,
    params: Strict({ code: MarketCode }),
    response: MarketSchema,
    handle: (ctx, { params }) => getMarket(ctx, params.code),
  }),
  route({
    method: 'PUT',
    path: '/api/staff/settings/markets/:code',
    summary: 'Create or change a market; country and currency stay what they are',
    tag,
    audience: admin,
    params: Strict({ code: MarketCode }),
    body: Strict({ ...marketFields, active: Type.Boolean(), version: Version }),
    response: MarketSchema,
    handle: (ctx, { params, body }) => saveMarket(ctx, { code: params.code, ...body }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/settings/delivery-zones',
    summary: 'A market’s delivery zones and rates',
    tag,
    audience: admin,
    query: inMarket,
    response: ZonesSchema,
    handle: async (ctx, { query }) => listDeliveryZones(ctx, query.market ?? (await getRetailer(ctx)).defaultMarket),
  }),
  route({
    method: 'PUT',
    path: '/api/staff/settings/delivery-zones',
    summary: 'Replace a market’s delivery zones',
    tag,
    audience: admin,
    body: Strict({
      market: MarketCode,
      version: Version,
      zones: Type.Array(ZoneInput, { maxItems: 200 }),
    }),
    bodyLimit: 1_000_000,
    response: ZonesSchema,
    handle: (ctx, { body }) => saveDeliveryZones(ctx, { ...body, zones: body.zones.map(toZoneInput) }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/settings/limits',
    summary: 'What each role may discount and hold',
    tag,
    // Everyone who is bound by a limit may see it, before running into it.
    audience: allStaff,
    response: LimitsSchema,
    handle: (ctx) => getLimits(ctx),
  }),
  route({
    method: 'PUT',
    path: '/api/staff/settings/limits',
    summary: 'Change limits; those left out stay',
    tag,
    audience: admin,
    body: Strict({
      version: Version,
      discount: Type.Optional(Type.Partial(Strict(DiscountFields), { additionalProperties: false })),
      hold: Type.Optional(
        Strict({ checkout: PartialHold, reserve_and_try: PartialHold, agent_hold: PartialHold, pickup: PartialHold }),
      ),
      idAbove: Type.Optional(IdAbove),
    }),
    response: LimitsSchema,
    handle: (ctx, { body }) => saveLimits(ctx, sent(body)),
  }),
  route({
    method: 'GET',
    path: '/api/staff/settings/policies/:kind',
    summary: 'A policy’s text in every language',
    tag,
    audience: admin,
    params: Strict({ kind: PolicyKindSchema }),
    response: Strict({ kind: PolicyKindSchema, text: LocalizedText, version: Version }),
    handle: (ctx, { params }) => getPolicy(ctx, params.kind),
  }),
  route({
    method: 'PUT',
    path: '/api/staff/settings/policies/:kind',
    summary: 'Write a policy',
    tag,
    audience: admin,
    params: Strict({ kind: PolicyKindSchema }),
    body: Strict({ text: PolicyText, version: Version }),
    bodyLimit: 500_000,
    response: Strict({ kind: PolicyKindSchema, text: LocalizedText, version: Version }),
    handle: (ctx, { params, body }) => savePolicy(ctx, { kind: params.kind, ...body }),
  }),
];
