/** What a long copy says while it runs: a line a second at most, on standard error. */
export interface Progress {
  say(what: string): void;
  add(bytes: number): void;
}

export function createProgress(write: (line: string) => void = console.error): Progress {
  let bytes = 0;
  let said = 0;
  const say = (what: string) => {
    const now = performance.now();
    if (now - said < 1_000) return;
    said = now;
    write(`  ${what} (${(bytes / 1_000_000).toFixed(1)} MB)`);
  };
  let last = '';
  return {
    say: (what) => {
      last = what;
      say(what);
    },
    add: (more) => {
      bytes += more;
      say(last);
    },
  };
}
