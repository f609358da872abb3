/**
 * 53 bits of a text as a number, never 0 (0 means "none"): cyrb53, a mixing of two multiplicative hashes (public domain,
 * github.com/bryc). Not for secrets. Among a million texts two share a number with a probability of 1 in 18,000.
 */
export function hashText(text: string, seed = 0): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  return finish(a, b);
}

/** The same of two numbers, for keys of several parts; `none` stays none. */
export function hashPair(x: number, y: number, seed = 0): number {
  if (x === 0 || y === 0) return 0;
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (const part of [x, y]) {
    const [low, high] = [part | 0, Math.floor(part / 4294967296) | 0];
    a = Math.imul(a ^ low, 2654435761);
    b = Math.imul(b ^ low, 1597334677);
    a = Math.imul(a ^ high, 2246822519) ^ (a >>> 15);
    b = Math.imul(b ^ high, 3266489917) ^ (b >>> 13);
  }
  return finish(a, b);
}

function finish(x: number, y: number): number {
  let a = x;
  let b = y;
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0) || 1;
}
