export type Piece = { text: string } | { href: string };

/** Text as it was written, with addresses of this shop as links. Other addresses stay text: nobody is led away. */
export function findLinks(text: string, origin: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g)) {
    const href = match[0];
    if (href !== origin && !href.startsWith(`${origin}/`)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ href });
    from = match.index + href.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
