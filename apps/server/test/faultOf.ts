import type { LightMyRequestResponse } from 'fastify';
import { problems } from '../src/kernel/problems.ts';

/** What is wrong with an answer to bad input, if anything. */
export function faultOf(answer: LightMyRequestResponse, mustRefuse: boolean): string | undefined {
  const { statusCode: status } = answer;
  if (status >= 500) return `${status} ${answer.body.slice(0, 200)}`;
  if (status < 400) return mustRefuse ? `${status}: it was taken` : undefined;
  if (!String(answer.headers['content-type']).includes('application/problem+json'))
    return `${status} is no problem+json`;
  const { code, title, requestId } = answer.json();
  const listed = problems[code as keyof typeof problems];
  if (listed?.status !== status || listed.title !== title || !requestId)
    return `${status} ${code} is not in the catalogue`;
  return mustRefuse && ![400, 413, 415].includes(status)
    ? `${status} ${code}: what was sent went past the checks`
    : undefined;
}
