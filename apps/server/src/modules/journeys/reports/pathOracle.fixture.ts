import { nobody, type TouchpointRow } from '../touchpoints/touchpoint.ts';

export interface OraclePath {
  known: boolean;
  path: string;
  orders: number;
  revenue: Record<string, number>;
  medianDays: number;
}

const minute = 60_000;
const day = 86_400_000;

/**
 * The path report as plain loops over plain rows, written from the definition and not from the query: what ClickHouse
 * must answer. Quadratic; for tests.
 */
export function oraclePaths(
  rows: readonly TouchpointRow[],
  customerOf: ReadonlyMap<string, string>,
  question: { from: number; to: number; windowDays: number },
): OraclePath[] {
  const time = (row: TouchpointRow) => Date.parse(row.at);
  const sorted = [...rows].sort(inOrder);
  const person = (row: TouchpointRow) =>
    row.subject_id === nobody ? `order ${row.order_id}` : (customerOf.get(row.subject_id) ?? row.subject_id);

  // Steps of each subject: where a visit begins, and everything that is a step by itself.
  const steps: { row: TouchpointRow; channel: string }[] = [];
  const visits = new Map<string, { lastAt: number; campaign: string }>();
  for (const row of sorted) {
    if (row.subject_id === nobody || row.step === '') continue;
    if (row.step !== 'visit') {
      steps.push({ row, channel: row.step });
      continue;
    }
    const visit = visits.get(row.subject_id);
    const silent = !visit || time(row) - visit.lastAt > 30 * minute;
    const otherCampaign = row.campaign !== '' && row.campaign !== visit?.campaign;
    if (silent || otherCampaign) {
      steps.push({ row, channel: row.touch });
      if (row.touch !== row.channel) steps.push({ row, channel: row.channel });
    }
    visits.set(row.subject_id, {
      lastAt: time(row),
      campaign: row.campaign !== '' ? row.campaign : silent ? '' : (visit?.campaign ?? ''),
    });
  }

  const grouped = new Map<string, { known: boolean; path: string; days: number[]; revenue: Record<string, number> }>();
  for (const order of sorted) {
    if (order.kind !== 'orders.order.placed' || order.origin !== 'domain') continue;
    if (time(order) < question.from || time(order) >= question.to) continue;
    const before = steps.filter(
      ({ row }) =>
        person(row) === person(order) &&
        inOrder(row, order) < 0 &&
        time(row) >= time(order) - question.windowDays * day,
    );
    const handed = rows.some(
      (row) => row.kind === 'fulfilment.fulfilment.handed_over' && row.order_id === order.order_id,
    );
    const all = [...before.map((step) => step.channel), order.channel, ...(handed ? ['store'] : [])];
    const path = all.filter((channel, index) => channel !== all[index - 1]).join(' › ');
    const known = before.length > 0;
    const key = `${known} ${path}`;
    const group = grouped.get(key) ?? { known, path, days: [], revenue: {} };
    const first = before[0]?.row;
    group.days.push(first ? (time(order) - time(first)) / day : 0);
    group.revenue[order.currency] = (group.revenue[order.currency] ?? 0) + order.amount;
    grouped.set(key, group);
  }
  return [...grouped.values()].map(({ known, path, days, revenue }) => ({
    known,
    path,
    orders: days.length,
    revenue,
    medianDays: median(days),
  }));
}

function inOrder(a: TouchpointRow, b: TouchpointRow): number {
  return Date.parse(a.at) - Date.parse(b.at) || a.seq - b.seq || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)] ?? 0, sorted[Math.ceil(middle)] ?? 0];
  return (low + high) / 2;
}
