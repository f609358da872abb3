import { Type } from 'typebox';
import type { Ctx } from '../../kernel/context.ts';
import { taxInGross } from '../../kernel/money.ts';
import { allStaff, created, type RouteDefinition, route } from '../../kernel/route.ts';
import { Id, LocalizedText, MoneySchema, Nullable, Quantity, Strict, Timestamp } from '../../kernel/schemas.ts';
import { getVariants } from '../../modules/catalogue/index.ts';
import { getLocations } from '../../modules/locations/index.ts';
import {
  BlindContactSchema,
  ChosenOutcomeSchema,
  ConditionSchema,
  ReasonSchema,
  readPolicy,
} from '../../modules/returns/index.ts';
import { getRetailer } from '../../modules/settings/index.ts';
import { membersByIds } from '../../modules/staff/index.ts';
import { floor, PlaceSchema, tag } from './routeSchemas.ts';
import { blindWorth, readBlind, type TakenBlind, takeBlind } from './takeBlind.ts';

const BlindSchema = Strict({
  id: Id,
  number: Type.String(),
  locationId: Id,
  place: PlaceSchema,
  contact: BlindContactSchema,
  total: MoneySchema,
  creditCode: Type.String(),
  creditUntil: Timestamp,
  note: Nullable(Type.String()),
  takenAt: Timestamp,
  takenBy: Nullable(Type.String({ description: 'Name of the colleague' })),
  zone: Type.String(),
  seller: Strict({ name: Type.String(), address: Type.String(), taxId: Type.String() }),
  lines: Type.Array(
    Strict({
      variantId: Id,
      title: LocalizedText,
      optionsText: LocalizedText,
      sku: Nullable(Type.String()),
      quantity: Quantity,
      condition: ConditionSchema,
      outcome: ChosenOutcomeSchema,
      amount: MoneySchema,
      tax: MoneySchema,
      taxRateBp: Type.Integer(),
    }),
  ),
});

async function toBlind(ctx: Ctx, { return: it, credit }: TakenBlind) {
  const { zone, legal, name } = await getRetailer(ctx);
  const variants = await getVariants(
    ctx,
    it.lines.map((line) => line.variantId),
  );
  const place = (await getLocations(ctx, [it.locationId])).get(it.locationId);
  const by = (await membersByIds(ctx, [it.takenBy])).get(it.takenBy);
  const { currency } = it.total;
  const unknown = { en: '?', pl: '?', ru: '?' };
  return {
    id: it.id,
    number: it.number,
    locationId: it.locationId,
    place: place
      ? { name: place.name, line1: place.address.line1, postcode: place.address.postcode, city: place.address.city }
      : null,
    contact: it.contact,
    total: it.total,
    creditCode: credit.code,
    creditUntil: credit.expiresAt,
    note: it.note,
    takenAt: it.takenAt,
    takenBy: by?.name ?? null,
    zone,
    seller: { name: legal.companyName || name, address: legal.address, taxId: legal.taxId },
    lines: it.lines.map((line) => ({
      variantId: line.variantId,
      title: variants.get(line.variantId)?.title ?? unknown,
      optionsText: variants.get(line.variantId)?.optionsText ?? unknown,
      sku: variants.get(line.variantId)?.sku ?? null,
      quantity: line.quantity,
      condition: line.condition,
      outcome: line.outcome,
      amount: { amount: line.amount, currency },
      tax: { amount: taxInGross(line.amount, line.taxRateBp).tax, currency },
      taxRateBp: line.taxRateBp,
    })),
  };
}

/** Goods without a sale. */
export const blindReturnRoutes: RouteDefinition[] = [
  route({
    method: 'GET',
    path: '/api/staff/blind-returns/worth',
    summary: 'Whether goods are taken back without a sale, and what they are worth at most',
    tag,
    audience: floor,
    query: Strict({ variantId: Type.Array(Id, { minItems: 1, maxItems: 20 }) }),
    response: Strict({
      isOffered: Type.Boolean(),
      days: Type.Integer({ description: 'Of which the lowest price counts' }),
      items: Type.Array(Strict({ variantId: Id, cap: MoneySchema })),
    }),
    async handle(ctx, { query }) {
      const policy = await readPolicy(ctx);
      const worths = await blindWorth(ctx, query.variantId, policy);
      return {
        isOffered: policy.blindReturns,
        days: policy.blindDays,
        items: worths.map(({ variantId, cap }) => ({ variantId, cap })),
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/blind-returns',
    summary: 'Take goods back for which no sale is found: against a store credit code, where the policy allows it',
    tag,
    audience: floor,
    idempotencyKey: 'required',
    body: Strict({
      locationId: Id,
      contact: BlindContactSchema,
      lines: Type.Array(
        Strict({
          variantId: Id,
          quantity: Quantity,
          reason: ReasonSchema,
          condition: ConditionSchema,
          outcome: Type.Enum(['restock', 'damaged', 'write_off']),
          unit: Type.Optional(
            Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'Minor units, where it is worth less' }),
          ),
        }),
        { minItems: 1, maxItems: 20 },
      ),
      note: Type.Optional(Type.String({ maxLength: 500 })),
    }),
    response: BlindSchema,
    status: 201,
    async handle(ctx, { body }) {
      const taken = await takeBlind(ctx, body);
      return taken.ok ? created(await toBlind(ctx, taken.value)) : taken;
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/blind-returns/:id',
    summary: 'A return without a sale, with what stands on its protocol',
    tag,
    audience: allStaff,
    params: Strict({ id: Id }),
    response: BlindSchema,
    async handle(ctx, { params }) {
      return toBlind(ctx, await readBlind(ctx, params.id));
    },
  }),
];
