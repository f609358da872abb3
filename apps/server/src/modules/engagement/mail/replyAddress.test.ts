import { expect, it } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { isMailAddress, parseSender } from './mailAddress.ts';
import { readReplyAddress, replyAddress } from './replyAddress.ts';

const secret = 'a-secret-for-tests-of-32-characters!';
const from = 'Velora <hello@velora.example>';

it('an answer to a signed address finds its thread, whatever a mail program did to its case', () => {
  for (let round = 0; round < 200; round += 1) {
    const thread = newId();
    const address = replyAddress(from, secret, thread);
    expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
    expect(isMailAddress(address)).toBe(true);
    expect(readReplyAddress(address, secret)).toBe(thread);
    expect(readReplyAddress(`"Us" <${address.toUpperCase()}>`, secret)).toBe(thread);
  }
});

it('an address that was changed, or signed by another secret, leads nowhere', () => {
  const address = replyAddress(from, secret, newId());
  const changed = address.replace(/\+t-(.)/, (_all, letter: string) => `+t-${letter === 'a' ? 'b' : 'a'}`);
  expect(readReplyAddress(changed, secret)).toBeUndefined();
  expect(readReplyAddress(address, 'another-secret-of-32-characters!!!!!')).toBeUndefined();
  expect(readReplyAddress('hello@velora.example', secret)).toBeUndefined();
});

it('only a single plain address is taken', () => {
  for (const good of ['julia@example.com', 'j.k+a@sub.example.pl', 'zażółć@example.com'])
    expect(isMailAddress(good)).toBe(true);
  for (const bad of ['a@b', 'a b@c.pl', 'a@c.pl, b@c.pl', 'a@c.pl\nBcc: x@y.pl', '<a@c.pl>', '@c.pl', ''])
    expect(isMailAddress(bad)).toBe(false);
  expect(parseSender(from)).toEqual({ name: 'Velora', local: 'hello', domain: 'velora.example' });
  expect(parseSender('hello@velora.example')).toEqual({ name: '', local: 'hello', domain: 'velora.example' });
  expect(() => parseSender('Velora')).toThrow();
});
