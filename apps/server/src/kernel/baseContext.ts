import type { Ctx } from './context.ts';
import { newId } from './ids.ts';
import { createMemory } from './memory.ts';

/** The context everything else is made from: of the program itself, outside any request, job or event. */
export function baseContext(name: string, parts: Pick<Ctx, 'db' | 'clock' | 'jobs' | 'log' | 'connections'>): Ctx {
  return {
    ...parts,
    requestId: newId(),
    actor: { kind: 'system', name },
    channel: 'web',
    locationId: undefined,
    language: 'pl',
    memory: createMemory(),
    newId,
    idempotency: undefined,
    cause: undefined,
  };
}
