import { isUuid } from '../../../kernel/ids.ts';

/** An event as the profile reads it, from the outbox or from the timeline. */
export interface HeardEvent {
  type: string;
  subjectId: string | undefined;
  at: Date;
  channel: string;
  locationId: string | undefined;
  version: number;
  data: Record<string, unknown>;
}

export interface SoldGoods {
  variantId: string;
  quantity: number;
  gross: number;
}

/** What an event says about one dealing of a person with us. */
export interface Dealing {
  kind: 'order' | 'hold' | 'return' | 'thread';
  id: string;
  subjectId: string | null;
  state: string;
  isOpen: boolean;
  number: string | null;
  at: Date;
  paidAt: Date | null;
  channel: string;
  locationId: string | null;
  amount: number | null;
  currency: string | null;
  goods: SoldGoods[];
  version: number;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const count = (value: unknown): number | null => (Number.isSafeInteger(value) ? Number(value) : null);
const idOf = (value: unknown): string | undefined => (typeof value === 'string' && isUuid(value) ? value : undefined);
/** What a checkout holds for the minutes of paying is no hold to a person. */
const holdsForPeople = new Set(['agent_hold', 'reserve_and_try']);

const orderStates: Record<string, { isOpen: boolean; isPaid: boolean; state?: string }> = {
  placed: { isOpen: true, isPaid: false },
  paid: { isOpen: true, isPaid: true },
  partly_fulfilled: { isOpen: true, isPaid: false },
  completed: { isOpen: false, isPaid: true },
  cancelled: { isOpen: false, isPaid: false },
  reopened: { isOpen: true, isPaid: false },
};
const holdStates: Record<string, boolean> = {
  held: true,
  committed: true,
  extended: true,
  reopened: true,
  released: false,
  expired: false,
  consumed: false,
};
const returnStates: Record<string, boolean> = {
  announced: true,
  received: true,
  inspected: true,
  settled: false,
  refused: false,
  cancelled: false,
};

/** What one event says about dealings: nothing for most, two where two threads become one. Malformed ones say nothing. */
export function dealingsIn(event: HeardEvent): Dealing[] {
  const [module, thing, happened = ''] = event.type.split('.');
  const base = {
    subjectId: event.subjectId ?? null,
    at: event.at,
    channel: event.channel,
    locationId: event.locationId ?? null,
    number: null,
    paidAt: null,
    amount: null,
    currency: null,
    goods: [],
    version: event.version,
  };
  if (module === 'orders' && thing === 'order') return orderIn(event, happened, base);
  if (module === 'stock' && thing === 'reservation') {
    const [id, isOpen] = [idOf(event.data.reservationId), holdStates[happened]];
    if (!id || isOpen === undefined || !holdsForPeople.has(String(event.data.purpose))) return [];
    return [{ ...base, kind: 'hold', id, isOpen, state: happened, locationId: placeOfHold(event) }];
  }
  if (module === 'returns' && thing === 'return') {
    const [id, isOpen] = [idOf(event.data.returnId), returnStates[happened]];
    if (!id || isOpen === undefined) return [];
    const { data } = event;
    const [amount, currency] = [count(data.total), text(data.currency)];
    return [{ ...base, kind: 'return', id, isOpen, state: happened, number: text(data.number), amount, currency }];
  }
  return module === 'conversations' ? threadsIn(event, base) : [];
}

type Base = Omit<Dealing, 'kind' | 'id' | 'state' | 'isOpen'>;

function orderIn(event: HeardEvent, happened: string, base: Base): Dealing[] {
  const { data } = event;
  const id = idOf(data.orderId);
  // "Reduced" and "moved" leave it in the state it has; theirs is in what they say.
  const known = orderStates[happened] ?? orderStates[String(data.state)] ?? { isOpen: true, isPaid: false };
  if (!id) return [];
  const lines = Array.isArray(data.lines) ? (data.lines as Record<string, unknown>[]) : [];
  return [
    {
      ...base,
      kind: 'order',
      id,
      isOpen: known.isOpen,
      state: orderStates[happened] ? happened : (text(data.state) ?? 'changed'),
      number: text(data.number),
      paidAt: known.isPaid ? event.at : null,
      channel: text(data.orderChannel) ?? event.channel,
      locationId: idOf(data.locationId) ?? null,
      amount: count(data.worth),
      currency: text(data.currency),
      goods: lines.flatMap((line) => {
        const variantId = idOf(line?.variantId);
        return variantId ? [{ variantId, quantity: count(line.quantity) ?? 1, gross: count(line.gross) ?? 0 }] : [];
      }),
    },
  ];
}

function placeOfHold(event: HeardEvent): string | null {
  const [line] = Array.isArray(event.data.lines) ? (event.data.lines as Record<string, unknown>[]) : [];
  return idOf(line?.locationId) ?? event.locationId ?? null;
}

/** Threads count their versions apart from those of the threads they join, so the time says which word is the last. */
function threadsIn(event: HeardEvent, base: Base): Dealing[] {
  const { type, data } = event;
  const thread = (id: unknown, isOpen: boolean): Dealing[] => {
    const known = idOf(id);
    const state = isOpen ? 'open' : 'closed';
    return known ? [{ ...base, kind: 'thread', id: known, isOpen, state, version: event.at.getTime() }] : [];
  };
  switch (type) {
    case 'conversations.thread.opened':
    case 'conversations.thread.reopened':
      return thread(data.threadId, true);
    case 'conversations.message.posted':
      return data.internal === true || data.direction !== 'in' ? [] : thread(data.threadId, true);
    case 'conversations.thread.closed':
      return thread(data.threadId, false);
    case 'conversations.thread.joined':
      return data.fromThreadId === data.threadId ? [] : thread(data.fromThreadId, false);
    case 'conversations.thread.separated':
      return data.threadId === data.toThreadId ? thread(data.toThreadId, true) : [];
    default:
      return [];
  }
}

/** Several words about one dealing as one: the newest counts, and it began and was paid when that was first said. */
export function combineDealings(dealings: readonly Dealing[]): Dealing[] {
  const byKey = new Map<string, Dealing>();
  for (const dealing of dealings) {
    const key = `${dealing.kind}:${dealing.id}`;
    const known = byKey.get(key);
    if (!known) {
      byKey.set(key, dealing);
      continue;
    }
    const [older, newer] = dealing.version >= known.version ? [known, dealing] : [dealing, known];
    byKey.set(key, {
      ...newer,
      subjectId: newer.subjectId ?? older.subjectId,
      number: newer.number ?? older.number,
      at: older.at < newer.at ? older.at : newer.at,
      paidAt: earliest(older.paidAt, newer.paidAt),
    });
  }
  return [...byKey.values()].sort((a, b) => (`${a.kind}${a.id}` < `${b.kind}${b.id}` ? -1 : 1));
}

const earliest = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b));

