import type { ColumnsOfText } from './personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const kernelColumns: Readonly<Record<string, ColumnsOfText>> = {
  'jobs.archive': { erased: 'data output', nobody: 'name singleton_key dead_letter policy' },
  'jobs.job': { erased: 'data output', nobody: 'name singleton_key dead_letter policy' },
  'jobs.queue': { nobody: 'name policy dead_letter partition_name' },
  'jobs.schedule': { nobody: 'name cron timezone data options' },
  'jobs.subscription': { nobody: 'event name' },
  'kernel.audit': { erased: 'reason before after', nobody: 'actor role act target target_id request_id' },
  'kernel.dead_event': { erased: 'error event', nobody: 'subscriber' },
  'kernel.idempotency': { erased: 'outcome fingerprint key', nobody: 'actor act' },
  'kernel.migration': { nobody: 'id checksum' },
  'kernel.outbox': { nobody: 'type aggregate aggregate_id actor role channel cause data' },
  'kernel.outbox_cursor': { nobody: 'subscriber leased_by' },
  'kernel.rate_limit': { nobody: 'key' },
  'kernel.sealed_copy': { nobody: 'owner sealed reason' },
};
