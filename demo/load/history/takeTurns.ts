/** Lets acts that are under way at the same time pass one point in a given order. */
export interface Turns {
  /** Does `act` when everyone before has passed, and passes. Who is not in the order does not wait. */
  take<T>(name: string, act: () => Promise<T>): Promise<T>;
  /** Passes without an act, and again without effect: after a failure, so that nobody waits for ever. */
  pass(name: string): void;
}

interface Turn {
  before: Promise<void>;
  passed: Promise<void>;
  pass(): void;
}

function makeTurn(before: Promise<void>): Turn {
  let pass = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    pass = resolve;
  });
  return { before, passed, pass: () => pass() };
}

export function takeTurns(names: readonly string[]): Turns {
  const turns = new Map<string, Turn>();
  let before = Promise.resolve();
  for (const name of names) {
    const mine = makeTurn(before);
    before = mine.passed;
    turns.set(name, mine);
  }
  return {
    async take(name, act) {
      const turn = turns.get(name);
      await turn?.before;
      try {
        return await act();
      } finally {
        turn?.pass();
      }
    },
    pass: (name) => turns.get(name)?.pass(),
  };
}
