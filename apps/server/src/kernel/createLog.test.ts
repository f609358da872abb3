import { expect, test } from 'vitest';
import { createLog } from './createLog.ts';

const lineOf = (error: unknown): string => {
  const lines: string[] = [];
  createLog({ level: 'info' }, { write: (line) => lines.push(line) }).error({ err: error }, 'it failed');
  return lines.join('');
};

test('an error in the log tells what is wrong and quotes nobody’s row', () => {
  const error = Object.assign(new Error('new row for relation "identifier" violates check constraint'), {
    code: '23514',
    constraint: 'identifier_value',
    detail: 'Failing row contains (1, zofia@velora.example, Zofia Nowak).',
    where: 'COPY line 1: "Zofia Nowak"',
    parameters: ['Zofia Nowak'],
  });
  const line = lineOf(error);
  expect(JSON.parse(line).err).toMatchObject({ type: 'Error', code: '23514', constraint: 'identifier_value' });
  expect(line).not.toContain('Zofia');
  expect(line).not.toContain('velora.example');
});

test('an address in what a mail or text gateway answered is left out, also in its cause', () => {
  const cause = new Error('550 5.1.1 <zofia@velora.example>: user unknown, tried +48 605 739 914');
  const line = lineOf(new Error('could not be sent to zofia@velora.example', { cause }));
  expect(line).toContain('550 5.1.1');
  for (const secret of ['zofia', '605 739']) expect(line).not.toContain(secret);
});
