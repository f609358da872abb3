import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { groupRows } from './groupRows.ts';
import { linesOf } from './linesOf.ts';
import { readMapping } from './mapping.ts';
import type { Row } from './readRows.ts';

const mapping = readMapping(
  JSON.stringify({
    source: 'tills',
    channel: 'store',
    format: 'csv',
    event: { name: { value: 'Order Completed' }, id: ['receipt'], at: 'at', userId: 'card' },
    lines: { as: 'products', fields: { sku: 'sku' } },
  }),
);

/** The same rows each time, in no order. */
function shuffled(rows: number, receipts: number): Row[] {
  const all = Array.from({ length: rows }, (_, n) => ({ receipt: `R\t${n % receipts}`, sku: `${n}\u2028` }));
  let seed = 7;
  for (let at = all.length - 1; at > 0; at -= 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = seed % (at + 1);
    [all[at], all[other]] = [all[other] as (typeof all)[0], all[at] as (typeof all)[0]];
  }
  return all.map((cells, at) => ({ line: at + 2, cells }));
}

describe('the lines of a receipt', () => {
  it('come together wherever in the file they stand, in the order of the receipts, with little of it in memory', async () => {
    const rows = shuffled(20_000, 6_000);
    const wanted = new Map<unknown, unknown[]>();
    for (const { cells } of rows) wanted.set(cells.receipt, [...(wanted.get(cells.receipt) ?? []), cells.sku]);
    const found: [unknown, unknown[]][] = [];
    // A hundred rows at once: two hundred files, merged in several goes.
    for await (const group of groupRows(Readable.from(rows), mapping, { entries: 100, characters: 1_000_000 }))
      found.push([group[0].cells.receipt, group.map(({ cells }) => cells.sku)]);
    expect(found).toEqual([...wanted]);
  });

  it('leave no file behind, also where nobody waited for the last of them', async () => {
    const before = sortFiles();
    for await (const _ of groupRows(Readable.from(shuffled(2_000, 300)), mapping, { entries: 100, characters: 9_999 }))
      break;
    expect(sortFiles()).toEqual(before);
  });

  it('of one receipt for a whole file do not fill the memory', async () => {
    const rows = Readable.from(shuffled(40_000, 1));
    const groups: number[] = [];
    for await (const group of groupRows(rows, mapping)) groups.push(group.length);
    expect(groups).toEqual([16_385]);
  });
});

const sortFiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('throughline-sort-'));

describe('lines of a text', () => {
  it('end where a line ends and nowhere else, also in the middle of a letter of several bytes', async () => {
    const bytes = Buffer.from('\uFEFF{"a":"ż\u2028"}\r\n\n{"b":1}');
    const parts = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
    const lines: string[] = [];
    for await (const line of linesOf(Readable.from(parts), 100, () => new Error('long'))) lines.push(line);
    expect(lines).toEqual(['{"a":"ż\u2028"}', '', '{"b":1}']);
  });

  it('that never end are refused before they fill the memory', async () => {
    const endless = Readable.from(
      (async function* () {
        for (;;) yield Buffer.from('x'.repeat(60));
      })(),
    );
    const read = async () => {
      for await (const _ of linesOf(endless, 100, (line) => new Error(`line ${line} is long`)));
    };
    await expect(read()).rejects.toThrow('line 1 is long');
  });
});
