import { Type } from 'typebox';
import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { requireKnown } from '../../kernel/requireKnown.ts';
import { allStaff, route, staff, staffOrKey } from '../../kernel/route.ts';
import { Id, Nullable, Page, PageQuery, Strict, Timestamp } from '../../kernel/schemas.ts';
import { knownVariants } from '../catalogue/index.ts';
import { getLocations } from '../locations/index.ts';
import { changeOnHand } from './changeOnHand.ts';
import { availability } from './readAvailability.ts';
import { ledgerKinds, readLedger } from './readLedger.ts';
import { reconcileStock } from './reconcile.ts';

const Change = Type.Union([
  Strict({
    variantId: Id,
    locationId: Id,
    kind: Type.Union([Type.Literal('receive'), Type.Literal('return'), Type.Literal('repair')]),
    delta: Type.Integer({ minimum: 1, maximum: 100_000 }),
    reason: Type.String({ minLength: 3, maxLength: 500 }),
  }),
  Strict({
    variantId: Id,
    locationId: Id,
    kind: Type.Union([Type.Literal('damage'), Type.Literal('write_off')], {
      description: 'damage: good pieces are damaged and stay; write_off: damaged pieces leave the house',
    }),
    delta: Type.Integer({ minimum: -100_000, maximum: -1 }),
    reason: Type.String({ minLength: 3, maxLength: 500 }),
  }),
  Strict({
    variantId: Id,
    locationId: Id,
    kind: Type.Literal('adjust'),
    delta: Type.Integer({ minimum: -100_000, maximum: 100_000 }),
    reason: Type.String({ minLength: 3, maxLength: 500 }),
  }),
  Strict({
    variantId: Id,
    locationId: Id,
    kind: Type.Literal('count'),
    counted: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    was: Type.Optional(
      Type.Integer({ description: 'What the books said when it was counted; refused when they say otherwise by now' }),
    ),
    reason: Type.String({ minLength: 3, maxLength: 500 }),
  }),
]);

const Level = Strict({
  variantId: Id,
  locationId: Id,
  onHand: Type.Integer(),
  reserved: Type.Integer(),
  damaged: Type.Integer({ description: 'Of those on hand; they may not be sold' }),
  safety: Type.Integer(),
  display: Type.Integer(),
  incoming: Type.Integer(),
  incomingAt: Nullable(Timestamp),
  available: Type.Integer({ description: 'May be held and collected' }),
  availableToShip: Type.Integer({ description: 'May be shipped: display pieces left out' }),
});

export const LedgerKinds = Type.Array(Type.Enum(ledgerKinds), { maxItems: ledgerKinds.length });

const Movement = Strict({
  seq: Type.Integer(),
  kind: Type.String(),
  onHandDelta: Type.Integer(),
  reservedDelta: Type.Integer(),
  damagedDelta: Type.Integer(),
  onHandAfter: Type.Integer(),
  reservedAfter: Type.Integer(),
  damagedAfter: Type.Integer(),
  reservationId: Nullable(Id),
  documentKind: Nullable(Type.String()),
  documentId: Nullable(Type.String()),
  actor: Type.String(),
  channel: Type.String(),
  reason: Nullable(Type.String()),
  at: Timestamp,
});

/** Levels point across schemas, so no foreign key refuses stock of nothing, or nowhere. */
async function checkThings(ctx: Ctx, changes: readonly { variantId: string; locationId: string }[]): Promise<void> {
  const variantIds = changes.map((change) => change.variantId);
  const locationIds = changes.map((change) => change.locationId);
  requireKnown('variant', variantIds, await knownVariants(ctx, variantIds));
  requireKnown('location', locationIds, await getLocations(ctx, locationIds));
}

export const stockRoutes = [
  route({
    method: 'GET',
    path: '/api/staff/stock',
    summary: 'Stock of up to 100 variants in every location, one list',
    tag: 'stock',
    audience: allStaff,
    query: Strict({ variantIds: Type.Array(Id, { minItems: 1, maxItems: 100 }) }),
    response: Strict({ items: Type.Array(Level) }),
    handle: async (ctx, { query }) => ({
      items: (await availability(ctx, { variantIds: query.variantIds })).map((level) => ({
        ...level,
        incomingAt: level.incomingAt?.toISOString() ?? null,
      })),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/stock/changes',
    summary: 'Receive, count, adjust or write off stock, the whole list or nothing',
    tag: 'stock',
    audience: staffOrKey('stock:write', 'associate', 'manager', 'admin'),
    body: Strict({ changes: Type.Array(Change, { minItems: 1, maxItems: 500 }) }),
    bodyLimit: 512 * 1024,
    response: Strict({
      items: Type.Array(Strict({ variantId: Id, locationId: Id, before: Type.Integer(), after: Type.Integer() })),
    }),
    handle: async (ctx, { body }) => {
      for (const change of body.changes) {
        if (!mayActAt(ctx.actor, change.locationId))
          throw new AppError('wrong_location', { detail: 'You can change stock only where you work.' });
      }
      await checkThings(ctx, body.changes);
      const changed = await changeOnHand(ctx, body.changes);
      return changed.ok ? { items: changed.value } : changed;
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/stock/:variantId/:locationId/ledger',
    summary: 'Why the number is what it is: every movement, newest first',
    tag: 'stock',
    audience: allStaff,
    params: Strict({ variantId: Id, locationId: Id }),
    query: Strict({ kinds: Type.Optional(LedgerKinds), ...PageQuery }),
    response: Page(Movement),
    handle: async (ctx, { params, query }) => {
      const page = await readLedger(ctx, {
        ...params,
        kinds: query.kinds,
        cursor: query.cursor,
        limit: query.limit ?? 50,
      });
      return {
        items: page.items.map((row) => ({ ...row, at: row.at.toISOString() })),
        nextCursor: page.nextCursor,
      };
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/stock/reconcile',
    summary: 'Levels that do not follow from ledger and holds: must be none',
    tag: 'stock',
    audience: staff('manager', 'admin'),
    response: Strict({
      differences: Type.Array(
        Strict({
          variantId: Id,
          locationId: Id,
          onHand: Type.Integer(),
          ledgerOnHand: Type.Integer(),
          reserved: Type.Integer(),
          ledgerReserved: Type.Integer(),
          heldLines: Type.Integer(),
          damaged: Type.Integer(),
          ledgerDamaged: Type.Integer(),
        }),
      ),
    }),
    handle: async (ctx) => ({ differences: await reconcileStock(ctx) }),
  }),
];
