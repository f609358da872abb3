/** NUL, and halves of surrogate pairs: JSON can write them, but they are no text, and PostgreSQL keeps neither. */
const noText = /\0|\p{Surrogate}/u;

/**
 * The first value of a request that no column can hold, as a JSON pointer and what is wrong with it. Without recursion:
 * how deep a value goes is the sender's to say.
 */
export function findUnusable(value: unknown): { path: string; message: string } | undefined {
  const open: { path: string; value: unknown }[] = [{ path: '', value }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value === 'string') {
      if (noText.test(next.value)) return { path: next.path, message: 'holds a character that is no text' };
    } else if (typeof next.value === 'object' && next.value !== null) {
      for (const [name, inner] of Object.entries(next.value)) {
        if (noText.test(name)) return { path: next.path, message: 'has a field whose name is no text' };
        open.push({ path: `${next.path}/${name}`, value: inner });
      }
    }
  }
  return undefined;
}
