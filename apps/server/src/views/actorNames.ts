import type { Ctx } from '../kernel/context.ts';
import { membersByIds } from '../modules/staff/index.ts';

const staffPrefix = 'staff:';

/** Names of the colleagues among actors (`kind:id`), for staff to read; others are left out. One statement. */
export async function actorNames(
  ctx: Ctx,
  actors: readonly (string | null | undefined)[],
): Promise<(actor: string | null | undefined) => string | null> {
  const ids = actors.flatMap((actor) => (actor?.startsWith(staffPrefix) ? [actor.slice(staffPrefix.length)] : []));
  const members = await membersByIds(ctx, ids);
  return (actor) =>
    actor?.startsWith(staffPrefix) ? (members.get(actor.slice(staffPrefix.length))?.name ?? null) : null;
}
