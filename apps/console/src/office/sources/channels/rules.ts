import type { Answer } from '@throughline/client';

export type RuleSet = Answer<'/api/staff/channel-rules', 'get'>;
/** With a key of this page, so that a rule keeps its row when it moves. */
export type Rule = RuleSet['rules'][number] & { key: string };
export type Condition = Rule['when'][number];
export type Arrival = Rule['arrival'];

export const fields = ['utm_source', 'utm_medium', 'utm_campaign', 'any_utm', 'click_id', 'referrer'] as const;
export const arrivals = [
  'paid_search',
  'paid',
  'email',
  'sms',
  'social',
  'organic',
  'referral',
  'campaign',
  'direct',
] as const;

export const keyed = (rules: RuleSet['rules']): Rule[] => rules.map((rule) => ({ ...rule, key: crypto.randomUUID() }));
export const plain = (rules: readonly Rule[]): RuleSet['rules'] => rules.map(({ key: _, ...rule }) => rule);
