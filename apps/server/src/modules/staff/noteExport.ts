import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';

export interface TakenOut {
  what: string;
  rows: number;
  filters: string[];
}

/** Keeps who made a file of what is on a screen: of what, how much, by which filters. */
export async function noteExport(ctx: Ctx, { what, rows, filters }: TakenOut): Promise<void> {
  await once(ctx, 'staff.note_export', async (tx) => {
    await audit(tx, { act: 'staff.list.exported', target: 'list', targetId: what, after: { rows, filters } });
    return {};
  });
}
