import { type Static, Type } from 'typebox';
import type { Ctx } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { route, staff } from '../kernel/route.ts';
import { Id, LocalizedText, Nullable, PageQuery, Strict, Timestamp } from '../kernel/schemas.ts';
import { getVariants, listVariants } from '../modules/catalogue/index.ts';
import { fulfilmentsOfReservations } from '../modules/fulfilment/index.ts';
import { getLocation, listLocations } from '../modules/locations/index.ts';
import { ordersOfReservations } from '../modules/orders/index.ts';
import {
  type Availability,
  availability,
  findLevels,
  getReservations,
  holdsOnLevel,
  LedgerKinds,
  levelStates,
  readDrift,
  readLedger,
} from '../modules/stock/index.ts';
import { actorNames } from './actorNames.ts';
import { byVariant } from './byVariant.ts';

const managers = staff('manager', 'admin');

const Level = Strict({
  locationId: Id,
  onHand: Type.Integer(),
  reserved: Type.Integer(),
  damaged: Type.Integer(),
  safety: Type.Integer({ description: 'What is kept back here, by whichever limit holds' }),
  ownSafety: Nullable(Type.Integer({ description: 'null: no limit of its own' })),
  display: Type.Integer(),
  incoming: Type.Integer(),
  incomingAt: Nullable(Timestamp),
  free: Type.Integer({
    description: 'On hand less damaged less reserved less safety; below 0 where more is promised than there is',
  }),
});

const Variant = Strict({
  id: Id,
  sku: Type.String(),
  productId: Id,
  title: LocalizedText,
  optionsText: LocalizedText,
  pictureUrl: Nullable(Type.String()),
});

const Matrix = Strict({
  locations: Type.Array(Strict({ id: Id, code: Type.String(), name: Type.String(), kind: Type.String() })),
  items: Type.Array(Strict({ ...Variant.properties, levels: Type.Array(Level) })),
  nextCursor: Nullable(Type.String()),
  total: Nullable(Type.Integer({ description: 'All that match; on the first page only' })),
  asOf: Timestamp,
});

const MatrixQuery = Strict({
  q: Type.Optional(Type.String({ maxLength: 100, description: 'Part of a code, SKU, GTIN or title' })),
  categoryId: Type.Optional(Id),
  productId: Type.Optional(Id),
  locationId: Type.Optional({ ...Id, description: 'The state is looked for there; the row shows all locations' }),
  state: Type.Optional(Type.Enum(levelStates)),
  ...PageQuery,
});

/** Not clamped at zero: who promised more than there is must see by how much. */
const showLevel = (level: Availability): Static<typeof Level> => ({
  locationId: level.locationId,
  onHand: level.onHand,
  reserved: level.reserved,
  damaged: level.damaged,
  safety: level.safety,
  ownSafety: level.ownSafety ?? null,
  display: level.display,
  incoming: level.incoming,
  incomingAt: level.incomingAt?.toISOString() ?? null,
  free:
    level.available > 0 ? level.available : Math.min(0, level.onHand - level.damaged - level.reserved - level.safety),
});

async function stockMatrix(ctx: Ctx, query: Static<typeof MatrixQuery>): Promise<Static<typeof Matrix>> {
  const { state, locationId } = query;
  const [ids, locations] = await Promise.all([
    state ? findLevels(ctx, { state, locationId }) : undefined,
    listLocations(ctx),
  ]);
  const page = await listVariants(ctx, {
    ids,
    text: query.q,
    categoryId: query.categoryId,
    productId: query.productId,
    cursor: query.cursor,
    limit: query.limit ?? 50,
  });
  const levels = await availability(ctx, { variantIds: page.items.map((variant) => variant.id) });
  const levelsOf = byVariant(levels);
  return {
    locations: locations.map(({ id, code, name, kind }) => ({ id, code, name, kind })),
    items: page.items.map((variant) => ({
      id: variant.id,
      sku: variant.sku,
      productId: variant.productId,
      title: variant.title,
      optionsText: variant.optionsText,
      pictureUrl: variant.pictureUrl,
      levels: (levelsOf.get(variant.id) ?? []).map(showLevel),
    })),
    nextCursor: page.nextCursor,
    total: page.total,
    asOf: ctx.clock.now().toISOString(),
  };
}

