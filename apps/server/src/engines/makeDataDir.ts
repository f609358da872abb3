import { access, constants, mkdir, realpath } from 'node:fs/promises';
import { EngineError } from './engineError.ts';

/**
 * Makes the data folder, for its owner only, unless it is there.
 *
 * @returns its real path, as /proc shows it
 * @throws EngineError when it cannot be made or written to
 */
export async function makeDataDir(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return await realpath(path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new EngineError(
      `The data folder ${path} cannot be made or written to (${reason}). Give it to the user Throughline runs as, or choose another.`,
      { cause: error },
    );
  }
}
