import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { whoOf } from './who.ts';

export interface ReleasedLine {
  reservationId: string;
  variantId: string;
  quantity: number;
}

/**
 * Gives a part of holds free, in the caller's transaction: exactly these pieces, the rest stays held. A hold of which
 * nothing is left is released. All or nothing; refuses where a hold is over or holds less than is asked.
 */
export async function releaseLines(
  tx: Ctx,
  lines: readonly ReleasedLine[],
  reason: string,
): Promise<Result<undefined, 'reservation_not_held'>> {
  const summed = new Map<string, ReleasedLine>();
  for (const line of lines) {
    const key = `${line.reservationId}:${line.variantId}`;
    summed.set(key, { ...line, quantity: (summed.get(key)?.quantity ?? 0) + line.quantity });
  }
  if (summed.size === 0) return ok(undefined);
  const { rows } = await sql<{ id: string; problem: string }>`
    select id, problem from stock.release_lines(${JSON.stringify([...summed.values()])}::jsonb, ${reason}, ${tx.clock.now()},
      ${JSON.stringify(whoOf(tx))}::jsonb)`.execute(tx.db);
  const [first] = rows;
  if (!first) return ok(undefined);
  return refuse('reservation_not_held', {
    detail: 'These goods are not held any more; look again.',
    reservationId: first.id,
    state: first.problem,
  });
}
