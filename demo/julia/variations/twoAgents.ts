import type { Scene } from '../cast.ts';
import type { Teller } from '../telling.ts';
import { askAgain } from './askAgain.ts';
import { nextMorning } from './days.ts';
import { levelAt, putOnShelf, workFor } from './shelf.ts';

const rounds = 6;

/** Two colleagues promise the last piece in the same moment, each on another server. */
export async function twoAgents(scene: Scene, teller: Teller): Promise<void> {
  teller.chapter('Played again: two agents, two servers, one sofa');
  await nextMorning(scene);
  const askers = [await askAgain(scene, { at: 'a', which: 0 }), await askAgain(scene, { at: 'b', which: 1 })];
  const wins: [number, number] = [0, 0];
  await putOnShelf(scene, scene.green, scene.krakow, 1);
  for (let round = 1; round <= rounds; round += 1) {
    const turns = round % 2 === 0 ? [...askers].reverse() : askers;
    const answers = await Promise.all(
      turns.map(({ agent, threadId }) =>
        agent.call('POST', '/api/staff/holds', {
          person: { threadId },
          variantId: scene.green,
          locationId: scene.krakow,
          length: { days: 1 },
        }),
      ),
    );
    const winner = answers.findIndex((answer) => answer.status === 201);
    const [won, lost] = [answers[winner], answers[1 - winner]];
    const isClear =
      won !== undefined &&
      lost?.status === 409 &&
      lost.body.code === 'insufficient_stock' &&
      lost.body.alternatives.length > 0 &&
      typeof lost.body.detail === 'string';
    if (!isClear)
      teller.promise(
        `round ${round}: exactly one got it`,
        false,
        answers.map(({ status, body }) => ({ status, body })),
      );
    if (round === 1) teller.line('Refusal', lost?.body.detail);
    wins[turns[winner] === askers[0] ? 0 : 1] += 1;
    const { onHand, reserved, available } = await levelAt(scene, scene.green, scene.krakow);
    if (onHand !== 1 || reserved !== 1 || available !== 0)
      teller.promise(`round ${round}: one piece, one hold`, false, { onHand, reserved, available });
    const works = await workFor(scene, { reservationId: won?.body.id });
    if (works.length !== 1) teller.promise(`round ${round}: one task`, false, works);
    await turns[winner]?.agent.post(`/api/staff/holds/${won?.body.id}/release`, { reason: 'next round of the race' });
  }
  teller.line('Velora', `${rounds} races: first server won ${wins[1]}, second ${wins[0]}`);
  teller.promise(
    `in ${rounds} races exactly one got it, one task each, and the other a clear refusal with alternatives`,
    true,
  );
}
