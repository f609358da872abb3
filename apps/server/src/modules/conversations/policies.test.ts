import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceDelivery } from './advanceDelivery.ts';
import { canReply, replyEmailOf } from './canReply.ts';
import { nextState, type Waiting } from './nextState.ts';
import type { Delivery } from './types.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));
const customer = { direction: 'in', kind: 'text', internal: false } as const;
const agent = { direction: 'out', kind: 'text', internal: false } as const;
const note = { direction: 'out', kind: 'text', internal: true } as const;
const held = { direction: 'system', kind: 'hold', internal: false } as const;

describe('who waits for whom', () => {
  const open: Waiting = { state: 'open', unansweredSince: null };
  it('a customer waits from the first unanswered message, not from the last', () => {
    const first = nextState(open, customer, at(1));
    expect(nextState(first, customer, at(5))).toEqual({ state: 'waiting', unansweredSince: at(1) });
  });
  it('only our words to the customer end the waiting: a note or a system line does not', () => {
    const waiting = nextState(open, customer, at(1));
    expect(nextState(waiting, note, at(2))).toEqual(waiting);
    expect(nextState(waiting, held, at(2))).toEqual(waiting);
    expect(nextState(waiting, agent, at(3))).toEqual(open);
  });
  it('a closed thread waits again when the customer writes, and stays closed for a system line', () => {
    const closed: Waiting = { state: 'closed', unansweredSince: null };
    expect(nextState(closed, held, at(1)).state).toBe('closed');
    expect(nextState(closed, customer, at(1)).state).toBe('waiting');
  });
  it('a missed call waits for a call back; a call that was talked through does not', () => {
    const call = { direction: 'in', kind: 'call', internal: true } as const;
    expect(nextState(open, { ...call, missedCall: true }, at(1)).state).toBe('waiting');
    expect(nextState(open, call, at(1))).toEqual(open);
  });
});

describe('delivery', () => {
  const states = fc.constantFrom<Delivery>('pending', 'sent', 'delivered', 'read', 'failed');
  it('never moves back, whatever order reports arrive in, and failed sticks', () => {
    const rank: Delivery[] = ['pending', 'sent', 'delivered', 'read', 'failed'];
    fc.assert(
      fc.property(fc.array(states, { maxLength: 12 }), (reports) => {
        let state: Delivery = 'pending';
        for (const report of reports) {
          const next = advanceDelivery(state, report);
          expect(rank.indexOf(next)).toBeGreaterThanOrEqual(rank.indexOf(state));
          if (state === 'failed') expect(next).toBe('failed');
          state = next;
        }
      }),
    );
  });
  it('a message that was read did not fail', () => expect(advanceDelivery('read', 'failed')).toBe('read'));
});

describe('the ways to answer', () => {
  const email = { value: 'julia@example.com', state: 'claimed' } as const;
  it('chat needs a shopper who has written in the chat within the life of a session', () => {
    expect(canReply('chat', at(0), { lastChatAt: null, email })).toMatchObject({
      ok: false,
      reason: 'no_chat_session',
    });
    expect(canReply('chat', at(5), { lastChatAt: at(0), email: null })).toEqual({
      ok: true,
      channel: 'chat',
      away: false,
    });
    expect(canReply('chat', at(30), { lastChatAt: at(0), email: null })).toMatchObject({ ok: true, away: true });
    const later = new Date(at(0).getTime() + 31 * 86_400_000);
    expect(canReply('chat', later, { lastChatAt: at(0), email: null })).toMatchObject({ ok: false });
  });
  it('e-mail needs an address, and says when it was never proven', () => {
    expect(canReply('email', at(0), { lastChatAt: null, email: null })).toMatchObject({
      ok: false,
      reason: 'no_address',
    });
    expect(canReply('email', at(0), { lastChatAt: null, email })).toMatchObject({ ok: true, addressState: 'claimed' });
  });
  it('the address left with the message wins, and is verified only if it is the proven one', () => {
    const proven = { value: 'julia@example.com', state: 'verified' } as const;
    expect(replyEmailOf(null, proven)).toEqual(proven);
    expect(replyEmailOf('julia@example.com', proven)).toEqual(proven);
    expect(replyEmailOf('work@example.com', proven)).toEqual({ value: 'work@example.com', state: 'claimed' });
    expect(replyEmailOf(null, undefined)).toBeNull();
  });
});
