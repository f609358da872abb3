import { type Static, Type } from 'typebox';
import { insteadOf, senderOf } from '../../flows/orders/chooseInstead.ts';
import { actorKey, type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { route, staff } from '../../kernel/route.ts';
import { Id, Nullable, Strict, Timestamp } from '../../kernel/schemas.ts';
import { getVariants } from '../../modules/catalogue/index.ts';
import { customersOf, subjectsOf } from '../../modules/customers/index.ts';
import { mailsOf } from '../../modules/engagement/index.ts';
import { type Fulfilment, getFulfilment, shortagesOfOrders, stepsOf } from '../../modules/fulfilment/index.ts';
import { getLocation } from '../../modules/locations/index.ts';
import { getOrder } from '../../modules/orders/index.ts';
import { getDiscountLimit, getIdLimit } from '../../modules/settings/index.ts';
import { membersByIds } from '../../modules/staff/index.ts';
import { availability } from '../../modules/stock/index.ts';
import { DeskShape, showWork } from '../handOverDesk.ts';
import { showWorkRows, WorkRow } from './floorQueue.ts';

const Work = Strict({
  row: WorkRow,
  /** The hold behind it, to extend or to give free. */
  reservationId: Nullable(Id),
  desk: DeskShape,
  /** What a scan of a piece is compared with, and what the shelf should hold. */
  shelf: Type.Array(
    Strict({
      variantId: Id,
      sku: Type.String(),
      gtin: Nullable(Type.String()),
      onHand: Type.Integer(),
      held: Type.Integer(),
      free: Type.Integer(),
      display: Type.Integer(),
    }),
  ),
  steps: Type.Array(
    Strict({
      from: Nullable(Type.String()),
      to: Type.String(),
      by: Nullable(Type.String({ description: 'Name of the colleague; null for the system' })),
      place: Nullable(Type.String()),
      reason: Nullable(Type.String()),
      at: Timestamp,
    }),
  ),
  /** The last notice that it is ready, to be sent again with POST /api/staff/mail/:id/resend. */
  notice: Nullable(Strict({ mailId: Id, state: Type.String(), at: Timestamp })),
  /** Pieces of it that are not there, with what there is instead; chosen by POST /api/staff/orders/:id/shortages/:id/choose. */
  shortages: Type.Array(
    Strict({
      id: Id,
      variantId: Id,
      title: Type.String(),
      quantity: Type.Integer(),
      what: Type.String(),
      reason: Type.String(),
      state: Type.String(),
      stores: Type.Array(Strict({ locationId: Id, name: Type.String(), available: Type.Integer() })),
      canBeSentHere: Type.Boolean({ description: 'Another location can send it to this store' }),
      canBeSent: Type.Boolean({ description: 'Somebody can send it, and the order has an address' }),
    }),
  ),
  needsId: Type.Boolean({ description: 'It is worth more than may be handed over without a look at an ID' }),
  discountLimitBp: Type.Integer({ description: 'What I may take off by hand, basis points' }),
  zone: Type.String(),
  asOf: Timestamp,
});

/** One piece of work with all that is needed to do it, standing at the shelf or at the desk. */
async function floorWork(ctx: Ctx, id: string): Promise<Static<typeof Work>> {
  const work = await getFulfilment(ctx, id);
  const isMine = mayActAt(ctx.actor, work.locationId);
  if (!isMine && !(work.toLocationId && mayActAt(ctx.actor, work.toLocationId)))
    throw new AppError('wrong_location', { detail: 'This is the work of another location.' });
  const variantIds = work.lines.map((line) => line.variantId);
  const [location, rows, desk, variants, levels, steps, idAbove, discountLimitBp] = await Promise.all([
    getLocation(ctx, work.locationId),
    showWorkRows(ctx, [work]),
    showWork(ctx, work.code, work, work.locationId),
    getVariants(ctx, variantIds),
    availability(ctx, { variantIds, locationIds: [work.locationId] }),
    stepsOf(ctx, id),
    getIdLimit(ctx),
    ctx.actor.kind === 'staff' ? getDiscountLimit(ctx, ctx.actor.role) : 0,
  ]);
  const [row] = rows;
  if (!row) throw new AppError('not_found');
  const names = await namesOf(
    ctx,
    steps.map((step) => step.actor),
  );
  return {
    row,
    reservationId: work.reservationId,
    desk,
    shelf: variantIds.map((variantId) => {
      const level = levels.find((one) => one.variantId === variantId);
      const variant = variants.get(variantId);
      return {
        variantId,
        sku: variant?.sku ?? '',
        gtin: variant?.gtin ?? null,
        onHand: level?.onHand ?? 0,
        held: level?.reserved ?? 0,
        free: level?.available ?? 0,
        display: level?.display ?? 0,
      };
    }),
    steps: steps.map(({ actor, ...step }) => ({ ...step, by: names.get(actor) ?? null })),
    notice: await lastNotice(ctx, work.subjectId, work.code),
    shortages: await showShortages(ctx, work),
    needsId: idAbove !== null && (row.worth?.amount ?? 0) > idAbove,
    discountLimitBp,
    zone: location.zone,
    asOf: ctx.clock.now().toISOString(),
  };
}

async function showShortages(ctx: Ctx, work: Fulfilment): Promise<Static<typeof Work>['shortages']> {
  if (!work.orderId) return [];
  const open = ((await shortagesOfOrders(ctx, [work.orderId])).get(work.orderId) ?? []).filter(
    (one) => one.state !== 'settled' && one.fulfilmentId === work.id,
  );
  const [order] = open.length > 0 ? [await getOrder(ctx, work.orderId)] : [];
  if (!order) return [];
  const variants = await getVariants(
    ctx,
    open.map((one) => one.variantId),
  );
  return Promise.all(
    open.map(async ({ id, variantId, quantity, what, reason, state, ...rest }) => {
      const instead = (await insteadOf(ctx, order, { id, variantId, quantity, what, reason, state, ...rest })).filter(
        (one) => one.variantId === variantId,
      );
      return {
        id,
        variantId,
        title: variants.get(variantId)?.title[ctx.language] ?? '',
        quantity,
        what,
        reason,
        state,
        stores: instead.flatMap((one) =>
          one.kind === 'pickup_elsewhere'
            ? [{ locationId: one.locationId, name: one.locationName, available: one.available }]
            : [],
        ),
        canBeSentHere: (await senderOf(ctx, { id, variantId, quantity, locationId: rest.locationId })) !== undefined,
        canBeSent: order.deliveryAddress !== null && instead.some((one) => one.kind === 'delivery'),
      };
    }),
  );
}

async function namesOf(ctx: Ctx, actors: readonly string[]): Promise<Map<string, string>> {
  const ids = actors.flatMap((actor) => (actor.startsWith('staff:') ? [actor.slice('staff:'.length)] : []));
  const members = await membersByIds(ctx, ids);
  return new Map(
    [...members.values()].map((member) => [
      actorKey({ kind: 'staff', sessionId: '', staffId: member.id, role: member.role, locationIds: 'all' }),
      member.name,
    ]),
  );
}

/** Customers overlook a single mail: when the last one went, and which to send again. */
async function lastNotice(
  ctx: Ctx,
  subjectId: string | null,
  code: string,
): Promise<{ mailId: string; state: string; at: string } | null> {
  const customerId = subjectId && (await customersOf(ctx, [subjectId])).get(subjectId);
  if (!customerId) return null;
  const mails = await mailsOf(ctx, { customerId, subjectIds: await subjectsOf(ctx, customerId) }, 20);
  const mail = mails.find(
    (one) =>
      ['hold_ready', 'pickup_ready', 'hold_confirmed', 'hold_moved'].includes(one.template) &&
      (one.subject === null || one.template !== 'pickup_ready' || one.subject.includes(code)),
  );
  return mail ? { mailId: mail.id, state: mail.state, at: mail.sentAt ?? mail.queuedAt } : null;
}

export const floorWorkRoute = route({
  method: 'GET',
  path: '/api/staff/floor/work/:id',
  summary: 'One piece of work: what, for whom, what to pay, what the shelf holds, and its trail',
  tag: 'floor',
  audience: staff('associate', 'manager', 'admin'),
  params: Strict({ id: Id }),
  response: Work,
  handle: (ctx, { params }) => floorWork(ctx, params.id),
});
