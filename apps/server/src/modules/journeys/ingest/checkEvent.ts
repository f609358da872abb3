import { createHash } from 'node:crypto';
import { eventTime } from './eventTime.ts';
import { maxEventBytes } from './limits.ts';
import { isObject } from './readBody.ts';

export const eventTypes = ['track', 'page', 'screen', 'identify', 'group', 'alias'] as const;
export type EventType = (typeof eventTypes)[number];

/** An event that can be used, in the form the inbox keeps. */
export interface UsableEvent {
  type: EventType;
  at: Date;
  /** Hash of the message id: what a repeat is known by. */
  key: string;
  /** Came with a secret key of its source: not from a page that anybody can read. */
  trusted: boolean;
  /** The event as sent, as JSON. */
  json: string;
  event: Record<string, unknown>;
}

export const unusableReasons = [
  'too_deep',
  'not_an_object',
  'too_large',
  'unknown_type',
  'no_event_name',
  'no_identity',
  'too_old',
] as const;

export interface UnusableEvent {
  reason: (typeof unusableReasons)[number];
  json: string;
}

/**
 * Whether an event of a request can be used. `type` is what the address said ('/v1/t'); the event's own wins, because
 * batches carry all kinds. Ids that name nobody ("undefined") are no reason to refuse: they are kept, under nobody. A till's
 * sale need name nobody at all: it happened.
 */
export function checkEvent(
  raw: unknown,
  given: {
    type: EventType | undefined;
    batch: Record<string, unknown> | undefined;
    receivedAt: Date;
    trusted: boolean;
  },
): UsableEvent | UnusableEvent {
  if (isDeeper(raw, maxDepth)) return { reason: 'too_deep', json: 'null' };
  const json = JSON.stringify(raw) ?? 'null';
  if (!isObject(raw)) return { reason: 'not_an_object', json };
  if (Buffer.byteLength(json) > maxEventBytes) return { reason: 'too_large', json };
  const type = eventTypes.find((known) => known === raw.type) ?? (raw.type === undefined ? given.type : undefined);
  if (!type) return { reason: 'unknown_type', json };
  if (type === 'track' && !isId(raw.event)) return { reason: 'no_event_name', json };
  if (!given.trusted && !isId(raw.anonymousId) && !isId(raw.userId)) return { reason: 'no_identity', json };
  const at = eventTime(given.receivedAt, raw, given.batch);
  if (!at) return { reason: 'too_old', json };
  return { type, at, key: messageKey(raw, type, json, given.trusted), trusted: given.trusted, json, event: raw };
}

/** Thousands of nested brackets fit into 32 KB and overflow the stack of whoever writes or parses them again. */
const maxDepth = 40;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

const isId = (value: unknown): boolean =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';

/**
 * A client that sends no message id is known by the whole of what it said, time included; a retry says the same. What is
 * trusted has keys of its own: who reads the public key in a page must not be able to send a till's message id before the till.
 */
function messageKey(event: Record<string, unknown>, type: EventType, json: string, trusted: boolean): string {
  const id = typeof event.messageId === 'string' && event.messageId !== '' ? event.messageId : `${type} ${json}`;
  return trusted ? hashToUuid(JSON.stringify(['trusted', id])) : hashToUuid(id);
}

/** 128 bits of SHA-256 in the shape of a uuid, which PostgreSQL keeps in 16 bytes. */
export function hashToUuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
