import { actorKey, type Ctx } from '../../kernel/context.ts';

/** The envelope part that the SQL functions write into ledger and events. */
export interface Who {
  actor: string;
  role: string | null;
  channel: string;
  cause: string;
}

export function whoOf(ctx: Ctx): Who {
  return {
    actor: actorKey(ctx.actor),
    role: ctx.actor.kind === 'staff' ? ctx.actor.role : null,
    channel: ctx.channel,
    cause: ctx.cause ?? ctx.requestId,
  };
}
