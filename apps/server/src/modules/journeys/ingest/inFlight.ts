import { AppError } from '../../../kernel/errors.ts';
import type { Gate } from '../../../kernel/route.ts';
import { maxBatchBytes } from './limits.ts';

export interface InFlightLimits {
  requests: number;
  bytes: number;
}

/**
 * What may be under way in one server at once. A browser page sends 1 KB, a batch at most 500 KB unpacked: 64 MB of it is
 * what a server of 450 MB can hold while its database stands still.
 */
const usual: InFlightLimits = { requests: 256, bytes: 64 * 1024 * 1024 };

const retryAfterSeconds = 5;

/**
 * Bounds the requests taken in and not answered yet: above it the answer is 429 with Retry-After before the body is read,
 * so that a database that stands still costs waiting and no memory. 429 and not 503, because tracking clients wait as long as
 * a 429 says without counting it among their tries (LESSONS, "Real tracking clients").
 */
export function createInFlight(refused: () => void, limits: InFlightLimits = usual): Gate {
  let requests = 0;
  let bytes = 0;
  return {
    enter(contentLength) {
      const weight = weigh(contentLength);
      if (requests >= limits.requests || bytes + weight > limits.bytes) {
        refused();
        throw new AppError('rate_limited', {
          detail: 'More events are on their way in than can be kept at once. Nothing of this was kept; send it again.',
          retryAfterSeconds,
        });
      }
      requests += 1;
      bytes += weight;
      return () => {
        requests -= 1;
        bytes -= weight;
      };
    },
  };
}

/** gzip makes JSON of events about ten times smaller; what does not say its length may be a whole batch. */
function weigh(contentLength: number | undefined): number {
  if (contentLength === undefined) return maxBatchBytes;
  return Math.max(contentLength, Math.min(maxBatchBytes, contentLength * 10));
}

/** Lets `most` through at a time, the others in the order they came. */
export function createQueue(most: number): <T>(act: () => Promise<T>) => Promise<T> {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (act) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await act();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
