import { randomUUID } from 'node:crypto';

const people = 10_000;
const repeatEvery = 100;

/** What a body says, and what must be kept of it. */
export interface EventBody {
  text: string;
  events: number;
  /** Events that were sent before: kept once. */
  repeats: number;
}

/**
 * Events as a shop's pages send them: ten thousand browsers; of ten events six pages, three things done and one saying who
 * it is (one browser in ten signs in, the others say their language); one in a hundred was sent before. Written as text
 * at once, so that the generator takes as little as possible of the processors it shares with the server.
 */
export function createEvents(random: () => number = Math.random) {
  const recent: string[] = [];
  const page = (n: number, at: string) =>
    `"type":"page","properties":{"path":"/products/linen-shirt-${n % 700}","url":"https://shop.example/products/linen-shirt-${n % 700}","title":"Linen shirt ${n % 700}","referrer":"https://www.google.com/"},"timestamp":"${at}","context":{"page":{"path":"/products/linen-shirt-${n % 700}","url":"https://shop.example/products/linen-shirt-${n % 700}?utm_source=newsletter&utm_medium=email&utm_campaign=autumn","referrer":"https://www.google.com/"},"locale":"pl-PL","userAgent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36","library":{"name":"analytics.js","version":"2.1.0"}}`;
  const track = (n: number, at: string) =>
    `"type":"track","event":"Product Added","properties":{"product_id":"p-${n % 700}","sku":"LS-${n % 700}-M","price":129.9,"currency":"PLN","quantity":1,"category":"shirts"},"timestamp":"${at}","context":{"page":{"path":"/products/linen-shirt-${n % 700}","url":"https://shop.example/products/linen-shirt-${n % 700}"},"locale":"pl-PL","library":{"name":"analytics.js","version":"2.1.0"}}`;
  const identify = (n: number, person: number, at: string) =>
    `"type":"identify",${person % 10 === 0 ? `"userId":"user-${person}",` : ''}"traits":{${person % 10 === 0 ? `"email":"person${person}@example.com",` : ''}"language":"pl","visits":${n % 50}},"timestamp":"${at}","context":{"locale":"pl-PL","library":{"name":"analytics.js","version":"2.1.0"}}`;
  let made = 0;
  const one = (): { text: string; isRepeat: boolean } => {
    made += 1;
    if (made % repeatEvery === 0 && recent.length > 0)
      return { text: recent[Math.floor(random() * recent.length)] ?? '', isRepeat: true };
    const person = Math.floor(random() * people);
    const at = new Date().toISOString();
    const kind = made % 10;
    const rest = kind < 6 ? page(made, at) : kind < 9 ? track(made, at) : identify(made, person, at);
    const text = `{"messageId":"${randomUUID()}","anonymousId":"anonymous-${person}",${rest}}`;
    // Kept for repeats: a few, from all along.
    if (made % 50 === 1) recent[recent.length < 500 ? recent.length : Math.floor(random() * 500)] = text;
    return { text, isRepeat: false };
  };
  return {
    /** What one client sends after another; an event sent again within one body counts too. */
    body(size: number): EventBody {
      const events = Array.from({ length: size }, one);
      return {
        text:
          size === 1
            ? (events[0]?.text ?? '')
            : `{"batch":[${events.map(({ text }) => text).join(',')}],"sentAt":"${new Date().toISOString()}"}`,
        events: size,
        repeats: events.filter(({ isRepeat }) => isRepeat).length,
      };
    },
  };
}
