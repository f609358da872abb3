import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { openSubject } from './index.ts';
import { type ShopServer, shopServer } from './shopServer.fixture.ts';

let server: ShopServer;

beforeAll(async () => {
  server = await shopServer();
});
afterAll(() => server.stop());

let last = 100_000;
const phone = () => {
  last += 1;
  return `+48605${last}`;
};
const mailbox = () => `d-${newId()}@velora.example`;
const make = async (role: string, payload: object) => {
  const answer = await server.asStaff(role, 'POST', '/api/staff/customers', payload);
  return { status: answer.statusCode, ...answer.json<{ customerId: string; subjectId: string; code?: string }>() };
};
const acts = async (targetId: string) => {
  const { rows } = await sql<{
    act: string;
  }>`select act from kernel.audit where target_id = ${targetId} order by at, id`.execute(server.base.db);
  return rows.map((row) => row.act);
};
const read = (id: string, role = 'agent') => server.asStaff(role, 'GET', `/api/staff/customers/${id}`);

describe('a customer made by staff', () => {
  it('has claimed contacts, is found by phone, and is shown masked in lists', async () => {
    const number = phone();
    const { customerId } = await make('agent', { phone: number, givenName: 'Julia', familyName: 'Nowak' });
    const found = await server.asStaff(
      'agent',
      'GET',
      `/api/staff/customers?query=${encodeURIComponent(number.slice(3))}`,
    );
    expect(found.json()).toMatchObject({
      items: [
        {
          id: customerId,
          name: 'Julia Nowak',
          verified: false,
          phone: { masked: `+48 ••• ${number.slice(-3)}`, state: 'claimed' },
        },
      ],
    });
    expect(found.body).not.toContain(number);
  });

  it('is opened with the contacts readable, and that somebody looked is in the audit', async () => {
    const number = phone();
    const { customerId } = await make('associate', { phone: number });
    const answer = await read(customerId);
    expect(answer.json()).toMatchObject({
      id: customerId,
      identifiers: [{ kind: 'phone', value: number, state: 'claimed', source: 'staff' }],
    });
    expect(await acts(customerId)).toEqual(['customers.customer.created', 'customers.contact.viewed']);
    const { rows } = await sql<{ all: string }>`select string_agg(a::text, '') as all from kernel.audit a`.execute(
      server.base.db,
    );
    expect(rows[0]?.all).not.toContain(number);
  });

  it('is verified when an associate or a manager saw the ID, not on the word of an agent', async () => {
    const number = phone();
    expect(await make('agent', { phone: number, idSeen: true })).toMatchObject({ status: 403 });
    const { customerId } = await make('manager', { phone: number, email: mailbox(), idSeen: true });
    const customer = (await read(customerId)).json<{ verified: boolean; identifiers: { state: string }[] }>();
    expect(customer.verified).toBe(true);
    expect(customer.identifiers.map((identifier) => identifier.state)).toEqual(['verified', 'verified']);
  });

  it('is not made a second time for a contact that a verified customer has', async () => {
    const number = phone();
    const { customerId } = await make('associate', { phone: number, idSeen: true });
    const again = await server.asStaff('agent', 'POST', '/api/staff/customers', { phone: number });
    expect(again.json()).toMatchObject({ status: 409, code: 'identifier_taken', customerId });
  });

  it('cannot be made without a contact that can be one', async () => {
    for (const payload of [{}, { phone: '123' }, { email: 'test@gmail.com' }, { phone: '000000000' }]) {
      expect((await server.asStaff('agent', 'POST', '/api/staff/customers', payload)).json()).toMatchObject({
        code: 'invalid_request',
      });
    }
  });

  it('suggests others with the same contact and merges nobody', async () => {
    const number = phone();
    const [a, b] = [await make('agent', { phone: number, givenName: 'Ala' }), await make('agent', { phone: number })];
    expect((await read(b.customerId)).json()).toMatchObject({
      id: b.customerId,
      suggestions: [{ id: a.customerId, name: 'Ala' }],
    });
  });
});

