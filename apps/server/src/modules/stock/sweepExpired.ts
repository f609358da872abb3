import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { whoOf } from './who.ts';

/** Writes off expired holds that nobody stumbled over, so that people hear of it. Returns the lines written off. */
export async function sweepExpired(ctx: Ctx): Promise<number> {
  let total = 0;
  for (;;) {
    const { rows } = await sql<{ lines: number }>`
      select stock.sweep(200, ${ctx.clock.now()}, ${JSON.stringify(whoOf(ctx))}::jsonb) as lines`.execute(ctx.db);
    const lines = rows[0]?.lines ?? 0;
    total += lines;
    if (lines === 0) return total;
  }
}
