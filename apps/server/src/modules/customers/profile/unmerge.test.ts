import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../../../kernel/database.ts';
import type { EventType } from '../../../kernel/events.ts';
import { newId } from '../../../kernel/ids.ts';
import { emit } from '../../../kernel/outbox.ts';
import { connectedSets, type Edge } from '../connectedSets.ts';
import {
  claimIdentifier,
  customersOf,
  getCustomer,
  linkSubject,
  notesOf,
  openSubject,
  timelineOf,
  traitValuesOf,
  unlinkSubject,
} from '../index.ts';
import { type ShopServer, shopServer } from '../shopServer.fixture.ts';
import { writeNote } from './notes.ts';
import { factsOf } from './readFacts.ts';
import { devicesOf, keepSeen, searchesOf } from './seen.ts';
import { changeTags } from './tags.ts';
import { saveTrait, setTrait } from './traitCatalogue.ts';

let server: ShopServer;
beforeAll(async () => {
  server = await shopServer();
  const text = { en: 'Size', pl: 'Rozmiar', ru: 'Размер' };
  await saveTrait(server.ctx(), {
    name: 'size',
    label: text,
    type: 'text',
    choices: [],
    isPii: false,
    seenBy: ['agent'],
    setBy: ['agent'],
  });
});
afterAll(() => server.stop());

/** What one subject has of its own, whoever it is counted to. */
interface Person {
  subjectId: string;
  customerId: string;
  emails: string[];
  tags: string[];
  notes: string[];
  sizes: string[];
  searches: string[];
  paid: number[];
  openOrders: number;
  openHolds: number;
  events: number;
}

const acts = ['email', 'tag', 'note', 'size', 'order', 'unpaid', 'hold', 'search', 'link', 'undo'] as const;

it('after any events, merges and undoings, in any order, everybody has what a recomputation by hand gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ act: fc.constantFrom(...acts), a: fc.nat(3), b: fc.nat(3), late: fc.boolean() }), {
        minLength: 8,
        maxLength: 18,
      }),
      fc.array(fc.nat(20), { minLength: 12, maxLength: 12 }),
      async (steps, order) => {
        const people = await Promise.all(Array.from({ length: 4 }, someone));
        const links = new Map<string, Edge>();
        for (const { act, a, b, late } of steps) {
          const [person, other] = [people[a], people[b]];
          if (!person || !other) continue;
          if (act === 'link') await link(person, other, links);
          else if (act === 'undo') await undo(links, a);
          else await live(person, act);
          // Now and then the relay comes between two acts; else it finds them all at once.
          if (late) await server.relay.drainOnce();
        }
        await compare(people, links);
        // The rest is undone in an order of its own, and everybody is alone with what is theirs.
        for (const pick of order) await undo(links, pick);
        await compare(people, links);
      },
    ),
    { numRuns: 8 },
  );
});

async function someone(): Promise<Person> {
  const { subjectId, customerId } = await openSubject(server.ctx(), { source: 'web', anonymousId: newId() });
  const none = {
    emails: [],
    tags: [],
    notes: [],
    sizes: [],
    searches: [],
    paid: [],
    openOrders: 0,
    openHolds: 0,
    events: 0,
  };
  return { subjectId, customerId, ...structuredClone(none) };
}

async function link(person: Person, other: Person, links: Map<string, Edge>): Promise<void> {
  if (person === other) return;
  const evidence = { kind: 'staff_confirmed', source: 'staff' };
  const { rows: before } = await sql<{ at: string }>`select count(*) as at from customers.link`.execute(server.base.db);
  const made = await linkSubject(server.ctx(), {
    subjectId: person.subjectId,
    customerId: other.customerId,
    evidence,
  });
  if (!made.ok) throw new Error('unverified customers are never refused');
  const { rows } = await sql<{ at: string }>`select count(*) as at from customers.link`.execute(server.base.db);
  links.set(made.value.linkId, [person.subjectId, other.subjectId]);
  // The same evidence seen again says nothing.
  if (Number(rows[0]?.at) > Number(before[0]?.at)) person.events += 1;
}

async function undo(links: Map<string, Edge>, pick: number): Promise<void> {
  const linkId = [...links.keys()][pick % Math.max(links.size, 1)];
  if (!linkId) return;
  await unlinkSubject(server.ctx(), linkId);
  links.delete(linkId);
}

