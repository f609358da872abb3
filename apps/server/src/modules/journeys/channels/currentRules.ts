import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { ChannelRule } from './channelRules.ts';
import { usualRules } from './usualRules.ts';

export interface RuleSet {
  /** 0: the usual rules, nobody has changed them. */
  version: number;
  rules: readonly ChannelRule[];
  changedAt: Date | null;
}

/** One text is parsed and compiled once, not with every batch of events. */
let last: { version: number; text: string; rules: readonly ChannelRule[] } | undefined;

/** The rules that hold now. One statement. */
export async function currentRules(ctx: Pick<Ctx, 'db'>): Promise<RuleSet> {
  const { rows } = await sql<{ version: number; rules: string; at: Date }>`
    select version, rules::text as rules, at from journeys.channel_rules order by version desc limit 1`.execute(ctx.db);
  const [row] = rows;
  if (!row) return { version: 0, rules: usualRules, changedAt: null };
  if (last?.version !== row.version || last.text !== row.rules)
    last = { version: row.version, text: row.rules, rules: JSON.parse(row.rules) as ChannelRule[] };
  return { version: row.version, rules: last.rules, changedAt: row.at };
}
