import { type Static, Type } from 'typebox';
import type { Ctx } from '../../kernel/context.ts';
import { Id, PageQuery, Strict } from '../../kernel/schemas.ts';
import { ReturnStateSchema } from './schemas.ts';

/** What every list of returns can be asked for. */
export const findFields = {
  state: Type.Optional(Type.Array(ReturnStateSchema)),
  locationId: Type.Optional(Id),
  answer: Type.Optional(
    Type.Enum(['waiting', 'silence'], { description: 'Complaints without an answer yet, or accepted by silence' }),
  ),
  q: Type.Optional(Type.String({ maxLength: 40, description: 'Number of the return or of the order' })),
  dueDays: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 30, description: 'Whose clock runs out within so many days, or has' }),
  ),
  ...PageQuery,
};

const Asked = Strict(findFields);

/** The question as the lists take it: words for the query's short names, and an instant for its days. */
export function toFilter<Query extends Static<typeof Asked>>(
  ctx: Ctx,
  { state, q, limit, dueDays, ...rest }: Query,
): Omit<Query, 'state' | 'q' | 'limit' | 'dueDays'> & {
  states: Static<typeof Asked>['state'];
  text: string | undefined;
  dueBefore: Date | undefined;
  limit: number;
} {
  return {
    ...rest,
    states: state,
    text: q,
    dueBefore: dueDays === undefined ? undefined : new Date(ctx.clock.now().getTime() + dueDays * 86_400_000),
    limit: limit ?? 50,
  };
}
