import { audit } from '../../kernel/audit.ts';
import { inTransaction } from '../../kernel/database.ts';
import type { JobDefinition } from '../../kernel/jobs.ts';
import type { PersonalSection } from '../../kernel/personal.ts';
import { finishDataRequest, getDataRequest, personOf } from '../../modules/customers/index.ts';
import { exportJobName } from './jobNames.ts';
import type { PersonalModule } from './personalModules.ts';

/** Collects what every module holds about somebody. Run again after a crash it begins anew: it only reads. */
export const exportJob = (modules: () => readonly PersonalModule[]): JobDefinition<{ requestId?: string }> => ({
  name: exportJobName,
  async handle(ctx, { requestId }) {
    const request = requestId ? await getDataRequest(ctx, requestId) : undefined;
    if (request?.kind !== 'export' || request.state !== 'queued') return;
    const person = await personOf(ctx, request.customerId);
    const sections: PersonalSection[] = [];
    for (const { data } of [...modules()].reverse()) sections.push(...((await data.export?.(ctx, person)) ?? []));
    const answer = { madeAt: ctx.clock.now().toISOString(), sections: sections.filter((one) => one.rows.length > 0) };
    await inTransaction(ctx, async (tx) => {
      if (!(await finishDataRequest(tx, request, { answer }))) return;
      await audit(tx, { act: 'privacy.export.made', target: 'customer', targetId: request.customerId });
    });
  },
});
