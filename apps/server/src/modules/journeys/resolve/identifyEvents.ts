import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { type AnonymousKey, type Claim, isPlaceholder, openSubjects } from '../../customers/index.ts';
import type { JourneysTables } from '../tables.ts';
import type { InboxEvent } from './inboxEvent.ts';
import { namedIn } from './namedIn.ts';
import { storeCodeOf } from './places.ts';
import { contextOf, traitsOf } from './readArrival.ts';
import { cleanText } from './safeText.ts';

/** Whose an event is, as far as its ids tell. */
interface Ids {
  /** As the source knows the device; short and long ones by their hash. */
  device: string | undefined;
  /** Hash of the user id: a user id may be an e-mail. */
  user: string | undefined;
  /** Sign-in epoch of the shop's own session, when the tracker knows it. */
  epoch: number | undefined;
  /** The one sale, call or visit it is about, as a subject of its own. */
  occasion?: string | undefined;
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** An id that names somebody: "undefined", "0", "[object Object]" and the like would make thousands one person. */
function usable(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const clean = cleanText(text).trim();
  return clean === '' || isPlaceholder(clean) ? undefined : clean;
}

export function idsOf(event: Record<string, unknown>): Ids {
  const device = usable(event.anonymousId);
  const user = usable(event.userId);
  const epoch = contextOf(event).epoch;
  return {
    device: device && (device.length >= 8 && device.length <= 100 ? device : `hash:${hash(device)}`),
    user: user && hash(user),
    // Bounded: an epoch from outside must not use up the numbers of the shop's own.
    epoch: typeof epoch === 'number' && Number.isInteger(epoch) && epoch > 0 && epoch <= 10_000 ? epoch : undefined,
  };
}

/**
 * The name under which a source's people are known. Who only has the public key must not become one of those a till speaks of
 * by sending its ids, so these are another name's; no source can be called so.
 */
const knownUnder = (item: InboxEvent) => (item.trusted ? `${item.source}:trusted` : item.source);

/**
 * Whose a trusted event is. A till or a switchboard is used by everybody, so its device id is nobody's as soon as anything else
 * names the person: then a user id is a subject of its own, and without one each sale, call or visit is. One wrong link, undone,
 * then undoes one sale and takes nobody else's with it.
 */
function trustedIdsOf(item: InboxEvent): Ids {
  const { device, user } = idsOf(item.event);
  const ids = { device: undefined, user, epoch: undefined };
  if (user) return ids;
  const { order, call, loyalty, email, phone } = namedIn(item.event);
  if (order) return { ...ids, occasion: orderKey(storeCodeOf(item.event), order) };
  if (call) return { ...ids, occasion: `call:${hash(call)}` };
  if (loyalty || email.length > 0 || phone.length > 0) return { ...ids, occasion: `event:${item.id}` };
  return { ...ids, device };
}

function orderKey(store: string | undefined, order: string): string {
  const key = `order:${store ?? ''}:${order}`;
  return key.length >= 8 && key.length <= 100 ? key : `order:${hash(key)}`;
}

const deviceKey = (source: string, device: string) => `${source} ${device}`;
const userKey = (source: string, device: string, user: string) => `${source} ${device} ${user}`;

/**
 * The subject of each event, undefined where its ids name nobody. At most seven statements for any number of events.
 *
 * - the shop's own tracker names the sign-in epoch, and that is it;
 * - a device without a user is its newest epoch;
 * - a user on a device takes over the epoch nobody used before them (what happened anonymously is theirs), or begins the
 *   next: two people on one computer stay two. Later events of the first, sent late, still find the first.
 * - a user id without a device is a subject of its own. Nothing here links or merges anybody.
 */
export async function identifyEvents(tx: Ctx, items: readonly InboxEvent[]): Promise<(string | undefined)[]> {
  const found = items.map((item) => ({
    source: knownUnder(item),
    ...(item.trusted ? trustedIdsOf(item) : idsOf(item.event)),
  }));
  const devices = new Map<string, AnonymousKey>();
  for (const ids of found) {
    if (ids.device && ids.epoch === undefined)
      devices.set(deviceKey(ids.source, ids.device), { source: ids.source, anonymousId: ids.device });
  }
  const newest = await newestEpochs(tx, devices);
  const users = await knownUsers(tx, [...devices.values()]);
  const subjects = new Map([...users.values()].map((user) => [subjectKey(user), user.subjectId]));
  for (const [key, { epoch, subjectId }] of newest) {
    const device = devices.get(key);
    if (device) subjects.set(subjectKey({ ...device, epoch }), subjectId);
  }
  const used = new Set([...users.values()].map((user) => user.subjectId));
  const owners = new Map<string, number>();
  const fresh: { source: string; anonymousId: string; user: string; epoch: number }[] = [];

  const keys = found.map((ids): AnonymousKey | undefined => {
    const { source, device, user } = ids;
    if (ids.occasion) return { source, anonymousId: ids.occasion };
    if (!device) return user ? { source, anonymousId: `user:${user}` } : undefined;
    if (ids.epoch !== undefined) return { source, anonymousId: device, epoch: ids.epoch };
    const top = newest.get(deviceKey(source, device));
    if (!top) throw new Error('a device that was just opened is not there');
    if (!user) return { source, anonymousId: device, epoch: top.epoch };
    const key = userKey(source, device, user);
    const known = users.get(key)?.epoch ?? owners.get(key);
    if (known !== undefined) return { source, anonymousId: device, epoch: known };
    if (top.taken || used.has(top.subjectId)) top.epoch += 1;
    top.taken = true;
    owners.set(key, top.epoch);
    fresh.push({ source, anonymousId: device, user, epoch: top.epoch });
    return { source, anonymousId: device, epoch: top.epoch };
  });

  const asked = keys.filter((key) => key !== undefined).filter((key) => !subjects.has(subjectKey(key)));
  const opened = await openSubjects(tx, asked);
  for (const [n, key] of asked.entries()) subjects.set(subjectKey(key), opened[n]?.subjectId ?? '');
  await rememberUsers(tx, fresh, subjects);
  return keys.map((key) => (key ? subjects.get(subjectKey(key)) : undefined));
}

const subjectKey = (key: AnonymousKey) => `${key.source} ${key.anonymousId} ${key.epoch}`;

interface Newest {
  epoch: number;
  subjectId: string;
  taken: boolean;
}

async function newestEpochs(tx: Ctx, devices: ReadonlyMap<string, AnonymousKey>): Promise<Map<string, Newest>> {
  const opened = await openSubjects(tx, [...devices.values()]);
  return new Map(
    [...devices.keys()].flatMap((key, index) => {
      const subject = opened[index];
      return subject ? [[key, { epoch: subject.epoch, subjectId: subject.subjectId, taken: false }] as const] : [];
    }),
  );
}

type KnownUser = Required<AnonymousKey> & { subjectId: string };

async function knownUsers(tx: Ctx, devices: readonly AnonymousKey[]): Promise<Map<string, KnownUser>> {
  if (devices.length === 0) return new Map();
  const { rows } = await sql<JourneysTables['journeys.device_user']>`
    select u.* from unnest(${devices.map((device) => device.source)}::text[], ${devices.map((device) => device.anonymousId)}::text[])
      as d(source, anonymous_id)
    join journeys.device_user u using (source, anonymous_id)`.execute(tx.db);
  return new Map(
    rows.map((row) => [
      userKey(row.source, row.anonymous_id, row.user_key),
      { source: row.source, anonymousId: row.anonymous_id, epoch: row.epoch, subjectId: row.subject_id },
    ]),
  );
}

async function rememberUsers(
  tx: Ctx,
  fresh: readonly { source: string; anonymousId: string; user: string; epoch: number }[],
  subjects: ReadonlyMap<string, string>,
): Promise<void> {
  if (fresh.length === 0) return;
  await sql`
    insert into journeys.device_user (source, anonymous_id, user_key, epoch, subject_id)
    select * from unnest(${fresh.map((one) => one.source)}::text[], ${fresh.map((one) => one.anonymousId)}::text[],
      ${fresh.map((one) => one.user)}::text[], ${fresh.map((one) => one.epoch)}::int[],
      ${fresh.map((one) => subjects.get(subjectKey(one)) ?? '')}::uuid[])
    on conflict do nothing`.execute(tx.db);
}

/** Traits by the names that clients give them. */
const claimedTraits = [
  ['email', 'email'],
  ['phone', 'phone'],
  ['email_hash', 'email_hash'],
  ['email_hash', 'email_sha256'],
  ['email_hash', 'hashedEmail'],
] as const;

/** E-mail and phone an event names: claims, which suggest to staff and link nobody, because anyone may send anything. */
export function claimsOf(item: InboxEvent, subjectId: string): Claim[] {
  if (item.type !== 'identify') return [];
  const traits = traitsOf(item.event);
  return claimedTraits.flatMap(([kind, name]) => {
    const value = traits[name];
    return typeof value === 'string' && value.length <= 254
      ? [{ subjectId, kind, value: cleanText(value), source: `tracking:${item.source}` }]
      : [];
  });
}
