import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const run = promisify(execFile);
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
/** What the screens are made of. */
const sources = ['apps/shop', 'apps/console', 'packages/chat', 'packages/client', 'packages/ui', 'package-lock.json'];
const notSources = new Set(['node_modules', '.react-router', 'build']);

/** Builds shop and console into .build/, unless they are there already, made of the very same sources. */
export async function buildScreens(root = process.cwd()) {
  const hash = hashOf(root);
  const mark = join(root, '.build/screens.hash');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  process.stdout.write('Building the screens … ');
  const began = performance.now();
  await Promise.all([
    build(root, 'apps/shop', ['node_modules/@react-router/dev/bin.js', 'build']),
    build(root, 'apps/console', ['node_modules/vite/bin/vite.js', 'build']),
  ]);
  // Vite leaves the folder of its passing files behind. One that another user made stands in the way of the next one.
  rmSync(join(root, 'node_modules/.vite-temp'), { recursive: true, force: true });
  await Promise.all([compress(join(root, '.build/shop/client')), compress(join(root, '.build/console'))]);
  writeFileSync(mark, hash);
  console.log(`${((performance.now() - began) / 1000).toFixed(1)} s`);
}

async function build(root, folder, [program, ...rest]) {
  try {
    await run(process.execPath, [join(root, program), ...rest], {
      cwd: join(root, folder),
      env: { ...process.env, NODE_ENV: 'production' },
    });
  } catch (error) {
    throw new Error(`${folder} could not be built:\n${error.stdout ?? ''}${error.stderr ?? ''}`);
  }
}

/** Once at the build, so that a start serves small files and no request pays for it. Fonts are compressed by themselves. */
async function compress(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => /\.(js|css|svg|html)$/.test(file));
  await Promise.all(
    files.map(async (file) => {
      const content = readFileSync(join(folder, file));
      if (content.length < 1_000) return;
      const small = await brotli(content, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
      });
      writeFileSync(join(folder, `${file}.br`), small);
      writeFileSync(join(folder, `${file}.gz`), await gzipped(content, { level: 9 }));
    }),
  );
}

function hashOf(root) {
  const hash = createHash('sha256').update(process.version);
  const add = (path) => hash.update(path.slice(root.length)).update(readFileSync(path));
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (notSources.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else add(path);
    }
  };
  for (const source of sources) {
    const path = join(root, source);
    if (source.includes('.json')) add(path);
    else walk(path);
  }
  return hash.digest('hex');
}
