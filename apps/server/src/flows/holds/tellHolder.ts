import type { Ctx, Language } from '../../kernel/context.ts';
import { cartsOfLines, handoffsOf } from '../../modules/carts/index.ts';
import { postSystemMessage, threadsOfCustomers } from '../../modules/conversations/index.ts';
import { contactOf, customersOf } from '../../modules/customers/index.ts';
import { type Goods, type MailData, type Place, queueMail } from '../../modules/engagement/index.ts';
import { getLocation } from '../../modules/locations/index.ts';
import type { ReservationFacts } from '../../modules/stock/index.ts';
import { describeGoods, describePlace } from '../describe.ts';
import type { FlowParts } from '../parts.ts';
import { shopAddress } from '../shopAddress.ts';
import { readHoldContext } from './holdContext.ts';

export interface Told {
  /** The reader's; what is put in must speak it too. */
  language: Language;
  goods: Goods[];
  place: Place;
  url: string;
  name: string | null;
  code: string;
  until: string;
}

/**
 * Tells the person a hold is for, in their conversation (if they have one) and by e-mail (if there is an address), in
 * their language, once per occasion.
 */
export async function tellHolder<
  T extends 'hold_ready' | 'hold_released' | 'hold_not_found' | 'hold_at_risk' | 'hold_safe',
>(
  ctx: Ctx,
  parts: FlowParts,
  news: {
    facts: ReservationFacts;
    subjectId: string | undefined;
    happened: 'ready' | 'released' | 'expired' | 'not_found' | 'at_risk' | 'safe';
    occasion?: string;
    template: T;
    data: (told: Told) => MailData[T];
    /** More facts for the conversation. */
    message?: Record<string, unknown>;
  },
): Promise<void> {
  const { facts, subjectId } = news;
  const hold = readHoldContext(facts.context);
  const locationId = facts.lines[0]?.locationId;
  if (!hold || !locationId || !subjectId) return;
  const customerId = (await customersOf(ctx, [subjectId])).get(subjectId);
  if (!customerId) return;
  const [location, contact, threads, carts] = [
    await getLocation(ctx, locationId),
    await contactOf(ctx, customerId),
    await threadsOfCustomers(ctx, [customerId]),
    await cartsOfLines(ctx, [hold.lineId]),
  ];
  const cart = carts.get(hold.lineId);
  const handoffs = cart ? ((await handoffsOf(ctx, parts.links, [cart.id])).get(cart.id) ?? []) : [];
  const handoff = handoffs.find((one) => one.lineId === hold.lineId);
  const uniqueKey = `hold-${news.happened}:${facts.reservationId}${news.occasion ? `:${news.occasion}` : ''}`;
  const thread = threads.get(customerId);
  if (thread) {
    await postSystemMessage(ctx, {
      threadId: thread.id,
      kind: 'hold',
      uniqueKey,
      subjectId,
      data: {
        happened: news.happened,
        reservationId: facts.reservationId,
        lines: facts.lines,
        locationId,
        locationName: location.name,
        until: facts.expiresAt,
        code: handoff?.code ?? null,
        ...news.message,
      },
    });
  }
  const told: Told = {
    language: contact.language,
    goods: await describeGoods(
      ctx,
      facts.lines.map((line) => ({ ...line, unit: hold.unit })),
      contact.language,
    ),
    place: describePlace(location),
    url: handoff
      ? parts.links.urlOf(handoff.token, contact.language)
      : shopAddress(parts, contact.language, '/account'),
    name: contact.name ?? null,
    code: handoff?.code ?? '',
    until: facts.expiresAt ?? ctx.clock.now().toISOString(),
  };
  await queueMail(ctx, {
    template: news.template,
    to: { customerId },
    language: contact.language,
    subjectId,
    uniqueKey,
    ...(thread ? { threadId: thread.id } : {}),
    data: news.data(told),
  });
}
