import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JourneysServer, journeysServer } from '../journeysServer.fixture.ts';
import { type HistoryFile, importHistory } from './importHistory.ts';
import { readMapping } from './mapping.ts';
import { readInstant } from './readInstant.ts';

const root = resolve(import.meta.dirname, '../../../../../..');
let server: JourneysServer;
beforeAll(async () => {
  server = await journeysServer();
});
afterAll(() => server.stop());

const baskets = (source: string) =>
  readMapping(
    JSON.stringify({
      source,
      channel: 'store',
      format: 'csv',
      delimiter: ';',
      zone: 'Europe/Warsaw',
      event: {
        name: { value: 'Order Completed' },
        id: ['receipt'],
        at: 'sold_at',
        userId: { column: 'card', prefix: 'card-' },
        properties: { order_id: 'receipt' },
      },
      lines: { as: 'products', fields: { sku: 'sku' }, sum: { revenue: 'gross' } },
    }),
  );
const file = (content: string | Buffer, digest = 'one'): HistoryFile => ({
  digest,
  open: () => Readable.from([Buffer.from(content)]),
});
const sold = [
  '\uFEFFreceipt;sold_at;card;sku;gross',
  'P1;2026-03-29 03:30;K1;LAMP;"99,50"',
  'P2;2026-03-29 12:00;K2;SOFA;3799,00',
  'P1;2026-03-29 03:30;K1;BULB;12,30',
];

describe('the history of another system', () => {
  it('comes in as what happened then: the lines of a receipt are one sale, at the time on the wall of the shop', async () => {
    const done = await importHistory(server.ctx(), baskets('tills'), file(gzipSync(sold.join('\r\n'))));
    expect(done).toMatchObject({ rows: 3, kept: 2, known: 0, faulty: 0 });
    await server.flush();
    const rows = await server.touchpoints("source = 'tills'");
    expect(rows.map(({ kind, channel, step, at }) => [kind, channel, step, new Date(`${at}Z`).toISOString()])).toEqual([
      ['Order Completed', 'store', 'store', '2026-03-29T01:30:00.000Z'],
      ['Order Completed', 'store', 'store', '2026-03-29T10:00:00.000Z'],
    ]);
    expect(rows[0]?.properties).toMatchObject({ order_id: 'P1', revenue: '111.8', product_ids: 'LAMP,BULB' });
    expect(new Set(rows.map((row) => row.subject_id)).size).toBe(2);
  });

  it('run again, also with the file grown and weeks later, keeps each event once', async () => {
    server.clock.travel(40 * 86_400_000);
    const grown = [...sold, 'P3;2026-03-30 10:00;K1;RUG;450,00'].join('\n');
    expect(await importHistory(server.ctx(), baskets('tills'), file(grown, 'two'))).toMatchObject({
      kept: 1,
      known: 2,
    });
    expect(await importHistory(server.ctx(), baskets('tills'), file(grown, 'two'))).toMatchObject({
      kept: 0,
      known: 0,
      resumedAt: 3,
    });
    server.clock.travel(-40 * 86_400_000);
    await server.flush();
    expect(await server.touchpoints("source = 'tills'")).toHaveLength(3);
  });

  it('rows that cannot be used are told with line, column and rule; the others come in', async () => {
    const bad = [...sold, ';2026-03-30 10:00;K1;RUG;1', 'P8;tomorrow;K1;RUG;1', 'P9;2026-03-30 10:00;NA;RUG;1'];
    const done = await importHistory(server.ctx(), baskets('faulty'), file(bad.join('\n'), 'bad'));
    expect(done).toMatchObject({ kept: 2, faulty: 3 });
    expect(done.faults.map(({ line, column }) => [line, column])).toEqual([
      [5, 'receipt'],
      [6, 'sold_at'],
      [7, 'card'],
    ]);
  });

  it('interrupted in the middle it goes on there, and nothing is lost or doubled', async () => {
    const mapping = readMapping(
      JSON.stringify({
        source: 'visits',
        channel: 'store',
        format: 'ndjson',
        event: { name: { value: 'Store Visited' }, id: ['id'], at: 'at', userId: 'who' },
      }),
    );
    const lines = Array.from({ length: 2_500 }, (_, n) =>
      JSON.stringify({ id: n, at: 1_767_225_600 + n, who: `visitor-${n % 50}` }),
    );
    const breaking: HistoryFile = {
      digest: 'visits',
      open: () =>
        Readable.from(
          (async function* () {
            yield Buffer.from(`${lines.slice(0, 1_700).join('\n')}\n`);
            throw new Error('the disk is gone');
          })(),
        ),
    };
    await expect(importHistory(server.ctx(), mapping, breaking)).rejects.toThrow('the disk is gone');
    const done = await importHistory(server.ctx(), mapping, file(lines.join('\n'), 'visits'));
    expect(done).toMatchObject({ resumedAt: 1_000, kept: 1_500, known: 0 });
    await server.flush();
    expect(await server.touchpoints("source = 'visits'")).toHaveLength(2_500);
  });

  it('a mapping that does not fit says where', () => {
    expect(() => readMapping('{')).toThrow('no JSON');
    expect(() => readMapping(JSON.stringify({ ...baskets('tills'), channel: 'shop' }))).toThrow('/channel');
    const { userId: _, ...event } = baskets('tills').event;
    expect(() => readMapping(JSON.stringify({ ...baskets('tills'), event }))).toThrow('userId or anonymousId');
  });

  it.each([
    ['2026-03-29T12:00:00+02:00', '2026-03-29T10:00:00.000Z'],
    ['2026-03-29 12:00:01.5', '2026-03-29T10:00:01.500Z'],
    ['2026-01-05', '2026-01-04T23:00:00.000Z'],
    ['1767225600', '2026-01-01T00:00:00.000Z'],
    ['29.03.2026', undefined],
    ['2026-02-31T10:00:00Z', undefined],
  ])('the time %s is read as %s', (text, instant) => {
    const ms = readInstant(text, 'Europe/Warsaw');
    expect(ms === undefined ? undefined : new Date(ms).toISOString()).toBe(instant);
  });

  const real = resolve(root, '../shared/data');
  it.skipIf(!existsSync(real))(
    'real baskets and a real click stream come in whole, by the mappings in the guide',
    async () => {
      for (const [name, path, events] of [
        ['complete-journey', 'complete-journey/transactions_sample.csv.gz', 47243],
        ['clickstream', 'clickstream/ecom.csv.gz', 31_076],
      ] as const) {
        const mapping = readMapping(await readFile(resolve(root, `docs/guides/mappings/${name}.json`), 'utf8'));
        const open = () => createReadStream(resolve(real, path));
        const done = await importHistory(server.ctx(), mapping, { digest: name, open });
        expect(done.faults).toEqual([]);
        expect(done.kept).toBe(events);
        expect(done.rows).toBeGreaterThan(31_000);
      }
    },
  );
});
