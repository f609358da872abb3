/**
 * The only source of time. Logic asks `ctx.clock`, never `Date.now()`, and SQL takes the time as a parameter, so that
 * two servers agree on expiry (both follow the database's clock) and tests can travel.
 */
export interface Clock {
  now(): Date;
}

/** A clock that can be set to follow another one (the database's) and, in tests, be moved. */
export interface FollowingClock extends Clock {
  /** Milliseconds added to this machine's clock to agree with the database's. */
  follow(offsetMs: number): void;
  /** Moves time for tests and for the story of Julia; never called by the server itself. */
  travel(byMs: number): void;
  /** Sets the time to an instant, still running. */
  travelTo(instant: Date): void;
}

export function createClock(): FollowingClock {
  let followed = 0;
  let travelled = 0;
  return {
    now: () => new Date(Date.now() + followed + travelled),
    follow: (offsetMs) => {
      followed = offsetMs;
    },
    travel: (byMs) => {
      travelled += byMs;
    },
    travelTo: (instant) => {
      travelled = instant.getTime() - (Date.now() + followed);
    },
  };
}
