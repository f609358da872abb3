import { sql } from 'kysely';
import { actorKey, type Channel, type Ctx, type Language } from '../../kernel/context.ts';
import { inTransaction, violatedConstraint } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { hashOfToken, makeAccessToken } from './accessToken.ts';
import {
  type Address,
  type Contact,
  type LineRecord,
  type LineSnapshot,
  type Order,
  type OrderDelivery,
  type OrderRecord,
  toOrder,
  type Way,
} from './order.ts';
import { orderEvent } from './orderEvent.ts';
import { sumLines } from './sumLines.ts';

/** A line as it was priced, in minor units of the order's currency. */
export interface NewOrderLine {
  kind?: 'goods' | 'delivery';
  variantId: string | null;
  quantity: number;
  unit: number;
  discount: number;
  net: number;
  tax: number;
  gross: number;
  taxRateBp: number;
  way: Way;
  reservationId?: string | null | undefined;
  cartLineId?: string | null | undefined;
  /** What it was called when it was bought. */
  snapshot?: LineSnapshot | undefined;
  advisedBy?: string | null | undefined;
  heldBy?: string | null | undefined;
}

export interface NewOrder {
  /** Made before, where the payment has to know it. */
  id?: string | undefined;
  market: string;
  currency: string;
  subjectId?: string | null | undefined;
  cartId?: string | null | undefined;
  contact: Contact;
  deliveryAddress?: Address | null | undefined;
  delivery?: OrderDelivery | null | undefined;
  couponCode?: string | null | undefined;
  channel?: Channel | undefined;
  language?: Language | undefined;
  payBy?: Date | undefined;
  contractMadeAt: { place: 'distance' } | { place: 'on_premises'; locationId: string };
  lines: readonly NewOrderLine[];
}

/**
 * Writes an order, its lines, its number and the first step of its trail in one statement, and tells it in a second.
 * `accessToken` is the guest's way to it and is shown only here.
 *
 * @throws AppError cart_empty, invalid_amount, already_exists (this cart was ordered)
 */
export async function createOrder(ctx: Ctx, input: NewOrder): Promise<{ order: Order; accessToken: string }> {
  if (!input.lines.some((line) => (line.kind ?? 'goods') === 'goods')) throw new AppError('cart_empty');
  return inTransaction(ctx, async (tx) => {
    const accessToken = makeAccessToken();
    const order = await insert(tx, input, accessToken);
    await emit(tx, orderEvent(order, 'placed'));
    return { order, accessToken };
  });
}

async function insert(tx: Ctx, input: NewOrder, accessToken: string): Promise<Order> {
  const now = tx.clock.now();
  const totals = sumLines(input.lines);
  const { contractMadeAt: contract } = input;
  const { rows } = await sql<{ order: OrderRecord; lines: LineRecord[] }>`
    with placed as (
      insert into orders.order (id, state, market, currency, channel, language, subject_id, cart_id, contact, delivery_address, delivery, coupon_code,
        gross, net, tax, discount, contract_place, contract_at, contract_location_id, placed_at, pay_by)
      values (${input.id ?? tx.newId()}, 'placed', ${input.market}, ${input.currency}, ${input.channel ?? tx.channel}, ${input.language ?? tx.language},
        ${input.subjectId ?? null}, ${input.cartId ?? null}, ${JSON.stringify(input.contact)}::jsonb,
        ${input.deliveryAddress ? JSON.stringify(input.deliveryAddress) : null}::jsonb,
        ${input.delivery ? JSON.stringify({ ...input.delivery, rate: input.delivery.rate.amount }) : null}::jsonb, ${input.couponCode ?? null},
        ${totals.gross}, ${totals.net}, ${totals.tax}, ${totals.discount},
        ${contract.place}, ${now}, ${contract.place === 'on_premises' ? contract.locationId : null}, ${now}, ${input.payBy ?? null})
      returning *
    ), line as (
      insert into orders.line (id, order_id, position, kind, state, variant_id, quantity, unit, discount, net, tax, gross, tax_rate_bp,
        method, location_id, reservation_id, cart_line_id, snapshot, advised_by, held_by)
      select v.id, placed.id, v.position, v.kind, 'open', v.variant_id, v.quantity, v.unit, v.discount, v.net, v.tax, v.gross, v.tax_rate_bp,
        v.method, v.location_id, v.reservation_id, v.cart_line_id, v.snapshot, v.advised_by, v.held_by
      from placed, jsonb_to_recordset(${JSON.stringify(input.lines.map((line, index) => lineValues(tx, line, index)))}::jsonb) as v(
        id uuid, position int, kind text, variant_id uuid, quantity int, unit bigint, discount bigint, net bigint, tax bigint, gross bigint,
        tax_rate_bp int, method text, location_id uuid, reservation_id uuid, cart_line_id uuid, snapshot jsonb, advised_by uuid, held_by uuid)
      returning *
    ), token as (
      insert into orders.access_token (token_hash, order_id, created_at) select ${hashOfToken(accessToken)}, placed.id, ${now} from placed
    ), step as (
      insert into orders.step (id, order_id, from_state, to_state, actor, at) select ${tx.newId()}, placed.id, null, 'placed', ${actorKey(tx.actor)}, ${now} from placed
    )
    select to_jsonb(placed) as order, (select jsonb_agg(to_jsonb(line) order by line.position) from line) as lines from placed`
    .execute(tx.db)
    .catch((error: unknown) => {
      if (violatedConstraint(error) !== 'order_cart') throw error;
      throw new AppError(
        'already_exists',
        { detail: 'This cart was ordered already.', cartId: input.cartId },
        { cause: error },
      );
    });
  const row = rows[0];
  if (!row) throw new AppError('internal');
  return toOrder(row.order, row.lines);
}

function lineValues(tx: Ctx, line: NewOrderLine, position: number) {
  return {
    id: tx.newId(),
    position,
    kind: line.kind ?? 'goods',
    variant_id: line.variantId,
    quantity: line.quantity,
    unit: line.unit,
    discount: line.discount,
    net: line.net,
    tax: line.tax,
    gross: line.gross,
    tax_rate_bp: line.taxRateBp,
    method: line.way.method,
    location_id: line.way.method === 'delivery' ? null : line.way.locationId,
    reservation_id: line.reservationId ?? null,
    cart_line_id: line.cartLineId ?? null,
    snapshot: line.snapshot ?? {},
    advised_by: line.advisedBy ?? null,
    held_by: line.heldBy ?? null,
  };
}
