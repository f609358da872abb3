import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../kernel/database.ts';
import { newId } from '../../../kernel/ids.ts';
import { suppress } from '../consent/suppression.ts';
import { claimIdentifier, nameCustomer, openSubject, subjectForVerified } from '../index.ts';
import { refreshFacts } from '../profile/refreshFacts.ts';
import { type ShopServer, shopServer } from '../shopServer.fixture.ts';

let server: ShopServer;
beforeAll(async () => {
  server = await shopServer();
});
afterAll(() => server.stop());

const base = '/api/staff/customers/imports';
const call = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) => {
  const answer = await server.asStaff('admin', method, `${base}${path}`, payload);
  return {
    status: answer.statusCode,
    text: answer.body,
    body: String(answer.headers['content-type']).includes('json') ? answer.json() : null,
  };
};

async function upload(bytes: Buffer | string, partSize = 700_000): Promise<string> {
  const file = Buffer.from(bytes);
  const { body } = await call('POST', '', { fileName: 'customers.csv', bytes: file.length });
  for (let n = 0; n * partSize < file.length; n += 1) {
    const data = file.subarray(n * partSize, (n + 1) * partSize).toString('base64');
    expect((await call('PUT', `/${body.id}/parts/${n}`, { data })).status).toBe(200);
  }
  return body.id;
}

/** Uploads, takes the mapping as it was guessed, and waits until the rows are compared. */
async function checked(bytes: Buffer | string, options: Record<string, unknown> = {}) {
  const id = await upload(bytes);
  const guessed = (await call('POST', `/${id}/uploaded`)).body;
  const mapped = await call('PUT', `/${id}/mapping`, {
    mapping: guessed.mapping,
    country: 'PL',
    language: 'pl',
    ...options,
  });
  expect(mapped.status, mapped.text).toBe(200);
  await server.settle();
  return (await call('GET', `/${id}`)).body;
}
async function apply(id: string, choice: Record<string, string> = {}) {
  const answer = await call('POST', `/${id}/apply`, { onFound: 'fill', onDoubt: 'new', ...choice });
  expect(answer.status, answer.text).toBe(202);
  await server.settle();
  return (await call('GET', `/${id}`)).body;
}
const found = async (query: string) =>
  (await server.asStaff('agent', 'GET', `/api/staff/customers/list?query=${encodeURIComponent(query)}`)).json().items;
const unique = () => newId().slice(-12);
const phone = () => `60${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`;
const person = async (contact: { email?: string; phone?: string }, givenName?: string) => {
  const made = await openSubject(server.ctx(), { source: 'web', anonymousId: newId() });
  for (const kind of ['email', 'phone'] as const)
    if (contact[kind])
      await claimIdentifier(server.ctx(), {
        subjectId: made.subjectId,
        kind,
        value: contact[kind],
        source: 'checkout',
      });
  if (givenName) await nameCustomer(server.ctx(), { customerId: made.customerId, givenName, source: 'checkout' });
  return made;
};
const faultsOf = async (id: string) =>
  (await call('GET', `/${id}/rows?kind=faulty`)).body.items.map((row: { line: number; faults: { rule: string }[] }) => [
    row.line,
    row.faults.map((fault) => fault.rule),
  ]);

