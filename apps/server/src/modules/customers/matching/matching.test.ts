import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { getCustomer, linkSubject, openSubject, suggestionsFor } from '../index.ts';
import { type ShopServer, shopServer } from '../shopServer.fixture.ts';
import { matchAll } from './matchAll.ts';
import { matchChanged } from './matchChanged.ts';

let server: ShopServer;
beforeAll(async () => {
  server = await shopServer();
});
afterAll(() => server.stop());

interface Person {
  customerId: string;
  subjectId: string;
}
interface Shown {
  id: string;
  state: string;
  bits: number;
  bothVerified: boolean;
  left: { id: string };
  right: { id: string };
  steps: { of: string; level: string; bits: number; left: string[]; right: string[] }[];
}

let last = 200_000;
const phone = () => {
  last += 1;
  return `+48606${last}`;
};
const make = async (
  givenName: string,
  familyName: string,
  contacts: { phone?: string; email?: string; idSeen?: boolean },
) =>
  (
    await server.asStaff('manager', 'POST', '/api/staff/customers', { givenName, familyName, ...contacts })
  ).json<Person>();
const list = async (state = 'open') =>
  (await server.asStaff('agent', 'GET', `/api/staff/matches?limit=100&state=${state}`)).json<{ items: Shown[] }>()
    .items;
const between = (items: Shown[], a: Person, b: Person) =>
  items.find((one) => [one.left.id, one.right.id].sort().join() === [a.customerId, b.customerId].sort().join());
const pairOf = async (a: Person, b: Person) => {
  await matchChanged(server.ctx());
  return between(await list(), a, b);
};
const decide = async (id: string, body: object, role = 'agent') =>
  (await server.asStaff(role, 'POST', `/api/staff/matches/${id}/decision`, body)).json<{
    state?: string;
    customerId?: string;
    code?: string;
  }>();
const undo = (id: string) => server.asStaff('agent', 'POST', `/api/staff/matches/${id}/undo`);
const twice = async (name: string, verified = false): Promise<[Person, Person, string]> => {
  const [number, email] = [phone(), `${name.toLowerCase()}.${newId().slice(-6)}@poczta.example`];
  const one = await make('Katarzyna', name, { phone: number, email, ...(verified ? { idSeen: true } : {}) });
  // What the one proved, the other only says; its own e-mail it proved as well.
  const other = verified
    ? await make('Kasia', name, { email: `k.${email}`, idSeen: true })
    : await make('Kasia', name, { phone: number, email });
  if (verified)
    await server.asStaff('agent', 'POST', `/api/staff/customers/${other.customerId}/identifiers`, {
      kind: 'phone',
      value: number,
    });
  return [one, other, number];
};

