const mask = '•••';
/** Fields that say who somebody is or where they are, whatever they hold; names as tracking clients write them, folded. */
const personal =
  /^(.*e?mail|.*phone|.*loyalty.*|mobile|ip|ipaddress|name|(first|last|full|given|family|middle|user|nick)name|surname|birth(day|date)?|dateofbirth|address|street|city|zip|postalcode|postcode|latitude|longitude|title|avatar|message|comment|note|text|password|token)$/;

/**
 * An event as staff may look at it to see what is wrong with it: its shape, ids and amounts, and nobody's e-mail, phone, name or
 * address. Traits describe a person, so of them only the kind of value is shown.
 */
export function maskEvent(value: unknown, field = '', inTraits = false): unknown {
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => maskEvent(item, field, inTraits));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, 100)
        .map(([name, inner]) => [maskText(name), maskEvent(inner, name, inTraits || name === 'traits')]),
    );
  if (value === null || value === '' || typeof value === 'boolean') return value;
  if (inTraits || personal.test(field.toLowerCase().replace(/[^a-z]/g, '')))
    return typeof value === 'number' ? mask : `${mask} (${typeof value})`;
  return typeof value === 'string' ? maskText(value) : value;
}

/** An e-mail or a phone number in a place where none belongs: a user id, the address of a page. */
export function maskText(text: string): string {
  return text
    .slice(0, 2_000)
    .replace(/[^\s"'<>=&?/,;:]+(@|%40)[^\s"'<>=&?/,;:]+/gi, `${mask}@${mask}`)
    .replace(/(?<![\w-])\+?\d(?:[ ()./-]?\d){8,14}(?![\w-])/g, mask);
}
