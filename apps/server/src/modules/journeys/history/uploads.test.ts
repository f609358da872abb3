import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JourneysServer, journeysServer } from '../journeysServer.fixture.ts';
import { createHistoryWorker } from './historyWorker.ts';

const address = '/api/staff/history-imports';
let server: JourneysServer;
beforeAll(async () => {
  server = await journeysServer();
});
afterAll(() => server.stop());

const act = async (id: string, what: string, body: object = {}) =>
  (await server.asStaff('admin', 'POST', `${address}/${id}/${what}`, body)).json();
const read = async (id: string) => (await server.asStaff('admin', 'GET', `${address}/${id}`)).json();
const put = (id: string, payload: Buffer, offset = 0, headers: Record<string, string> = {}) =>
  server.app.inject({
    method: 'PUT',
    url: `${address}/${id}/file?offset=${offset}`,
    headers: { cookie: 'role=admin', 'content-type': 'application/octet-stream', ...headers },
    payload,
  });
async function send(fileName: string, content: string | Buffer): Promise<string> {
  const file = Buffer.from(content);
  const { id } = (await server.asStaff('admin', 'POST', address, { fileName, bytes: file.length })).json();
  expect((await put(id, file)).json()).toMatchObject({ state: 'uploaded', uploaded: file.length });
  return id;
}
const visits = (source: string) => ({
  source,
  channel: 'store',
  format: 'ndjson',
  event: { name: { value: 'Store Visited' }, id: ['id'], at: 'at', userId: 'who' },
});
const visitLines = (n: number, from = 0) =>
  Array.from({ length: n }, (_, i) =>
    JSON.stringify({ id: from + i, at: 1_767_225_600 + i, who: `visitor-${i % 50}` }),
  ).join('\n');
const partsOf = async (id: string) =>
  (await sql`select 1 from journeys.history_part where import_id = ${id}`.execute(server.base.db)).rows.length;

const baskets = [
  'Order ID;Sold at;Customer ID;SKU;Quantity;Price',
  'P1;2026-03-29 03:30;K1;LAMP;1;99,50',
  'P2;2026-03-29 12:00;K2;SOFA;1;3799,00',
  'P1;2026-03-29 03:30;K1;BULB;3;12,30',
  'P3;tomorrow;jan.kowalski@example.com;RUG;1;5',
].join('\r\n');

