/** Segment's limits, which its clients keep too: 32 KB an event, 500 KB a batch (unpacked, as UTF-8 JSON). */
export const maxEventBytes = 32 * 1024;
export const maxBatchBytes = 500 * 1024;
