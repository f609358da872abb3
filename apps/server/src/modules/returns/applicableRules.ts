import { addDays, isWorkingDay, localDate, startOfDay } from '../locations/index.ts';
import { type Condition, complaintYears, type ReturnPolicy, type ReturnRule } from './policy.ts';

export interface BoughtLine {
  contractPlace: 'distance' | 'on_premises';
  contractAt: Date;
  /** When the last parcel of the contract came; null = not all of it is there, so the time has not begun. */
  possessedAt: Date | null;
  /** When these goods came; null = they have not. */
  hadAt: Date | null;
  /** Of the goods, from the top down. */
  categoryIds: readonly string[];
}

export type RuleRefusal = 'not_distance' | 'not_had_yet' | 'too_late' | 'excepted' | 'condition';

export interface RuleAnswer {
  rule: ReturnRule;
  applies: boolean;
  /** The first instant at which it is too late; null = the time has not begun, or there is none. */
  until: string | null;
  why: RuleRefusal | null;
  /** In which condition goods are taken under this rule; the law asks for none. */
  conditions: Condition[] | null;
}

/**
 * Which rules apply to bought goods at an instant, best for the customer first. The same in every channel and at every
 * counter: nothing here knows where it is asked.
 *
 * Days are calendar days of `zone`. A term of the law that would end on a Saturday, a Sunday or a holiday ends with the
 * next working day (Regulation 1182/71, article 3(4); article 115 of the Polish civil code).
 */
export function applicableRules(line: BoughtLine, policy: ReturnPolicy, now: Date, zone: string): RuleAnswer[] {
  return [withdrawal(line, policy, now, zone), shopPolicy(line, policy, now, zone), complaint(line, now, zone)];
}

function withdrawal(line: BoughtLine, policy: ReturnPolicy, now: Date, zone: string): RuleAnswer {
  const no = (why: RuleRefusal): RuleAnswer => ({
    rule: 'withdrawal',
    applies: false,
    until: null,
    why,
    conditions: null,
  });
  if (line.contractPlace !== 'distance') return no('not_distance');
  const exception = exceptionOf(line, policy);
  if (exception?.withdrawal === 'never') return no('excepted');
  const conditions: Condition[] | null = exception?.withdrawal === 'unless_opened' ? ['unopened'] : null;
  if (line.possessedAt === null) return { rule: 'withdrawal', applies: true, until: null, why: null, conditions };
  const informed = policy.informedSince === null || line.contractAt.getTime() >= Date.parse(policy.informedSince);
  const lastDay = addDays(localDate(zone, line.possessedAt), Math.max(14, policy.withdrawalDays));
  // Not told of the right: it lives twelve months longer (directive 2011/83, article 10).
  const end = endOfDay(zone, nextWorkingDay(informed ? lastDay : addMonths(lastDay, 12)));
  return answer('withdrawal', now, end, conditions);
}

function shopPolicy(line: BoughtLine, policy: ReturnPolicy, now: Date, zone: string): RuleAnswer {
  const days = exceptionOf(line, policy)?.shopDays ?? policy.shopDays;
  const no = (why: RuleRefusal): RuleAnswer => ({
    rule: 'shop_policy',
    applies: false,
    until: null,
    why,
    conditions: policy.shopConditions,
  });
  if (days === 0) return no('excepted');
  if (line.hadAt === null) return no('not_had_yet');
  return answer('shop_policy', now, endOfDay(zone, addDays(localDate(zone, line.hadAt), days)), policy.shopConditions);
}

function complaint(line: BoughtLine, now: Date, zone: string): RuleAnswer {
  if (line.hadAt === null)
    return { rule: 'complaint', applies: false, until: null, why: 'not_had_yet', conditions: ['damaged', 'faulty'] };
  const end = endOfDay(zone, nextWorkingDay(addMonths(localDate(zone, line.hadAt), complaintYears * 12)));
  return answer('complaint', now, end, ['damaged', 'faulty']);
}

function answer(rule: ReturnRule, now: Date, end: Date, conditions: Condition[] | null): RuleAnswer {
  const applies = now.getTime() < end.getTime();
  return { rule, applies, until: end.toISOString(), why: applies ? null : 'too_late', conditions };
}

/** The exception nearest to the goods wins: of a sofa bed's category before that of all sofas. */
function exceptionOf(line: BoughtLine, policy: ReturnPolicy) {
  return [...line.categoryIds]
    .reverse()
    .flatMap((id) => policy.exceptions.filter((exception) => exception.categoryId === id))[0];
}

/** Why goods in this condition are not taken under this rule; undefined where they are. */
export function whyNot(
  answers: readonly RuleAnswer[],
  rule: ReturnRule,
  condition: Condition,
): RuleRefusal | undefined {
  const found = answers.find((one) => one.rule === rule);
  if (!found?.applies) return found?.why ?? 'too_late';
  return found.conditions === null || found.conditions.includes(condition) ? undefined : 'condition';
}

const endOfDay = (zone: string, date: string) => startOfDay(zone, addDays(date, 1));

function nextWorkingDay(date: string): string {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** The same day so many months later, or the last of a shorter month. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}

/** The end of the day so many days after an instant: how the law counts terms from an event. */
export function termAfter(zone: string, at: Date, days: number): Date {
  return endOfDay(zone, addDays(localDate(zone, at), days));
}
