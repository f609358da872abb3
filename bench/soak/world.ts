import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createClient } from '../lib/load.ts';
import { signInAdmin } from '../lib/orderClient.ts';
import { move, type Oracle, place } from './oracle.ts';

/** What the acts are done with: some goods of the demo retailer in its warehouse and in one store, and who may do what. */
export interface World {
  variants: readonly string[];
  warehouse: string;
  store: string;
  admin: string;
  machine: string;
  /** Sessions of shoppers. */
  shoppers: readonly string[];
}

const piecesAtStart = 400;
const shopperSessions = 12;

export async function layWorld(url: string, databaseUrl: string, oracle: Oracle): Promise<World> {
  const client = createClient(url, 1);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await client.send({
      method: 'POST',
      path,
      body,
      headers: { ...headers, 'idempotency-key': randomUUID() },
    });
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
    return answer;
  };
  try {
    const admin = await signInAdmin(client);
    const places = await pool.query<{ id: string; ships: boolean }>(
      `select id, 'ship' = any (capabilities) as ships from locations.location where archived_at is null order by id`,
    );
    const warehouse = places.rows.find((row) => row.ships)?.id ?? '';
    const goods = await pool.query<{ id: string }>(
      `select v.id from catalogue.variant v join pricing.price x on x.variant_id = v.id and x.market = 'PL' and x.valid_to is null
       where v.archived_at is null and x.gross < 100000 order by v.id limit 16`,
    );
    const variants = goods.rows.map((row) => row.id);
    const stores = await pool.query<{ id: string }>(
      `select id from locations.location where archived_at is null and 'pickup' = any (capabilities) and id <> $1 order by id limit 1`,
      [warehouse],
    );
    const store = stores.rows[0]?.id ?? '';
    const all = variants.flatMap((variantId) => places.rows.map((row) => ({ variantId, locationId: row.id })));
    for (let from = 0; from < all.length; from += 100) {
      const changes = all.slice(from, from + 100).map((at) => ({
        ...at,
        kind: 'count',
        counted: at.locationId === warehouse || at.locationId === store ? piecesAtStart : 0,
        reason: 'the soak begins',
      }));
      await post('/api/staff/stock/changes', { changes }, { cookie: admin });
    }
    for (const variantId of variants)
      for (const locationId of [warehouse, store]) move(oracle, place(variantId, locationId), piecesAtStart);
    const held = await pool.query<{ at: string; reserved: number }>(
      `select variant_id || ' ' || location_id as at, reserved::int from stock.level where reserved > 0`,
    );
    for (const row of held.rows) oracle.promisedBefore.set(row.at, row.reserved);
    const key = await post(
      '/api/staff/api-keys',
      { name: 'soak', scopes: ['stock:write', 'stock:reserve'] },
      { cookie: admin },
    );
    const shoppers: string[] = [];
    while (shoppers.length < shopperSessions) shoppers.push((await post('/api/shop/session', {})).cookie);
    return { variants, warehouse, store, admin, machine: (JSON.parse(key.text) as { token: string }).token, shoppers };
  } finally {
    await pool.end();
    client.close();
  }
}
