import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AppError } from '../../../kernel/errors.ts';
import { maxBatchBytes } from './limits.ts';
import { refuseSecretIn } from './readSecrets.ts';

const unzip = promisify(gunzip);

export const tooLarge = (detail: string) => new AppError('invalid_request', { detail });

/**
 * The JSON object in a request, whatever its headers claim: beacons say text/plain, one SDK says form-urlencoded, one
 * gzips without being asked, and some proxies unpack but leave the header. So the bytes decide.
 * Throws malformed_json, and invalid_request for a secret key in it, and (400, as tracking clients expect) for what is too large; unpacking stops at
 * the limit, so that a small body cannot become a huge one.
 */
export async function readBody(bytes: unknown): Promise<Record<string, unknown>> {
  const sent = Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0);
  const plain = sent[0] === 0x1f && sent[1] === 0x8b ? await unpack(sent) : sent;
  if (plain.length > maxBatchBytes)
    throw tooLarge('A batch may have 500 KB; nothing of it was kept. Send it in smaller batches.');
  refuseSecretIn(plain);
  let body: unknown;
  try {
    body = JSON.parse(plain.toString('utf8'));
  } catch {
    throw new AppError('malformed_json', {
      detail: 'Nothing was kept. The body must be one JSON object, plain or gzipped.',
    });
  }
  if (!isObject(body))
    throw new AppError('malformed_json', { detail: 'Nothing was kept. The body must be one JSON object.' });
  return body;
}

async function unpack(bytes: Buffer): Promise<Buffer> {
  try {
    return await unzip(bytes, { maxOutputLength: maxBatchBytes + 1 });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE')
      throw tooLarge('A batch may have 500 KB unpacked; nothing of it was kept. Send it in smaller batches.');
    throw new AppError('malformed_json', { detail: 'Nothing was kept. The body is broken gzip.' });
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
