import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/result.ts';
import { connectedSets, type Edge } from './connectedSets.ts';
import {
  claimIdentifier,
  claimIdentifiers,
  contactOf,
  customersOf,
  findByIdentifier,
  getCustomer,
  getCustomers,
  linkSubject,
  nameCustomer,
  openSubject,
  openSubjects,
  searchCustomers,
  subjectForVerified,
  subjectsOf,
  suggestionsFor,
  unlinkSubject,
  verifyIdentifier,
} from './index.ts';
import { costOf, type ShopServer, shopServer } from './shopServer.fixture.ts';

let one: ShopServer;
let two: ShopServer;

beforeAll(async () => {
  one = await shopServer();
  two = await shopServer({ sharing: one });
});
afterAll(async () => {
  await two.stop();
  await one.stop();
});

const someone = (server = one) => openSubject(server.ctx(), { source: 'web', anonymousId: newId() });
const evidence = { kind: 'staff_confirmed', source: 'staff', fact: 'order' };
const email = () => `p-${newId()}@velora.example`;
const verified = (value = email(), server = one) =>
  subjectForVerified(server.ctx(), { kind: 'email', value, evidence: { kind: 'code', source: 'code' } });
async function link(subjectId: string, customerId: string, server = one) {
  const result = await linkSubject(server.ctx(), { subjectId, customerId, evidence });
  if (result instanceof Refusal) throw new Error(result.reason);
  return result.value;
}
const eventsOf = async (aggregateId: string) => {
  const { rows } = await sql<{ type: string; aggregate_version: number; data: Record<string, unknown> }>`
    select type, aggregate_version, data from kernel.outbox where aggregate_id = ${aggregateId} order by seq`.execute(
    one.base.db,
  );
  return rows;
};

describe('subjects', () => {
  it('two servers that meet one new person at once make one subject', async () => {
    const anonymousId = newId();
    const opened = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        openSubject((index % 2 ? one : two).ctx(), { source: 'web', anonymousId }),
      ),
    );
    expect(new Set(opened.map((subject) => subject.subjectId)).size).toBe(1);
    const { rows } = await sql<{ subjects: number; customers: number }>`
      select (select count(*) from customers.subject where anonymous_id = ${anonymousId}) as subjects,
        (select count(*) from customers.customer c where not exists
          (select 1 from customers.subject s where s.home_customer_id = c.id)) as customers`.execute(one.base.db);
    expect(rows).toEqual([{ subjects: 1, customers: 0 }]);
  });

  it('a batch costs one statement when all are known and three when some are new, whatever its size', async () => {
    const batch = () => Array.from({ length: 200 }, () => ({ source: 'web', anonymousId: newId() }));
    const ctx = one.ctx();
    expect(await costOf(() => openSubjects(ctx, batch()))).toBe(3);
    const keys = batch();
    const opened = await openSubjects(ctx, [...keys, ...keys.slice(0, 10)]);
    expect(await costOf(() => openSubjects(ctx, keys))).toBe(1);
    expect(await openSubjects(ctx, keys)).toEqual(opened.slice(0, 200));
    expect(opened.slice(200)).toEqual(opened.slice(0, 10));
  });

  it('batches with the same new people in opposite order do not deadlock', async () => {
    const keys = Array.from({ length: 60 }, () => ({ source: 'web', anonymousId: newId() }));
    const [a, b] = await Promise.all([openSubjects(one.ctx(), keys), openSubjects(two.ctx(), [...keys].reverse())]);
    expect(b.reverse()).toEqual(a);
  });

  it.each(['null', 'undefined', '0', '[object Object]', '00000000', 'short'])(
    'the anonymous id "%s" makes nobody',
    async (anonymousId) => {
      await expect(openSubject(one.ctx(), { source: 'web', anonymousId })).rejects.toThrow('anonymous id');
    },
  );

  it('a named epoch is a person of its own, and the newest one counts when none is named', async () => {
    const anonymousId = newId();
    const first = await openSubject(one.ctx(), { source: 'web', anonymousId });
    const second = await openSubject(one.ctx(), { source: 'web', anonymousId, epoch: 2 });
    expect(second.subjectId).not.toBe(first.subjectId);
    expect(await openSubject(one.ctx(), { source: 'web', anonymousId })).toEqual(second);
    expect(await openSubject(one.ctx(), { source: 'web', anonymousId, epoch: 1 })).toEqual(first);
  });
});

