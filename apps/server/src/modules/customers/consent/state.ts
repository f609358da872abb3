import type { ConsentChannel, Purpose } from './purposes.ts';

export interface ConsentLine {
  purpose: Purpose;
  channel: ConsentChannel;
  state: 'given' | 'withdrawn';
  at: Date;
}

/**
 * The newest word on a purpose and channel, over whatever subjects the person is known by; what was said of `all`
 * channels is a word on each. Of two words of one moment the withdrawal holds: two devices, two clocks, and the harm of
 * a message too many is greater than that of one too few.
 */
export function newestWord<L extends ConsentLine>(
  lines: readonly L[],
  purpose: Purpose,
  channel: ConsentChannel,
): L | undefined {
  let newest: L | undefined;
  for (const line of lines) {
    if (line.purpose !== purpose || (line.channel !== channel && line.channel !== 'all')) continue;
    const ahead = newest === undefined ? 1 : line.at.getTime() - newest.at.getTime();
    if (ahead > 0 || (ahead === 0 && line.state === 'withdrawn')) newest = line;
  }
  return newest;
}

/** Service needs no consent; everything else was said yes to, or it is a no. */
export function isAllowed(lines: readonly ConsentLine[], purpose: Purpose, channel: ConsentChannel): boolean {
  return purpose === 'service' || newestWord(lines, purpose, channel)?.state === 'given';
}
