import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { ReservationFacts, Shortfall } from './reservation.ts';
import type { Who } from './who.ts';

/** One request of a group, as `stock.reserve_group` reads it. */
export interface GroupRequest {
  facts: ReservationFacts;
  subjectId: string | null;
  eventId: string;
  who: Who;
  keepsOwn?: true;
  key?: { actor: string; key: string; fingerprint: string };
  /** Beside the lines of `facts`: units of each that will be shipped, so that display pieces do not count for them. */
  ship: readonly number[];
}

export type Outcome =
  | { held: ReservationFacts }
  | { kept: ReservationFacts }
  | { refused: Shortfall[] }
  | { mismatch: true }
  | { busy: true };

/** Asks for a group of holds in one call that commits alone. Answers each, in the order of the requests. */
export async function reserveGroup(ctx: Ctx, requests: readonly GroupRequest[]): Promise<Outcome[]> {
  const places = new Map<string, number>();
  const variants: string[] = [];
  const locations: string[] = [];
  const starts = [1];
  const positions: number[] = [];
  const quantities: number[] = [];
  const ship: number[] = [];
  for (const request of requests) {
    for (const [n, line] of request.facts.lines.entries()) {
      const place = `${line.variantId}${line.locationId}`;
      let position = places.get(place);
      if (position === undefined) {
        position = variants.push(line.variantId);
        locations.push(line.locationId);
        places.set(place, position);
      }
      positions.push(position);
      quantities.push(line.quantity);
      ship.push(request.ship[n] ?? 0);
    }
    starts.push(positions.length + 1);
  }
  const payload = requests.map(({ ship: _, ...request }) => request);
  // Written as arrays by hand: ids and whole numbers only, and pg would look at every one of them.
  const array = (values: readonly (string | number)[]) => `{${values.join(',')}}`;
  const { rows } = await sql<{ ord: number; outcome: Outcome }>`
    select ord, outcome from stock.reserve_group(${JSON.stringify(payload)}::jsonb, ${array(variants)}::uuid[], ${array(locations)}::uuid[],
      ${array(starts)}::int[], ${array(positions)}::int[], ${array(quantities)}::bigint[], ${array(ship)}::bigint[], ${ctx.clock.now()})`.execute(
    ctx.db,
  );
  const answers: Outcome[] = requests.map(({ facts }) => ({ held: facts }));
  for (const { ord, outcome } of rows) {
    if (ord < 1 || ord > answers.length) throw new AppError('internal', { detail: 'a group was answered wrongly' });
    answers[ord - 1] = outcome;
  }
  return answers;
}
