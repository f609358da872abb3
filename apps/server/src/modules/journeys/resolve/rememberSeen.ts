import type { Ctx } from '../../../kernel/context.ts';
import { keepSeen } from '../../customers/index.ts';
import { nobody, type TouchpointRow } from '../touchpoints/touchpoint.ts';
import type { InboxEvent } from './inboxEvent.ts';
import { contextOf } from './readArrival.ts';
import { isRobot } from './robots.ts';

/** Tracked searches by the names that clients give them (ours and Segment's). */
const searchKinds = /^products? searched$/i;

/** Tells the profile of devices and searches, with this batch: the page of a customer opens without the analytics engine. */
export async function rememberSeen(
  tx: Ctx,
  items: readonly InboxEvent[],
  rows: readonly TouchpointRow[],
): Promise<void> {
  const acts = items.flatMap((item, index) => {
    const row = rows[index];
    if (!row || row.subject_id === nobody || isRobot(item.event)) return [];
    const words = searchKinds.test(row.kind) ? (row.properties.query ?? '') : '';
    const { userAgent: agent } = contextOf(item.event);
    return [{ subjectId: row.subject_id, at: item.at, source: item.source, agent, words }];
  });
  await keepSeen(tx, acts);
}
