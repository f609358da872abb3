import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Text that only this server can read again (AES-256-GCM under a key of the server's secret and the purpose): for links
 * that carry an address without showing it, and for what the law makes us keep and nobody else may find.
 */
export function seal(secret: string, purpose: string, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** undefined for what was not sealed here for this purpose. */
export function unseal(secret: string, purpose: string, sealed: Buffer): string | undefined {
  if (sealed.length < 29) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function keyOf(secret: string, purpose: string): Buffer {
  if (!secret) throw new Error('sealing needs the secret of this server');
  return Buffer.from(hkdfSync('sha256', secret, '', `throughline:${purpose}`, 32));
}