describe('a file of customers', () => {
  it('is shown as it would be, and nothing of it is written before somebody says so', async () => {
    const u = unique();
    const known = await person({ email: `anna-${u}@velora.example` });
    const file = `E-mail;Imię;Nazwisko;Telefon;Uwagi\r\nanna-${u}@velora.example;Anna;Łęcka;${phone()};"dwie\nlinie"\r\nnew-${u}@velora.example;Jan;Nowak;;\r\nNEW-${u}@Velora.example;Jan;Nowak;${phone()};\r\nnot an address;Ewa;;;\r\n`;
    const seen = await checked(file);
    expect(seen).toMatchObject({
      state: 'checked',
      encoding: 'utf-8',
      delimiter: ';',
      mapping: ['email', 'given_name', 'family_name', 'phone', null],
      counts: { rows: 4, refused: 1, found: 1, repeated: 1, fresh: 1, doubtful: 0 },
    });
    const rows = (await call('GET', `/${seen.id}/rows`)).body.items;
    expect(rows[0]).toMatchObject({
      line: 3,
      name: 'Anna Łęcka',
      email: 'a•••@velora.example',
      foundId: known.customerId,
    });
    expect(rows[2]).toMatchObject({ sameAs: rows[1].line });
    expect(await found(`new-${u}@velora.example`)).toEqual([]);
    expect(await faultsOf(seen.id)).toEqual([[6, ['email_invalid', 'no_contact']]]);

    const done = await apply(seen.id);
    expect(done).toMatchObject({ state: 'applied', counts: { made: 1, filled: 2, skipped: 1 } });
    const [jan] = await found(`new-${u}@velora.example`);
    expect(jan).toMatchObject({
      name: 'Jan Nowak',
      verified: false,
      email: { state: 'claimed' },
      phone: { state: 'claimed' },
    });
    expect((await found(`anna-${u}@velora.example`))[0]).toMatchObject({ id: known.customerId, name: 'Anna Łęcka' });
    const report = await call('GET', `/${seen.id}/errors`);
    expect(report.text).toContain('6,no,"E-mail: email_invalid; no_contact",not an address,Ewa');
  });

  it('changes nothing when it comes again, and makes nobody twice whatever is chosen', async () => {
    const u = unique();
    const file = `email,first name,tags\na-${u}@velora.example,Ada,"vip; architect"\nb-${u}@velora.example,Bea,\n`;
    const first = await apply((await checked(file)).id);
    expect(first.counts).toMatchObject({ made: 2 });
    const before = await sql`select count(*)::int as n from customers.customer`.execute(server.ctx().db);
    for (const onFound of ['fill', 'new', 'skip']) {
      const again = await checked(file);
      expect(again.sameFileAt).not.toBeNull();
      expect((await apply(again.id, { onFound })).counts).toMatchObject({ made: 0, filled: 0 });
    }
    const after = await sql`select count(*)::int as n from customers.customer`.execute(server.ctx().db);
    expect(after.rows).toEqual(before.rows);
    expect((await found(`a-${u}@velora.example`))[0].facts.tags).toEqual(['architect', 'vip']);
  });

  it('is taken back whole: its people who did nothing since go, what it filled in goes, all else stays', async () => {
    const u = unique();
    const known = await person({ email: `k-${u}@velora.example` }, 'Karol');
    const seen = await checked(
      `email,first name,last name,tags,email consent,consent source,consent date\n` +
        `k-${u}@velora.example,Other,Kowal,vip,yes,old shop,2024-05-01\nl-${u}@velora.example,Lena,,,,,\nm-${u}@velora.example,Maja,,,,,\n`,
    );
    await apply(seen.id);
    expect((await found(`k-${u}@velora.example`))[0]).toMatchObject({ name: 'Karol Kowal', facts: { tags: ['vip'] } });
    const [maja] = await found(`m-${u}@velora.example`);
    await server.asStaff('agent', 'POST', `/api/staff/customers/${maja.id}/notes`, { text: 'Called about the sofa.' });
    expect((await call('POST', `/${seen.id}/undo`)).status).toBe(202);
    await server.settle();
    expect((await call('GET', `/${seen.id}`)).body).toMatchObject({ state: 'undone', counts: { kept: 1 } });
    expect((await found(`k-${u}@velora.example`))[0]).toMatchObject({
      id: known.customerId,
      name: 'Karol',
      facts: { tags: [] },
    });
    expect(await found(`l-${u}@velora.example`)).toEqual([]);
    expect(await found(`m-${u}@velora.example`)).toHaveLength(1);
    const consents = (await server.asStaff('agent', 'GET', `/api/staff/customers/${known.customerId}/consents`)).json();
    expect(JSON.stringify(consents)).not.toContain('"given":true');
    expect((await apply((await checked(`email\nl-${u}@velora.example\n`)).id)).counts).toMatchObject({ made: 1 });
  });

  it('takes a consent only with its source and day, never over a later no, and never by default', async () => {
    const u = unique();
    const later = await person({ email: `no-${u}@velora.example` });
    await server.asStaff('agent', 'POST', `/api/staff/customers/${later.customerId}/consents`, {
      choices: [{ purpose: 'marketing', channel: 'sms', given: false }],
      wording: 'staff-1',
    });
    const seen = await checked(
      `email,sms consent,consent source,consent date\nyes-${u}@velora.example,TAK,fair 2024,01.05.2024\nbare-${u}@velora.example,yes,,\n` +
        `none-${u}@velora.example,,fair 2024,2024-05-01\nno-${u}@velora.example,yes,fair 2024,2024-05-01\n`,
    );
    expect(await faultsOf(seen.id)).toEqual([[3, ['consent_without_proof']]]);
    await apply(seen.id);
    const said = async (email: string) => {
      const [one] = await found(email);
      const { rows } = await sql<{ state: string; at: Date; proof: { source?: string } }>`
        select c.state, c.at, c.proof from customers.consent c join customers.subject s on s.id = c.subject_id
        where s.customer_id = ${one.id} and c.channel = 'sms' order by c.at desc`.execute(server.ctx().db);
      return rows;
    };
    expect(await said(`yes-${u}@velora.example`)).toMatchObject([
      { state: 'given', at: new Date('2024-05-01T00:00:00Z'), proof: { source: 'fair 2024' } },
    ]);
    expect((await said(`no-${u}@velora.example`))[0]?.state).toBe('withdrawn');
    expect(await said(`bare-${u}@velora.example`)).toEqual([]);
    expect(await said(`none-${u}@velora.example`)).toEqual([]);
  });

  it('finds the proven owner of a contact, and where it is not sure joins nobody', async () => {
    const u = unique();
    const [shared, twice] = [phone(), `t-${u}@velora.example`];
    const proven = await subjectForVerified(server.ctx(), {
      kind: 'email',
      value: `p-${u}@velora.example`,
      evidence: { kind: 'code', source: 'code' },
    });
    await person({ email: `p-${u}@velora.example` });
    await person({ phone: shared }, 'Marek');
    await person({ email: twice });
    await person({ email: twice });
    const seen = await checked(
      `email,phone,first name\np-${u}@velora.example,,\n,${shared},Zosia\n,${shared},Marek\n${twice},,\n`,
    );
    const rows = (await call('GET', `/${seen.id}/rows`)).body.items;
    expect(rows.map((row: Record<string, unknown>) => [row.doubt, row.sameAs])).toEqual([
      [null, null],
      ['other_name', null],
      [null, null],
      ['several', null],
    ]);
    expect(rows[0].foundId).toBe(proven.customerId);
    expect((await apply(seen.id)).counts).toMatchObject({ made: 2, unchanged: 2 });
    expect(await found(shared)).toHaveLength(2);
  });

  it('brings nobody back whose data was erased at their wish', async () => {
    const email = `gone-${unique()}@velora.example`;
    await inTransaction(server.ctx(), (tx) => suppress(tx, { kind: 'email', value: email }, 'erased'));
    const seen = await checked(`email,first name\n${email},Olga\n`);
    expect(await faultsOf(seen.id)).toEqual([[2, ['erased']]]);
    await apply(seen.id);
    expect(await found(email)).toEqual([]);
  });

  it('is read whatever wrote it: gzip in parts, UTF-16 of a spreadsheet, Windows letters, sep=, tabs', async () => {
    const u = unique();
    const cp1250 = (text: string) =>
      Buffer.from([...text].map((sign) => ({ Ł: 0xa3, ę: 0xea, ó: 0xf3, ś: 0x9c })[sign] ?? sign.charCodeAt(0)));
    const cp1251 = (text: string) =>
      Buffer.from(
        [...text].map((sign) => (/[А-я]/.test(sign) ? sign.charCodeAt(0) - 0x410 + 0xc0 : sign.charCodeAt(0))),
      );
    const files: [Buffer, string, string][] = [
      [gzipSync(`\uFEFFemail,last name\ng-${u}@velora.example,Żółć\n`), 'Żółć', 'utf-8'],
      [Buffer.from(`\uFEFFemail\tlast name\ng-${u}@velora.example\tŻółć\n`, 'utf16le'), 'Żółć', 'utf-16le'],
      [cp1250(`sep=;\r\nemail;nazwisko\r\ng-${u}@velora.example;Łęśó\r\n`), 'Łęśó', 'windows-1250'],
      [cp1251(`email;Фамилия\ng-${u}@velora.example;Иванова\n`), 'Иванова', 'windows-1251'],
    ];
    for (const [bytes, name, encoding] of files) {
      const id = await upload(bytes, 40);
      const read = (await call('POST', `/${id}/uploaded`)).body;
      expect(read).toMatchObject({ encoding, mapping: ['email', 'family_name'] });
      expect(read.columns[1].samples).toEqual([name]);
    }
    const short = await upload(gzipSync(`email\n${'x'.repeat(500)}@a.example\n`).subarray(0, 30));
    const broken = await call('POST', `/${short}/uploaded`);
    expect([broken.status, broken.body.detail]).toEqual([400, expect.stringContaining('damaged')]);
  });

  it('goes on where a killed server left it, and does no row twice', async () => {
    const u = unique();
    const rows = Array.from({ length: 1_200 }, (_, n) => `r${n}-${u}@velora.example,Rob${n}`);
    const { id } = await checked(`email,first name\n${rows.join('\n')}\n`);
    await call('POST', `/${id}/apply`, { onFound: 'fill', onDoubt: 'new' });
    // The job dies with its server in the middle: half of the rows are in, and nobody is at work.
    const { applyImport } = await import('./applyImport.ts');
    const { getImport } = await import('./storeImport.ts');
    await applyImport(server.ctx(), await getImport(server.ctx(), id));
    await sql`delete from jobs.job where name = 'customers-import'`.execute(server.ctx().db);
    expect((await call('GET', `/${id}`)).body).toMatchObject({ state: 'applying', done: 500, total: 1_200 });
    server.clock.travel(60_000);
    await server.jobs.enqueue(server.ctx(), 'customers-imports-take-up', {});
    await server.settle();
    expect((await call('GET', `/${id}`)).body).toMatchObject({
      state: 'applied',
      done: 1_200,
      counts: { made: 1_200 },
    });
    const { rows: people } = await sql<{ n: number }>`
      select count(*)::int as n from customers.identifier where source = ${`import:${id}`}`.execute(server.ctx().db);
    expect(people[0]?.n).toBe(1_200);
    // The figures written in one go are those that working them out gives.
    const facts = () =>
      sql`select f.* from customers.profile_facts f join customers.subject s on s.customer_id = f.customer_id
        where s.source = 'import' order by f.customer_id limit 20`.execute(server.ctx().db);
    const written = await facts();
    const ids = (written.rows as { customer_id: string }[]).map((row) => row.customer_id);
    await refreshFacts(server.ctx(), ids);
    const plain = (rows: unknown[]) => (rows as object[]).map((row) => ({ ...row, refreshed_at: null }));
    expect(plain((await facts()).rows)).toEqual(plain(written.rows));
  });
});
