import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeWorld, type World } from './world.ts';

const file = resolve(import.meta.dirname, '../../.build/e2e-world.json');

/** The world all tests of screens look at: made once, before them, because each making takes goods from the shelves. */
export async function makeSuiteWorld(url: string): Promise<void> {
  writeFileSync(file, JSON.stringify(await makeWorld(url)));
}

export const suiteWorld = (): World => JSON.parse(readFileSync(file, 'utf8')) as World;
