import { createHash } from 'node:crypto';
import type { Ctx } from '../../apps/server/src/kernel/context.ts';

type Who = Partial<Pick<Ctx, 'actor' | 'channel' | 'locationId' | 'language' | 'db'>>;

/**
 * The same context at another moment, and as somebody else where that is said: an operation called with it writes the
 * past. Ids begin with that moment too and count up within it, so that what is sorted by id stays in the order in which
 * it happened.
 */
export function at(ctx: Ctx, instant: Date | string, who: Who = {}): Ctx {
  const moment = new Date(instant);
  return { ...ctx, ...who, clock: { now: () => new Date(moment) }, newId: () => idAt(moment, ctx.newId()) };
}

let counted = 0;

/** A UUID of version 7 (RFC 9562): 48 bits of time, then a counter of 24 bits, then the random end of a fresh one. */
function idAt(moment: Date, fresh: string): string {
  counted = (counted + 1) % 0x100_0000;
  const time = moment.getTime().toString(16).padStart(12, '0');
  const count = counted.toString(16).padStart(6, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.slice(0, 3)}-8${count.slice(3)}-${fresh.slice(-12)}`;
}

/** The same id for the same name, so that a load that was cut off finds what it has made (UUID version 8, RFC 9562). */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(`velora:${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const minutesAfter = (instant: Date | string, minutes: number): Date =>
  new Date(new Date(instant).getTime() + minutes * 60_000);
