import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives back what only the start needed: schemas and their compilers, which V8 keeps until it next needs room, and in a
 * quiet shop that is much later. Before the first request, because it stops everything for some 100 ms. Compacting,
 * because what stays is scattered over pages that could not be given back otherwise (205 → 178 MB).
 */
export function collectStartGarbage(): void {
  setFlagsFromString('--expose-gc');
  setFlagsFromString('--compact-on-every-full-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  setFlagsFromString('--no-compact-on-every-full-gc');
  setFlagsFromString('--no-expose-gc');
}
