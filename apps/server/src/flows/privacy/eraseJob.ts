import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import type { JobDefinition } from '../../kernel/jobs.ts';
import type { ErasedRows, Erasing } from '../../kernel/personal.ts';
import { keepSealed, sealedCopiesOf } from '../../kernel/sealedCopies.ts';
import {
  type Certificate,
  customersConfigOf,
  type Erasure,
  finishDataRequest,
  getDataRequest,
  noteProgress,
  personOf,
  progressOf,
} from '../../modules/customers/index.ts';
import { eraseJobName } from './jobNames.ts';
import type { PersonalModule } from './personalModules.ts';

/** As the guide on privacy promises; who runs the shop keeps to it (docs/guides/privacy.md). */
export const backupDays = 30;
export const logDays = 14;

/**
 * Erases somebody, module by module. What a module did is noted before the next begins, so that work broken off goes on
 * where it was; a module that was half done does the other half.
 */
export const eraseJob = (
  modules: () => readonly PersonalModule[],
  note?: (erasure: Erasure) => Promise<void>,
): JobDefinition<{ requestId?: string }> => ({
  name: eraseJobName,
  // ClickHouse may be down for a night.
  retryLimit: 15,
  async handle(ctx, { requestId }) {
    const request = requestId ? await getDataRequest(ctx, requestId) : undefined;
    if (request?.kind !== 'erasure' || request.state !== 'queued') return;
    const done = await progressOf(ctx, request.id);
    const person = await personOf(ctx, request.customerId);
    const { secret = '' } = customersConfigOf(ctx);
    const keptFor = request.id;
    const erasing: Erasing = { keep: (tx, record) => keepSealed(tx, secret, keptFor, record) };
    for (const { name, data } of modules()) {
      if (!data.erase || done[name]) continue;
      const erased = await data.erase(ctx, person, erasing);
      await noteProgress(ctx, request.id, name, erased);
      done[name] = erased;
    }
    // First noted, then said to be done: a backup that is restored later must not bring anybody back.
    await note?.({ requestId: request.id, customerIds: [...person.customerIds] });
    const certificate = await certify(ctx, keptFor, Object.values(done));
    await inTransaction(ctx, async (tx) => {
      if (!(await finishDataRequest(tx, request, { certificate }))) return;
      await audit(tx, {
        act: 'privacy.erasure.done',
        target: 'customer',
        targetId: request.customerId,
        after: { requestId: request.id },
      });
    });
  },
});

async function certify(ctx: Ctx, keptFor: string, parts: readonly ErasedRows[]): Promise<Certificate> {
  const erased: ErasedRows = {};
  for (const part of parts) for (const [table, n] of Object.entries(part)) erased[table] = (erased[table] ?? 0) + n;
  const kept = await sealedCopiesOf(ctx, keptFor);
  return {
    erasedAt: ctx.clock.now().toISOString(),
    erased,
    kept: kept.map((one) => ({ what: one.owner, why: one.reason, until: one.until, rows: one.rows })),
    backupsEndWithinDays: backupDays,
    logsEndWithinDays: logDays,
  };
}
