import {
  type Arrival,
  type ArrivalKind,
  arrivalOf,
  type ChannelRule,
  channelOfArrival,
} from '../channels/channelRules.ts';
import { usualRules } from '../channels/usualRules.ts';

export interface VisitOrigin {
  channel: (typeof channelOfArrival)[ArrivalKind];
  detail: ArrivalKind;
  /** Names the campaign, '' without one. A visit that is going on is ended by another campaign, not by another referrer. */
  campaign: string;
}

/** Query parameters that advertising networks add to a click. */
export const clickIdNames = [
  'gclid',
  'gbraid',
  'wbraid',
  'dclid',
  'fbclid',
  'msclkid',
  'ttclid',
  'twclid',
  'li_fat_id',
  'epik',
  'rdt_cid',
  'sccid',
  'yclid',
] as const;

/** The channel and the campaign of a visit. Rules decide on the channel alone, so they never move where visits end. */
export function classifyVisit(arrival: Arrival, rules: readonly ChannelRule[] = usualRules): VisitOrigin {
  const { utm, clickIds } = arrival;
  const campaign = [utm.source, utm.medium, utm.name].map((part) => part.toLowerCase());
  const detail = arrivalOf(rules, arrival);
  const isNamed = campaign.some((part) => part !== '') || clickIds.length > 0;
  return {
    channel: channelOfArrival[detail],
    detail,
    campaign: isNamed ? [...campaign, clickIds.join('+')].join('|') : '',
  };
}
