import type { ChannelRule, Condition, ConditionField } from './channelRules.ts';

const is = (field: ConditionField, ...values: string[]): Condition => ({ field, not: false, values });

const searchNames = ['google', 'bing', 'yahoo', 'duckduckgo', 'ecosia', 'yandex', 'baidu', 'seznam', 'adwords'];
const searchHosts = [
  'google.*',
  'bing.*',
  'yahoo.*',
  'duckduckgo.*',
  'ecosia.*',
  'qwant.*',
  'yandex.*',
  'baidu.*',
  'startpage.*',
  'seznam.*',
  'onet.*',
  'brave.*',
];
const socialNames = [
  'facebook',
  'fb',
  'instagram',
  'ig',
  'pinterest',
  'tiktok',
  'twitter',
  'x',
  'linkedin',
  'youtube',
  'reddit',
  'threads',
  'vk',
];
const socialHosts = [
  ...[
    'facebook',
    'instagram',
    'pinterest',
    'tiktok',
    'twitter',
    'linkedin',
    'youtube',
    'reddit',
    'snapchat',
    'threads',
  ].map((name) => `${name}.*`),
  'vk.*',
  'messenger.*',
  'whatsapp.*',
  't.co',
  'x.com',
  'lnkd.in',
  'fb.me',
];

/** The rules a shop begins with. What the medium says comes first: a post of our own gets a click id, too. */
export const usualRules: readonly ChannelRule[] = [
  {
    name: 'Search ads',
    when: [is('utm_medium', 'cpc', 'ppc', 'shopping', 'pmax', 'paid*'), is('utm_source', ...searchNames)],
    arrival: 'paid_search',
  },
  {
    name: 'Ads',
    when: [
      is(
        'utm_medium',
        ...['cpc', 'ppc', 'cpm', 'cpv', 'cpa', 'paid*', '*-paid', '*_paid', '* paid', 'retargeting', 'remarketing'],
        ...['display', 'banner', 'affiliate', 'affiliates', 'programmatic', 'shopping', 'pmax'],
      ),
    ],
    arrival: 'paid',
  },
  { name: 'Mailings', when: [is('utm_medium', 'email', 'e-mail', 'newsletter', 'mailing', 'crm')], arrival: 'email' },
  { name: 'Text messages', when: [is('utm_medium', 'sms', 'text', 'push')], arrival: 'sms' },
  {
    name: 'Our posts',
    when: [is('utm_medium', 'social*', 'sm', 'organic-social', 'organic_social', 'organic social')],
    arrival: 'social',
  },
  {
    name: 'Search ads by their click',
    when: [is('click_id', 'gclid', 'gbraid', 'wbraid', 'msclkid', 'yclid')],
    arrival: 'paid_search',
  },
  { name: 'Ads by their click', when: [is('click_id', '*')], arrival: 'paid' },
  { name: 'Social networks by name', when: [is('utm_source', ...socialNames)], arrival: 'social' },
  {
    name: 'Mailings by name',
    when: [is('utm_source', 'email', 'e-mail', 'newsletter', 'mailing', 'crm')],
    arrival: 'email',
  },
  { name: 'Search, as the link says', when: [is('utm_medium', 'organic')], arrival: 'organic' },
  { name: 'Other sites, as the link says', when: [is('utm_medium', 'referral')], arrival: 'referral' },
  { name: 'Any other campaign', when: [is('any_utm', '*')], arrival: 'campaign' },
  {
    name: 'Mail programs',
    when: [is('referrer', 'mail.*', 'webmail.*', 'poczta.*', 'outlook.*')],
    arrival: 'email',
  },
  { name: 'Search engines', when: [is('referrer', ...searchHosts)], arrival: 'organic' },
  { name: 'Social networks', when: [is('referrer', ...socialHosts)], arrival: 'social' },
  { name: 'Other sites', when: [is('referrer', '*')], arrival: 'referral' },
];
