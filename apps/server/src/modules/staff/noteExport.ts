import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';

/** A list or a report that a screen makes into a file itself: asked for first, so that it is known who took what along. */
export async function noteExport(ctx: Ctx, taken: { what: string; rows: number; address: string }): Promise<void> {
  await audit(ctx, {
    act: 'staff.list.exported',
    target: 'list',
    targetId: taken.what,
    after: { rows: taken.rows, address: taken.address },
  });
}
