import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Orders that came from another system, by the ids they have there; one statement for any number. */
export async function importedOrders(
  ctx: Ctx,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, { orderId: string; number: string }>> {
  const { rows } = await sql<{ external_id: string; order_id: string; number: string }>`
    select i.external_id, i.order_id, o.number from orders.imported i join orders.order o on o.id = i.order_id
    where i.source = ${source} and i.external_id = any (${[...externalIds]})`.execute(ctx.db);
  return new Map(rows.map((row) => [row.external_id, { orderId: row.order_id, number: row.number }]));
}

/** Remembers, with the order, where it came from. A twin waits here and then breaks on the key: it is imported once. */
export async function markImported(
  tx: Ctx,
  input: { source: string; externalId: string; orderId: string },
): Promise<void> {
  await sql`insert into orders.imported (source, external_id, order_id, imported_at)
    values (${input.source}, ${input.externalId}, ${input.orderId}, ${tx.clock.now()})`.execute(tx.db);
}
