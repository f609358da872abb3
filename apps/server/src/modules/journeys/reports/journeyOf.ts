import type { Analytics } from '../../../kernel/analytics.ts';
import type { Ctx } from '../../../kernel/context.ts';
import type { Money } from '../../../kernel/money.ts';
import { nobody } from '../touchpoints/touchpoint.ts';
import { askAnalytics } from './askAnalytics.ts';
import { dataAsOf } from './dataAsOf.ts';
import { hitsSql, stepJoint, stepsSql } from './steps.ts';

/** One meeting of a customer and the retailer, as drawn on the line of a journey. */
export interface JourneyTouchpoint {
  id: string;
  at: string;
  /** The lane: the channel that counted, else the channel it happened in. */
  channel: string;
  kind: string;
  origin: 'tracked' | 'domain';
  subjectId: string;
  source: string | null;
  locationId: string | null;
  orderId: string | null;
  total: Money | null;
  /** Allow-listed facts to label it with: ids, path, search words, campaign. */
  facts: Record<string, string>;
  /** Whether it counted as a step of the path to purchase, and as which channel. */
  counted: string | null;
}

export interface Journey {
  definition: string;
  window: { from: string | null; to: string | null };
  unit: 'touchpoints';
  n: number;
  /** More than can be shown; the newest were kept. */
  truncated: boolean;
  touchpoints: JourneyTouchpoint[];
  dataAsOf: string;
}

const longest = 2_000;

const journeySql = `
with met as (
    select subject_id, ${hitsSql}
    from touchpoint
    where subject_id in {subjectIds:Array(UUID)} and step != '' and at < {to:DateTime64(3)}
      and at >= {from:DateTime64(3)} - toIntervalDay(1)
    group by subject_id),
  ${stepsSql},
  counted as (select step.3 as id, step.4 as channel from steps array join steps as step)
select t.id as id, toUnixTimestamp64Milli(t.at) as at, t.channel as channel, t.kind as kind, t.origin as origin,
  t.subject_id as subject_id, t.source as source, t.location_id as location_id, t.order_id as order_id, t.amount as amount,
  t.currency as currency, t.properties as properties, s.channel as counted
from touchpoint t left join counted s on s.id = t.id
where t.subject_id in {subjectIds:Array(UUID)} and t.at >= {from:DateTime64(3)} and t.at < {to:DateTime64(3)}
order by t.at desc, t.seq desc, t.id desc
limit ${longest + 1}`;

interface Row {
  id: string;
  at: number;
  channel: string;
  kind: string;
  origin: 'tracked' | 'domain';
  subject_id: string;
  source: string;
  location_id: string;
  order_id: string;
  amount: number;
  currency: string;
  properties: Record<string, string>;
  counted: string;
}

/**
 * Every touchpoint of the given subjects (one customer's), oldest first; `from` inclusive, `to` exclusive. At most 2,000,
 * the newest. Money in minor units. Throws insight_unavailable.
 */
export async function journeyOf(
  ctx: Ctx,
  analytics: Analytics,
  question: { subjectIds: readonly string[]; from?: Date; to?: Date },
): Promise<Journey> {
  const asOf = await dataAsOf(ctx);
  const { from, to } = question;
  const rows = await askAnalytics<Row>(ctx, analytics, journeySql, {
    subjectIds: question.subjectIds,
    from: from ?? new Date(86_400_000),
    to: to ?? new Date('2200-01-01'),
  });
  return {
    definition:
      'Every touchpoint under the identities now known to be this customer, in the order of time: events of web and app, and what happened in the shop’s systems. Counted are those that are steps of the path to purchase.',
    window: { from: from?.toISOString() ?? null, to: to?.toISOString() ?? null },
    unit: 'touchpoints',
    n: Math.min(rows.length, longest),
    truncated: rows.length > longest,
    touchpoints: rows.slice(0, longest).reverse().map(toTouchpoint),
    dataAsOf: asOf.toISOString(),
  };
}

function toTouchpoint(row: Row): JourneyTouchpoint {
  const idOrNull = (id: string) => (id === nobody ? null : id);
  return {
    id: row.id,
    at: new Date(Number(row.at)).toISOString(),
    channel: row.counted.split(stepJoint)[0] || row.channel,
    kind: row.kind,
    origin: row.origin,
    subjectId: row.subject_id,
    source: row.source || null,
    locationId: idOrNull(row.location_id),
    orderId: idOrNull(row.order_id),
    total: row.currency ? { amount: Number(row.amount), currency: row.currency } : null,
    facts: row.properties,
    counted: row.counted || null,
  };
}