const Line = Strict({
  seq: Type.Integer(),
  kind: Type.String(),
  onHandDelta: Type.Integer(),
  reservedDelta: Type.Integer(),
  damagedDelta: Type.Integer(),
  onHandAfter: Type.Integer(),
  reservedAfter: Type.Integer(),
  damagedAfter: Type.Integer(),
  document: Nullable(
    Strict({
      kind: Type.String({
        description: 'on_hand, sale, return: what another system said; or what our own act was about',
      }),
      id: Type.String(),
    }),
  ),
  actor: Type.String({ description: 'kind:id' }),
  actorName: Nullable(Type.String({ description: 'Of a colleague' })),
  channel: Type.String(),
  reason: Nullable(Type.String()),
  at: Timestamp,
  hold: Nullable(Strict({ id: Id, purpose: Type.String(), code: Nullable(Type.String()), state: Type.String() })),
  order: Nullable(Strict({ id: Id, number: Type.String() })),
});

const Story = Strict({
  variant: Variant,
  location: Strict({ id: Id, code: Type.String(), name: Type.String(), zone: Type.String() }),
  level: Nullable(Level),
  holds: Type.Array(
    Strict({
      id: Id,
      purpose: Type.String(),
      quantity: Type.Integer(),
      until: Nullable(Timestamp),
      atRisk: Type.Boolean(),
      code: Nullable(Type.String()),
      order: Nullable(Strict({ id: Id, number: Type.String() })),
    }),
    { description: 'What claims goods here now, 20 at most' },
  ),
  items: Type.Array(Line),
  nextCursor: Nullable(Type.String()),
});

const StoryQuery = Strict({
  kinds: Type.Optional(LedgerKinds),
  asOf: Type.Optional({ ...Timestamp, description: 'Look back: what the number was then, and why' }),
  ...PageQuery,
});

/**
 * Why the number is what it is: every movement with who, in which channel, and for which hold or order. A constant number
 * of statements a page.
 *
 * @throws AppError not_found
 */
async function stockStory(
  ctx: Ctx,
  at: { variantId: string; locationId: string },
  query: Static<typeof StoryQuery>,
): Promise<Static<typeof Story>> {
  const variant = (await getVariants(ctx, [at.variantId])).get(at.variantId.toLowerCase());
  if (!variant) throw new AppError('not_found', { detail: 'There are no such goods.' });
  const location = await getLocation(ctx, at.locationId);
  const [levels, holds, page] = await Promise.all([
    availability(ctx, { variantIds: [variant.id], locationIds: [location.id] }),
    query.cursor ? [] : holdsOnLevel(ctx, at),
    readLedger(ctx, {
      ...at,
      asOf: query.asOf ? new Date(query.asOf) : undefined,
      kinds: query.kinds,
      cursor: query.cursor,
      limit: query.limit ?? 50,
    }),
  ]);
  const reservationIds = [
    ...new Set([...holds.map((hold) => hold.id), ...page.items.flatMap((line) => line.reservationId ?? [])]),
  ];
  const [reservations, works, orders, nameOf] = await Promise.all([
    getReservations(ctx, reservationIds),
    fulfilmentsOfReservations(ctx, reservationIds),
    ordersOfReservations(ctx, reservationIds),
    actorNames(
      ctx,
      page.items.map((line) => line.actor),
    ),
  ]);
  const level = levels[0];
  return {
    variant: {
      id: variant.id,
      sku: variant.sku,
      productId: variant.productId,
      title: variant.title,
      optionsText: variant.optionsText,
      pictureUrl: variant.pictureUrl,
    },
    location: { id: location.id, code: location.code, name: location.name, zone: location.zone },
    level: level ? showLevel(level) : null,
    holds: holds.map((hold) => ({
      id: hold.id,
      purpose: hold.purpose,
      quantity:
        hold.lines.find((line) => line.variantId === variant.id && line.locationId === location.id)?.quantity ?? 0,
      until: hold.expiresAt?.toISOString() ?? null,
      atRisk: hold.atRisk,
      code: works.get(hold.id)?.code ?? null,
      order: orders.get(hold.id) ?? null,
    })),
    items: page.items.map(({ reservationId, documentKind, documentId, at: when, ...line }) => {
      const hold = reservationId ? reservations.get(reservationId) : undefined;
      return {
        ...line,
        at: when.toISOString(),
        document: documentKind && documentId ? { kind: documentKind, id: documentId } : null,
        actorName: nameOf(line.actor),
        hold: hold
          ? { id: hold.id, purpose: hold.purpose, state: hold.state, code: works.get(hold.id)?.code ?? null }
          : null,
        order: (reservationId && orders.get(reservationId)) || null,
      };
    }),
    nextCursor: page.nextCursor,
  };
}

