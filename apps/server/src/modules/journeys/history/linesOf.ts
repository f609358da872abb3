/**
 * The lines of a text as it comes. Not readline: it parts lines at U+2028 too, which JSON may hold in the middle of one, and
 * takes a file without line ends into memory. `tooLong` makes what is thrown for a line that is no row.
 */
export async function* linesOf(
  bytes: AsyncIterable<Buffer>,
  longest: number,
  tooLong: (line: number) => Error,
): AsyncGenerator<string> {
  // Leaves out the mark some systems begin a text with.
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  const whole = function* (text: string): Generator<string> {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const one of lines) yield one.endsWith('\r') ? one.slice(0, -1) : one;
  };
  for await (const chunk of bytes) {
    for (const one of whole(decoder.decode(chunk, { stream: true }))) {
      line += 1;
      yield one;
    }
    if (rest.length > longest) throw tooLong(line + 1);
  }
  yield* whole(decoder.decode());
  if (rest !== '') yield rest;
}
