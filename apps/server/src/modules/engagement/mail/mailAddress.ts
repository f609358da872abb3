/**
 * Whether a text can be the one address a mail goes to. Deliberately narrow: commas, brackets, quotes and line breaks
 * would let a customer's input name further recipients.
 */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:"]{2,}$/.test(text);
}

/** Name and address of "Velora <hello@velora.example>", or of a bare address. */
export function parseSender(from: string): { name: string; local: string; domain: string } {
  const match = /^\s*(?:"?([^"<]*?)"?\s*<)?([^\s<>@]+)@([^\s<>@]+?)>?\s*$/.exec(from);
  if (!match?.[2] || !match[3]) throw new Error(`"${from}" is no sender; write it as "Shop <hello@shop.example>"`);
  return { name: match[1] ?? '', local: match[2], domain: match[3] };
}
