const isContact = (text: string): boolean => text.includes('@') || /^\+?\d[\d ]{5,}$/.test(text);

/** A contact that stands in for a name is not read aloud in a list: `j…@example.com`, `+48600 … 800`. */
export function maskContact(value: string): string {
  if (!isContact(value) || value.includes('…')) return value;
  const [name = '', host] = value.split('@');
  return host ? `${name.slice(0, 1)}…@${host}` : `${value.slice(0, 6)} … ${value.slice(-3)}`;
}

/** What to call somebody: the name we know, else the one they gave, else their contact masked. */
export function nameOf(known: string | null, claimed: string | null, nobody: string): string {
  if (known && !isContact(known)) return known;
  return claimed ?? (known ? maskContact(known) : nobody);
}

/** Whether the name is only what they said. */
export const isOnlySaid = (known: string | null, claimed: string | null): boolean =>
  claimed !== null && (known === null || isContact(known));
