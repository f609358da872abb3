import { type Channel, channels } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { ChannelRule } from '../channels/channelRules.ts';
import { usualRules } from '../channels/usualRules.ts';
import { nobody, type TouchpointRow } from '../touchpoints/touchpoint.ts';
import { allowedProperties } from './allowedProperties.ts';
import { classifyVisit } from './classifyVisit.ts';
import type { InboxEvent } from './inboxEvent.ts';
import { outcomeOf } from './outcomeOf.ts';
import { type Places, placeOf } from './places.ts';
import { contextOf, propertiesOf, readArrival } from './readArrival.ts';
import { isRobot } from './robots.ts';
import { safeText } from './safeText.ts';

/** Channels in which people browse: their events form visits. In the others every listed event is a step of its own. */
const browsing: readonly Channel[] = ['web', 'mobile_app'];

/** Tracked events that are a step of a path outside web and app (ours and Segment's). */
const stepKinds =
  /^(store visit(ed)?|order completed|order picked up|call (started|ended|completed)|consultation .*)$/i;

/** The row of a tracked event; whose it is (`subjectId`) was resolved before. */
export function describeEvent(
  item: InboxEvent,
  subjectId: string | undefined,
  rules: readonly ChannelRule[] = usualRules,
  places: Places = new Map(),
): TouchpointRow {
  const { event } = item;
  const channel = channelOf(event, item.sourceChannel);
  const kind = item.type === 'track' ? safeText(event.event, 80) || 'track' : item.type;
  const counts = subjectId !== undefined && !isRobot(event);
  const visits = counts && browsing.includes(channel);
  const origin = classifyVisit(readArrival(event), rules);
  const properties = propertiesOf(event);
  return {
    id: item.id,
    subject_id: subjectId ?? nobody,
    at: item.at.toISOString(),
    seq: item.seq,
    origin: 'tracked',
    kind,
    channel,
    source: item.source,
    step: visits ? 'visit' : counts && stepKinds.test(kind) && !isMissed(kind, properties) ? channel : '',
    touch: visits ? (origin.channel ?? channel) : '',
    campaign: visits ? origin.campaign : '',
    location_id: placeOf(event, places) ?? nobody,
    order_id: uuidOr(properties.order_id),
    amount: 0,
    currency: '',
    properties: allowedProperties(event, origin.detail),
    received_at: item.receivedAt.toISOString(),
  };
}

/** Nobody spoke: no step, as with the calls our own desk logs. */
function isMissed(kind: string, { outcome }: Record<string, unknown>): boolean {
  return /^call /i.test(kind) && (outcomeOf(outcome) ?? 'answered') !== 'answered';
}

function channelOf(event: Record<string, unknown>, fallback: Channel): Channel {
  const said = contextOf(event).channel;
  return channels.find((channel) => channel === said) ?? fallback;
}

const uuidOr = (value: unknown) => (typeof value === 'string' && isUuid(value) ? value.toLowerCase() : nobody);
