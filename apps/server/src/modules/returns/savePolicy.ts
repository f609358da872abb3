import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import type { ReturnPolicy } from './policy.ts';
import { readPolicy } from './readPolicy.ts';

/** @param policy its version is that which the editor saw @throws AppError version_conflict */
export async function savePolicy(ctx: Ctx, policy: ReturnPolicy): Promise<ReturnPolicy> {
  return once(ctx, 'returns.save_policy', async (tx) => {
    const before = await readPolicy(tx);
    const { version: seen, ...body } = policy;
    const { rows } = await sql<{ version: number }>`
      insert into returns.policy as p (body, version, changed_at)
      select ${JSON.stringify(body)}::jsonb, 1, ${tx.clock.now()} where ${seen}::bigint = 0
        or exists (select 1 from returns.policy)
      on conflict (only_one) do update set body = excluded.body, version = p.version + 1, changed_at = excluded.changed_at
        where p.version = ${seen}::bigint
      returning version`.execute(tx.db);
    const version = rows[0]?.version;
    if (version === undefined)
      throw new AppError('version_conflict', {
        detail: `This was at version ${before.version} when you saved version ${seen}. Nothing was changed; load it again.`,
        version: before.version,
      });
    const after = { ...body, version };
    await emit(tx, {
      type: 'returns.policy.changed',
      aggregate: 'returns',
      aggregateId: 'policy',
      aggregateVersion: version,
      data: { version },
    });
    await audit(tx, {
      act: 'returns.policy.changed',
      target: 'returns',
      targetId: 'policy',
      before: { ...before },
      after: { ...after },
    });
    return after;
  });
}
