import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../kernel/errors.ts';

/**
 * JSON as Fastify reads it (keys that would change prototypes are refused), but only from valid UTF-8: bytes that are
 * none would silently become replacement characters, and somebody's name would be kept broken. Nothing but JSON is read:
 * text/plain is what a page of another site may send without asking.
 */
export function readJsonStrictly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (isUtf8(body)) return parse(request, body.toString('utf8'), done);
    done(new AppError('malformed_json', { detail: 'The body is not valid UTF-8.' }));
  });
}