describe('two customers who may be one person', () => {
  it('wait for a steward with every step of the score, and no contact readable', async () => {
    const [one, other, number] = await twice('Brzęczyk');
    const found = await pairOf(one, other);
    expect(found?.steps.reduce((sum, step) => sum + step.bits, 0)).toBeCloseTo(found?.bits ?? 0, 0);
    expect(found?.steps.map((step) => [step.of, step.level])).toEqual([
      ['prior', 'before'],
      ['givenName', 'same_name'],
      ['familyName', 'same'],
      ['birthDate', 'missing'],
      ['phone', 'same'],
      ['email', 'same'],
      ['address', 'missing'],
      ['household', 'possible'],
    ]);
    expect(JSON.stringify(found)).not.toContain(number);
    const { rows } = await sql<{
      all: string;
    }>`select string_agg(p::text, '') as all from customers.match_proposal p`.execute(server.base.db);
    expect(rows[0]?.all).not.toContain('Brz');
  });

  it('are joined by a steward with the evidence, and are two again when that is undone', async () => {
    const [one, other] = await twice('Rozłączna');
    const { id = '' } = (await pairOf(one, other)) ?? {};
    expect(await decide(id, { decision: 'merge' })).toMatchObject({ state: 'merged' });
    const merged = await getCustomer(server.ctx(), other.customerId);
    expect((await getCustomer(server.ctx(), one.customerId)).id).toBe(merged.id);
    const { rows } =
      await sql`select evidence_kind, evidence from customers.link where subject_id in (${one.subjectId}, ${other.subjectId})`.execute(
        server.base.db,
      );
    expect(rows).toMatchObject([{ evidence_kind: 'matched', evidence: { source: 'steward', proposal: id } }]);
    expect(await decide(id, { decision: 'not_same' })).toMatchObject({ code: 'already_decided' });
    expect((await undo(id)).json()).toMatchObject({ state: 'open' });
    expect((await getCustomer(server.ctx(), one.customerId)).givenName).toBe('Katarzyna');
    expect((await getCustomer(server.ctx(), other.customerId)).givenName).toBe('Kasia');
    expect(between(await list(), one, other)).toBeDefined();
  });

  it('who are called two people are never proposed again, also when one of them is known by more, and not joined round a corner', async () => {
    const [one, other, number] = await twice('Odrębna');
    const { id = '' } = (await pairOf(one, other)) ?? {};
    await decide(id, { decision: 'not_same' });
    const web = await openSubject(server.ctx(), { source: 'web', anonymousId: newId() });
    await linkSubject(server.ctx(), {
      subjectId: web.subjectId,
      customerId: one.customerId,
      evidence: { kind: 'handoff', source: 'test' },
    });
    await server.asStaff('agent', 'POST', `/api/staff/customers/${one.customerId}/name`, { givenName: 'Kasia' });
    const third = await make('Kasia', 'Odrębna', { phone: number });
    await matchAll(server.ctx());
    expect(between(await list(), one, other)).toBeUndefined();
    const [first, second] = [between(await list(), one, third), between(await list(), other, third)];
    expect(await decide(first?.id ?? '', { decision: 'merge' })).toMatchObject({ state: 'merged' });
    expect(await decide(second?.id ?? '', { decision: 'merge' })).toMatchObject({ code: 'merge_refused' });
  });

  it('who both proved who they are are joined by a manager only, who says why', async () => {
    const [one, other] = await twice('Dowodna', true);
    const found = await pairOf(one, other);
    expect(found?.bothVerified).toBe(true);
    const id = found?.id ?? '';
    expect(await decide(id, { decision: 'merge', reason: 'said_so' })).toMatchObject({ code: 'merge_refused' });
    expect(await decide(id, { decision: 'merge' }, 'manager')).toMatchObject({ code: 'merge_refused' });
    expect((await getCustomer(server.ctx(), other.customerId)).id).toBe(other.customerId);
    expect(await decide(id, { decision: 'merge', reason: 'id_seen' }, 'manager')).toMatchObject({ state: 'merged' });
    expect((await getCustomer(server.ctx(), other.customerId)).id).toBe(
      (await getCustomer(server.ctx(), one.customerId)).id,
    );
    await undo(id);
    expect((await getCustomer(server.ctx(), one.customerId)).identifiers).toHaveLength(2);
    expect((await getCustomer(server.ctx(), other.customerId)).id).toBe(other.customerId);
  });

  it('are put off for thirty days and come back', async () => {
    const [one, other] = await twice('Późniejsza');
    const { id = '' } = (await pairOf(one, other)) ?? {};
    await decide(id, { decision: 'later' });
    expect(await pairOf(one, other)).toBeUndefined();
    await server.clock.travel(31 * 86_400_000);
    expect((await pairOf(one, other))?.id).toBe(id);
  });

  it('are not a family with one telephone, nor the guests of one hotel', async () => {
    const number = phone();
    const family = [
      await make('Jan', 'Wspólny', { phone: number }),
      await make('Barbara', 'Wspólna', { phone: number }),
    ] as const;
    const desk = phone();
    const guests: Person[] = [];
    for (const name of ['Lis', 'Bąk', 'Wrona', 'Kruk', 'Zając', 'Dzik', 'Szczygieł', 'Kos', 'Jeleń', 'Sowa'])
      guests.push(await make('Anna', name, { phone: desk }));
    expect(await pairOf(family[0], family[1])).toBeUndefined();
    const ids = new Set(guests.map((guest) => guest.customerId));
    expect((await list()).filter((one) => ids.has(one.left.id))).toEqual([]);
    // A claim still suggests the family to whoever opens one of them; it never was a merge.
    expect(await suggestionsFor(server.ctx(), family[0].customerId)).toEqual([family[1].customerId]);
  });

  it('join by themselves only where the retailer says so, above the score, and never two verified', async () => {
    const [one, other] = await twice('Samoczynna');
    await pairOf(one, other);
    expect((await getCustomer(server.ctx(), other.customerId)).id).toBe(other.customerId);
    const setting = { automatic: true, automaticBits: 7 };
    expect((await server.asStaff('manager', 'PUT', '/api/staff/matches/setting', setting)).statusCode).toBe(403);
    await server.asStaff('admin', 'PUT', '/api/staff/matches/setting', setting);
    const proven = await twice('Pewna', true);
    const [next, again] = await twice('Automatyczna');
    await server.asStaff('admin', 'POST', '/api/staff/matches/runs');
    await server.settle();
    await server.asStaff('admin', 'PUT', '/api/staff/matches/setting', { ...setting, automatic: false });
    expect((await getCustomer(server.ctx(), again.customerId)).id).toBe(
      (await getCustomer(server.ctx(), next.customerId)).id,
    );
    expect((await getCustomer(server.ctx(), proven[1].customerId)).id).toBe(proven[1].customerId);
    expect(between(await list(), proven[0], proven[1])?.bothVerified).toBe(true);
    const summary = (await server.asStaff('agent', 'GET', '/api/staff/matches/summary')).json<{
      lastRun: { customers: number };
    }>();
    expect(summary.lastRun.customers).toBeGreaterThan(20);
  });
});
