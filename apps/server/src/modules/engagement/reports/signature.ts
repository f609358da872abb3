import { createHmac, timingSafeEqual } from 'node:crypto';

/** Beyond that it may be an old message that somebody else kept and sends again. */
const goodForSeconds = 300;

const same = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);

/** HMAC-SHA256 of `timestamp.body` under the shared secret, in hexadecimal; the timestamp in seconds. */
export function isSignedMail(
  secret: string,
  sent: { timestamp: string; signature: string; body: Uint8Array },
  now: Date,
): boolean {
  if (!/^\d{9,12}$/.test(sent.timestamp) || !/^[0-9a-f]{64}$/i.test(sent.signature)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(sent.timestamp)) > goodForSeconds) return false;
  const own = createHmac('sha256', secret).update(`${sent.timestamp}.`).update(sent.body).digest();
  return same(own, Buffer.from(sent.signature, 'hex'));
}

/**
 * Twilio's: HMAC-SHA1, under the account's token, of the address it calls and every field of the form, by name, in Base64.
 * Source: twilio.com/docs/usage/security.
 */
export function isSignedText(token: string, sent: { url: string; form: URLSearchParams; signature: string }): boolean {
  const fields = [...sent.form].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => name + value);
  const own = createHmac('sha1', token)
    .update(sent.url + fields.join(''))
    .digest();
  return same(own, Buffer.from(sent.signature, 'base64'));
}
