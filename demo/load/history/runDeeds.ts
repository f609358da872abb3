/** Something that happened, done through operations of the platform. */
export interface Deed {
  /** Unique, and the same in every attempt. */
  name: string;
  at: Date;
  /** What it touches: deeds that share a key are done one after another. */
  keys: readonly string[];
  /** Done when all before it are done, and before anything after it. */
  alone?: boolean;
  run(): Promise<void>;
}

/**
 * Does deeds in the order of time, some of them at once: one that is begun never waits for a later one, so that they
 * cannot wait in a circle. The first failure ends it, after what was begun.
 */
export async function runDeeds(deeds: readonly Deed[], width: number, onDone: (done: number) => void): Promise<void> {
  const ordered = [...deeds].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.name < b.name ? -1 : 1));
  const running = new Set<Promise<void>>();
  const last = new Map<string, Promise<void>>();
  const failures: unknown[] = [];
  let done = 0;
  for (const deed of ordered) {
    while (running.size >= (deed.alone ? 1 : width)) await Promise.race(running);
    if (failures.length > 0) break;
    const before = deed.keys.flatMap((key) => last.get(key) ?? []);
    const work = Promise.all(before)
      .then(async () => {
        if (failures.length > 0) return;
        await deed.run();
        done += 1;
        onDone(done);
      })
      .catch((error: unknown) => {
        failures.push(error);
      })
      .finally(() => running.delete(work));
    running.add(work);
    for (const key of deed.keys) last.set(key, work);
    if (deed.alone) await work;
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
}
