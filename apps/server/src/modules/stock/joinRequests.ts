import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';

/** What waits to be asked. Two that share a mark are never asked in one group, nor while the other is under way. */
export interface Asked<Q> {
  request: Q;
  marks: readonly string[];
}

export interface JoinOptions<Q, A> {
  /** Answers a group in one call; requests of a group share no mark. Throws where one of them spoils it for all. */
  askGroup(ctx: Ctx, requests: readonly Q[]): Promise<readonly A[]>;
  /** Answers one request alone. */
  askOne(ctx: Ctx, request: Q): Promise<A>;
  /** Whether a group that failed so is worth trying request by request: not where the database cannot be reached. */
  isWorthTrying(error: unknown): boolean;
  /** Requests in one group. */
  mostInGroup: number;
  /** Calls under way at a time. */
  mostUnderWay: number;
  /** Requests that wait; more are refused at once. */
  mostWaiting: number;
}

interface Waiting<Q, A> extends Asked<Q> {
  ctx: Ctx;
  resolve(answer: A): void;
  reject(error: unknown): void;
}

interface Desk<Q, A> {
  waiting: Waiting<Q, A>[];
  underWay: number;
  /** Marks of what is under way. */
  busy: Set<string>;
}

/**
 * Group commit: joins writes that arrive at the same time into one call. Who comes while a call is free is sent at once,
 * alone, so that nobody waits where there is no load; who comes meanwhile waits and goes with the others. A group that
 * fails is tried again request by request, so that a bad request harms nobody but itself.
 *
 * Each database handle has a desk of its own: servers of one process share nothing.
 */
export function joinRequests<Q, A>(options: JoinOptions<Q, A>): (ctx: Ctx, asked: Asked<Q>) => Promise<A> {
  const desks = new WeakMap<Ctx['db'], Desk<Q, A>>();
  return (ctx, asked) => {
    let desk = desks.get(ctx.db);
    if (!desk) {
      desk = { waiting: [], underWay: 0, busy: new Set() };
      desks.set(ctx.db, desk);
    }
    const own = desk;
    if (own.waiting.length >= options.mostWaiting)
      return Promise.reject(
        new AppError('overloaded', {
          detail: 'More is asked for at once than can be answered; nothing was done. Send the same again.',
          retryAfterSeconds: 1,
        }),
      );
    return new Promise((resolve, reject) => {
      own.waiting.push({ ...asked, ctx, resolve, reject });
      if (own.underWay < options.mostUnderWay) void serve(own, options);
    });
  };
}

async function serve<Q, A>(desk: Desk<Q, A>, options: JoinOptions<Q, A>): Promise<void> {
  desk.underWay += 1;
  for (
    let group = takeGroup(desk, options.mostInGroup);
    group.length > 0;
    group = takeGroup(desk, options.mostInGroup)
  ) {
    await answer(group, options);
    for (const { marks } of group) for (const mark of marks) desk.busy.delete(mark);
  }
  desk.underWay -= 1;
}

/** The oldest that may go together, in order of arrival: one clock, no mark twice. The others keep their places. */
function takeGroup<Q, A>(desk: Desk<Q, A>, most: number): Waiting<Q, A>[] {
  const group: Waiting<Q, A>[] = [];
  const left: Waiting<Q, A>[] = [];
  // Of two with one mark the earlier goes first, also where it has to wait itself.
  const passedOver = new Set<string>();
  for (const one of desk.waiting) {
    const fits =
      group.length < most &&
      (group.length === 0 || group[0]?.ctx.clock === one.ctx.clock) &&
      !one.marks.some((mark) => desk.busy.has(mark) || passedOver.has(mark));
    if (fits) {
      group.push(one);
      for (const mark of one.marks) desk.busy.add(mark);
    } else {
      left.push(one);
      for (const mark of one.marks) passedOver.add(mark);
    }
  }
  desk.waiting = left;
  return group;
}

async function answer<Q, A>(group: readonly Waiting<Q, A>[], options: JoinOptions<Q, A>): Promise<void> {
  const [first] = group;
  if (!first) return;
  if (group.length > 1) {
    try {
      const answers = await options.askGroup(
        first.ctx,
        group.map(({ request }) => request),
      );
      for (const [n, one] of group.entries()) one.resolve(answers[n] as A);
      return;
    } catch (error) {
      if (!options.isWorthTrying(error)) {
        for (const one of group) one.reject(error);
        return;
      }
    }
  }
  for (const one of group) {
    try {
      one.resolve(await options.askOne(one.ctx, one.request));
    } catch (error) {
      one.reject(error);
    }
  }
}
