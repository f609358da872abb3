import type pg from 'pg';
import type { Oracle } from './oracle.ts';

/** What is wrong in the books, by kind; every number must be 0, at any moment. */
export interface Faults {
  /** Levels that do not follow from ledger and holds. */
  ledgerDiffers: number;
  /** More orders than one for one request. */
  doubledOrders: number;
  /** Orders a client was told of that are not there, or not as it was told. */
  lostOrders: number;
  chargedTwice: number;
  chargedOtherThanOrdered: number;
  refundedMoreThanTaken: number;
}

/** Held against what the clients know while they go on: of what is under way nothing is known. */
export async function holdBooks(pool: pg.Pool, oracle: Oracle): Promise<Faults> {
  const client = await pool.connect();
  try {
    // Known before the snapshot is taken, so it must be in it.
    const known = [...oracle.orders.values()].filter((one) => !oracle.inFlight.has(one.email));
    await client.query('begin isolation level repeatable read read only');
    const count = async (text: string, values: unknown[] = []) =>
      Number((await client.query<{ n: string }>(text, values)).rows[0]?.n);
    const faults = {
      ledgerDiffers: await count(`select count(*) as n from stock.level l
        left join (select variant_id, location_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved
          from stock.movement group by 1, 2) m using (variant_id, location_id)
        left join (select variant_id, location_id, sum(quantity) as held from stock.reservation_line
          where state in ('held', 'committed') group by 1, 2) h using (variant_id, location_id)
        where l.on_hand <> coalesce(m.on_hand, 0) or l.reserved <> coalesce(m.reserved, 0) or l.reserved <> coalesce(h.held, 0)`),
      doubledOrders: await count(`select count(*) as n from (select 1 from orders.order o
        where o.contact->>'email' like 'soak-%' group by o.contact->>'email' having count(*) > 1) twice`),
      lostOrders: await count(
        `select count(*) as n from jsonb_to_recordset($1::jsonb) as k(id uuid, email text, states text[])
         left join orders.order o on o.id = k.id and o.contact->>'email' = k.email and o.state = any (k.states)
         where o.id is null`,
        [JSON.stringify(known.map((one) => ({ id: one.id, email: one.email, states: statesOf(one.state) })))],
      ),
      chargedTwice: await count(`select count(*) as n from (select 1 from payments.test_card_charge
        where kind = 'authorise' and approved group by key having count(*) > 1) twice`),
      chargedOtherThanOrdered:
        await count(`select count(*) as n from payments.payment p join orders.order o on o.id = p.order_id
        where o.contact->>'email' like 'soak-%' and p.captured not in (0, o.gross)`),
      refundedMoreThanTaken: await count(
        `select count(*) as n from payments.payment where refunded + refunding > captured`,
      ),
    };
    await client.query('commit');
    return faults;
  } finally {
    client.release();
  }
}

const statesOf = (state: string): string[] =>
  ({ open: ['paid'], cancelled: ['cancelled'], sold: ['completed'], returned: ['completed'] })[state] ?? [];

/** At the end, when nothing is under way: the shop's books and the clients' are the same. */
export interface LastFaults extends Faults {
  onHandDiffers: number;
  /** Promised pieces that are not those of the orders that are open. */
  reservedDiffers: number;
  ordersNobodyWasToldOf: number;
  refundsDiffer: number;
  paymentsWithoutAnswer: number;
  undeliveredEvents: number;
}

/** Whose promises and the shop's do not agree, for whoever has to find out why. */
export async function explainReserved(pool: pg.Pool, oracle: Oracle): Promise<string[]> {
  const { rows } = await pool.query<{ at: string; email: string | null; hold: object; order_state: string | null }>(`
    select e.variant_id || ' ' || e.location_id as at, o.contact->>'email' as email, o.state as order_state,
      to_jsonb(r) - 'context' || jsonb_build_object('line_state', e.state, 'line_expires', e.expires_at, 'order_line', l.state) as hold
    from stock.reservation_line e join stock.reservation r on r.id = e.reservation_id
    left join orders.line l on l.reservation_id = r.id and l.variant_id = e.variant_id left join orders.order o on o.id = l.order_id
    where e.state in ('held', 'committed')`);
  const open = new Set([...oracle.orders.values()].filter((one) => one.state === 'open').map((one) => one.email));
  const held = new Set(rows.flatMap((row) => row.email ?? []));
  return [
    ...rows
      .filter((row) => oracle.onHand.has(row.at) && !(row.email && open.has(row.email)))
      .map((row) => `held for nothing known: ${JSON.stringify(row)}`),
    ...[...open]
      .filter((email) => !held.has(email))
      .map((email) => `held no more: ${JSON.stringify(oracle.orders.get(email))}`),
  ].slice(0, 5);
}

export async function closeBooks(pool: pg.Pool, oracle: Oracle): Promise<LastFaults> {
  const faults = await holdBooks(pool, oracle);
  const levels = await pool.query<{ at: string; on_hand: number; reserved: number }>(
    // What has run out counts as free at once, whenever it is swept.
    `select l.variant_id || ' ' || l.location_id as at, l.on_hand::int, (l.reserved - coalesce((select sum(e.quantity)
       from stock.reservation_line e where e.variant_id = l.variant_id and e.location_id = l.location_id
         and e.state in ('held', 'committed') and e.expires_at <= clock_timestamp()), 0))::int as reserved from stock.level l`,
  );
  const promised = new Map(oracle.promisedBefore);
  for (const one of oracle.orders.values())
    if (one.state === 'open') promised.set(one.line.at, (promised.get(one.line.at) ?? 0) + one.line.quantity);
  const played = levels.rows.filter((row) => oracle.onHand.has(row.at));
  const orders = await pool.query<{ email: string; state: string; refunded: string }>(
    `select o.contact->>'email' as email, o.state, (select coalesce(sum(p.refunded), 0) from payments.payment p where p.order_id = o.id) as refunded
     from orders.order o where o.contact->>'email' like 'soak-%'`,
  );
  const rest = async (text: string) => Number((await pool.query<{ n: string }>(text)).rows[0]?.n);
  return {
    ...faults,
    onHandDiffers: played.filter((row) => row.on_hand !== oracle.onHand.get(row.at)).length,
    reservedDiffers: played.filter((row) => row.reserved !== (promised.get(row.at) ?? 0)).length,
    ordersNobodyWasToldOf: orders.rows.filter((row) => row.state !== 'cancelled' && !oracle.orders.has(row.email))
      .length,
    refundsDiffer: orders.rows.filter((row) => Number(row.refunded) !== (oracle.orders.get(row.email)?.refunded ?? 0))
      .length,
    paymentsWithoutAnswer: await rest(`select count(*) as n from payments.movement where state = 'pending'`),
    undeliveredEvents: await rest(`select count(*) as n from kernel.outbox o, kernel.outbox_cursor c
      where (o.xid, o.seq) > (c.xid, c.seq)`),
  };
}
