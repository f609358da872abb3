import { randomUUID } from 'node:crypto';
import type { Answer, Json } from '../browser.ts';
import { eventually, mailsTo, type Scene } from '../cast.ts';
import type { Teller } from '../telling.ts';
import { type Asking, askAgain } from './askAgain.ts';
import { levelAt, putOnShelf, workFor } from './shelf.ts';

/** When the server dies, as a share of the time that it has just taken to answer such a click. */
const shares = [0.1, 0.2, 0.3, 0.45, 0.6, 0.9, 1.4, 2.5];
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** SIGKILL in the middle of a hold; the agent's browser repeats the click, under the same key, at the other server. */
export async function serverDies(scene: Scene, teller: Teller): Promise<() => Promise<void>> {
  teller.chapter('Played again: the server dies in the middle of the hold');
  const asking = await askAgain(scene, { at: 'b' });
  const agent = await scene.colleague('agent', scene.a);
  const pages = await Promise.all(['lund-sofa', 'nida-sofa'].map((slug) => agent.get(`/api/shop/products/${slug}`)));
  const goods: string[] = pages.flatMap((page) => page.variants.map((variant: Json) => variant.id as string));
  const [gone = '', ...some] = goods;
  await putOnShelf(scene, gone, scene.krakow, 0);
  const died = { before: 0, after: 0, answered: 0 };
  const delaysMs: number[] = [];
  const holds: Json[] = [];
  for (const [round, share] of shares.entries()) {
    const variantId = some[round] ?? '';
    await putOnShelf(scene, variantId, scene.krakow, 1);
    agent.server = scene.a.url;
    const click = (wanted: string, key: string) =>
      agent.call(
        'POST',
        '/api/staff/holds',
        { person: { threadId: asking.threadId }, variantId: wanted, locationId: scene.krakow, length: { days: 2 } },
        { 'idempotency-key': key },
      );
    const delayMs = Math.min(250, share * (await measure(() => click(gone, randomUUID()))));
    delaysMs.push(Math.round(delayMs));
    const key = randomUUID();
    const fired: Promise<Answer | undefined> = click(variantId, key).catch(() => undefined);
    await sleep(delayMs);
    await scene.a.kill();
    const answer = await fired;
    const restarted = scene.restartA();
    agent.server = scene.b.url;
    const isWritten = (await levelAt(scene, variantId, scene.krakow)).reserved === 1;
    died[answer ? 'answered' : isWritten ? 'after' : 'before'] += 1;
    const retry = await click(variantId, key);
    if (retry.status !== 201) teller.promise(`round ${round + 1}: the repeated click gets the hold`, false, retry.body);
    holds.push(retry.body);
    await checkOnce(scene, teller, asking, { round: round + 1, hold: retry.body, variantId, count: holds.length });
    await restarted;
  }
  teller.line('Server', `killed ${holds.length} times, ${delaysMs.join(', ')} ms after the click`);
  teller.line(
    '',
    `${died.before} times before the hold was written, ${died.after} after it but before the answer, ${died.answered} after the answer`,
  );
  teller.promise('each time the repeated click got the hold, once: one hold, one message, one task', true);
  for (const hold of holds) await asking.julia.must('DELETE', `/api/shop/holds/${hold.id}`);
  // A mail that died in the hands of its server may go out when that server's lease is over. The story goes on meanwhile.
  await scene.travelTo(new Date(scene.now().getTime() + 3 * 60_000));
  return () => checkAgain(scene, teller, asking, holds);
}

/** Milliseconds of such a click on this server once it is warm: a click on something that is gone leaves no trace. */
async function measure(click: () => Promise<Answer>): Promise<number> {
  let ms = 0;
  for (let turn = 0; turn < 4; turn += 1) {
    const begun = performance.now();
    await click();
    ms = performance.now() - begun;
  }
  return ms;
}

async function checkOnce(
  scene: Scene,
  teller: Teller,
  { julia }: Asking,
  now: { round: number; hold: Json; variantId: string; count: number },
): Promise<void> {
  const { hold, round } = now;
  const { items } = await julia.get('/api/shop/holds');
  const same = items.filter((one: Json) => one.lines[0].variantId === now.variantId);
  const level = await levelAt(scene, now.variantId, scene.krakow);
  if (same.length !== 1 || items.length !== now.count || level.reserved !== 1 || level.onHand !== 1)
    teller.promise(`round ${round}: exactly one hold`, false, { items, level });
  const heard = await eventually(async () => {
    const { messages } = await julia.get('/api/shop/chat');
    const found = messages.filter((one: Json) => one.data?.reservationId === hold.id);
    return found.length > 0 ? found : undefined;
  }, `round ${round}: the message in the chat`);
  if (heard.length !== 1) teller.promise(`round ${round}: exactly one message`, false, heard);
  const works = await workFor(scene, { reservationId: hold.id }, [
    'to_pick',
    'picking',
    'ready',
    'not_found',
    'cancelled',
  ]);
  if (works.length !== 1 || works[0].state !== 'to_pick')
    teller.promise(`round ${round}: exactly one task`, false, works);
}

/** Once more at the end, when every late repeat has had its time. */
async function checkAgain(scene: Scene, teller: Teller, { julia, email }: Asking, holds: Json[]): Promise<void> {
  const mails = await eventually(
    async () => {
      const all = await mailsTo(scene.b, email);
      const each = holds.map((hold) => all.filter((mail) => mail.text.includes(hold.code)));
      return each.every((some) => some.length > 0) && each;
    },
    'the e-mails of the holds that servers died over',
    120,
  );
  const { messages } = await julia.get('/api/shop/chat');
  const said = holds.map((hold) =>
    messages.filter((one: Json) => one.data?.happened === 'held' && one.data.reservationId === hold.id),
  );
  teller.promise(
    'each hold that a server died over was confirmed once in the chat and by one e-mail',
    [...mails, ...said].every((some) => some.length === 1),
    { mails: mails.map((some) => some.map((mail) => mail.subject)), said },
  );
  // Between the mail server's yes and our note of it a crash leaves only one safe way: send again, under the same id.
  const repeated = mails.flat().filter((mail) => mail.copies > 1).length;
  if (repeated > 0) teller.line('E-mail', `${repeated} sent again under the same Message-ID, which is shown as one`);
}
