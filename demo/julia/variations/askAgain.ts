import { randomUUID } from 'node:crypto';
import type { Browser, Json } from '../browser.ts';
import { eventually, mailTo, type Scene, type Shopper, shopper } from '../cast.ts';

/** Another Julia who has asked in the chat and said who she is, and the agent who reads her. */
export interface Asking {
  julia: Shopper;
  name: string;
  email: string;
  threadId: string;
  agent: Browser;
}

export const newEmail = (name: string): string => `${name}.${randomUUID().slice(0, 8)}@example.com`;

/** She is at one server and the agent at the other, as two people behind a balancer are. */
export async function askAgain(
  scene: Scene,
  who: { at?: 'a' | 'b'; name?: string; phone?: string; which?: number } = {},
): Promise<Asking> {
  const [here, there] = who.at === 'b' ? [scene.b, scene.a] : [scene.a, scene.b];
  const name = who.name ?? 'Julia Kowalska';
  const email = newEmail(name.toLowerCase().replaceAll(' ', '.'));
  const julia = await shopper(here);
  await julia.must('PUT', '/api/shop/chat/contact', { name, email, ...(who.phone ? { phone: who.phone } : {}) });
  await julia.post('/api/shop/chat/messages', {
    text: 'Is the green Lund sofa still to be had?',
    clientKey: randomUUID(),
  });
  const { threadId } = await julia.get('/api/shop/chat');
  return { julia, name, email, threadId, agent: await scene.colleague('agent', there, who.which) };
}

/** What the shop tells her of a hold in the chat. */
export function hears(asking: Pick<Asking, 'julia'>, happened: string, holdId: string): Promise<Json> {
  return eventually(async () => {
    const { messages } = await asking.julia.get('/api/shop/chat');
    return messages.find(
      (message: Json) => message.data?.happened === happened && message.data.reservationId === holdId,
    );
  }, `the chat message “${happened}”`);
}

/** A mail to her whose subject fits. */
export function reads(scene: Scene, email: string, subject: RegExp): Promise<Json> {
  return mailTo(scene.b, email, (mail) => subject.test(mail.subject), `the mail ${subject}`);
}
