/** Tells the story in readable lines and keeps count of the promises checked. */
export interface Teller {
  chapter(title: string): void;
  /** Something a person did or saw. */
  line(who: string, text: string): void;
  /** A promise; a broken one ends the run with a non-zero exit. */
  promise(text: string, kept: boolean, seen?: unknown): void;
  checked(): number;
  broken(): number;
}

export class BrokenPromise extends Error {}

export function createTeller(write: (line: string) => void = console.log): Teller {
  let checked = 0;
  let broken = 0;
  return {
    chapter(title) {
      write(`\n${title}\n${'─'.repeat(title.length)}`);
    },
    line(who, text) {
      write(`  ${who.padEnd(10)} ${text}`);
    },
    promise(text, kept, seen) {
      checked += 1;
      if (kept) {
        write(`  ${'✓'.padStart(10)} ${text}`);
        return;
      }
      broken += 1;
      write(`  ${'✗ BROKEN'.padStart(10)} ${text}`);
      if (seen !== undefined) write(`             seen: ${JSON.stringify(seen).slice(0, 2_000)}`);
      throw new BrokenPromise(text);
    },
    checked: () => checked,
    broken: () => broken,
  };
}
