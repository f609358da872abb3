import { expect, test } from 'vitest';
import { cleanScan, createKeyReader } from './readKeys.ts';

function type(text: string, gapMs: number, end = 'Enter', codes?: string[], isFree = false) {
  const reader = createKeyReader();
  let at = 1_000;
  let last: ReturnType<typeof reader.press> = { kind: 'none' };
  [...text].forEach((key, place) => {
    last = reader.press({ key, code: codes?.[place] ?? '', at, isFree });
    at += gapMs;
  });
  if (end) last = reader.press({ key: end, code: end, at, isFree });
  return { reader, last, at };
}

test('a scanner is known by its speed, whatever has the focus', () => {
  expect(type('K7-42MX', 5).last).toEqual({ kind: 'scan', text: 'K7-42MX' });
  expect(type('5901234123457', 20, 'Tab').last).toEqual({ kind: 'scan', text: '5901234123457' });
});

test('a person who types is no scanner, and Enter stays theirs', () => {
  expect(type('K7-42MX', 70).last).toEqual({ kind: 'none' });
  expect(type('abc', 5).last).toEqual({ kind: 'none' });
});

test('a long number is a scan at any speed where nothing takes text, and nowhere else', () => {
  expect(type('5901234123457', 150, 'Enter', undefined, true).last).toEqual({ kind: 'scan', text: '5901234123457' });
  expect(type('5901234123457', 150).last).toEqual({ kind: 'none' });
  expect(type('5901234123457', 600, 'Enter', undefined, true).last).toEqual({ kind: 'none' });
  expect(type('1234', 150, 'Enter', undefined, true).last).toEqual({ kind: 'none' });
  expect(type('rtrtrtrtrt', 150, 'Enter', undefined, true).last).toEqual({ kind: 'none' });
  // The rest between two slow digits does not lose the first.
  const reader = createKeyReader();
  let at = 0;
  for (const key of '59012341') {
    at += 100;
    reader.press({ key, code: '', at, isFree: true });
    expect(reader.rest(at + 80)).toBeUndefined();
  }
  expect(reader.press({ key: 'Enter', code: 'Enter', at: at + 100, isFree: true })).toEqual({
    kind: 'scan',
    text: '59012341',
  });
});

test('a scanner that sends no end is heard when it rests', () => {
  const { reader, at } = type('5901234123457', 5, '');
  expect(reader.rest(at + 200)).toBe('5901234123457');
  expect(reader.rest(at + 400)).toBeUndefined();
});

test('a keyboard set to Russian does not garble a code', () => {
  const codes = ['KeyK', 'Digit7', 'Minus', 'Digit4', 'Digit2', 'KeyM', 'KeyX'];
  expect(type('Л7-42ЬЧ', 5, 'Enter', codes).last).toEqual({ kind: 'scan', text: 'K7-42MX' });
});

test('two scans one after the other are two', () => {
  const reader = createKeyReader();
  const scans: string[] = [];
  let at = 0;
  for (const text of ['LUND-3S', 'AALTO-2']) {
    for (const key of text) {
      at += 3;
      reader.press({ key, code: '', at });
    }
    at += 3;
    const end = reader.press({ key: 'Enter', code: 'Enter', at });
    if (end.kind === 'scan') scans.push(end.text);
  }
  expect(scans).toEqual(['LUND-3S', 'AALTO-2']);
});

test('stars and symbology marks around a code are not part of it', () => {
  expect(cleanScan(' *K7-42MX*\r')).toBe('K7-42MX');
  expect(cleanScan(']d2K7-42MX')).toBe('K7-42MX');
});