const touching = new Set([
  'journeys.session.started',
  'journeys.sale.reported',
  'journeys.store_visit.reported',
  'journeys.call.reported',
  'conversations.call.logged',
  'orders.order.placed',
  'fulfilment.fulfilment.handed_over',
  'carts.line.added',
  'customers.customer.signed_in',
  'returns.return.announced',
  'returns.withdrawal.declared',
  'engagement.link.clicked',
]);

/** Whether the person was there: came, wrote, called, bought, held something. What we did by ourselves is no meeting. */
export function isMeeting(event: HeardEvent): boolean {
  if (event.type === 'conversations.message.posted')
    return event.data.direction === 'in' && event.data.internal !== true;
  if (event.type === 'stock.reservation.held') return holdsForPeople.has(String(event.data.purpose));
  return touching.has(event.type);
}

/** Everything the profile listens to. */
export const profileTypes: readonly string[] = [
  ...touching,
  ...Object.keys(orderStates).map((state) => `orders.order.${state}`),
  'orders.order.reduced',
  'orders.order.moved',
  ...Object.keys(holdStates).map((state) => `stock.reservation.${state}`),
  ...Object.keys(returnStates).map((state) => `returns.return.${state}`),
  'conversations.thread.opened',
  'conversations.thread.reopened',
  'conversations.thread.closed',
  'conversations.thread.joined',
  'conversations.thread.separated',
  'conversations.message.posted',
  'customers.subject.linked',
  'customers.subject.unlinked',
  'customers.identifier.verified',
  'customers.customer.named',
  'customers.consent.given',
  'customers.consent.withdrawn',
].filter((type, index, all) => all.indexOf(type) === index);
