import { isUuid } from '../../../kernel/ids.ts';
import type { DomainEvent } from '../../../kernel/outbox.ts';
import { classifyVisit } from '../resolve/classifyVisit.ts';
import { safeText } from '../resolve/safeText.ts';
import { domainSeq, nobody, type TouchpointRow } from './touchpoint.ts';

export const orderPlaced = 'orders.order.placed';
export const handedOver = 'fulfilment.fulfilment.handed_over';

/**
 * The row of a domain event, or undefined for what is no touchpoint: events that concern nobody (a price list, a stock
 * count). Orders always have one, known customer or not, because money reconciles to the order ledger.
 */
export function describeDomainEvent(event: DomainEvent, receivedAt: Date): TouchpointRow | undefined {
  const isOrder = event.type.startsWith('orders.order.');
  if (event.subjectId === undefined && !isOrder) return undefined;
  // What a till reported is a touchpoint already, as it came.
  if (event.aggregate === 'report') return undefined;
  const { data } = event;
  return {
    id: event.id,
    subject_id: event.subjectId ?? nobody,
    at: event.occurredAt.toISOString(),
    seq: domainSeq,
    origin: 'domain',
    kind: event.type,
    channel: channelOf(event),
    source: '',
    step: stepOf(event),
    touch: '',
    campaign: '',
    location_id: event.locationId ?? nobody,
    order_id: uuidOr(data.orderId, isOrder ? event.aggregateId : nobody),
    amount: isOrder && Number.isSafeInteger(data.total) ? Number(data.total) : 0,
    currency: isOrder && typeof data.currency === 'string' ? data.currency : '',
    properties: facts(data),
    received_at: receivedAt.toISOString(),
  };
}

/** A contract made on the premises is the store's, whoever typed it in. */
function channelOf(event: DomainEvent): string {
  return event.type === orderPlaced && event.data.contractPlace === 'on_premises' ? 'store' : event.channel;
}

/**
 * Which domain events are steps of a path: what the customer said (in the channel they said it), calls that were answered,
 * clicks on smart links, goods handed over in a store. What an agent did inside a conversation, a hold among it, belongs
 * to the conversation's step. Visits of web and app come from tracked events.
 */
function stepOf(event: DomainEvent): string {
  const { data } = event;
  switch (event.type) {
    case 'conversations.message.posted':
      return data.direction === 'in' && data.internal !== true ? event.channel : '';
    case 'conversations.call.logged':
    case 'conversations.call.assigned':
      return data.missed === true ? '' : 'phone';
    case 'engagement.link.clicked':
      return linkChannel(data.campaign) ?? event.channel;
    case handedOver:
      return 'store';
    default:
      return '';
  }
}

function linkChannel(campaign: unknown): string | undefined {
  const given = campaign as { source?: unknown; medium?: unknown; name?: unknown } | null | undefined;
  const text = (value: unknown) => safeText(value, 80);
  const utm = { source: text(given?.source), medium: text(given?.medium), name: text(given?.name) };
  const { channel } = classifyVisit({ utm, clickIds: [], referrer: '' });
  return channel === 'web' ? undefined : channel;
}

/** Facts that may be shown beside an event, by name; ids by their ending. House rule: events carry no personal data anyway. */
const allowed = new Set([
  'arrival',
  'amount',
  'campaign',
  'campaignMedium',
  'campaignSource',
  'channel',
  'currency',
  'direction',
  'entryPath',
  'evidence',
  'kind',
  'market',
  'method',
  'number',
  'orderChannel',
  'purpose',
  'quantity',
  'reason',
  'referrer',
  'seq',
  'slug',
  'source',
  'state',
  'total',
  'until',
  'way',
]);

function facts(data: Record<string, unknown>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(data)) {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') continue;
    if (name.endsWith('Id')) {
      if (isUuid(String(value))) kept[name] = String(value);
    } else if (allowed.has(name)) kept[name] = typeof value === 'string' ? safeFact(value) : String(value);
  }
  return kept;
}

/** Instants and codes look like phone numbers to the rule for texts. */
const safeFact = (value: string) =>
  /^[\w.:/-]{1,40}$/.test(value) && !/^\+?\d{7,}$/.test(value) ? value : safeText(value, 100);

const uuidOr = (value: unknown, fallback: string) => (typeof value === 'string' && isUuid(value) ? value : fallback);
