import pg from 'pg';
import { openStage } from '../demo/julia/servers.ts';
import { buildProgram } from './lib/build.ts';
import { percentile, round } from './lib/load.ts';
import { atMost, finish, progress } from './lib/report.ts';
import { type Bought, openThroughline, type Shop } from './race/throughline.ts';
import { createRandom } from './soak/random.ts';

const buyers = 300;
/** Of a shop on one machine nobody waits longer; see docs/reference/benchmarks.md for what others do. */
const patienceSeconds = 15;

/**
 * Three hundred buyers press "buy" at the same moment, on two server processes of one database: for one piece, for a hundred,
 * and with baskets of one to ten articles, in any order, that share their goods. What was accepted must be what there was.
 */
export async function run(): Promise<number> {
  progress('starting two servers with the demo retailer …');
  const stage = await openStage(await buildProgram());
  const pool = new pg.Pool({ connectionString: stage.engines.databaseUrl, max: 2 });
  try {
    const first = await stage.start({ THROUGHLINE_DEMO: 'on' });
    const second = await stage.start({ THROUGHLINE_DEMO: 'off' });
    const shop = await openThroughline([first.url, second.url], pool);
    const deadlocksBefore = await shop.deadlocks();
    const one = await race(shop, 'one piece', () => [shop.goods[0] ?? ''], new Map([[shop.goods[0] ?? '', 1]]));
    const hundred = await race(
      shop,
      'a hundred pieces',
      () => [shop.goods[1] ?? ''],
      new Map([[shop.goods[1] ?? '', 100]]),
    );
    const random = createRandom(20_261_122);
    const shelf = shop.goods.slice(2, 22);
    const baskets = await race(
      shop,
      'baskets',
      () => {
        const left = [...shelf];
        return Array.from({ length: 1 + random.below(10) }, () => left.splice(random.below(left.length), 1)[0] ?? '');
      },
      new Map(shelf.map((sku) => [sku, 40])),
    );
    await shop.rest();
    const checks = {
      oversold: one.oversold + hundred.oversold + baskets.oversold,
      piecesNotSold: one.unsold + hundred.unsold,
      refusedWithoutAlternatives: one.withoutAlternatives + hundred.withoutAlternatives,
      failures: one.failures + hundred.failures + baskets.failures,
      deadlocks: (await shop.deadlocks()) - deadlocksBefore,
      partialHolds: await shop.partialHolds(),
      ledgerDiffers: await shop.ledgerDiffers(),
      acceptedDiffersFromSold: one.differs + hundred.differs + baskets.differs,
    };
    shop.close();
    return finish({
      bench: 'race',
      figures: {
        onePieceSeconds: one.seconds,
        hundredPiecesSeconds: hundred.seconds,
        hundredPiecesP99Ms: hundred.p99Ms,
        basketsSeconds: baskets.seconds,
        basketsAccepted: baskets.accepted,
        basketsP99Ms: baskets.p99Ms,
      },
      references: {},
      ratios: {},
      aims: {
        hundredPiecesSeconds: atMost(patienceSeconds, hundred.seconds),
        basketsSeconds: atMost(patienceSeconds, baskets.seconds),
      },
      checks,
    });
  } finally {
    await pool.end();
    await stage.close();
  }
}

async function race(shop: Shop, name: string, basketOf: () => string[], stock: ReadonlyMap<string, number>) {
  progress(`${buyers} buyers, ${name} …`);
  await shop.stock(stock);
  const arrived = await shop.arrive(buyers);
  const baskets = arrived.map(basketOf);
  const begun = performance.now();
  const answers = await Promise.all(arrived.map((buyer, n) => shop.buy(buyer, baskets[n] ?? [])));
  const seconds = round((performance.now() - begun) / 1_000, 1);
  const accepted = new Map<string, number>();
  for (const [n, answer] of answers.entries())
    if (answer.outcome === 'accepted')
      for (const sku of baskets[n] ?? []) accepted.set(sku, (accepted.get(sku) ?? 0) + 1);
  const sold = await shop.sold([...stock.keys()]);
  const sum = (of: (sku: string, pieces: number) => number) =>
    [...stock].reduce((total, [sku, pieces]) => total + of(sku, pieces), 0);
  const times = answers.map((answer) => answer.ms).sort((a, b) => a - b);
  const count = (outcome: Bought['outcome']) => answers.filter((answer) => answer.outcome === outcome).length;
  const result = {
    seconds,
    p99Ms: round(percentile(times, 0.99), 0),
    accepted: count('accepted'),
    oversold: sum((sku, pieces) => Math.max(0, (sold.get(sku) ?? 0) - pieces)),
    unsold: sum((sku, pieces) => Math.max(0, pieces - (sold.get(sku) ?? 0))),
    differs: sum((sku) => Math.abs((sold.get(sku) ?? 0) - (accepted.get(sku) ?? 0))),
    failures: count('failed'),
    withoutAlternatives: answers.filter((answer) => answer.outcome === 'refused' && !answer.hasAlternatives).length,
  };
  progress(`  ${result.accepted} accepted, ${count('refused')} refused in ${seconds} s, p99 ${result.p99Ms} ms`);
  return result;
}
