import { resolve } from 'node:path';

/** Builds the server as `npm start` does and gives its program. */
export async function buildProgram(): Promise<string> {
  const root = resolve(import.meta.dirname, '../..');
  const { buildServer } = (await import(`${root}/scripts/build.mjs`)) as { buildServer(root: string): Promise<void> };
  await buildServer(root);
  return `${root}/.build/server.mjs`;
}
