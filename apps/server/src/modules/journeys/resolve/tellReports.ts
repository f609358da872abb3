import type { Channel, Ctx } from '../../../kernel/context.ts';
import { emit, type NewEvent } from '../../../kernel/outbox.ts';
import type { OrderOwner } from '../../orders/index.ts';
import { nobody, type TouchpointRow } from '../touchpoints/touchpoint.ts';
import type { InboxEvent } from './inboxEvent.ts';
import { namedIn, ourOrderNumber } from './namedIn.ts';
import { outcomeOf } from './outcomeOf.ts';
import { propertiesOf } from './readArrival.ts';
import { safeId } from './safeText.ts';

/**
 * Tells of sales, visits to a store and calls that a trusted system reported, for the timeline. What anybody with the public key
 * sends is counted and told to nobody, and a sale that is an order of ours has told of itself.
 */
export async function tellReports(
  tx: Ctx,
  items: readonly InboxEvent[],
  rows: readonly TouchpointRow[],
  ours: ReadonlyMap<string, OrderOwner>,
): Promise<void> {
  const events = items.flatMap((item, index): NewEvent[] => {
    const row = rows[index];
    const told = row && item.trusted && row.subject_id !== nobody ? toldOf(item, ours) : undefined;
    if (!row || !told) return [];
    return [
      {
        ...told,
        subjectId: row.subject_id,
        aggregate: 'report',
        aggregateId: item.id,
        aggregateVersion: 1,
        channel: row.channel as Channel,
        ...(row.location_id === nobody ? {} : { locationId: row.location_id }),
        occurredAt: item.at,
        data: { source: item.source, ...told.data },
      },
    ];
  });
  if (events.length > 0) await emit(tx, ...events);
}

function toldOf(item: InboxEvent, ours: ReadonlyMap<string, OrderOwner>): Pick<NewEvent, 'type' | 'data'> | undefined {
  if (item.type !== 'track') return undefined;
  const properties = propertiesOf(item.event);
  const named = namedIn(item.event);
  switch (String(item.event.event).trim().toLowerCase()) {
    case 'order completed':
      if (ours.has(ourOrderNumber(named) ?? '')) return undefined;
      return {
        type: 'journeys.sale.reported',
        data: { number: safeId(named.order) || null, ...worthOf(properties) },
      };
    case 'store visit':
    case 'store visited':
      return { type: 'journeys.store_visit.reported', data: {} };
    case 'call started':
      // Its end will tell of it.
      return named.call === undefined ? { type: 'journeys.call.reported', data: callOf(properties) } : undefined;
    case 'call ended':
    case 'call completed':
      return { type: 'journeys.call.reported', data: callOf(properties) };
    default:
      return undefined;
  }
}

function callOf({ duration, outcome }: Record<string, unknown>): { seconds: number | null; outcome: string | null } {
  const seconds = Math.round(Number(duration));
  return {
    seconds: duration != null && duration !== '' && seconds >= 0 && seconds <= 86_400 ? seconds : null,
    outcome: outcomeOf(outcome) ?? null,
  };
}

/** What it was worth, in minor units; nothing where the currency or the number is none. */
function worthOf(properties: Record<string, unknown>): { total: number | null; currency: string | null } {
  const given = properties.total ?? properties.revenue;
  const amount = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  const { currency } = properties;
  if (typeof amount !== 'number' || typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency))
    return { total: null, currency: null };
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  const total = Math.round(amount * 10 ** maximumFractionDigits);
  return Number.isSafeInteger(total) ? { total, currency } : { total: null, currency: null };
}
