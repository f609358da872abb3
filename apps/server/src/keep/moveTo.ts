import type { Config } from '../config.ts';
import type { Module } from '../kernel/module.ts';
import { proveDatabase } from '../proveDatabase.ts';
import { finishCopy } from './finishCopy.ts';
import { loadInto } from './loadInto.ts';
import { openSnapshot } from './openSnapshot.ts';
import type { Progress } from './progress.ts';
import { reachEngines } from './reachEngines.ts';

/**
 * Copies the database of this configuration to another PostgreSQL (15 or newer, older or newer than this one), straight
 * from one to the other. The server must be stopped, so that nothing is written behind the copy; `trial` copies from a
 * running one, to see how long it takes.
 *
 * @throws KeepError, EngineError, ConfigError
 */
export async function moveTo(
  config: Config,
  modules: readonly Module[],
  input: { target: string; replace: boolean; trial: boolean },
  progress: Progress,
) {
  await proveDatabase(input.target);
  const engines = await reachEngines(config, { alone: !input.trial });
  try {
    const source = await openSnapshot(engines.databaseUrl, modules);
    try {
      const loaded = await loadInto(input.target, source, { modules, replace: input.replace, progress });
      return { ...loaded, differences: await finishCopy(input.target, modules, source.shape) };
    } finally {
      await source.close();
    }
  } finally {
    await engines.release();
  }
}
