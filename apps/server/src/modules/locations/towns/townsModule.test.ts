import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { townsTable } from './towns.ts';

test('the module holds the table as it stands; run generateTowns.ts after a change', () => {
  expect(townsTable).toBe(readFileSync(new URL('./towns.tsv', import.meta.url), 'utf8'));
});
