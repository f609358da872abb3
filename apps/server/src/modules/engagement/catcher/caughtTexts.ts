import type { Ctx } from '../../../kernel/context.ts';
import { tables } from '../tables.ts';
import type { TextGateway } from '../texts/textGateway.ts';

export interface CaughtText {
  id: string;
  to: string;
  body: string;
  caughtAt: string;
}

/** A gateway that keeps what it is given: development without an account anywhere. */
export const catchText: TextGateway = async (ctx, { to, body }) => {
  const id = ctx.newId();
  await tables(ctx)
    .insertInto('engagement.caught_text')
    .values({ id, to_number: to, body, caught_at: ctx.clock.now() })
    .execute();
  return id;
};

/** The newest caught text messages, to one number if asked. One statement. */
export async function listCaughtTexts(
  ctx: Ctx,
  filter: { to?: string | undefined; limit: number },
): Promise<CaughtText[]> {
  const rows = await tables(ctx)
    .selectFrom('engagement.caught_text')
    .selectAll()
    .$if(filter.to !== undefined, (query) => query.where('to_number', '=', filter.to ?? ''))
    .orderBy('caught_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    to: row.to_number,
    body: row.body,
    caughtAt: row.caught_at.toISOString(),
  }));
}
