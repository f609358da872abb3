import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Language } from '../../kernel/context.ts';

/** Makes and reads the link of a handoff: `<public url>/h/<token>`, in a language `<public url>/pl/h/<token>`. */
export interface HandoffLinks {
  newNonce(): Buffer;
  /** 128 bits as 22 characters. */
  tokenOf(nonce: Buffer): string;
  /** Without a language it leads to the one of whoever follows it: for a QR that anybody may scan. */
  urlOf(token: string, language?: Language): string;
}

/**
 * The token is HMAC-SHA256(secret, nonce) cut to 128 bits: as good as random to anyone without the secret, and yet it
 * can be shown again (in a QR, in the mail that says "ready") although the database keeps only the nonce and a hash.
 * Who reads the database cannot make a link of it.
 */
export function createHandoffLinks(config: { publicUrl: string; secret: string }): HandoffLinks {
  return {
    newNonce: () => randomBytes(16),
    tokenOf: (nonce) =>
      createHmac('sha256', config.secret)
        .update('carts.handoff:')
        .update(nonce)
        .digest()
        .subarray(0, 16)
        .toString('base64url'),
    urlOf: (token, language) => `${config.publicUrl}${language ? `/${language}` : ''}/h/${token}`,
  };
}

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
