import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseSender } from './mailAddress.ts';

/**
 * Addresses under which an answer finds its thread: hello+t-<thread>-<signature>@shop. Without the signature anyone who
 * guesses a number could write into a stranger's conversation. Letters and digits only, in lower case, because mail
 * programs change the case of addresses. At most 64 characters stand before the @ (RFC 5321, 4.5.3.1.1).
 */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

function base32(bytes: Buffer): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      text += alphabet[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text;
}

function fromBase32(text: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of text) {
    value = (value << 5) | alphabet.indexOf(letter);
    bits += 5;
    if (bits >= 8) {
      bytes.push((value >>> (bits - 8)) & 255);
      bits -= 8;
    }
    value &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}

/** 80 bits: far beyond guessing by mail, and short enough for the 64 characters. */
function signature(threadId: string, secret: string): string {
  return base32(createHmac('sha256', secret).update(`mail-reply:${threadId}`).digest().subarray(0, 10));
}

/** The signed address of a thread, beside the shop's own. */
export function replyAddress(mailFrom: string, secret: string, threadId: string): string {
  const { local, domain } = parseSender(mailFrom);
  const thread = base32(Buffer.from(threadId.replaceAll('-', ''), 'hex'));
  return `${local}+t-${thread}-${signature(threadId, secret)}@${domain}`;
}

/** The thread an answer belongs to, or undefined for any address that we did not sign. */
export function readReplyAddress(address: string, secret: string): string | undefined {
  const match = /\+t-([a-z2-7]{26})-([a-z2-7]{16})@/.exec(address.toLowerCase());
  if (!match?.[1] || !match[2]) return undefined;
  const hex = fromBase32(match[1]).toString('hex');
  const threadId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
  const [given, expected] = [Buffer.from(match[2]), Buffer.from(signature(threadId, secret))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? threadId : undefined;
}
