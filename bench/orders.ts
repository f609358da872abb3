import pg from 'pg';
import { openStage } from '../demo/julia/servers.ts';
import { buildProgram } from './lib/build.ts';
import { closedLoop, createClient, type Measured, median, round } from './lib/load.ts';
import { arrive, order, signInAdmin } from './lib/orderClient.ts';
import { bareInserts } from './lib/references.ts';
import { atLeast, atMost, finish, progress } from './lib/report.ts';

const clients = 16;
const rounds = 5;
const ordersPerRound = 300;
const scarcePieces = 50;

/**
 * Complete guest orders over HTTP: every guest starts a session and orders one piece in one call, paid by card, sent to
 * the door. One server does everything that follows an order beside it (timeline, mail, touchpoints), as in life.
 */
export async function run(): Promise<number> {
  progress('starting the demo retailer …');
  const stage = await openStage(await buildProgram());
  const pool = new pg.Pool({ connectionString: stage.engines.databaseUrl, max: 4 });
  try {
    const quiet = await stage.start({ THROUGHLINE_DEMO: 'on', THROUGHLINE_ROLE: 'api' });
    const alone = createClient(quiet.url, 1);
    const goods = await stockUp(alone, pool);
    const [scarce = '', ...plenty] = goods;
    const perOrder = await measureOne(quiet.url, pool, plenty);
    alone.close();
    await quiet.stop();

    const server = await stage.start({ THROUGHLINE_DEMO: 'on' });
    const client = createClient(server.url, clients);
    let paid = 0;
    let failures = 0;
    const complete = async (n: number) => {
      const done = await order(client, await arrive(client), plenty[n % plenty.length] ?? '');
      if (done.isPaid) paid += 1;
      else failures += 1;
      return done.isPaid;
    };
    progress('warming up …');
    await closedLoop(clients, 100, complete, 200);
    await caughtUp(pool);

    const ours: Measured[] = [];
    const bare: Measured[] = [];
    for (let n = 1; n <= rounds; n += 1) {
      bare.push(await bareInserts(stage.engines.databaseUrl, clients, ordersPerRound, perOrder.rows));
      ours.push(await closedLoop(clients, 100, complete, ordersPerRound));
      progress(`round ${n} of ${rounds}: ${ours.at(-1)?.perSecond} orders/s, bare ${bare.at(-1)?.perSecond}`);
      await caughtUp(pool);
    }
    const steady = await closedLoop(clients, 10, complete);
    progress(`for ten seconds on end: ${steady.perSecond} orders/s`);

    let scarceSold = 0;
    await closedLoop(
      clients,
      100,
      async () => {
        const done = await order(client, await arrive(client), scarce);
        if (done.isPaid) {
          scarceSold += 1;
          paid += 1;
        }
        return done.isPaid || done.status === 409;
      },
      scarcePieces * 3,
    );
    await caughtUp(pool);
    client.close();
    const checks = {
      ...(await check(pool, paid + perOrder.orders)),
      failures,
      scarceNotSold: scarcePieces - scarceSold,
    };
    const perSecond = round(median(ours.map((one) => one.perSecond)), 0);
    const bareSecond = round(median(bare.map((one) => one.perSecond)), 0);
    return finish({
      bench: 'orders',
      figures: {
        completeOrders16PerSecond: perSecond,
        completeOrders16P50Ms: round(median(ours.map((one) => one.p50Ms))),
        completeOrders16P99Ms: round(median(ours.map((one) => one.p99Ms))),
        steadyOrders16PerSecond: round(steady.perSecond, 0),
        steadyOrders16P99Ms: steady.p99Ms,
        aloneOrderP50Ms: perOrder.p50Ms,
        statementsPerOrder: perOrder.statements,
        // Without the simulated acquirer's own memory, which in life is another company's.
        statementsPerOrderOwn: perOrder.statements - 1,
        rowsPerOrder: perOrder.rows,
        paidOrders: paid,
      },
      references: {
        bareInserts16PerSecond: bareSecond,
        bareInserts16P99Ms: round(median(bare.map((one) => one.p99Ms))),
      },
      ratios: { bareInserts16ToCompleteOrders16: round(bareSecond / perSecond) },
      aims: {
        completeOrders16PerSecond: atLeast(300, perSecond),
        statementsPerOrder: atMost(15, perOrder.statements),
      },
      checks,
    });
  } finally {
    await pool.end();
    await stage.close();
  }
}

