import { AppError } from '../../../kernel/errors.ts';
import { secretPrefix } from '../sources/secret.ts';

const isSecret = (value: unknown): value is string => typeof value === 'string' && value.startsWith(secretPrefix);

/**
 * The secret keys in the headers of a request: user or password of Basic, as it is or in base64, Authorization: Bearer, or
 * X-Secret-Key. In no other place may one stand.
 */
export function readSecrets(headers: Record<string, string | undefined>): string[] {
  const [, scheme = '', credentials = ''] = /^(Basic|Bearer)\s+(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const basic =
    scheme.toLowerCase() === 'basic' ? Buffer.from(credentials, 'base64').toString('latin1').split(':') : [];
  return [...new Set([...basic, ...credentials.split(':'), headers['x-secret-key']].filter(isSecret))].slice(0, 3);
}

const anySecret = new RegExp(`${secretPrefix}[\\w-]{43}`);

/** Where everybody who keeps a log reads along, and where events are kept: no secret key may stand there. */
export function refuseSecretIn(text: string | Buffer): void {
  if (!text.includes(secretPrefix) || !anySecret.test(text.toString())) return;
  throw new AppError('invalid_request', {
    detail:
      'A secret key came in the address or the body, which are written down on the way; nothing was kept. Send it as the user of Basic or in Authorization: Bearer, and make another one: this one is known now.',
  });
}
