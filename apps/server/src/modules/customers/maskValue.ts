import type { IdentifierKind } from './normaliseIdentifier.ts';

/** Enough of a contact to tell two people apart across a counter, not enough to use: `j•••@gmail.com`, `+48 ••• 123`. */
export function maskValue(kind: IdentifierKind, value: string): string {
  if (kind === 'email') {
    const at = value.lastIndexOf('@');
    return `${value.slice(0, 1)}•••${value.slice(at)}`;
  }
  if (kind === 'phone') return `${value.slice(0, 3)} ••• ${value.slice(-3)}`;
  return `•••${value.slice(-3)}`;
}
