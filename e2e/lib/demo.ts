import { resolve } from 'node:path';
import { openStage, type ServerProcess, type Stage } from '../../demo/julia/servers.ts';

const root = resolve(import.meta.dirname, '../..');

interface Builders {
  buildServer(root: string): Promise<void>;
}
interface ScreenBuilders {
  buildScreens(root: string): Promise<void>;
}

export interface Demo extends Pick<Stage, 'close' | 'engines'> {
  /** A server with the demo retailer, its screens and a clock that tests may move; the first loads the demo. */
  start(environment?: Record<string, string>): Promise<ServerProcess>;
}

/**
 * Engines of their own in a temporary folder, and real server processes with the screens on them, whose clocks start at
 * `from` (now when left out).
 */
export async function openDemo(from?: Date): Promise<Demo> {
  const { buildServer } = (await import(`${root}/scripts/build.mjs`)) as Builders;
  const { buildScreens } = (await import(`${root}/scripts/buildScreens.mjs`)) as ScreenBuilders;
  await Promise.all([buildServer(root), buildScreens(root)]);
  const stage = await openStage(`${root}/.build/server.mjs`, from);
  return {
    engines: stage.engines,
    close: () => stage.close(),
    start: (environment = {}) => stage.start({ THROUGHLINE_DEMO: 'on', ...environment }),
  };
}
