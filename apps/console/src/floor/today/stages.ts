import type { Answer } from '@throughline/client';

export type WorkRow = Answer<'/api/staff/floor/queue', 'get'>['items'][number];

/** The tabs of the day, in the order work goes through them. */
export const stages = ['risk', 'arriving', 'aside', 'picking', 'ready', 'waiting', 'missing', 'done'] as const;
export type Stage = (typeof stages)[number];

/** The number key of each tab, always the same one. */
export const keyOf: Record<Stage, string> = {
  aside: '1',
  picking: '2',
  ready: '3',
  waiting: '4',
  missing: '5',
  done: '6',
  arriving: '7',
  risk: '0',
};

const stageOfState: Record<string, Stage> = {
  to_pick: 'aside',
  picking: 'picking',
  ready: 'ready',
  not_found: 'missing',
  handed_over: 'done',
  shipped: 'done',
};

const isOpen = (stage: Stage) => stage === 'aside' || stage === 'picking' || stage === 'ready';

/**
 * What a count says is not there comes first and in a line of its own, wherever its work stands; what lies ready and is
 * not fetched is a pile of its own, before its time is over.
 */
export function stageOf(
  row: Pick<WorkRow, 'state' | 'atRisk'> & {
    waitsLong?: boolean;
    isArriving?: boolean;
    sentTo?: { id: string } | null;
  },
  hereId?: string,
): Stage {
  // On its way to us; who sent it has done their part.
  if (row.sentTo && row.sentTo.id === hereId) return 'arriving';
  const stage = stageOfState[row.state] ?? 'done';
  if (row.atRisk && isOpen(stage)) return 'risk';
  return row.waitsLong ? 'waiting' : stage;
}

/** What has to be done by when: the promise while it is prepared, the end of the hold once it is ready. */
export function dueOf(row: Pick<WorkRow, 'state' | 'promisedAt' | 'keepUntil'>): string | null {
  if (row.state === 'to_pick' || row.state === 'picking') return row.promisedAt ?? row.keepUntil;
  return row.state === 'ready' ? row.keepUntil : null;
}

/** Soonest first while something waits for us; what lies ready by how long it is kept; done by when. */
export function byUrgency(a: WorkRow, b: WorkRow): number {
  if (stageOf(a) === 'done') return (b.doneAt ?? '').localeCompare(a.doneAt ?? '');
  return (dueOf(a) ?? '9').localeCompare(dueOf(b) ?? '9') || a.createdAt.localeCompare(b.createdAt);
}
