import type { Channel } from '../../../kernel/context.ts';

/** What is known of how somebody came to a page. */
export interface Arrival {
  utm: { source: string; medium: string; name: string };
  /** Names of the click ids in the address (gclid, fbclid …), never their values. */
  clickIds: string[];
  /** Host of the referrer, '' when there is none or it is the site itself. */
  referrer: string;
}

export interface VisitOrigin {
  /** The channel of a visit that begins so; undefined: nothing but the visitor themselves (typed, bookmarked). */
  channel: Extract<Channel, 'ads' | 'email' | 'social' | 'sms' | 'web'> | undefined;
  detail: 'paid' | 'email' | 'sms' | 'social' | 'organic' | 'referral' | 'campaign' | 'direct';
  /** Names the campaign, '' without one. A visit that is going on is ended by another campaign, not by another referrer. */
  campaign: string;
}

const paidMedium =
  /^(cpc|ppc|cpm|cpv|cpa|paid.*|.*[-_ ]paid|retargeting|remarketing|display|banner|affiliates?|programmatic|shopping|pmax)$/;
const emailMedium = /^(e-?mail|newsletter|mailing|crm)$/;
const smsMedium = /^(sms|text|push)$/;
const socialMedium = /^(social.*|sm|organic[-_ ]social)$/;
const searchHosts = /(^|\.)(google|bing|yahoo|duckduckgo|ecosia|qwant|yandex|baidu|startpage|seznam|onet|brave)\./;
const socialHosts =
  /(^|\.)(facebook|instagram|pinterest|tiktok|twitter|linkedin|youtube|reddit|snapchat|threads|vk|messenger|whatsapp)\.|^(t\.co|x\.com|lnkd\.in|fb\.me|vk\.com)$/;
const mailHosts = /^(mail|webmail|poczta|outlook)\.|(^|\.)outlook\.live\.com$/;
const socialNames = /^(facebook|fb|instagram|ig|pinterest|tiktok|twitter|x|linkedin|youtube|reddit|threads|vk)$/;

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

/**
 * The channel of a visit, by rules in this order; the first that says something decides:
 * 1. utm_medium: paid ones are `ads`, mail is `email`, then `sms`, `social`; 2. a click id is `ads`; 3. utm_source names a
 * social network or a mailing; 4. any other campaign is `web`; 5. the referrer: search engines are `web` (organic), social
 * networks `social`, mail programs `email`, other sites `web` (referral); 6. nothing: direct.
 */
export function classifyVisit(arrival: Arrival): VisitOrigin {
  const medium = arrival.utm.medium.toLowerCase();
  const source = arrival.utm.source.toLowerCase();
  const campaign = [source, medium, arrival.utm.name.toLowerCase(), arrival.clickIds.join('+')].join('|');
  const is = (channel: NonNullable<VisitOrigin['channel']>, detail: VisitOrigin['detail']): VisitOrigin => ({
    channel,
    detail,
    campaign: campaign === '|||' ? '' : campaign,
  });
  if (paidMedium.test(medium)) return is('ads', 'paid');
  if (emailMedium.test(medium)) return is('email', 'email');
  if (smsMedium.test(medium)) return is('sms', 'sms');
  if (socialMedium.test(medium)) return is('social', 'social');
  if (arrival.clickIds.length > 0) return is('ads', 'paid');
  if (socialNames.test(source)) return is('social', 'social');
  if (emailMedium.test(source)) return is('email', 'email');
  if (campaign !== '|||')
    return is('web', medium === 'organic' ? 'organic' : medium === 'referral' ? 'referral' : 'campaign');
  const host = arrival.referrer;
  if (mailHosts.test(host)) return is('email', 'email');
  if (searchHosts.test(host)) return is('web', 'organic');
  if (socialHosts.test(host)) return is('social', 'social');
  if (host !== '') return is('web', 'referral');
  return { channel: undefined, detail: 'direct', campaign: '' };
}