describe('verified and claimed', () => {
  it('one verified identifier is one subject, however many servers verify it at once', async () => {
    const value = email();
    const made = await Promise.all(Array.from({ length: 20 }, (_, index) => verified(value, index % 2 ? one : two)));
    expect(new Set(made.map((subject) => subject.subjectId)).size).toBe(1);
    expect(made.filter((subject) => subject.created)).toHaveLength(1);
  });

  it('a claim suggests and changes nothing about the person whose contact it is', async () => {
    const value = email();
    const julia = await verified(value);
    const before = await getCustomer(one.ctx(), julia.customerId);
    const stranger = await someone();
    await claimIdentifier(one.ctx(), {
      subjectId: stranger.subjectId,
      kind: 'email',
      value: value.toUpperCase(),
      source: 'checkout',
    });
    expect(await findByIdentifier(one.ctx(), 'email', value)).toEqual({
      verified: julia.customerId,
      claimed: [stranger.customerId],
    });
    expect(await getCustomer(one.ctx(), julia.customerId)).toEqual(before);
    expect((await customersOf(one.ctx(), [stranger.subjectId])).get(stranger.subjectId)).toBe(stranger.customerId);
    expect(await contactOf(one.ctx(), stranger.customerId)).toMatchObject({ email: { state: 'claimed' } });
  });

  it('a hash of an e-mail finds its owner for a person to decide, and proves nothing', async () => {
    const value = email();
    const hash = createHash('sha256').update(value).digest('hex');
    const julia = await verified(value);
    const stranger = await someone();
    await claimIdentifier(one.ctx(), { subjectId: stranger.subjectId, kind: 'email_hash', value: hash, source: 'ads' });
    expect(await suggestionsFor(one.ctx(), stranger.customerId)).toEqual([julia.customerId]);
    expect(await suggestionsFor(one.ctx(), julia.customerId)).toEqual([stranger.customerId]);
    await expect(subjectForVerified(one.ctx(), { kind: 'email_hash', value: hash, evidence })).rejects.toThrow(
      'email_hash',
    );
  });

  it("a colleague's e-mail typed at every till by mistake suggests nobody, and neither does an address or a line", async () => {
    const [colleagues, phone] = [email(), `+48${600_000_000 + Math.floor(Math.random() * 90_000_000)}`];
    const people = await Promise.all(Array.from({ length: 9 }, () => someone()));
    for (const { subjectId } of people)
      await claimIdentifiers(one.ctx(), [
        { subjectId, kind: 'email', value: colleagues, source: 'till' },
        { subjectId, kind: 'address', value: 'PL|31146|dluga 5 3', source: 'checkout' },
        { subjectId, kind: 'ip', value: '83.12.5.7', source: 'tracking' },
      ]);
    const [first, second] = people;
    if (!first || !second) throw new Error('nobody');
    expect(await suggestionsFor(one.ctx(), first.customerId)).toEqual([]);
    for (const { subjectId } of [first, second])
      await claimIdentifier(one.ctx(), { subjectId, kind: 'phone', value: phone, source: 'till' });
    expect(await suggestionsFor(one.ctx(), first.customerId)).toEqual([second.customerId]);
  });

  it('blocked values are not kept, and one subject cannot claim contacts without end', async () => {
    const { subjectId } = await someone();
    const blocked = ['null', 'undefined', 'test@gmail.com', '[object Object]'].map((value) => ({
      subjectId,
      kind: 'email' as const,
      value,
      source: 'chat',
    }));
    expect(await claimIdentifiers(one.ctx(), blocked)).toBe(0);
    for (let index = 0; index < 12; index += 1) {
      await claimIdentifier(one.ctx(), { subjectId, kind: 'email', value: email(), source: 'chat' });
    }
    const customerId = (await customersOf(one.ctx(), [subjectId])).get(subjectId) ?? '';
    expect((await getCustomer(one.ctx(), customerId)).identifiers).toHaveLength(10);
    const another = await someone();
    const atOnce = Array.from({ length: 12 }, () => ({
      subjectId: another.subjectId,
      kind: 'email' as const,
      value: email(),
      source: 'chat',
    }));
    expect(await claimIdentifiers(one.ctx(), atOnce)).toBe(10);
    await expect(verified('test@gmail.com')).rejects.toThrow('email');
  });

  it("a second identifier joins its verified customer; one that is another customer's is refused", async () => {
    const julia = await verified();
    const phone = { kind: 'phone' as const, value: '+48 601 222 333', evidence: { kind: 'code', source: 'sms' } };
    const added = await verifyIdentifier(one.ctx(), { ...phone, customerId: julia.customerId });
    expect(added).toMatchObject({ ok: true, value: { customerId: julia.customerId } });
    expect(await contactOf(one.ctx(), julia.customerId)).toMatchObject({
      phone: { value: '+48601222333', state: 'verified' },
    });
    const other = await verified();
    const refused = await verifyIdentifier(one.ctx(), { ...phone, customerId: other.customerId });
    expect(refused).toMatchObject({ ok: false, reason: 'identifier_taken', details: { customerId: julia.customerId } });
  });
});