/** Goods that are sent, with plenty of each in the warehouse; of the first exactly `scarcePieces` in all. */
async function stockUp(client: ReturnType<typeof createClient>, pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ variant_id: string; location_id: string; safety: number; warehouse: boolean }>(`
    select l.variant_id, l.location_id, l.safety::int, 'ship' = any (p.capabilities) as warehouse
    from stock.level l join locations.location p on p.id = l.location_id
    join catalogue.variant v on v.id = l.variant_id and v.archived_at is null
    join pricing.price x on x.variant_id = l.variant_id and x.market = 'PL' and x.valid_to is null
    where p.archived_at is null order by l.variant_id, warehouse desc`);
  const senders = rows.filter((row) => row.warehouse);
  const goods = [...new Set(senders.map((row) => row.variant_id))].slice(0, 60);
  const cookie = await signInAdmin(client);
  const changes = goods.flatMap((variantId, n) => {
    const own = senders.filter((row) => row.variant_id === variantId);
    return own.map((row, index) => ({
      variantId,
      locationId: row.location_id,
      kind: 'count',
      // What is kept back for safety is not sold.
      counted: n > 0 ? 1_000_000 : index === 0 ? scarcePieces + row.safety : 0,
      reason: 'the benchmark counts',
    }));
  });
  const answer = await client.send({
    method: 'POST',
    path: '/api/staff/stock/changes',
    headers: { cookie },
    body: { changes },
  });
  if (answer.status >= 300) throw new Error(`the stock was not counted: ${answer.text.slice(0, 300)}`);
  return goods;
}

/** What one order costs on a server that does nothing else: statements sent, rows written, time to answer. */
async function measureOne(url: string, pool: pg.Pool, goods: readonly string[]) {
  const client = createClient(url, 1);
  const orders = 20;
  const statements = async () => {
    const { text } = await client.send({ path: '/metrics' });
    return Number(/^sql_statements_total (\d+)/m.exec(text)?.[1]);
  };
  const rows = async () => {
    // A session that rests tells its counts after ten seconds.
    await new Promise((resolve) => setTimeout(resolve, 11_000));
    const found = await pool.query<{ n: number }>('select sum(n_tup_ins)::int as n from pg_stat_user_tables');
    return found.rows[0]?.n ?? 0;
  };
  const cookies: string[] = [];
  for (let n = 0; n < orders * 2; n += 1) cookies.push(await arrive(client));
  const place = async (n: number) => {
    const done = await order(client, cookies[n] ?? '', goods[n % goods.length] ?? '');
    if (!done.isPaid) throw new Error(`an order was refused: ${done.text.slice(0, 300)}`);
  };
  for (let n = 0; n < orders; n += 1) await place(n);
  const before = { statements: await statements(), rows: await rows() };
  const times: number[] = [];
  for (let n = orders; n < orders * 2; n += 1) {
    const start = performance.now();
    await place(n);
    times.push(performance.now() - start);
  }
  const after = { statements: await statements(), rows: await rows() };
  client.close();
  return {
    // Whole ones: the server asks for the time and for news beside them, some statements a second.
    statements: Math.floor((after.statements - before.statements) / orders),
    rows: Math.round((after.rows - before.rows) / orders),
    p50Ms: round(median(times)),
    orders: orders * 2,
  };
}

/** Until all events were followed. Mails are then written, and are sent one after the other meanwhile, as in life. */
async function caughtUp(pool: pg.Pool): Promise<void> {
  const open = async () => {
    const { rows } = await pool.query<{ n: number }>(`select count(*) as n from kernel.outbox_cursor c
      where exists (select 1 from kernel.outbox o where (o.xid, o.seq) > (c.xid, c.seq) and o.type <> 'engagement.mail.sent')`);
    return Number(rows[0]?.n);
  };
  const begun = performance.now();
  while ((await open()) > 0) {
    if (performance.now() - begun > 180_000) throw new Error('what follows orders did not follow within three minutes');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Whatever the speed: nothing sold twice, every order paid and confirmed once, the ledger is the level. */
async function check(pool: pg.Pool, paid: number): Promise<Record<string, number>> {
  const count = async (text: string) => Number((await pool.query<{ n: string }>(text)).rows[0]?.n);
  const ofBench = `orders.order o where o.contact->>'email' like 'guest-%@example.com'`;
  return {
    oversold: await count('select count(*) as n from stock.level where reserved > on_hand or on_hand < 0'),
    ordersLost:
      paid - (await count(`select count(*) as n from ${ofBench} and o.state = 'paid' and o.paid_at is not null`)),
    ordersNotPaid: await count(`select count(*) as n from ${ofBench} and o.state <> 'paid'`),
    ordersWithoutWork: await count(`select count(*) as n from ${ofBench} and not exists (
      select 1 from fulfilment.fulfilment f where f.order_id = o.id)`),
    ordersNotChargedOnce:
      await count(`select count(*) as n from ${ofBench} and (select count(*) from payments.test_card_charge t
      where t.key = 'order:' || o.id and t.approved and t.amount = o.gross) <> 1`),
    ordersNotConfirmedOnce: await count(`select count(*) as n from ${ofBench} and (
      select count(*) from engagement.mail m where m.unique_key = 'order-confirmed:' || o.id) <> 1`),
    ledgerDiffers: await count(`select count(*) as n from stock.level l
      left join (select variant_id, location_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved
        from stock.movement group by 1, 2) m using (variant_id, location_id)
      left join (select variant_id, location_id, sum(quantity) as held from stock.reservation_line
        where state in ('held', 'committed') group by 1, 2) h using (variant_id, location_id)
      where l.on_hand <> coalesce(m.on_hand, 0) or l.reserved <> coalesce(m.reserved, 0) or l.reserved <> coalesce(h.held, 0)`),
  };
}
