import { randomUUID } from 'node:crypto';
import type { Json } from '../browser.ts';
import { inKrakow, weekdayOf } from '../calendar.ts';
import { eventually, type Scene, shopper } from '../cast.ts';
import type { Teller } from '../telling.ts';
import { newEmail, reads } from './askAgain.ts';
import { firstDate, inWords } from './days.ts';

/** Nobody is at the desk on a Sunday: what she leaves is answered by e-mail, and it is still one conversation. */
export async function chatClosed(scene: Scene, teller: Teller): Promise<void> {
  teller.chapter('Played again: on a Sunday nobody is in the chat');
  const sunday = firstDate(scene, (date) => weekdayOf(date) === 0);
  await scene.travelTo(inKrakow(sunday, '13:00'));
  const julia = await shopper(scene.a);
  const status = await julia.get('/api/shop/chat/status');
  teller.promise('the chat says that nobody is there', status.open === false, status);
  teller.line('Shop', `answers from ${inWords(status.opensAt)} on; expected by ${inWords(status.expectedBy)}`);
  teller.promise('and from when on somebody is', new Date(status.opensAt) > scene.now(), status);

  const email = newEmail('julia.sunday');
  const question = 'Is the green Lund in Kraków? I am offline until tomorrow, please write to me.';
  await julia.post('/api/shop/chat/leave-message', {
    name: 'Julia',
    email,
    text: question,
    clientKey: randomUUID(),
  });
  teller.line('Julia', `leaves a message: ${question}`);
  const { threadId } = await julia.get('/api/shop/chat');

  await scene.travelTo(new Date(new Date(status.opensAt).getTime() + 5 * 60_000));
  const agent = await scene.colleague('agent', scene.b);
  const waiting = await agent.get('/api/staff/threads?view=waiting&limit=100');
  teller.promise(
    'on Monday her message waits in the inbox',
    waiting.items.some((thread: Json) => thread.id === threadId),
    waiting.items.length,
  );
  const thread = await agent.get(`/api/staff/threads/${threadId}`);
  const byMail = thread.replyBy.find((way: Json) => way.channel === 'email');
  teller.promise(
    'the agent sees that it can be answered by e-mail, to an address that she typed and nobody proved',
    byMail?.ok === true && byMail.to === email && byMail.addressState === 'claimed',
    thread.replyBy,
  );
  const answer = 'Good morning Julia, there is one in Kraków. Shall I hold it?';
  await agent.post(`/api/staff/threads/${threadId}/messages`, {
    text: answer,
    replyBy: 'email',
    clientKey: randomUUID(),
  });
  teller.line('Agent', `answers by e-mail: ${answer}`);
  const mail = await reads(scene, email, /./);
  teller.promise(
    'Julia gets the answer by e-mail, with her own question below it',
    mail.text.includes(answer) && mail.text.includes(question),
    mail.text,
  );
  const sent = await eventually(async () => {
    const { messages } = await agent.get(`/api/staff/threads/${threadId}`);
    return messages.find((message: Json) => message.text === answer && message.delivery === 'sent');
  }, 'the answer is marked as sent');
  teller.promise('the desk sees that it went out', sent.channel === 'email', sent);
  const { messages } = await julia.get('/api/shop/chat');
  teller.promise(
    'and back in the chat she reads the same answer below her question: one conversation',
    messages.map((message: Json) => message.text).join('|') === `${question}|${answer}`,
    messages,
  );
  const after = await agent.get('/api/staff/threads?view=waiting&limit=100');
  teller.promise('nobody waits any more', !after.items.some((one: Json) => one.id === threadId));
}
