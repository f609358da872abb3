import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, type ProblemDetails } from '../kernel/errors.ts';
import { type ProblemCode, problems } from '../kernel/problems.ts';
import type { Refusal } from '../kernel/result.ts';

/** RFC 9457 problem details, the only shape of an error of this API. */
export interface Problem extends ProblemDetails {
  type: string;
  code: ProblemCode;
  title: string;
  status: number;
  requestId: string;
}

export function toProblem(code: ProblemCode, details: ProblemDetails, requestId: string): Problem {
  const { status, title } = problems[code];
  return { ...details, type: `/docs/problems#${code}`, code, title, status, requestId };
}

export function sendProblem(
  reply: FastifyReply,
  code: ProblemCode,
  details: ProblemDetails,
  requestId: string,
): FastifyReply {
  const problem = toProblem(code, details, requestId);
  if (details.retryAfterSeconds !== undefined) reply.header('retry-after', String(details.retryAfterSeconds));
  // A string, so that no response schema strips members (alternatives, shortfall) that belong to this problem.
  return reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

export function sendRefusal(reply: FastifyReply, refusal: Refusal, requestId: string): FastifyReply {
  return sendProblem(reply, refusal.reason, refusal.details, requestId);
}

/** The one place where what was thrown becomes an answer. */
export function handleError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof AppError) {
    if (problems[error.code].status >= 500) request.log.error({ err: error }, 'request failed');
    return sendProblem(reply, error.code, error.details, request.id);
  }
  const { code, details } = fromFastify(error, request.routeOptions.bodyLimit);
  if (code === 'internal') request.log.error({ err: error }, 'request failed');
  return sendProblem(reply, code, details, request.id);
}

/** Fastify's names of the parts of a request, as a reader of the answer knows them. */
const named: Record<string, string> = {
  body: 'The body',
  querystring: 'The query',
  params: 'The path',
  headers: 'A header',
};

function fromFastify(
  error: FastifyError | Error,
  bodyLimit: number | undefined,
): { code: ProblemCode; details: ProblemDetails } {
  if ('validation' in error && error.validation) {
    const part = error.validationContext ?? 'body';
    return {
      code: 'invalid_request',
      details: {
        detail: `${named[part] ?? part} does not fit the schema: ${error.message}.`,
        errors: error.validation.map((issue) => ({
          path: `${part}${issue.instancePath}`,
          message: describe(issue.keyword, issue.params, issue.message),
        })),
      },
    };
  }
  const code = 'code' in error ? error.code : undefined;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return {
      code: 'body_too_large',
      details: bodyLimit
        ? { detail: `At most ${Math.floor(bodyLimit / 1024)} KB fit here; send less, or in parts.` }
        : {},
    };
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return { code: 'unsupported_media_type', details: { detail: 'Send application/json.' } };
  if (
    code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ||
    error instanceof SyntaxError
  ) {
    return { code: 'malformed_json', details: {} };
  }
  if ('statusCode' in error && error.statusCode && error.statusCode < 500) {
    return { code: 'invalid_request', details: { detail: error.message } };
  }
  return { code: 'internal', details: {} };
}

function describe(keyword: string, params: Record<string, unknown>, message: string | undefined): string {
  if (keyword === 'additionalProperties') return `unknown field "${String(params.additionalProperty)}"`;
  return message ?? keyword;
}
