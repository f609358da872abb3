import { randomUUID } from 'node:crypto';
import type { Answer, Json } from '../browser.ts';
import { eventually, mailsTo, type Scene } from '../cast.ts';
import type { Teller } from '../telling.ts';
import { type Asking, askAgain } from './askAgain.ts';
import { levelAt, putOnShelf, workFor } from './shelf.ts';

/** Milliseconds between the agent's click and the death of the server that got it. */
const delaysMs = [4, 10, 16, 22, 28, 36, 46, 60];
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** SIGKILL in the middle of a hold; the agent's browser repeats the click, under the same key, at the other server. */
export async function serverDies(scene: Scene, teller: Teller): Promise<void> {
  teller.chapter('Played again: the server dies in the middle of the hold');
  const asking = await askAgain(scene, { at: 'b' });
  const agent = await scene.colleague('agent', scene.a);
  const pages = await Promise.all(['lund-sofa', 'nida-sofa'].map((slug) => agent.get(`/api/shop/products/${slug}`)));
  const goods: string[] = pages.flatMap((page) => page.variants.map((variant: Json) => variant.id as string));
  const told = { before: 0, after: 0, answered: 0 };
  const holds: Json[] = [];
  for (const [round, delayMs] of delaysMs.entries()) {
    const variantId = goods[round] ?? '';
    await putOnShelf(scene, variantId, scene.krakow, 1);
    agent.server = scene.a.url;
    const click = () =>
      agent.call(
        'POST',
        '/api/staff/holds',
        { person: { threadId: asking.threadId }, variantId, locationId: scene.krakow, length: { days: 2 } },
        { 'idempotency-key': key },
      );
    const key = randomUUID();
    const fired: Promise<Answer | undefined> = click().catch(() => undefined);
    await sleep(delayMs);
    await scene.a.kill();
    const answer = await fired;
    const restarted = scene.restartA();
    agent.server = scene.b.url;
    const lived = (await levelAt(scene, variantId, scene.krakow)).reserved === 1;
    told[answer ? 'answered' : lived ? 'after' : 'before'] += 1;
    const retry = await click();
    if (retry.status !== 201) teller.promise(`round ${round + 1}: the repeated click gets the hold`, false, retry.body);
    holds.push(retry.body);
    await checkOnce(scene, teller, asking, { round: round + 1, hold: retry.body, variantId, count: holds.length });
    await restarted;
  }
  teller.line(
    'Server',
    `died ${delaysMs.length} times, ${delaysMs[0]} to ${delaysMs.at(-1)} ms after the click: ${told.before} times before the hold was written, ${told.after} times after it but before the answer, ${told.answered} times after the answer`,
  );
  teller.promise('each time the repeated click got the hold, once: one hold, one message, one task', true);
  const mails = await mailsTo(scene.b, asking.email);
  const counts = holds.map((hold) => mails.filter((mail) => mail.text.includes(hold.code)));
  teller.promise(
    'and one e-mail each',
    counts.every((found) => found.length === 1 && found[0]?.copies === 1),
    counts.map((found) => found.map((mail) => [mail.subject, mail.copies])),
  );
  for (const hold of holds) await asking.julia.must('DELETE', `/api/shop/holds/${hold.id}`);
}

async function checkOnce(
  scene: Scene,
  teller: Teller,
  { julia, email }: Asking,
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
  await eventually(
    async () => (await mailsTo(scene.b, email)).find((mail) => mail.text.includes(hold.code)),
    `round ${round}: the e-mail`,
  );
}
