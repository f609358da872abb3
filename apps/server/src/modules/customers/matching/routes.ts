import { sql } from 'kysely';
import { Type } from 'typebox';
import { audit } from '../../../kernel/audit.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { once } from '../../../kernel/idempotency.ts';
import { Reply, route, staff } from '../../../kernel/route.ts';
import { Id, Nullable, Page, PageQuery, Strict, Timestamp } from '../../../kernel/schemas.ts';
import { SummarySchema } from '../staffRoutes.ts';
import { decideMatch, undoMatch } from './decideMatch.ts';
import { matchAllJob } from './jobs.ts';
import { countMatches, listMatches } from './listMatches.ts';
import { readMatchSetting } from './matchSetting.ts';

const tag = 'Customers';
const stewards = staff('agent', 'manager', 'admin');
const ById = Strict({ id: Id });
const State = Type.Union([
  Type.Literal('open'),
  Type.Literal('later'),
  Type.Literal('merged'),
  Type.Literal('not_same'),
]);
const Reason = Type.Union([Type.Literal('said_so'), Type.Literal('id_seen'), Type.Literal('same_documents')]);

const MatchSchema = Strict({
  id: Id,
  state: State,
  bits: Type.Number({ description: 'log2 of the odds that the two are one person' }),
  probability: Type.Number(),
  bothVerified: Type.Boolean({ description: 'Both proved who they are: a manager joins them, and says why' }),
  foundAt: Timestamp,
  decidedAt: Nullable(Timestamp),
  decidedBy: Nullable(Type.String({ description: 'kind:id' })),
  reason: Nullable(Reason),
  left: SummarySchema,
  right: SummarySchema,
  steps: Type.Array(
    Strict({
      of: Type.String({ description: 'prior, a field, or household' }),
      level: Type.String(),
      bits: Type.Number(),
      left: Type.Array(Type.String()),
      right: Type.Array(Type.String()),
    }),
    { description: 'How the score came about; their bits add up to it' },
  ),
});
const DecidedSchema = Strict({ id: Id, state: State, customerId: Nullable(Id) });
const SettingSchema = Strict({
  automatic: Type.Boolean({
    description: 'Whether pairs are joined without a person; two verified customers never are',
  }),
  automaticBits: Type.Number({ minimum: 7, maximum: 40, description: 'From how many bits' }),
});

export const matchingRoutes = [
  route({
    method: 'GET',
    path: '/api/staff/matches',
    summary:
      'Customers who may be one person, the surest first, each with how the score came about; contacts are masked',
    tag,
    audience: stewards,
    query: Strict({ ...PageQuery, state: Type.Optional(State) }),
    response: Page(MatchSchema),
    handle: (ctx, { query }) =>
      listMatches(ctx, { state: query.state ?? 'open', cursor: query.cursor, limit: query.limit ?? 50 }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/matches/summary',
    summary: 'How many pairs wait and were decided, what joins by itself, and when all customers were last compared',
    tag,
    audience: stewards,
    response: Strict({
      counts: Strict({ open: Type.Integer(), later: Type.Integer(), merged: Type.Integer(), not_same: Type.Integer() }),
      setting: SettingSchema,
      lastRun: Nullable(
        Strict({
          startedAt: Timestamp,
          finishedAt: Nullable(Timestamp),
          customers: Type.Integer(),
          compared: Type.Integer(),
          proposed: Type.Integer(),
        }),
      ),
    }),
    handle: async (ctx) => {
      const { automatic, automaticBits, lastRun } = await readMatchSetting(ctx);
      return { counts: await countMatches(ctx), setting: { automatic, automaticBits }, lastRun };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/matches/:id/decision',
    summary: 'Join two customers, say that they are two people, or look again in thirty days',
    tag,
    audience: stewards,
    params: ById,
    body: Strict({
      decision: Type.Union([Type.Literal('merge'), Type.Literal('not_same'), Type.Literal('later')]),
      reason: Type.Optional(Reason),
    }),
    response: DecidedSchema,
    handle: (ctx, { params, body }) => decideMatch(ctx, { id: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/matches/:id/undo',
    summary: 'Take a decision back: what was joined is two again, and the pair waits in the queue',
    tag,
    audience: stewards,
    params: ById,
    response: DecidedSchema,
    handle: (ctx, { params }) => undoMatch(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/staff/matches/runs',
    summary: 'Compare all customers with all, and estimate the weights anew; done in the background',
    tag,
    audience: staff('admin'),
    response: Strict({ queued: Type.Boolean() }),
    status: 202,
    handle: async (ctx) => {
      await once(ctx, 'customers.match_all', async (tx) => {
        await tx.jobs.enqueue(tx, matchAllJob, {}, { singletonKey: 'all' });
        await audit(tx, { act: 'customers.match.run', target: 'matching', targetId: 'all' });
        return null;
      });
      return new Reply({ queued: true }, { status: 202 });
    },
  }),
  route({
    method: 'PUT',
    path: '/api/staff/matches/setting',
    summary: 'Whether pairs above a score are joined without a person',
    tag,
    audience: staff('admin'),
    body: SettingSchema,
    response: SettingSchema,
    handle: (ctx, { body }) =>
      inTransaction(ctx, async (tx) => {
        await sql`update customers.match_setting set automatic = ${body.automatic}, automatic_bits = ${body.automaticBits}`.execute(
          tx.db,
        );
        await audit(tx, { act: 'customers.match.setting', target: 'matching', targetId: 'all', after: { ...body } });
        return body;
      }),
  }),
];
