import { Type } from 'typebox';
import type { Analytics } from '../../../kernel/analytics.ts';
import { AppError } from '../../../kernel/errors.ts';
import { Refusal } from '../../../kernel/result.ts';
import { Reply, type RouteDefinition, route, staff } from '../../../kernel/route.ts';
import { Id, Nullable, Strict, Timestamp } from '../../../kernel/schemas.ts';
import { readArrival } from '../resolve/readArrival.ts';
import {
  type ArrivalKind,
  arrivalOf,
  arrivals,
  type ConditionField,
  channelOfArrival,
  conditionFields,
  ruleFor,
} from './channelRules.ts';
import { currentRules, type RuleSet } from './currentRules.ts';
import { previewRules } from './previewRules.ts';
import { saveRules, tidyRules } from './saveRules.ts';
import { lastRun, type RunShown, startRun } from './startRun.ts';
import { usualRules } from './usualRules.ts';

const tag = 'Insight';
const ArrivalSchema = Type.Unsafe<ArrivalKind>(Type.Union(arrivals.map((arrival) => Type.Literal(arrival))));
const FieldSchema = Type.Unsafe<ConditionField>(Type.Union(conditionFields.map((field) => Type.Literal(field))));
const RuleSchema = Strict({
  name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  when: Type.Array(
    Strict({
      field: FieldSchema,
      not: Type.Boolean({ description: 'True: where none of the values fits' }),
      values: Type.Array(Type.String({ minLength: 1, maxLength: 80 }), {
        minItems: 1,
        maxItems: 60,
        description: 'One is enough; * stands for any signs',
      }),
    }),
    { minItems: 1, maxItems: 6, description: 'All must hold' },
  ),
  arrival: ArrivalSchema,
});
const Rules = Type.Array(RuleSchema, { maxItems: 80, description: 'The first that speaks decides; none: direct' });
const RunSchema = Strict({
  id: Id,
  version: Type.Integer(),
  startedAt: Timestamp,
  finishedAt: Nullable(Timestamp),
  done: Type.Integer({ description: 'Pages and events looked at' }),
  total: Nullable(Type.Integer()),
  changed: Type.Integer({ description: 'That came another way than was thought' }),
});
const RuleSetSchema = Strict({
  version: Type.Integer({ description: '0: the usual rules, nobody has changed them' }),
  changedAt: Nullable(Timestamp),
  rules: Rules,
});

const runShown = (run: RunShown) => ({
  ...run,
  startedAt: run.startedAt.toISOString(),
  finishedAt: run.finishedAt?.toISOString() ?? null,
});
const setShown = ({ version, rules, changedAt }: RuleSet) => ({
  version,
  changedAt: changedAt?.toISOString() ?? null,
  rules: rules.map((rule) => ({
    ...rule,
    when: rule.when.map((condition) => ({ ...condition, values: [...condition.values] })),
  })),
});

/** How a visit is told to have come about: read, change, try, look ahead, and judge what is kept anew. */
export function channelRoutes(analytics: () => Analytics): RouteDefinition[] {
  const admin = staff('admin');
  return [
    route({
      method: 'GET',
      path: '/api/staff/channel-rules',
      summary: 'How a visit is told to have come about, the usual rules beside it, and the last run over history',
      tag,
      audience: admin,
      response: Strict({ ...RuleSetSchema.properties, usual: Rules, run: Nullable(RunSchema) }),
      handle: async (ctx) => {
        const run = await lastRun(ctx);
        return {
          ...setShown(await currentRules(ctx)),
          usual: setShown({ version: 0, rules: usualRules, changedAt: null }).rules,
          run: run ? runShown(run) : null,
        };
      },
    }),
    route({
      method: 'PUT',
      path: '/api/staff/channel-rules',
      summary: 'Replace the rules; they hold from the next event on, and the version before is kept',
      tag,
      audience: admin,
      body: Strict({
        version: Type.Integer({ minimum: 0, description: 'The one these were made from' }),
        rules: Rules,
      }),
      response: RuleSetSchema,
      handle: async (ctx, { body }) => {
        const saved = await saveRules(ctx, body);
        return saved instanceof Refusal ? saved : setShown(saved);
      },
    }),
    route({
      method: 'POST',
      path: '/api/staff/channel-rules/try',
      summary: 'What rules make of one address and the page before it; writes nothing',
      tag,
      audience: admin,
      body: Strict({
        rules: Type.Optional(Rules),
        url: Type.String({ minLength: 1, maxLength: 2000 }),
        referrer: Type.Optional(Type.String({ maxLength: 2000 })),
      }),
      response: Strict({
        arrival: ArrivalSchema,
        channel: Nullable(Type.String({ description: 'null: the shop itself' })),
        rule: Nullable(Type.Integer({ description: 'Which rule spoke, from 0; null: none' })),
      }),
      handle: async (ctx, { body }) => {
        const rules = body.rules ? tidyRules(body.rules) : (await currentRules(ctx)).rules;
        if (!URL.canParse(body.url))
          throw new AppError('invalid_request', {
            detail: 'This is no whole address; it begins with https:// and has a host.',
          });
        const { search } = new URL(body.url);
        const page = { url: body.url, search, referrer: body.referrer ?? '' };
        const came = readArrival({ context: { page } });
        const arrival = arrivalOf(rules, came);
        return { arrival, channel: channelOfArrival[arrival] ?? null, rule: ruleFor(rules, came) ?? null };
      },
    }),
    route({
      method: 'POST',
      path: '/api/staff/channel-rules/preview',
      summary: 'What rules would have made of the last days; writes nothing',
      tag,
      audience: admin,
      body: Strict({ rules: Rules, days: Type.Optional(Type.Integer({ minimum: 1, maximum: 400, default: 30 })) }),
      response: Strict({
        items: Type.Array(Strict({ arrival: ArrivalSchema, before: Type.Integer(), after: Type.Integer() })),
        changed: Type.Integer(),
        total: Type.Integer(),
      }),
      handle: (ctx, { body }) =>
        previewRules(
          analytics(),
          tidyRules(body.rules),
          new Date(ctx.clock.now().getTime() - (body.days ?? 30) * 86_400_000),
        ),
    }),
    route({
      method: 'POST',
      path: '/api/staff/channel-rules/runs',
      summary: 'Judge all that is kept by the rules that hold now; done in the background',
      tag,
      audience: admin,
      response: RunSchema,
      status: 202,
      handle: async (ctx) => {
        const { unavailable } = analytics();
        if (unavailable !== undefined) throw new AppError('insight_unavailable', { detail: unavailable });
        const started = await startRun(ctx);
        return started instanceof Refusal ? started : new Reply(runShown(started), { status: 202 });
      },
    }),
  ];
}