const Drifts = Strict({
  items: Type.Array(
    Strict({
      seq: Type.Integer(),
      variantId: Id,
      sku: Type.String(),
      title: LocalizedText,
      optionsText: LocalizedText,
      locationId: Id,
      expected: Type.Integer({ description: 'What our books said for that moment' }),
      said: Type.Integer({ description: 'What they said' }),
      source: Type.String({ description: 'kind:id' }),
      sourceName: Nullable(Type.String()),
      externalId: Type.String(),
      asOf: Timestamp,
      at: Timestamp,
    }),
  ),
  nextCursor: Nullable(Type.String()),
});

const DriftQuery = Strict({ locationId: Type.Optional(Id), ...PageQuery });

/** Where other systems' figures were not ours, newest first. A constant number of statements. */
async function driftReport(ctx: Ctx, query: Static<typeof DriftQuery>): Promise<Static<typeof Drifts>> {
  const page = await readDrift(ctx, {
    locationId: query.locationId,
    cursor: query.cursor,
    limit: query.limit ?? 50,
  });
  const [variants, nameOf] = await Promise.all([
    getVariants(ctx, [...new Set(page.items.map((item) => item.variantId))]),
    actorNames(
      ctx,
      page.items.map((item) => item.source),
    ),
  ]);
  const none = { en: '', pl: '', ru: '' };
  return {
    items: page.items.map((item) => {
      const variant = variants.get(item.variantId);
      return {
        ...item,
        sku: variant?.sku ?? '',
        title: variant?.title ?? none,
        optionsText: variant?.optionsText ?? none,
        sourceName: nameOf(item.source),
        asOf: item.asOf.toISOString(),
        at: item.at.toISOString(),
      };
    }),
    nextCursor: page.nextCursor,
  };
}

export const officeStockRoutes = [
  route({
    method: 'GET',
    path: '/api/staff/office/stock/drift',
    summary: 'Where figures of other systems were not ours',
    tag: 'stock',
    audience: managers,
    query: DriftQuery,
    response: Drifts,
    handle: (ctx, { query }) => driftReport(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/api/staff/office/stock',
    summary: 'Stock as a table: variants down, locations across',
    tag: 'stock',
    audience: managers,
    query: MatrixQuery,
    response: Matrix,
    handle: (ctx, { query }) => stockMatrix(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/api/staff/stock/:variantId/:locationId/story',
    summary: 'Why the number is what it is: movements with running balance, people, holds and orders behind them',
    tag: 'stock',
    audience: managers,
    params: Strict({ variantId: Id, locationId: Id }),
    query: StoryQuery,
    response: Story,
    handle: (ctx, { params, query }) => stockStory(ctx, params, query),
  }),
];
