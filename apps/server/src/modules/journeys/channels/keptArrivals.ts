import type { Analytics } from '../../../kernel/analytics.ts';
import { type ArrivalKind, arrivalOf, type ChannelRule, channelOfArrival } from './channelRules.ts';

/** What ClickHouse keeps of how somebody came, as `readArrival` gave it. */
const parts = ['channel', ...['source', 'medium', 'campaign'].map((name) => `properties['utm_${name}']`)];
/** The parts in one text, by which touchpoints that came alike are found. No part has a line break. */
export const keySql = `arrayStringConcat([${[...parts, `properties['click_ids']`, `properties['referrer']`].map((part) => `toString(${part})`).join(', ')}], char(10))`;
/** Touchpoints that may begin a visit: only these were told apart by rules. */
export const visitsSql = `origin = 'tracked' and step = 'visit'`;

export interface KeptArrival {
  key: string;
  touch: string;
  arrival: ArrivalKind;
  hits: number;
}

/** All ways in which people came in a month (202611), or since an instant. */
export function readArrivals(analytics: Analytics, span: { month: number } | { since: Date }): Promise<KeptArrival[]> {
  const where =
    'month' in span
      ? `toYYYYMM(at) = ${Math.trunc(span.month)}`
      : `at >= fromUnixTimestamp64Milli(${span.since.getTime()})`;
  return analytics.query<KeptArrival>(`
    select ${keySql} as key, touch, if(properties['arrival'] = '', 'direct', properties['arrival']) as arrival,
      toUInt32(count()) as hits
    from touchpoint where ${visitsSql} and ${where} group by key, touch, arrival`);
}

/** What rules make of it: how they came, and the channel of a visit that begins so. */
export function judge(rules: readonly ChannelRule[], key: string): { arrival: ArrivalKind; touch: string } {
  const [channel = '', source = '', medium = '', name = '', clickIds = '', referrer = ''] = key.split('\n');
  const arrival = arrivalOf(rules, {
    utm: { source, medium, name },
    clickIds: clickIds === '' ? [] : clickIds.split(','),
    referrer,
  });
  return { arrival, touch: channelOfArrival[arrival] ?? channel };
}
