import { expect, test } from 'vitest';
import { splitName } from './splitName.ts';

test('a name typed in one field is given and family name, and whole again when shown', () => {
  expect(splitName(' Zofia Maria  Łęcka ')).toEqual({ givenName: 'Zofia Maria', familyName: 'Łęcka' });
  expect(splitName('Basia')).toEqual({ givenName: 'Basia' });
});
