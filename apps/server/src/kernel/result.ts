import type { ProblemDetails } from './errors.ts';
import type { ProblemCode } from './problems.ts';

/** An expected "no": a value that callers act on, and that HTTP shows as its problem (409 unless the catalogue says otherwise). */
export class Refusal<R extends ProblemCode = ProblemCode, D extends ProblemDetails = ProblemDetails> {
  readonly ok = false as const;
  readonly reason: R;
  readonly details: D;

  constructor(reason: R, details: D) {
    this.reason = reason;
    this.details = details;
  }
}

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export type Result<T, R extends ProblemCode = ProblemCode> = Ok<T> | Refusal<R>;

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refuse<R extends ProblemCode, D extends ProblemDetails>(reason: R, details?: D): Refusal<R, D> {
  return new Refusal(reason, details ?? ({} as D));
}
