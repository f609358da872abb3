import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Order, OrderLine } from './order.ts';
import { splitLine } from './splitLine.ts';
import type { PricedFigures } from './sumLines.ts';

/** So many pieces of a line; all of it unless said. */
export interface LinePart {
  lineId: string;
  quantity?: number | undefined;
}

/**
 * Makes lines of their own out of parts of lines, so that each can go its own way: the order's lines stay what was placed,
 * to the last minor unit. Gives the id of the line that is the part. Under the order's lock, which the caller has.
 *
 * @throws AppError not_found, invalid_request
 */
export async function carveLines(tx: Ctx, order: Order, parts: readonly LinePart[]): Promise<string[]> {
  const carved = parts.map(({ lineId, quantity }) => {
    const line = order.lines.find((candidate) => candidate.id === lineId);
    if (!line) throw new AppError('not_found', { detail: 'A line is not of this order.' });
    if (quantity !== undefined && (quantity < 1 || quantity > line.quantity))
      throw new AppError('invalid_request', { detail: `There are ${line.quantity} pieces on this line.`, lineId });
    return { line, quantity: quantity ?? line.quantity, isWhole: quantity === undefined || quantity === line.quantity };
  });
  if (new Set(carved.map(({ line }) => line.id)).size < carved.length)
    throw new AppError('invalid_request', { detail: 'A line is named twice.' });
  const split = carved.filter((one) => !one.isWhole);
  const last = Math.max(...order.lines.map((_, place) => place));
  const made = split.map(({ line, quantity }, place) => {
    const { part, rest } = splitLine(figuresOf(line), quantity);
    return { id: tx.newId(), lineId: line.id, position: last + 1 + place, part, rest };
  });
  if (made.length > 0) await writeSplit(tx, made);
  return carved.map(({ line, isWhole }) =>
    isWhole ? line.id : (made.find((one) => one.lineId === line.id)?.id ?? line.id),
  );
}

const figuresOf = (line: OrderLine): PricedFigures => ({
  quantity: line.quantity,
  unit: line.unit.amount,
  discount: line.discount.amount,
  net: line.net.amount,
  tax: line.tax.amount,
  gross: line.gross.amount,
});

async function writeSplit(
  tx: Ctx,
  made: readonly { id: string; lineId: string; position: number; part: PricedFigures; rest: PricedFigures }[],
): Promise<void> {
  // The part is written from the line as it was: both halves of a statement see what was before it.
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as g(id uuid, "lineId" uuid, position int, part jsonb, rest jsonb)
    ), part as (
      insert into orders.line (id, order_id, position, kind, state, variant_id, quantity, unit, discount, net, tax, gross, tax_rate_bp,
        method, location_id, reservation_id, cart_line_id, snapshot, advised_by, held_by, handed_over_by, fulfilled_by)
      select g.id, l.order_id, g.position, l.kind, l.state, l.variant_id, (g.part->>'quantity')::int, l.unit, (g.part->>'discount')::bigint,
        (g.part->>'net')::bigint, (g.part->>'tax')::bigint, (g.part->>'gross')::bigint, l.tax_rate_bp,
        l.method, l.location_id, l.reservation_id, l.cart_line_id, l.snapshot, l.advised_by, l.held_by, l.handed_over_by, l.fulfilled_by
      from given g join orders.line l on l.id = g."lineId"
    )
    update orders.line l set quantity = (g.rest->>'quantity')::int, discount = (g.rest->>'discount')::bigint, net = (g.rest->>'net')::bigint,
      tax = (g.rest->>'tax')::bigint, gross = (g.rest->>'gross')::bigint
    from given g where l.id = g."lineId"`.execute(tx.db);
}
