/**
 * What is compared, and how well two values may agree. Level 0 is "one of the two says nothing": no evidence either way.
 * The others go from the best agreement to none. Levels are ordered, so `level <= 2` reads "agrees at least so well".
 */
export const fields = ['givenName', 'familyName', 'birthDate', 'phone', 'email', 'address'] as const;
export type Field = (typeof fields)[number];

export const levelsOf = {
  givenName: ['missing', 'same', 'same_name', 'typo', 'alike', 'different'],
  familyName: ['missing', 'same', 'same_name', 'typo', 'alike', 'different'],
  birthDate: ['missing', 'same', 'slip', 'near', 'different'],
  phone: ['missing', 'same', 'slip', 'different'],
  email: ['missing', 'same', 'same_mailbox', 'typo', 'different'],
  address: ['missing', 'same', 'same_house', 'same_postcode', 'same_town', 'different'],
} as const satisfies Record<Field, readonly string[]>;

export type Level<F extends Field = Field> = (typeof levelsOf)[F][number];

/** Three bits a field: a pattern of agreement is one number under `patternCount`. */
export const bitsPerField = 3;
export const patternCount = 2 ** (bitsPerField * fields.length);

export const levelIn = (pattern: number, field: number): number => (pattern >> (bitsPerField * field)) & 7;

export function patternOf(levels: readonly number[]): number {
  return levels.reduce((pattern, level, field) => pattern | (level << (bitsPerField * field)), 0);
}
