import type { Channel } from '../../../kernel/context.ts';

/** What is known of how somebody came to a page. */
export interface Arrival {
  utm: { source: string; medium: string; name: string };
  /** Names of the click ids in the address (gclid, fbclid …), never their values. */
  clickIds: string[];
  /** Host of the referrer, '' when there is none or it is the site itself. */
  referrer: string;
}

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
/** How a visit came about. */
export type ArrivalKind = (typeof arrivals)[number];

/** The channel of a visit that came about so; undefined: nothing but the visitor themselves (typed, bookmarked). */
export const channelOfArrival: Record<
  ArrivalKind,
  Extract<Channel, 'ads' | 'email' | 'social' | 'sms' | 'web'> | undefined
> = {
  paid_search: 'ads',
  paid: 'ads',
  email: 'email',
  sms: 'sms',
  social: 'social',
  organic: 'web',
  referral: 'web',
  campaign: 'web',
  direct: undefined,
};

export const conditionFields = ['utm_source', 'utm_medium', 'utm_campaign', 'any_utm', 'click_id', 'referrer'] as const;
export type ConditionField = (typeof conditionFields)[number];

export interface Condition {
  field: ConditionField;
  /** True: the rule speaks where none of the values fits. */
  not: boolean;
  /**
   * One is enough. Small letters; `*` stands for any signs, and `*` alone for anything but nothing. A referrer fits by its
   * host or any domain above it: `google.*` fits www.google.pl.
   */
  values: readonly string[];
}

/** All conditions must hold. The first rule that speaks decides; where none does, the visit is direct. */
export interface ChannelRule {
  name: string;
  when: readonly Condition[];
  arrival: ArrivalKind;
}

/** Which rule of a list speaks first, from 0; undefined where none does. */
export function ruleFor(rules: readonly ChannelRule[], arrival: Arrival): number | undefined {
  const given = wordsOf(arrival);
  const at = compile(rules).findIndex((rule) => rule.every((condition) => condition(given)));
  return at < 0 ? undefined : at;
}

/** What a visit was, by a list of rules. */
export function arrivalOf(rules: readonly ChannelRule[], arrival: Arrival): ArrivalKind {
  const at = ruleFor(rules, arrival);
  return (at === undefined ? undefined : rules[at]?.arrival) ?? 'direct';
}

type Words = Record<ConditionField, readonly string[]>;
type Compiled = readonly ((words: Words) => boolean)[];

/** Rules are read far more often than they change. */
const known = new WeakMap<readonly ChannelRule[], readonly Compiled[]>();

function compile(rules: readonly ChannelRule[]): readonly Compiled[] {
  const ready = known.get(rules);
  if (ready) return ready;
  const made = rules.map((rule): Compiled => rule.when.map(compileCondition));
  known.set(rules, made);
  return made;
}

function compileCondition({ field, not, values }: Condition): (words: Words) => boolean {
  const exact = new Set(values.filter((value) => !value.includes('*')));
  const patterns = values.filter((value) => value.includes('*')).map(patternOf);
  return (words) => words[field].some((word) => exact.has(word) || patterns.some((one) => one.test(word))) !== not;
}

/** `*` alone fits any word, and there are no empty words. */
const patternOf = (value: string): RegExp =>
  new RegExp(
    `^${value
      .split(/\*+/)
      .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  );

function wordsOf({ utm, clickIds, referrer }: Arrival): Words {
  const source = utm.source.toLowerCase();
  const medium = utm.medium.toLowerCase();
  const campaign = utm.name.toLowerCase();
  const some = (...words: string[]) => words.filter((word) => word !== '');
  const labels = referrer.toLowerCase().split('.');
  return {
    utm_source: some(source),
    utm_medium: some(medium),
    utm_campaign: some(campaign),
    any_utm: some(source, medium, campaign),
    click_id: clickIds,
    referrer: referrer === '' ? [] : labels.map((_, at) => labels.slice(at).join('.')),
  };
}
