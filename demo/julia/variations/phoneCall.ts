import type { Json } from '../browser.ts';
import type { Scene } from '../cast.ts';
import type { Teller } from '../telling.ts';
import { askAgain, hears, reads } from './askAgain.ts';
import { putOnShelf } from './shelf.ts';
import { newPhone } from './stranger.ts';

/** She calls. Two people once typed this number: the agent is shown both, asks, and holds for the right one. */
export async function phoneCall(scene: Scene, teller: Teller): Promise<void> {
  teller.chapter('Played again: she calls');
  await putOnShelf(scene, scene.green, scene.krakow, 1);
  const phone = newPhone();
  const asking = await askAgain(scene, { phone });
  const sister = await askAgain(scene, {
    name: 'Hanna Kowalska',
    phone: `0048 ${phone.slice(3, 6)} ${phone.slice(6)}`,
  });
  const { agent } = asking;
  const call = await agent.post('/api/staff/calls', {
    phone: phone.slice(3),
    direction: 'in',
    startedAt: scene.now().toISOString(),
    durationSeconds: 240,
    note: 'Wants the green Lund held, comes tomorrow.',
  });
  const [julia, hanna] = await Promise.all(
    [asking, sister].map(
      async ({ threadId }) => (await agent.get(`/api/staff/threads/${threadId}`)).customer.id as string,
    ),
  );
  teller.line('Agent', `logs the call; the number was claimed by ${call.candidates.length} people`);
  teller.promise(
    'nobody is guessed: the call has no customer, and both who typed the number are candidates',
    call.customerId === null &&
      call.threadId === null &&
      call.candidates
        .map((one: Json) => one.customerId)
        .sort()
        .join() === [julia, hanna].sort().join(),
    call,
  );
  const assigned = await agent.post(`/api/staff/calls/${call.callId}/customer`, { customerId: julia });
  teller.promise(
    'the agent asks and says whose call it was',
    assigned.customerId === julia && assigned.threadId === asking.threadId,
    assigned,
  );
  const thread = await agent.get(`/api/staff/threads/${asking.threadId}`);
  const logged = thread.messages.find((message: Json) => message.kind === 'call');
  teller.promise(
    'it stands in her conversation, with the note, for colleagues only',
    logged?.internal === true && /green Lund/.test(logged.text),
    logged,
  );
  const again = await agent.call('POST', `/api/staff/calls/${call.callId}/customer`, { customerId: hanna });
  teller.promise('and cannot wander to somebody else', again.status === 409, again.body);

  const hold = await agent.post('/api/staff/holds', {
    person: { customerId: julia },
    variantId: scene.green,
    locationId: scene.krakow,
    length: { days: 1 },
  });
  teller.line('Agent', `holds it for her: ${hold.code}`);
  await hears(asking, 'held', hold.id);
  const mail = await reads(scene, asking.email, /Held for you/);
  teller.promise('she finds it in her chat and her e-mail', mail.text.includes(hold.code), mail.text);
  const [hers, others] = [await asking.julia.get('/api/shop/holds'), await sister.julia.get('/api/shop/holds')];
  teller.promise(
    'under her holds, and not under her sister’s',
    hers.items[0]?.id === hold.id && others.items.length === 0,
    { hers, others },
  );
  const chat = await asking.julia.get('/api/shop/chat');
  teller.promise('the note is not shown to her', !JSON.stringify(chat).includes('comes tomorrow'), chat.messages);
  await asking.julia.must('DELETE', `/api/shop/holds/${hold.id}`);
}
