import type { ProblemCode } from './problems.ts';

/** What travels with a problem to the caller, beside its code and title. */
export interface ProblemDetails {
  /** One sentence about this very case: what happened, what was kept, what to do. */
  detail?: string;
  /** Other ways to get what was asked for. */
  alternatives?: unknown;
  /** Field errors, each a JSON pointer and what is wrong there. */
  errors?: { path: string; message: string }[];
  retryAfterSeconds?: number;
  [member: string]: unknown;
}

/** A broken precondition: thrown, and mapped to problem+json in one place. Expected outcomes are returned, see Refusal. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}, options?: ErrorOptions) {
    super(details.detail ?? code, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
