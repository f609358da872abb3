import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { type Refusal, refuse } from '../../kernel/result.ts';
import { type DataRequest, openDataRequest, personOf } from '../../modules/customers/index.ts';
import { eraseJobName, exportJobName } from './jobNames.ts';
import type { PersonalModule } from './personalModules.ts';

/** Asks for a copy of everything held about a customer; a job makes it within a minute. */
export async function requestExport(ctx: Ctx, customerId: string): Promise<DataRequest> {
  return once(ctx, 'privacy.request-export', async (tx) => {
    const person = await personOf(tx, customerId);
    const { request, isNew } = await openDataRequest(tx, { kind: 'export', customerId: person.customerId });
    if (isNew) {
      await tx.jobs.enqueue(tx, exportJobName, { requestId: request.id });
      await audit(tx, { act: 'privacy.export.requested', target: 'customer', targetId: person.customerId });
    }
    return request;
  });
}

/** What stands in the way of an erasure, and what it ends by itself: to be read before it is asked for. */
export async function previewErasure(ctx: Ctx, modules: () => readonly PersonalModule[], customerId: string) {
  const person = await personOf(ctx, customerId);
  const waitsFor: string[] = [];
  const ends: { what: 'hold' | 'cart' | 'thread'; count: number }[] = [];
  for (const { data } of modules()) {
    waitsFor.push(...((await data.underWay?.(ctx, person)) ?? []));
    ends.push(...((await data.ends?.(ctx, person)) ?? []));
  }
  return { waitsFor: waitsFor.slice(0, 50), ends };
}

/** Asks for the erasure of a customer. Refused while something is under way that needs to know who they are. */
export async function requestErasure(
  ctx: Ctx,
  modules: () => readonly PersonalModule[],
  input: { customerId: string; reason?: string | undefined },
): Promise<DataRequest | Refusal> {
  const person = await personOf(ctx, input.customerId);
  const open: string[] = [];
  for (const { data } of modules()) open.push(...((await data.underWay?.(ctx, person)) ?? []));
  if (open.length > 0) {
    return refuse('erasure_waits', {
      detail: `${open.slice(0, 5).join(', ')}: still under way. Nothing was erased; ask again when that is done or cancelled.`,
      underWay: open.slice(0, 20),
    });
  }
  return once(ctx, 'privacy.request-erasure', async (tx) => {
    const { request, isNew } = await openDataRequest(tx, { kind: 'erasure', ...input, customerId: person.customerId });
    if (isNew) {
      await tx.jobs.enqueue(tx, eraseJobName, { requestId: request.id });
      await audit(tx, { act: 'privacy.erasure.requested', target: 'customer', targetId: person.customerId });
    }
    return request;
  });
}
