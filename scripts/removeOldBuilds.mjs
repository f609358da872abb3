import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Also covers what another process is building at this moment and has not recorded yet. */
const freshMs = 2 * 3_600_000;
const newest = 2;

/**
 * Removes what earlier builds left in a folder: chunks are named by their content, so every change leaves some behind.
 * A running server loads some of its chunks only when they are needed. So the files of a build stay while the process
 * that made it lives (it runs the server, or is the parent of who does), while they are fresh, and while it is one of the
 * newest two. Only programs and their maps are touched: screens and the rest of the folder have builders of their own.
 *
 * @param {string} folder
 * @param {readonly string[]} files what has been built now
 */
export function removeOldBuilds(folder, files) {
  const records = join(folder, 'builds');
  mkdirSync(records, { recursive: true });
  // A file for each build, so that two builds at once do not overwrite each other's.
  writeFileSync(
    join(records, `${Date.now()}-${process.pid}.json`),
    JSON.stringify(files.map((file) => basename(file))),
  );
  const builds = readdirSync(records)
    .map((name) => {
      const [at, pid] = name.split(/[-.]/).map(Number);
      const path = join(records, name);
      return { path, at, pid, files: readFiles(path) };
    })
    .sort((a, b) => b.at - a.at);
  const kept = builds.filter((build, index) => index < newest || isFresh(build.at) || isAlive(build.pid));
  const needed = new Set(kept.flatMap((build) => build.files));
  for (const build of builds) if (!kept.includes(build)) rmSync(build.path, { force: true });
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    if (/\.mjs(\.map)?$/.test(file) && !needed.has(file) && !isFresh(writtenAt(path))) rmSync(path, { force: true });
  }
}

const isFresh = (at) => Date.now() - at < freshMs;

function readFiles(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Another process is just writing or removing it; what it has built is fresh.
    return [];
  }
}

function writtenAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
