import { type Static, Type } from 'typebox';
import type { Ctx } from '../kernel/context.ts';
import { type RouteDefinition, route, staff } from '../kernel/route.ts';
import { Id, Nullable, Page, PageQuery, Strict, Timestamp } from '../kernel/schemas.ts';
import {
  listThreads,
  presentIn,
  ThreadLineSchema,
  type ThreadView,
  threadViews,
} from '../modules/conversations/index.ts';
import { subjectsOfMany } from '../modules/customers/index.ts';
import { ordersOf } from '../modules/orders/index.ts';
import { membersByIds } from '../modules/staff/index.ts';
import { reservationsOf } from '../modules/stock/index.ts';

const InboxLine = Strict({
  ...ThreadLineSchema.properties,
  openOrders: Type.Integer(),
  liveHolds: Type.Integer(),
  /** The soonest end of a live hold. */
  holdEndsAt: Nullable(Timestamp),
  here: Type.Array(
    Strict({
      staffId: Id,
      name: Nullable(Type.String()),
      doing: Type.String({ description: 'looking, writing, noting' }),
    }),
    { description: 'Colleagues who have it open now' },
  ),
});

/** How many orders and holds of a page's people are looked at; nobody answers people with more at once. */
const lookedAt = 400;

/** The inbox with what an agent decides by: what is open with this person, and who is in it. A constant number of statements. */
async function inbox(
  ctx: Ctx,
  page: { view: ThreadView; query?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: Static<typeof InboxLine>[]; nextCursor: string | null }> {
  const { items, nextCursor } = await listThreads(ctx, page);
  const subjects = await subjectsOfMany(
    ctx,
    items.map((line) => line.customerId),
  );
  const all = [...subjects.values()].flat();
  const [orders, holds, present] = await Promise.all([
    all.length > 0 ? ordersOf(ctx, all, { limit: lookedAt }) : [],
    all.length > 0
      ? reservationsOf(ctx, { subjectIds: all, purposes: ['agent_hold', 'reserve_and_try'], limit: lookedAt })
      : [],
    presentIn(
      ctx,
      items.map((line) => line.id),
    ),
  ]);
  const open = orders.filter((order) => order.state !== 'completed' && order.state !== 'cancelled');
  const live = holds.filter((hold) => hold.state === 'held' || hold.state === 'committed');
  const members = await membersByIds(ctx, [
    ...new Set([
      ...items.flatMap((line) => line.assigneeId ?? []),
      ...[...present.values()].flat().flatMap((one) => (one.who === 'staff' ? [one.personId] : [])),
    ]),
  ]);
  const nameOf = (id: string | null) => (id ? (members.get(id)?.name ?? null) : null);
  return {
    nextCursor,
    items: items.map((line) => {
      const own = new Set(subjects.get(line.customerId) ?? []);
      const held = live.filter((hold) => hold.subjectId !== undefined && own.has(hold.subjectId));
      const ends = held.flatMap((hold) => hold.expiresAt ?? []).sort((a, b) => a.getTime() - b.getTime());
      return {
        ...line,
        assigneeName: nameOf(line.assigneeId),
        openOrders: open.filter((order) => order.subjectId !== null && own.has(order.subjectId)).length,
        liveHolds: held.length,
        holdEndsAt: ends[0]?.toISOString() ?? null,
        here: (present.get(line.id) ?? [])
          .filter((one) => one.who === 'staff')
          .map((one) => ({ staffId: one.personId, name: nameOf(one.personId), doing: one.doing })),
      };
    }),
  };
}

export const inboxRoute: RouteDefinition = route({
  method: 'GET',
  path: '/api/staff/inbox',
  summary: 'Conversations with open orders, live holds and who is in them; the longest waiting first in `waiting`',
  tag: 'conversations',
  audience: staff('agent', 'manager', 'admin'),
  query: Strict({
    ...PageQuery,
    view: Type.Optional(
      Type.Union(
        threadViews.map((view) => Type.Literal(view)),
        { default: 'all' },
      ),
    ),
    query: Type.Optional(
      Type.String({ minLength: 2, maxLength: 100, description: 'A name, number, address, or words that were written' }),
    ),
  }),
  response: Page(InboxLine),
  handle: (ctx, { query }) =>
    inbox(ctx, { view: query.view ?? 'all', query: query.query, cursor: query.cursor, limit: query.limit ?? 50 }),
});