async function live(person: Person, act: Exclude<(typeof acts)[number], 'link' | 'undo'>): Promise<void> {
  const ctx = server.ctx({ actor: { kind: 'system', name: 'test' } });
  const { subjectId, customerId } = person;
  const word = newId();
  server.clock.travel(1_000);
  if (act === 'email') {
    person.emails.push(`${word}@velora.example`);
    await claimIdentifier(ctx, { subjectId, kind: 'email', value: `${word}@velora.example`, source: 'chat' });
  } else if (act === 'tag') {
    person.tags.push(word);
    await changeTags(ctx, { customerId, add: [word], remove: [] });
  } else if (act === 'note') {
    person.notes.push(word);
    await writeNote(ctx, { customerId, text: word });
  } else if (act === 'size') {
    person.sizes.unshift(word);
    await setTrait(ctx, { customerId, name: 'size', value: word, source: word });
  } else if (act === 'search') {
    const words = `velvet ${person.searches.length % 2}`;
    person.searches.push(words);
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    await keepSeen(ctx, [{ subjectId, at: server.clock.now(), source: 'web', agent, words }]);
  } else if (act === 'hold') {
    person.openHolds += 1;
    person.events += 1;
    await say(subjectId, 'stock.reservation.held', { reservationId: randomUUID(), purpose: 'agent_hold', lines: [] });
  } else {
    const worth = 100 + person.paid.length;
    if (act === 'order') person.paid.push(worth);
    person.openOrders += 1;
    person.events += 1;
    const type = act === 'order' ? 'orders.order.paid' : 'orders.order.placed';
    await say(subjectId, type, { orderId: randomUUID(), worth, currency: 'PLN', lines: [], orderChannel: 'web' });
  }
}

const say = (subjectId: string, type: EventType, data: Record<string, unknown>) =>
  inTransaction(server.ctx({ actor: { kind: 'system', name: 'test' } }), (tx) =>
    emit(tx, { type, subjectId, aggregate: 'thing', aggregateId: newId(), aggregateVersion: 1, data }),
  );

/** Everybody's page against the sum of what their parts have, the parts being what the links left join. */
async function compare(people: readonly Person[], links: Map<string, Edge>): Promise<void> {
  await server.settle();
  const ctx = server.ctx();
  const now = await customersOf(
    ctx,
    people.map((person) => person.subjectId),
  );
  for (const set of connectedSets(
    people.map((person) => person.subjectId),
    [...links.values()],
  )) {
    const parts = people.filter((person) => set.has(person.subjectId));
    const all = <T>(of: (person: Person) => T[]): T[] => parts.flatMap(of);
    const sum = (of: (person: Person) => number) => parts.reduce((total, person) => total + of(person), 0);
    const [customerId] = new Set(parts.map((person) => now.get(person.subjectId)));
    const subjectIds = [...set];
    const customer = await getCustomer(ctx, customerId ?? '');
    expect(customer.identifiers.map((one) => one.value).sort()).toEqual(all((one) => one.emails).sort());
    expect(customer.subjects.map((one) => one.id).sort()).toEqual([...subjectIds].sort());
    expect((await notesOf(ctx, subjectIds)).map((note) => note.text).sort()).toEqual(all((one) => one.notes).sort());
    const sizes = (await traitValuesOf(ctx, subjectIds)).map((one) => one.value);
    expect([...sizes].sort()).toEqual(all((one) => one.sizes).sort());
    // Ids of tests grow with time, and the newest word counts.
    expect(sizes[0]).toBe(
      all((one) => one.sizes)
        .sort()
        .at(-1),
    );
    const searched = (await searchesOf(ctx, subjectIds)).flatMap(({ words, times }) =>
      Array<string>(times).fill(words),
    );
    expect(searched.sort()).toEqual(all((one) => one.searches).sort());
    expect(await devicesOf(ctx, subjectIds)).toHaveLength(searched.length > 0 ? 1 : 0);
    const happened = (await timelineOf(ctx, customer.id, { limit: 200 })).items;
    const own = happened.filter((one) => one.type !== 'customers.subject.unlinked');
    expect(own).toHaveLength(sum((one) => one.events));
    // Somebody to whom nothing has happened yet has no figures.
    const facts = (await factsOf(ctx, customer.id)) ?? none;
    expect(facts).toMatchObject({
      orders: sum((one) => one.paid.length),
      openOrders: sum((one) => one.openOrders),
      openHolds: sum((one) => one.openHolds),
      tags: all((one) => one.tags).sort(),
    });
    expect(facts.value?.amount ?? 0).toBe(sum((one) => one.paid.reduce((total, worth) => total + worth, 0)));
  }
}

const none = { orders: 0, openOrders: 0, openHolds: 0, tags: [], value: null };
