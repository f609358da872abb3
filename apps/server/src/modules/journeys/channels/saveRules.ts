import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import { actorKey, type Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { once } from '../../../kernel/idempotency.ts';
import { emit } from '../../../kernel/outbox.ts';
import { type Refusal, refuse } from '../../../kernel/result.ts';
import type { ChannelRule } from './channelRules.ts';
import { currentRules, type RuleSet } from './currentRules.ts';

const starsAtMost = 3;

/** As they are compared: small letters, no space around. Throws invalid_request for what could never fit, or only slowly. */
export function tidyRules(rules: readonly ChannelRule[]): ChannelRule[] {
  return rules.map((rule) => ({
    ...rule,
    name: rule.name.trim(),
    when: rule.when.map((condition) => ({
      ...condition,
      values: [...new Set(condition.values.map((value) => value.trim().toLowerCase()))].map((value) => {
        if (value === '' || value.split('*').length - 1 > starsAtMost)
          throw new AppError('invalid_request', {
            detail: `Rule "${rule.name.trim()}": a value has at least one sign and at most ${starsAtMost} stars; * alone stands for anything.`,
          });
        return value;
      }),
    })),
  }));
}

/**
 * Replaces the rules from the next event on; what was is kept as its version. Refused where somebody else saved meanwhile.
 *
 * Whoever resolves events holds the cursor's row. Taking it here means that no batch that was read under the old rules is
 * written after the new ones hold: what a run over history has to see is there when it begins.
 */
export async function saveRules(
  ctx: Ctx,
  input: { version: number; rules: readonly ChannelRule[] },
): Promise<RuleSet | Refusal> {
  const rules = tidyRules(input.rules);
  return once(ctx, 'journeys.save-channel-rules', async (tx) => {
    await sql`select 1 from journeys.cursor where name = 'inbox' for update`.execute(tx.db);
    const before = await currentRules(tx);
    if (before.version !== input.version)
      return refuse('version_conflict', {
        detail: 'Somebody else saved rules meanwhile; nothing was changed. Read theirs and change them again.',
      });
    const version = before.version + 1;
    const at = tx.clock.now();
    await sql`insert into journeys.channel_rules (version, rules, at, changed_by)
      values (${version}, ${JSON.stringify(rules)}, ${at}, ${actorKey(tx.actor)})`.execute(tx.db);
    await emit(tx, {
      type: 'journeys.channel_rules.changed',
      aggregate: 'channel_rules',
      aggregateId: rulesId,
      aggregateVersion: version,
      data: { version, rules: rules.length },
    });
    await audit(tx, {
      act: 'journeys.save-channel-rules',
      target: 'channel_rules',
      targetId: String(version),
      before: { version: before.version },
      after: { version, rules: rules.length },
    });
    return { version, rules, changedAt: at };
  });
}

/** There is one list of rules in a shop; an aggregate needs an id. */
const rulesId = '00000000-0000-7000-8000-0000000c4a91';
