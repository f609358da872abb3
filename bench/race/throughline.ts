import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { createClient } from '../lib/load.ts';
import { signInAdmin } from '../lib/orderClient.ts';

/** What one buyer was told, and when. */
export interface Bought {
  outcome: 'accepted' | 'refused' | 'failed';
  /** Milliseconds from the press to the answer. */
  ms: number;
  hasAlternatives: boolean;
}

/** A shop the race is run against: an adapter like this one is all another shop needs. */
export interface Shop {
  goods: readonly string[];
  /** Exactly so many pieces of each, all in all. */
  stock(pieces: ReadonlyMap<string, number>): Promise<void>;
  /** Buyers with sessions, ready to press. */
  arrive(n: number): Promise<string[]>;
  /** One complete order, paid: a piece of each. */
  buy(buyer: string, basket: readonly string[]): Promise<Bought>;
  /** Pieces that are in orders now, as the shop's own books say. */
  sold(goods: readonly string[]): Promise<Map<string, number>>;
  /** Until what follows orders is done. */
  rest(): Promise<void>;
  deadlocks(): Promise<number>;
  partialHolds(): Promise<number>;
  ledgerDiffers(): Promise<number>;
  close(): void;
}

/** Throughline on several server processes of one database; buyers are spread over them. */
export async function openThroughline(urls: readonly string[], pool: pg.Pool): Promise<Shop> {
  const clients = urls.map((url) => createClient(url, 200));
  const [first] = clients;
  if (!first) throw new Error('no server');
  const admin = await signInAdmin(first);
  const places = await pool.query<{ id: string; ships: boolean }>(
    `select id, 'ship' = any (capabilities) as ships from locations.location where archived_at is null order by id`,
  );
  const warehouse = places.rows.find((row) => row.ships)?.id ?? '';
  const goods = await pool.query<{ id: string }>(
    `select v.id from catalogue.variant v join pricing.price x on x.variant_id = v.id and x.market = 'PL' and x.valid_to is null
     where v.archived_at is null order by v.id limit 22`,
  );
  const count = async (text: string, values: unknown[] = []) =>
    Number((await pool.query<{ n: string }>(text, values)).rows[0]?.n);
  let turn = 0;
  return {
    goods: goods.rows.map((row) => row.id),
    async stock(pieces) {
      const held = await pool.query<{ variant_id: string; location_id: string; kept: number }>(
        `select variant_id, location_id, (reserved + safety)::int as kept from stock.level where variant_id = any ($1::uuid[])`,
        [[...pieces.keys()]],
      );
      const kept = (variantId: string, locationId: string) =>
        held.rows.find((row) => row.variant_id === variantId && row.location_id === locationId)?.kept ?? 0;
      const all = [...pieces].flatMap(([variantId, n]) =>
        places.rows.map(({ id: locationId }) => ({
          variantId,
          locationId,
          kind: 'count',
          // What is promised to others and kept for safety comes on top.
          counted: kept(variantId, locationId) + (locationId === warehouse ? n : 0),
          reason: 'the race begins',
        })),
      );
      for (let from = 0; from < all.length; from += 200) {
        const answer = await first.send({
          method: 'POST',
          path: '/api/staff/stock/changes',
          headers: { cookie: admin, 'idempotency-key': randomUUID() },
          body: { changes: all.slice(from, from + 200) },
        });
        if (answer.status >= 300) throw new Error(`the stock was not set: ${answer.text.slice(0, 300)}`);
      }
    },
    async arrive(n) {
      const cookies: string[] = [];
      for (let one = 0; one < n; one += 1) {
        const answer = await first.send({ method: 'POST', path: '/api/shop/session', body: {} });
        if (answer.status >= 300) throw new Error(`a session was refused: ${answer.text.slice(0, 300)}`);
        cookies.push(answer.cookie);
      }
      return cookies;
    },
    async buy(cookie, basket) {
      turn += 1;
      const client = clients[turn % clients.length] ?? first;
      const begun = performance.now();
      const answer = await client
        .send({
          method: 'POST',
          path: '/api/shop/orders',
          headers: { cookie, 'idempotency-key': randomUUID() },
          body: {
            from: { lines: basket.map((variantId) => ({ variantId, quantity: 1, way: { method: 'delivery' } })) },
            contact: { name: 'Jan Nowak', email: `race-${randomUUID()}@example.com` },
            deliveryAddress: { line1: 'Prosta 1', postcode: '00-850', city: 'Warszawa', country: 'PL' },
            payment: {
              method: 'card',
              card: { number: '4242 4242 4242 4242', expiryMonth: 12, expiryYear: 2035, cvc: '123' },
            },
          },
        })
        .catch(() => undefined);
      const ms = performance.now() - begun;
      if (answer?.status === 201 && answer.text.includes('"state":"paid"'))
        return { outcome: 'accepted', ms, hasAlternatives: false };
      if (answer?.status === 409 && answer.text.includes('insufficient_stock'))
        return { outcome: 'refused', ms, hasAlternatives: answer.text.includes('"alternatives":[{') };
      return { outcome: 'failed', ms, hasAlternatives: false };
    },
    async sold(variants) {
      const { rows } = await pool.query<{ variant_id: string; n: number }>(
        `select l.variant_id, sum(l.quantity)::int as n from orders.line l join orders.order o on o.id = l.order_id
         where o.contact->>'email' like 'race-%' and o.state = 'paid' and l.variant_id = any ($1::uuid[]) group by 1`,
        [variants],
      );
      return new Map(rows.map((row) => [row.variant_id, row.n]));
    },
    async rest() {
      for (let tries = 0; tries < 600; tries += 1) {
        const open = await count(`select count(*) as n from kernel.outbox_cursor c
          where exists (select 1 from kernel.outbox o where (o.xid, o.seq) > (c.xid, c.seq) and o.type not like 'engagement.%')`);
        if (open === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    },
    deadlocks: () => count('select deadlocks as n from pg_stat_database where datname = current_database()'),
    partialHolds: () =>
      count(`select count(*) as n from stock.reservation r where r.state in ('held', 'committed')
        and exists (select 1 from stock.reservation_line e where e.reservation_id = r.id and e.state <> r.state)`),
    ledgerDiffers: () =>
      count(`select count(*) as n from stock.level l
        left join (select variant_id, location_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved
          from stock.movement group by 1, 2) m using (variant_id, location_id)
        left join (select variant_id, location_id, sum(quantity) as held from stock.reservation_line
          where state in ('held', 'committed') group by 1, 2) h using (variant_id, location_id)
        where l.on_hand <> coalesce(m.on_hand, 0) or l.reserved <> coalesce(m.reserved, 0) or l.reserved <> coalesce(h.held, 0)`),
    close() {
      for (const client of clients) client.close();
    },
  };
}