describe('links by staff', () => {
  it('a confirmed fact links, an undo takes it back, both are in the audit', async () => {
    const { customerId } = await make('agent', { phone: phone() });
    const web = await openSubject(server.ctx(), { source: 'web', anonymousId: newId() });
    const linked = await server.asStaff('agent', 'POST', `/api/staff/customers/${customerId}/links`, {
      subjectId: web.subjectId,
      fact: 'order',
      reference: 'V-100234',
    });
    expect(linked.statusCode).toBe(201);
    const { linkId } = linked.json<{ linkId: string }>();
    expect((await read(customerId)).json()).toMatchObject({
      links: [{ id: linkId, evidence: 'staff_confirmed', undoneAt: null }],
    });
    const undone = await server.asStaff('associate', 'DELETE', `/api/staff/customers/${customerId}/links/${linkId}`);
    expect(undone.json()).toMatchObject({ separatedCustomerId: web.customerId, movedSubjectIds: [web.subjectId] });
    expect(await acts(customerId)).toEqual([
      'customers.customer.created',
      'customers.subject.linked',
      'customers.contact.viewed',
      'customers.subject.unlinked',
    ]);
  });

  it('two verified customers are refused with what to do', async () => {
    const a = await make('associate', { phone: phone(), idSeen: true });
    const b = await make('associate', { email: mailbox(), idSeen: true });
    const answer = await server.asStaff('manager', 'POST', `/api/staff/customers/${a.customerId}/links`, {
      subjectId: b.subjectId,
      fact: 'id_seen',
    });
    expect(answer.json()).toMatchObject({ status: 409, code: 'merge_refused' });
    expect(await acts(a.customerId)).toEqual(['customers.customer.created']);
  });

  it('a link of another customer is not found here', async () => {
    const [a, b] = [await make('agent', { phone: phone() }), await make('agent', { phone: phone() })];
    const web = await openSubject(server.ctx(), { source: 'web', anonymousId: newId() });
    const linked = await server.asStaff('agent', 'POST', `/api/staff/customers/${a.customerId}/links`, {
      subjectId: web.subjectId,
      fact: 'handoff',
    });
    const { linkId } = linked.json<{ linkId: string }>();
    expect(
      (await server.asStaff('agent', 'DELETE', `/api/staff/customers/${b.customerId}/links/${linkId}`)).statusCode,
    ).toBe(404);
    expect((await server.asStaff('agent', 'GET', `/api/staff/customers/${newId()}/timeline`)).statusCode).toBe(404);
  });

  it('an ID that was seen verifies one more contact; a taken one is refused', async () => {
    const a = await make('associate', { phone: phone(), idSeen: true });
    const taken = mailbox();
    const b = await make('associate', { email: taken, idSeen: true });
    const add = (value: string) =>
      server.asStaff('associate', 'POST', `/api/staff/customers/${a.customerId}/identifiers`, {
        kind: 'email',
        value,
        idSeen: true,
      });
    expect((await add(mailbox())).json()).toMatchObject({ id: a.customerId, verified: true });
    expect((await add(taken)).json()).toMatchObject({ code: 'identifier_taken', customerId: b.customerId });
  });

  it('a contact that turns out not to be theirs is taken back with a reason; what was proven is not', async () => {
    const [wrong, own] = [mailbox(), phone()];
    const a = await make('associate', { phone: own, idSeen: true });
    await server.asStaff('agent', 'POST', `/api/staff/customers/${a.customerId}/identifiers`, {
      kind: 'email',
      value: wrong,
    });
    const known = (await read(a.customerId)).json<{ identifiers: { id: string; kind: string }[] }>().identifiers;
    const idOf = (kind: string) => known.find((one) => one.kind === kind)?.id;
    const withdraw = (customerId: string, id: string | undefined) =>
      server.asStaff('agent', 'POST', `/api/staff/customers/${customerId}/identifiers/${id}/withdraw`, {
        reason: 'the e-mail of a colleague, typed by mistake',
      });
    const stranger = await make('agent', { phone: phone() });
    expect((await withdraw(stranger.customerId, idOf('email'))).statusCode).toBe(404);
    expect((await withdraw(a.customerId, idOf('phone'))).json()).toMatchObject({ code: 'invalid_request' });
    const after = (await withdraw(a.customerId, idOf('email'))).json();
    expect(after.identifiers).toEqual([expect.objectContaining({ kind: 'phone', state: 'verified' })]);
    expect((await server.asStaff('agent', 'GET', `/api/staff/customers?query=${wrong}`)).json().items).toEqual([]);
    expect(await acts(a.customerId)).toContain('customers.identifier.withdrawn');
  });

  it('is found at the counter by one field in whatever form, and a misread card is no new customer', async () => {
    const find = async (text: string, country?: string) =>
      (
        await server.asStaff('associate', 'POST', '/api/staff/customers/find', {
          text,
          ...(country ? { country } : {}),
        })
      ).json();
    const julia = server.browser();
    const email = mailbox();
    await julia.signIn(email);
    const card = (await julia.call('POST', '/api/shop/me/card')).json();
    expect(card).toMatchObject({ number: expect.stringMatching(/^K\d{9}$/), qr: expect.stringContaining('<svg') });
    expect((await julia.call('POST', '/api/shop/me/card')).json().number).toBe(card.number);
    const byCard = await find(card.number.toLowerCase());
    expect(byCard).toMatchObject({ kind: 'loyalty', isPossible: true, items: [{ verified: true }] });
    expect((await find(email)).items).toMatchObject([{ id: byCard.items[0].id }]);
    const wrong = `K${card.number.slice(1, 9)}${(Number(card.number[9]) + 1) % 10}`;
    expect(await find(wrong)).toMatchObject({ kind: 'loyalty', isPossible: false, items: [] });
    expect(await find('0151 23456789', 'DE')).toMatchObject({ kind: 'phone', value: '+4915123456789', items: [] });
    expect(await find('60012')).toMatchObject({ kind: 'phone', isPossible: false });
  });

  it('proves on the spot that a number is theirs, and whose it was before is that customer', async () => {
    const number = phone();
    const prove = async (customerId: string) => {
      const { id } = (await read(customerId))
        .json()
        .identifiers.find((one: { state: string }) => one.state === 'claimed');
      const path = `/api/staff/customers/${customerId}/identifiers/${id}`;
      const sent = await server.asStaff('associate', 'POST', `${path}/code`);
      expect([sent.statusCode, sent.body.includes(number)]).toEqual([202, false]);
      const { code } = server.mails.at(-1) ?? { code: '' };
      const wrong = await server.asStaff('associate', 'POST', `${path}/proof`, {
        code: code === '000000' ? '000001' : '000000',
      });
      expect(wrong.json()).toMatchObject({ code: 'code_invalid' });
      return (await server.asStaff('associate', 'POST', `${path}/proof`, { code })).json();
    };
    const first = await make('associate', { phone: number });
    expect(await prove(first.customerId)).toEqual({ customerId: first.customerId });
    expect(await acts(first.customerId)).toContain('customers.identifier.proven');
    const again = await make('associate', { email: mailbox() });
    await server.asStaff('associate', 'POST', `/api/staff/customers/${again.customerId}/identifiers`, {
      kind: 'phone',
      value: number,
    });
    const { identifiers } = (await read(again.customerId)).json();
    const claim = identifiers.find((one: { kind: string }) => one.kind === 'phone');
    await server.asStaff('associate', 'POST', `/api/staff/customers/${again.customerId}/identifiers/${claim.id}/code`);
    const joined = await server.asStaff(
      'associate',
      'POST',
      `/api/staff/customers/${again.customerId}/identifiers/${claim.id}/proof`,
      {
        code: server.mails.at(-1)?.code,
      },
    );
    expect(joined.json()).toEqual({ customerId: first.customerId });
  });

  it('names are written down with who said so, and found', async () => {
    const { customerId } = await make('agent', { phone: phone() });
    const named = await server.asStaff('agent', 'POST', `/api/staff/customers/${customerId}/name`, {
      givenName: 'Świętopełk',
    });
    expect(named.json()).toMatchObject({ name: 'Świętopełk' });
    const found = await server.asStaff('associate', 'GET', '/api/staff/customers?query=swietop');
    expect(found.json()).toMatchObject({ items: [{ id: customerId }] });
  });

  it('is for staff only', async () => {
    for (const url of ['/api/staff/customers?query=julia', `/api/staff/customers/${newId()}`]) {
      expect((await server.browser().call('GET', url)).statusCode).toBe(401);
    }
  });
});