describe('links', () => {
  it('two verified customers are never made one, from either side', async () => {
    const [a, b] = [await verified(), await verified()];
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      const result = await linkSubject(one.ctx(), { subjectId: x.subjectId, customerId: y.customerId, evidence });
      expect(result).toMatchObject({ ok: false, reason: 'merge_refused' });
    }
    expect(await subjectsOf(one.ctx(), a.customerId)).toEqual([a.subjectId]);
    expect((await eventsOf(a.customerId)).map((event) => event.type)).toEqual(['customers.identifier.verified']);
  });

  it('an anonymous go-between does not bring two verified customers together', async () => {
    const [a, b, tablet] = [await verified(), await verified(), await someone()];
    await link(tablet.subjectId, a.customerId);
    const result = await linkSubject(one.ctx(), { subjectId: tablet.subjectId, customerId: b.customerId, evidence });
    expect(result).toMatchObject({ ok: false, reason: 'merge_refused' });
  });

  it('parallel links to two verified customers on two servers leave the subject with one', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [a, b, shared] = [await verified(), await verified(), await someone()];
      const results = await Promise.all([
        linkSubject(one.ctx(), { subjectId: shared.subjectId, customerId: a.customerId, evidence }),
        linkSubject(two.ctx(), { subjectId: shared.subjectId, customerId: b.customerId, evidence }),
      ]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
    }
  });

  it('opposite links of two people at once end in one customer, without deadlock', async () => {
    const [a, b] = [await someone(), await someone()];
    await Promise.all([link(a.subjectId, b.customerId, one), link(b.subjectId, a.customerId, two)]);
    const now = await customersOf(one.ctx(), [a.subjectId, b.subjectId]);
    expect(now.get(a.subjectId)).toBe(now.get(b.subjectId));
    const { rows } = await sql<{ n: number }>`select count(*) as n from customers.link where undone_at is null
      and ${a.subjectId} in (subject_id, anchor_subject_id)`.execute(one.base.db);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('whoever was known to be the same person comes along, and the old id still leads to the person', async () => {
    const [julia, web, call] = [await verified(), await someone(), await someone()];
    await link(web.subjectId, call.customerId);
    const linked = await link(web.subjectId, julia.customerId);
    expect(linked.movedSubjectIds.sort()).toEqual([web.subjectId, call.subjectId].sort());
    expect((await subjectsOf(one.ctx(), julia.customerId)).sort()).toEqual(
      [julia.subjectId, web.subjectId, call.subjectId].sort(),
    );
    expect((await getCustomer(one.ctx(), call.customerId)).id).toBe(julia.customerId);
    expect(await subjectsOf(one.ctx(), web.customerId)).toEqual(await subjectsOf(one.ctx(), julia.customerId));
  });

  it('a verified customer keeps its id when an anonymous one is linked the other way round', async () => {
    const [julia, call] = [await verified(), await someone()];
    expect((await link(julia.subjectId, call.customerId)).customerId).toBe(julia.customerId);
  });

  it('undoing a link puts everything back: subjects, names, contacts', async () => {
    const [julia, web] = [await verified(), await someone()];
    await claimIdentifier(one.ctx(), {
      subjectId: web.subjectId,
      kind: 'phone',
      value: '602 333 444',
      source: 'checkout',
    });
    await nameCustomer(one.ctx(), { customerId: web.customerId, givenName: 'Basia', source: 'checkout' });
    await nameCustomer(one.ctx(), { customerId: julia.customerId, givenName: 'Julia', source: 'profile' });
    const before = await getCustomers(one.ctx(), [julia.customerId, web.customerId]);
    const { linkId } = await link(web.subjectId, julia.customerId);
    expect(await getCustomer(one.ctx(), web.customerId)).toMatchObject({ id: julia.customerId, displayName: 'Julia' });
    const undone = await unlinkSubject(one.ctx(), linkId);
    expect(undone).toMatchObject({ separatedCustomerId: web.customerId, movedSubjectIds: [web.subjectId] });
    const after = await getCustomers(one.ctx(), [julia.customerId, web.customerId]);
    const strip = (customers: typeof after) => [...customers.values()].map((customer) => ({ ...customer, version: 0 }));
    expect(strip(after)).toEqual(strip(before));
    expect(after.get(web.customerId)?.displayName).toBe('Basia');
    expect(await unlinkSubject(one.ctx(), linkId)).toMatchObject({ movedSubjectIds: [] });
    expect((await eventsOf(julia.customerId)).map((event) => event.type)).toEqual([
      'customers.identifier.verified',
      'customers.customer.named',
      'customers.subject.linked',
      'customers.subject.unlinked',
    ]);
  });

  it('what other evidence still joins stays joined', async () => {
    const [a, b, c] = [await someone(), await someone(), await someone()];
    const first = await link(a.subjectId, b.customerId);
    await link(b.subjectId, c.customerId);
    await link(a.subjectId, c.customerId);
    const undone = await unlinkSubject(one.ctx(), first.linkId);
    expect(undone.movedSubjectIds).toEqual([]);
    expect((await subjectsOf(one.ctx(), a.customerId)).sort()).toEqual([a.subjectId, b.subjectId, c.subjectId].sort());
  });

  it('versions of a customer count up by one with every event', async () => {
    const julia = await verified();
    for (let index = 0; index < 3; index += 1) await link((await someone()).subjectId, julia.customerId);
    expect((await eventsOf(julia.customerId)).map((event) => event.aggregate_version)).toEqual([1, 2, 3, 4]);
  });

  it('after any links and undos, customers are exactly what the remaining evidence joins', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.record({ act: fc.constant('link' as const), a: fc.nat(5), b: fc.nat(5) }),
            fc.record({ act: fc.constant('undo' as const), a: fc.nat(9), b: fc.constant(0) }),
          ),
          { minLength: 4, maxLength: 14 },
        ),
        async (acts) => {
          // Two of six are verified.
          const people = [
            await verified(),
            await verified(),
            ...(await Promise.all(Array.from({ length: 4 }, () => someone()))),
          ];
          const ids = people.map((person) => person.subjectId);
          const links = new Map<string, Edge>();
          for (const [index, { act, a, b }] of acts.entries()) {
            const server = index % 2 ? one : two;
            const [left, right] = [people[a], people[b]];
            if (act === 'undo') {
              const linkId = [...links.keys()][a % Math.max(links.size, 1)];
              if (linkId) await unlinkSubject(server.ctx(), linkId);
              if (linkId) links.delete(linkId);
            } else if (left && right && left !== right) {
              const result = await linkSubject(server.ctx(), {
                subjectId: left.subjectId,
                customerId: right.customerId,
                evidence,
              });
              if (result.ok) {
                const { rows } = await sql<{ subject_id: string; anchor_subject_id: string }>`
                  select subject_id, anchor_subject_id from customers.link where id = ${result.value.linkId}`.execute(
                  one.base.db,
                );
                const row = rows[0];
                if (row) links.set(result.value.linkId, [row.subject_id, row.anchor_subject_id]);
              }
            }
          }
          const now = await customersOf(one.ctx(), ids);
          const expected = connectedSets(ids, [...links.values()]).map((set) => [...set].sort());
          const actual = [...new Set(now.values())].map((customer) =>
            ids.filter((id) => now.get(id) === customer).sort(),
          );
          const sorted = (sets: string[][]) => sets.map((set) => set.join()).sort();
          expect(sorted(actual)).toEqual(sorted(expected));
          // Every customer in use holds the subject it began with, so that its id leads to it.
          for (const person of people) {
            const home = now.get(person.subjectId);
            expect((await getCustomer(one.ctx(), person.customerId)).id).toBe(home);
          }
          expect(now.get(ids[0] ?? '')).not.toBe(now.get(ids[1] ?? ''));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('finding people', () => {
  it('by phone in any form, by e-mail, by the beginnings of names without diacritics', async () => {
    const julia = await verified('julia.zolta@velora.example');
    await nameCustomer(one.ctx(), {
      customerId: julia.customerId,
      givenName: 'Julia',
      familyName: 'Żółta',
      source: 'profile',
    });
    const caller = await someone();
    await claimIdentifier(one.ctx(), {
      subjectId: caller.subjectId,
      kind: 'phone',
      value: '+48603444555',
      source: 'phone',
    });
    const search = async (query: string) => (await searchCustomers(one.ctx(), query)).map((customer) => customer.id);
    expect(await search('JULIA.ZOLTA@velora.example')).toEqual([julia.customerId]);
    expect(await search('603-444-555')).toEqual([caller.customerId]);
    expect(await search('zol jul')).toEqual([julia.customerId]);
    expect(await search('zol kar')).toEqual([]);
    // A guest gives the name whole, and is asked for by either half of it.
    const guest = await someone();
    await nameCustomer(one.ctx(), { customerId: guest.customerId, givenName: 'Zofia Łęcka', source: 'order' });
    expect(await search('lecka')).toEqual([guest.customerId]);
    expect(await search('Łęcka Zofia')).toEqual([guest.customerId]);
    expect(await search('ecka')).toEqual([]);
    expect(await search('%%')).toEqual([]);
  });

  it('reads fifty customers in as many statements as one', async () => {
    const people = await Promise.all(Array.from({ length: 50 }, () => verified()));
    const count = (asked: string[]) => costOf(() => getCustomers(one.ctx(), asked));
    const ids = people.map((person) => person.customerId);
    expect(await count(ids)).toBe(await count(ids.slice(0, 1)));
  });
});
