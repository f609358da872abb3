import type { Static, TSchema } from 'typebox';
import type { Ctx, Scope, StaffRole } from './context.ts';
import type { Refusal } from './result.ts';

/**
 * Who may call a route. Exactly one side each; there is no default, and a route without an audience does not start.
 * - `public`: anyone, no session needed (a shopper's session is used when there is one)
 * - `shopper`: a shopper session, anonymous or signed in; `signed_in` asks for a verified one
 * - `staff`: the roles named; `scope` lets a machine's API key in as well; `companyWide` leaves out who is bound to single
 *   locations: what holds in every store is not for the manager of one; `exports` asks for the right to take many people's or
 *   orders' data away as a file, which nobody but an administrator has unless it was given
 */
export type Audience =
  | { kind: 'public' }
  | { kind: 'shopper' }
  | { kind: 'signed_in' }
  | { kind: 'staff'; roles: readonly StaffRole[]; scope?: Scope; companyWide?: true; exports?: true };

export const everyone: Audience = { kind: 'public' };
export const shoppers: Audience = { kind: 'shopper' };
export const signedIn: Audience = { kind: 'signed_in' };
type StaffAudience = Extract<Audience, { kind: 'staff' }>;
export const staff = (...roles: StaffRole[]): StaffAudience => ({ kind: 'staff', roles });
export const staffOrKey = (scope: Scope, ...roles: StaffRole[]): StaffAudience => ({ kind: 'staff', roles, scope });
/** For acts that hold in the whole company: an administrator, or a colleague of these roles who works everywhere. */
export const companyWide = (audience: StaffAudience): StaffAudience => ({
  ...audience,
  companyWide: true,
});
/** For whatever gives many people's or orders' data as a file. */
export const exporting = (audience: StaffAudience): StaffAudience => ({ ...audience, exports: true });
export const allStaff: Audience = { kind: 'staff', roles: ['agent', 'associate', 'manager', 'admin'] };

/** An answer that is more than a body of status 200. */
export class Reply<T> {
  readonly body: T;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly setCookies: string[];
  constructor(body: T, options: { status?: number; headers?: Record<string, string>; setCookies?: string[] } = {}) {
    this.body = body;
    this.status = options.status ?? 200;
    this.headers = options.headers ?? {};
    this.setCookies = options.setCookies ?? [];
  }
}

export const created = <T>(body: T): Reply<T> => new Reply(body, { status: 201 });

export interface RequestParts<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  headers: Record<string, string | undefined>;
  cookies: Record<string, string | undefined>;
  ip: string;
}

type StaticOf<S> = S extends TSchema ? Static<S> : undefined;

/** Lets a request in, or throws; what it returns is called when the request is over, however it ended. */
export interface Gate {
  enter(contentLength: number | undefined): () => void;
}

export interface RouteDefinition {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  path: string;
  summary: string;
  tag: string;
  audience: Audience;
  /** `required`: 400 without an Idempotency-Key (hold, place, pay, refund, hand over). */
  idempotencyKey: 'required' | 'optional';
  params: TSchema | undefined;
  query: TSchema | undefined;
  body: TSchema | undefined;
  /** Body of the success answer; undefined = no JSON (204, redirect, picture). */
  response: TSchema | undefined;
  /** Status of success, for the document. */
  status: number;
  /** Bytes a body may have, where the default of 64 KB does not fit. */
  bodyLimit: number | undefined;
  /** Calls a minute from one address (or session), held in the database; undefined = not limited. */
  perMinute: number | undefined;
  /** Bounds what is under way at once, before the body is read. */
  gate: Gate | undefined;
  /** The body arrives as bytes whatever its content type says, and any origin may send it (ingest, webhooks). */
  raw: boolean;
  /** The body arrives as a stream of bytes, whatever its size: the handler reads it, and says when it is too much. */
  stream: boolean;
  handle(ctx: Ctx, request: RequestParts<unknown, unknown, unknown>): Promise<unknown>;
}

/** Declares a route: schemas give the types of the handler, the checks at the edge, and the OpenAPI document. */
export function route<
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
  R extends TSchema | undefined = undefined,
>(definition: {
  method: RouteDefinition['method'];
  path: string;
  summary: string;
  tag: string;
  audience: Audience;
  idempotencyKey?: 'required';
  params?: P;
  query?: Q;
  body?: B;
  response?: R;
  status?: number;
  bodyLimit?: number;
  perMinute?: number;
  gate?: Gate;
  raw?: true;
  stream?: true;
  handle(
    ctx: Ctx,
    request: RequestParts<StaticOf<P>, StaticOf<Q>, StaticOf<B>>,
  ): Promise<StaticOf<R> | Reply<StaticOf<R>> | Refusal | (StaticOf<R> extends undefined ? Reply<unknown> : never)>;
}): RouteDefinition {
  return {
    method: definition.method,
    path: definition.path,
    summary: definition.summary,
    tag: definition.tag,
    audience: definition.audience,
    idempotencyKey: definition.idempotencyKey ?? 'optional',
    params: definition.params,
    query: definition.query,
    body: definition.body,
    response: definition.response,
    status: definition.status ?? (definition.response ? 200 : 204),
    bodyLimit: definition.bodyLimit,
    perMinute: definition.perMinute,
    gate: definition.gate,
    raw: definition.raw ?? false,
    stream: definition.stream ?? false,
    handle: definition.handle as RouteDefinition['handle'],
  };
}
