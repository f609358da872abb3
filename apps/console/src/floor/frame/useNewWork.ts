import { useEffect, useRef, useState } from 'react';
import { play, readSoundSettings } from '../scan/sounds.ts';
import type { Queue } from '../today/queries.ts';
import { useNow } from '../today/useNow.ts';

const againMs = 30_000;
const urgentMs = 60_000;
/** What came in just before the screen was opened is news as well. */
const freshMs = 15 * 60_000;

/**
 * How much work came that nobody has taken; calls at once and, more quietly, again and again until somebody does. What
 * stays untaken too long rises to whoever leads the store: `risen` says how much, with a sound that is not the others'.
 */
export function useNewWork(queue: Queue | undefined, leads: boolean): { untaken: number; risen: number } {
  const heard = useRef(new Set<string>());
  const [since] = useState(() => Date.now() - freshMs);
  const untaken = (queue?.items ?? []).filter(
    (row) => row.state === 'to_pick' && new Date(row.createdAt).getTime() > since,
  );
  const now = useNow();
  const { riseAfter } = readSoundSettings();
  const late =
    riseAfter === 0 ? [] : untaken.filter((row) => now.getTime() - Date.parse(row.createdAt) > riseAfter * 60_000);
  const risen = leads ? late.length : 0;
  const ids = untaken.map((row) => row.id).join(' ');
  useEffect(() => {
    const now = ids === '' ? [] : ids.split(' ');
    const fresh = now.filter((id) => !heard.current.has(id));
    for (const id of fresh) heard.current.add(id);
    if (fresh.length > 0 && readSoundSettings().alerts) play('new');
    if (now.length === 0) return;
    const again = setInterval(() => {
      if (readSoundSettings().alerts) play('still');
    }, againMs);
    return () => clearInterval(again);
  }, [ids]);
  useEffect(() => {
    if (risen === 0) return;
    const call = () => {
      if (readSoundSettings().alerts) play('urgent');
    };
    call();
    const again = setInterval(call, urgentMs);
    return () => clearInterval(again);
  }, [risen]);
  return { untaken: untaken.length, risen };
}
