import { endOfHistory, generateHistory, ordersOf } from '../../velora/index.ts';
import { planHistory } from '../history/planHistory.ts';
import { runDeeds } from '../history/runDeeds.ts';
import { openShopWorld } from '../history/shopWorld.ts';
import { takeTurns } from '../history/takeTurns.ts';
import type { Loading } from '../loading.ts';

/** So many deeds at once: more than cores, because a deed mostly waits for the database; few, to stay near the order of time. */
const width = 10;

/** Everything that happened before today, in the order in which it happened. Each deed has a mark of its own. */
export async function loadHistory(loading: Loading): Promise<void> {
  const { log, today, tell } = loading;
  const history = generateHistory(today);
  const placed = ordersOf(history).filter((order) => !log.isDone(`${order.id}:placed`));
  const inTime = placed.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
  const turns = takeTurns(inTime.map((order) => order.id));
  const world = await openShopWorld(loading, new Date(endOfHistory(today)), turns);
  const deeds = planHistory(world, history);
  const left = deeds.filter((deed) => !log.isDone(deed.name));
  const before = deeds.length - left.length;
  await runDeeds(left, width, (done) => {
    if ((before + done) % 60 === 0 || before + done === deeds.length) tell(before + done, deeds.length);
  });
}
