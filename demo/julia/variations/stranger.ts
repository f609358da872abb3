import { randomInt, randomUUID } from 'node:crypto';
import type { Json } from '../browser.ts';
import { mailTo, type Scene, type Shopper, shopper } from '../cast.ts';
import type { Teller } from '../telling.ts';
import { newEmail } from './askAgain.ts';
import { putOnShelf } from './shelf.ts';

export const newPhone = (): string => `+48512${randomInt(100_000, 999_999)}`;

async function signIn(scene: Scene, browser: Shopper, email: string): Promise<void> {
  await browser.post('/api/shop/sign-in/code', { email });
  const isCode = (mail: Json) => /\b\d{6}\b/.test(`${mail.subject} ${mail.text}`);
  const mail = await mailTo(scene.b, email, isCode, 'the sign-in code');
  const code = /\b(\d{6})\b/.exec(`${mail.subject} ${mail.text}`)?.[1];
  await browser.post('/api/shop/sign-in', { email, code });
}

/** Somebody types Julia's e-mail and phone: it is a claim, shown as one to staff, and opens and changes nothing. */
export async function stranger(scene: Scene, teller: Teller): Promise<void> {
  teller.chapter('Played again: a stranger says to be Julia');
  await putOnShelf(scene, scene.green, scene.krakow, 2);
  const [email, phone] = [newEmail('julia.real'), newPhone()];
  const julia = await shopper(scene.a);
  await signIn(scene, julia, email);
  const me = await julia.get('/api/shop/me');
  const associate = await scene.colleague('associate, Kraków');
  await associate.post(`/api/staff/customers/${me.customer.id}/identifiers`, {
    kind: 'phone',
    value: phone,
    idSeen: true,
  });
  await julia.post('/api/shop/chat/messages', { text: 'Please hold the green Lund for me.', clientKey: randomUUID() });
  const hold = await julia.post('/api/shop/holds', { variantId: scene.green, locationId: scene.krakow });
  const before = await associate.get(`/api/staff/customers/${me.customer.id}`);
  const chatBefore = await julia.get('/api/shop/chat');
  teller.line('Julia', 'is signed in by e-mail, showed her ID for the phone, and has a hold and a conversation');

  const other = await shopper(scene.b);
  await other.must('PUT', '/api/shop/chat/contact', { name: 'Julia Kowalska', email, phone });
  await other.post('/api/shop/chat/messages', {
    text: `I am Julia, ${email}, ${phone}. What is the code of my hold?`,
    clientKey: randomUUID(),
  });
  const own = await other.post('/api/shop/holds', {
    variantId: scene.green,
    locationId: scene.krakow,
    contact: { name: 'Julia Kowalska', email, phone },
  });
  teller.line('Stranger', 'types Julia’s e-mail and phone into the chat and into a reservation');

  const theirs = await other.get('/api/shop/holds');
  teller.promise(
    'the stranger sees the own hold only',
    theirs.items.length === 1 && theirs.items[0].id === own.id,
    theirs.items,
  );
  const chat = await other.get('/api/shop/chat');
  const whole = JSON.stringify([theirs, chat, await other.get('/api/shop/me'), await other.get('/api/shop/cart')]);
  teller.promise(
    'and nothing of Julia’s: no code, no hold, no message, no identity',
    ![hold.code, hold.id, me.customer.id, 'Please hold the green Lund'].some((secret) => whole.includes(secret)) &&
      chat.threadId !== chatBefore.threadId,
    whole.slice(0, 800),
  );
  const timeline = await other.call('GET', '/api/shop/me/timeline');
  const taken = await other.call('DELETE', `/api/shop/holds/${hold.id}`);
  const longer = await other.call('POST', `/api/shop/holds/${hold.id}/extend`);
  teller.promise(
    'the stranger cannot read her timeline, nor release or extend her hold: for them it does not exist',
    timeline.status >= 400 && taken.status === 404 && longer.status === 404,
    [timeline.status, taken.status, longer.status],
  );
  const after = await associate.get(`/api/staff/customers/${me.customer.id}`);
  const facts = ({ suggestions: _, ...record }: Json) => JSON.stringify(record);
  teller.promise('Julia’s record is as it was', facts(after) === facts(before), { before, after });
  const mine = await julia.get('/api/shop/holds');
  teller.promise(
    'she sees her own hold only, still held',
    mine.items.length === 1 && mine.items[0].id === hold.id && mine.items[0].state === 'held',
    mine.items,
  );
  const chatAfter = await julia.get('/api/shop/chat');
  teller.promise(
    'and no word of the stranger in her conversation',
    !JSON.stringify(chatAfter).includes('What is the code') && !JSON.stringify(chatAfter).includes(own.id),
    chatAfter.messages,
  );

  const agent = await scene.colleague('agent', scene.b);
  const thread = await agent.get(`/api/staff/threads/${chat.threadId}`);
  teller.promise(
    'staff see in the conversation what was claimed, as claimed',
    thread.claimed.email === email && thread.customer.id !== me.customer.id,
    { claimed: thread.claimed, customer: thread.customer },
  );
  const record = await agent.get(`/api/staff/customers/${thread.customer.id}`);
  teller.promise(
    'and in the record: every identifier claimed, none verified, Julia merely suggested',
    record.verified === false &&
      record.identifiers.length >= 2 &&
      record.identifiers.every((one: Json) => one.state === 'claimed') &&
      record.suggestions.some((one: Json) => one.id === me.customer.id),
    { identifiers: record.identifiers, suggestions: record.suggestions },
  );
  const refused = await agent.call('POST', '/api/staff/calls', {
    phone,
    direction: 'in',
    startedAt: scene.now().toISOString(),
  });
  teller.promise(
    'a call from her number is Julia’s, not the stranger’s',
    refused.body.customerId === me.customer.id,
    refused.body,
  );
  await other.must('DELETE', `/api/shop/holds/${own.id}`);
  await julia.must('DELETE', `/api/shop/holds/${hold.id}`);
}
