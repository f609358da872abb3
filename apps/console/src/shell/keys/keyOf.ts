/** What of a key press counts. */
export interface Press {
  key: string;
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/**
 * The act's name of a key press, or undefined where it is none. A letter is its place on the keyboard where the layout is
 * not Latin, so that J works while typing Russian. With Alt nothing counts: AltGr types Polish letters.
 */
export function keyOf(press: Press): string | undefined {
  if (press.altKey || press.ctrlKey || press.metaKey) return undefined;
  const { key, code } = press;
  if (key.length > 1) return key;
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter && /\p{L}/u.test(key)) return letter.toLowerCase();
  // On a Cyrillic layout the slash key gives another sign; its place says what was meant.
  if (code === 'Slash' && !/^[/?]$/.test(key)) return key === ',' ? '?' : '/';
  return key;
}