describe('a history that is sent', () => {
  it('shows by a guessed mapping what it would become, comes in, and tells the rows that could not', async () => {
    const id = await send('Sprzedaż 2024.csv.gz', gzipSync(baskets));
    const preview = await act(id, 'preview');
    expect(preview).toMatchObject({
      columns: ['Order ID', 'Sold at', 'Customer ID', 'SKU', 'Quantity', 'Price'],
      mapping: { source: 'sprzedaz-2024', channel: 'store', delimiter: ';', zone: 'Europe/Warsaw' },
      rows: 4,
      made: 2,
      faulty: 1,
      faults: [{ line: 5, column: 'Sold at', sample: 'tomorrow' }],
    });
    expect(preview.events.map((one: { line: number; who: string }) => [one.line, one.who])).toEqual([
      [2, 'K1'],
      [3, 'K2'],
    ]);
    expect(JSON.parse(preview.events[0].event).properties).toMatchObject({ order_id: 'P1', revenue: 111.8 });
    expect(await server.touchpoints("source = 'sprzedaz-2024'")).toEqual([]);

    expect(await act(id, 'start', { mapping: preview.mapping })).toMatchObject({ state: 'running' });
    await server.flush();
    expect(await read(id)).toMatchObject({ state: 'done', rows: 4, kept: 2, known: 0, faulty: 1, share: 1 });
    expect(await server.touchpoints("source = 'sprzedaz-2024'")).toHaveLength(2);
    expect(await partsOf(id)).toBe(0);
    const report = await server.asStaff('admin', 'GET', `${address}/${id}/faults`);
    expect(report.body).toContain('5,Sold at,');
    expect(report.body).not.toContain('kowalski');

    // Once more, packed otherwise: every event is known.
    const again = await send('same.csv', baskets);
    await act(again, 'start', { mapping: preview.mapping });
    await server.flush();
    expect(await read(again)).toMatchObject({ state: 'done', kept: 0, known: 2 });
  });

  it('goes on where the line broke, and says where that is to who begins elsewhere', async () => {
    const file = Buffer.from(visitLines(60_000));
    const { id } = (await server.asStaff('admin', 'POST', address, { fileName: 'a', bytes: file.length })).json();
    const half = file.subarray(0, 1_500_000);
    expect((await put(id, half)).json()).toMatchObject({ state: 'uploading', uploaded: half.length });
    expect((await put(id, file)).json()).toMatchObject({ status: 409, uploaded: half.length });
    expect(await act(id, 'start', { mapping: visits('broken-line') })).toMatchObject({ code: 'illegal_transition' });
    expect((await put(id, Buffer.concat([file, file]), 0)).statusCode).toBe(409);
    expect((await put(id, Buffer.concat([file.subarray(half.length), half]), half.length)).json()).toMatchObject({
      code: 'invalid_request',
    });
    const { uploaded } = await read(id);
    const rest = await put(id, file.subarray(uploaded), uploaded, { 'content-encoding': 'identity' });
    expect(rest.json()).toMatchObject({ state: 'uploaded', uploaded: file.length });
    await act(id, 'cancel');
    expect(await partsOf(id)).toBe(0);
  });

  it('keeps what came before the line went dead, also when the sender is gone', async () => {
    await server.app.listen({ port: 0 });
    const { port } = server.app.server.address() as AddressInfo;
    const file = Buffer.from(visitLines(60_000));
    const { id } = (await server.asStaff('admin', 'POST', address, { fileName: 'a', bytes: file.length })).json();
    const sending = request({
      port,
      method: 'PUT',
      path: `${address}/${id}/file`,
      headers: { cookie: 'role=admin', 'content-length': file.length },
    });
    sending.on('error', () => undefined);
    sending.write(file.subarray(0, 1_300_000));
    await expect.poll(async () => (await read(id)).uploaded, { timeout: 10_000 }).toBeGreaterThan(1_000_000);
    sending.destroy();
    await expect.poll(async () => (await read(id)).uploaded, { timeout: 10_000 }).toBe(1_300_000);
    expect((await put(id, file.subarray(1_300_000), 1_300_000)).json()).toMatchObject({ state: 'uploaded' });
    await act(id, 'cancel');
  });

  it('never makes an event of today wait behind more than five thousand of it', async () => {
    const id = await send('visits.ndjson', visitLines(9_000));
    await act(id, 'start', { mapping: visits('not-in-the-way') });
    const worker = createHistoryWorker();
    worker.start(server.base);
    await expect.poll(async () => (await read(id)).kept, { timeout: 20_000, interval: 50 }).toBe(5_000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await read(id)).kept).toBe(5_000);
    await server.flush();
    await expect.poll(async () => (await read(id)).state, { timeout: 20_000, interval: 50 }).toBe('done');
    await worker.stop();
    await server.flush();
    expect(await server.touchpoints("source = 'not-in-the-way'")).toHaveLength(9_000);
  });

  it('a server that ends in the middle loses and doubles nothing; another takes it over when it is silent', async () => {
    const id = await send('visits.ndjson', visitLines(12_000));
    await act(id, 'start', { mapping: visits('taken-over') });
    const first = createHistoryWorker();
    first.start(server.base);
    await expect.poll(async () => (await read(id)).kept, { timeout: 20_000, interval: 5 }).toBeGreaterThan(0);
    await first.stop();
    const { kept } = await read(id);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(12_000);

    // As one that was killed would leave it.
    const dead = server.ctx().newId();
    const soon = new Date(server.clock.now().getTime() + 30_000);
    await sql`update journeys.history_upload set worker = ${dead}, leased_until = ${soon} where id = ${id}`.execute(
      server.base.db,
    );
    const second = createHistoryWorker();
    expect(await second.drainOnce(server.base)).toBe(false);
    server.clock.travel(31_000);
    expect(await second.drainOnce(server.base)).toBe(true);
    expect(await read(id)).toMatchObject({ state: 'done', kept: 12_000, known: 0, rows: 12_000 });
    await server.flush();
    expect(await server.touchpoints("source = 'taken-over'")).toHaveLength(12_000);
  });

  it('rests when it is paused, goes on when it is resumed, and keeps what it had when it is cancelled', async () => {
    const id = await send('visits.ndjson', visitLines(3_000));
    await act(id, 'start', { mapping: visits('resting') });
    expect(await act(id, 'pause')).toMatchObject({ state: 'paused' });
    await server.flush();
    expect(await read(id)).toMatchObject({ state: 'paused', kept: 0 });
    expect(await act(id, 'start', { mapping: visits('resting') })).toMatchObject({ code: 'illegal_transition' });
    expect(await act(id, 'resume')).toMatchObject({ state: 'running' });
    await server.flush();
    expect(await read(id)).toMatchObject({ state: 'done', kept: 3_000 });
    expect(await act(id, 'cancel')).toMatchObject({ code: 'illegal_transition' });
  });

  it('with a row that is broken keeps what came before it and says the line', async () => {
    const id = await send('visits.ndjson', `${visitLines(1_200)}\n{"id":`);
    await act(id, 'start', { mapping: visits('broken-row') });
    await server.flush();
    const failed = await read(id);
    expect(failed).toMatchObject({ state: 'failed', kept: 1_200, isFileKept: true });
    expect(failed.fault).toMatchObject({ rule: 'not_json', line: 1_201, detail: expect.stringContaining('Line 1201') });
  });

  it('a packed file that was cut off, an empty table and a mapping that does not fit are told, not thrown', async () => {
    const cut = await send('cut.gz', gzipSync(visitLines(500)).subarray(0, 400));
    expect(await act(cut, 'preview')).toMatchObject({ code: 'invalid_request' });
    const empty = await send('empty.csv', 'a;b\n');
    expect(await act(empty, 'preview')).toMatchObject({ code: 'invalid_request' });
    const id = await send('visits.ndjson', visitLines(3));
    expect((await act(id, 'preview', { mapping: { ...visits('x1'), channel: 'shop' } })).detail).toContain('/channel');
    expect((await act(id, 'preview', { mapping: { ...visits('x1'), zone: 'Krakow' } })).detail).toContain('Krakow');
    const wrong = visits('x1');
    const shown = await act(id, 'preview', { mapping: { ...wrong, event: { ...wrong.event, at: 'when' } } });
    expect(shown).toMatchObject({ made: 0, faulty: 3, faults: [{ line: 1, column: 'when' }, {}, {}] });
  });

  it('a broken table names the line and never what stood in it', async () => {
    const id = await send('broken.csv', 'id,at,who\n1,2026-03-01,K1\n2,2026-03-01,jan.kowalski" @example.com\n');
    const mapping = { ...visits('broken-table'), format: 'csv' };
    await act(id, 'start', { mapping });
    await server.flush();
    const failed = await read(id);
    expect(failed).toMatchObject({ state: 'failed' });
    expect(failed.fault).toMatchObject({ rule: 'not_csv', line: 3, detail: expect.stringContaining('line 3') });
    expect(failed.fault.detail).not.toContain('kowalski');
  });

  it('when a customer is erased the files that wait are gone, and what they say of that customer', async () => {
    const id = await send('visits.ndjson', `${visitLines(2)}\n{"id":"2","at":"zofia.unika@velora.example","who":"w"}`);
    const waiting = await send('waiting.ndjson', visitLines(2));
    await act(id, 'start', { mapping: visits('erased') });
    await server.flush();
    const person = {
      customerId: server.ctx().newId(),
      customerIds: [],
      subjectIds: [server.ctx().newId()],
      anonymousIds: [],
      emails: ['zofia.unika@velora.example'],
      phones: [],
      fullNames: [],
      rareNames: [],
    };
    await server.journeys.personal?.erase?.(server.ctx(), person, { keep: async () => undefined });
    expect(await partsOf(waiting)).toBe(0);
    expect(await read(waiting)).toMatchObject({ state: 'failed', isFileKept: false });
    expect(await act(waiting, 'resume')).toMatchObject({ code: 'illegal_transition' });
    expect((await server.asStaff('admin', 'GET', `${address}/${id}/faults`)).body).not.toContain('unika');
  });

  it('a file nobody goes on with is gone after a week', async () => {
    const id = await send('visits.ndjson', visitLines(3));
    server.clock.travel(8 * 86_400_000);
    const { forgetUploads } = await import('./forgetUploads.ts');
    await forgetUploads(server.ctx());
    server.clock.travel(-8 * 86_400_000);
    expect(await read(id)).toMatchObject({ state: 'cancelled', isFileKept: false });
    expect(await partsOf(id)).toBe(0);
  });

  const root = resolve(import.meta.dirname, '../../../../../..');
  const real = ['../shared/data', '../../shared/data'].map((path) => resolve(root, path)).find(existsSync);
  it.skipIf(!real)('real baskets come in by the mapping in the guide', async () => {
    const mapping = JSON.parse(await readFile(resolve(root, 'docs/guides/mappings/complete-journey.json'), 'utf8'));
    const whole = await readFile(resolve(real ?? '', 'complete-journey/transactions_sample.csv.gz'));
    const lines = gunzipSync(whole).toString('utf8').split('\n').slice(0, 3_001);
    const id = await send('transactions.csv.gz', gzipSync(lines.join('\n')));
    const { faulty } = await act(id, 'preview', { mapping });
    expect(faulty).toBe(0);
    await act(id, 'start', { mapping });
    await server.flush();
    const done = await read(id);
    expect(done).toMatchObject({ state: 'done', rows: 3_000, faulty: 0 });
    const column = lines[0]?.split(',').findIndex((name) => name.includes('basket_id')) ?? 0;
    expect(done.kept).toBe(new Set(lines.slice(1).map((line) => line.split(',')[column])).size);
  });
});
