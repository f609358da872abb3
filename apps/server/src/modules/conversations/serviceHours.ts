import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import { type Refusal, refuse } from '../../kernel/result.ts';
import { type HoursException, todayHours, type WeeklyHours } from '../locations/index.ts';
import { getRetailer } from '../settings/index.ts';
import { tables } from './tables.ts';

/** When people answer the chat, in the retailer's zone. */
export interface ServiceHours {
  hours: WeeklyHours;
  exceptions: HoursException[];
  /** What we aim at while open; shown to shoppers. */
  expectedAnswerMinutes: number;
  zone: string;
  /** 0 until saved for the first time. */
  version: number;
}

const weekday: [string, string][] = [['08:00', '20:00']];
export const defaultHours: WeeklyHours = {
  mon: weekday,
  tue: weekday,
  wed: weekday,
  thu: weekday,
  fri: weekday,
  sat: weekday,
  sun: [],
};

export async function getServiceHours(ctx: Ctx): Promise<ServiceHours> {
  const [{ zone }, row] = [
    await getRetailer(ctx),
    await tables(ctx)
      .selectFrom('conversations.service_hours')
      .selectAll()
      .where('service', '=', 'chat')
      .executeTakeFirst(),
  ];
  return row
    ? {
        hours: row.hours,
        exceptions: row.exceptions,
        expectedAnswerMinutes: row.expected_answer_minutes,
        zone,
        version: row.version,
      }
    : { hours: defaultHours, exceptions: [], expectedAnswerMinutes: 5, zone, version: 0 };
}

export interface ChatStatus {
  open: boolean;
  /** When open: until then; else null. */
  closesAt: string | null;
  /** When closed: from then on; null when it is closed for good. */
  opensAt: string | null;
  /** Today's hours as on the door. */
  today: [string, string][];
  hours: WeeklyHours;
  zone: string;
  expectedAnswerMinutes: number;
  /** When an answer can be expected to a message sent now; null when it is closed for good. */
  expectedBy: string | null;
}

/** Whether somebody is there at an instant, and when to expect an answer. Pure. */
export function chatStatusAt(service: ServiceHours, instant: Date): ChatStatus {
  const today = todayHours(service, instant);
  const from = today.isOpen ? instant : today.opensAt;
  return {
    open: today.isOpen,
    closesAt: today.closesAt?.toISOString() ?? null,
    opensAt: today.opensAt?.toISOString() ?? null,
    today: today.open,
    hours: service.hours,
    zone: service.zone,
    expectedAnswerMinutes: service.expectedAnswerMinutes,
    expectedBy: from ? new Date(from.getTime() + service.expectedAnswerMinutes * 60_000).toISOString() : null,
  };
}

export async function chatStatus(ctx: Ctx): Promise<ChatStatus> {
  return chatStatusAt(await getServiceHours(ctx), ctx.clock.now());
}

/** Saves the hours as a whole. Refuses `version_conflict` when someone else saved meanwhile. */
export async function saveServiceHours(
  ctx: Ctx,
  input: Pick<ServiceHours, 'hours' | 'exceptions' | 'expectedAnswerMinutes' | 'version'>,
): Promise<ServiceHours | Refusal> {
  const backwards = findBackwardSpan(input);
  if (backwards)
    return refuse('illegal_transition', { detail: `${backwards} ends before it begins. Nothing was saved.` });
  return once(ctx, 'conversations.save-service-hours', async (tx) => {
    const values = {
      hours: JSON.stringify(input.hours),
      exceptions: JSON.stringify(input.exceptions),
      expected_answer_minutes: input.expectedAnswerMinutes,
      version: input.version + 1,
    };
    const saved = await tables(tx)
      .insertInto('conversations.service_hours')
      .values({ service: 'chat', ...values })
      .onConflict((conflict) =>
        conflict.column('service').doUpdateSet(values).where('conversations.service_hours.version', '=', input.version),
      )
      .returning('version')
      .executeTakeFirst();
    if (!saved) {
      return refuse('version_conflict', {
        detail: 'A colleague changed the hours meanwhile. Nothing was saved; load them anew.',
      });
    }
    await emit(tx, {
      type: 'conversations.hours.changed',
      aggregate: 'service_hours',
      aggregateId: 'chat',
      aggregateVersion: saved.version,
      data: {},
    });
    await audit(tx, {
      act: 'chat-hours.save',
      target: 'service_hours',
      targetId: 'chat',
      after: { hours: input.hours },
    });
    return getServiceHours(tx);
  });
}

function findBackwardSpan(input: Pick<ServiceHours, 'hours' | 'exceptions'>): string | undefined {
  const days: [string, readonly (readonly [string, string])[]][] = [
    ...Object.entries(input.hours),
    ...input.exceptions.map((exception): [string, [string, string][]] => [exception.date, exception.open]),
  ];
  for (const [day, spans] of days) {
    for (const [from, to] of spans) if (from >= to) return `${day} ${from}–${to}`;
  }
  return undefined;
}
