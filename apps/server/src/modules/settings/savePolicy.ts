import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { raiseRevision, recordChange } from './recordChange.ts';
import { tables } from './tables.ts';
import type { Policy, PolicyKind } from './types.ts';

/** Writes a policy in every language. Earlier texts stay in the audit. @throws AppError version_conflict */
export async function savePolicy(
  ctx: Ctx,
  input: { kind: PolicyKind; text: LocalizedText; version?: number },
): Promise<Policy> {
  return once(ctx, 'settings.save_policy', async (tx) => {
    const part = `policy:${input.kind}`;
    const version = await raiseRevision(tx, part, input.version);
    const before = await tables(tx)
      .selectFrom('settings.policy')
      .select('text')
      .where('kind', '=', input.kind)
      .executeTakeFirst();
    const text = JSON.stringify(input.text);
    await tables(tx)
      .insertInto('settings.policy')
      .values({ kind: input.kind, text })
      .onConflict((conflict) => conflict.column('kind').doUpdateSet({ text }))
      .execute();
    await recordChange(tx, {
      part,
      version,
      event: 'settings.policy.changed',
      before: before ?? {},
      after: { text: input.text },
      data: { kind: input.kind },
    });
    return { kind: input.kind, text: input.text, version };
  });
}
